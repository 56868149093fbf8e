import type { words as english } from '../../../../../main/features/settings/words.ts';
import { number, plural } from '../../../../../shared/plural.ts';

/** Holds the German text of the settings. */
export const words: typeof english = {
  extraCa: {
    tooLarge: 'Die Datei ist größer als 4\u00a0MB. Eine Datei mit CA-Zertifikaten ist viel kleiner.',
    more: (count: number) => ` und ${number(count)} weitere`,
    notTrusted: (names: string) =>
      `Die Datei enthält ${names}. Keyturn vertraut diesen Zertifikaten nicht, bevor Sie es erlauben.`,
    noneKept: 'Keyturn hat kein Zertifikat dieser Datei gespeichert.',
    otherNow: (names: string, goesOn: string) =>
      `Die Datei enthält jetzt andere Zertifikate: ${names}. ${goesOn}`,
    notAFile: 'Das ist keine Datei. Wählen Sie sie erneut, oder entfernen Sie sie.',
    notRead: 'Keyturn kann die Datei nicht lesen. Wählen Sie sie erneut, oder entfernen Sie sie.',
    noCertificate:
      'Die Datei enthält kein Zertifikat im PEM-Format („-----BEGIN CERTIFICATE-----“) oder DER-Format. Bitten Sie die Person, von der Sie die Datei haben, um ein solches.',
    withoutName: 'ohne Namen',
    trusts: (names: string) => `Vertraut zusätzlich zum System: ${names}.`,
    notForServers:
      'Ein Zertifikat der Datei gilt nach den Regeln, die OpenSSL daneben geschrieben hat, nicht für Server. Bitten Sie die Person, von der die Datei ist, um eines, das für Server gilt.',
    pkcs12:
      'Die Datei hat die Form PKCS #12 (.p12, .pfx) und enthält einen privaten Schlüssel hinter einem Passwort. Exportieren Sie nur das Zertifikat, in PEM- oder DER-Form, und wählen Sie diese Datei.',
    javaKeyStore:
      'Die Datei ist ein Java-Keystore (.jks). Exportieren Sie nur das Zertifikat, in PEM- oder DER-Form, und wählen Sie diese Datei.',
    request:
      'Die Datei ist eine Zertifikatsanforderung (CSR) und kein Zertifikat. Bitten Sie die Person, von der Sie die Datei haben, um das Zertifikat der Zertifizierungsstelle (CA).',
    privateKey:
      'Die Datei enthält einen privaten Schlüssel. Eine Datei mit CA-Zertifikaten enthält keinen: Wer diesen Schlüssel hat, kann die Aufrufe aller lesen, die ihm vertrauen. Keyturn hat nichts aus der Datei übernommen. Sagen Sie es der Person, von der Sie die Datei haben, und bitten Sie um das Zertifikat allein.',
    expired: (name: string, day: string) => `${name} ist am ${day} abgelaufen.`,
    notYetValid: (name: string, day: string) =>
      `${name} gilt erst ab ${day}. Prüfen Sie die Uhr dieses Computers.`,
    notAnAuthority: (name: string) =>
      `${name} ist nicht das Zertifikat einer Zertifizierungsstelle (CA): Es darf keine anderen Zertifikate unterschreiben.`,
    otherPurpose: (name: string) =>
      `${name} darf Zertifikate anderer Art unterschreiben, aber keine von Servern.`,
    weak: (name: string) => `Der Schlüssel von ${name} ist zu schwach: Er hat weniger als 2048\u00a0Bit.`,
    noRoot: (name: string, issuer: string) =>
      `${name} beweist allein nichts: Ausgestellt hat es ${issuer}, und dieses Zertifikat fehlt in der Datei.`,
    askForAnother:
      ' Bitten Sie die Person, von der Sie die Datei haben, um das Zertifikat der Zertifizierungsstelle (CA), die jetzt in Gebrauch ist.',
    leavesOut: (trusts: string, why: string, more: number) =>
      more === 0
        ? `${trusts} Ein Zertifikat der Datei bleibt weg. ${why}`
        : `${trusts} ${more + 1} Zertifikate der Datei bleiben weg. Eines davon: ${why}`,
    damagedCertificate:
      'Ein Zertifikat in der Datei ist beschädigt. Bitten Sie die Person, von der Sie die Datei haben, um ein unbeschädigtes.',
    keptOnesStay: 'Keyturn arbeitet mit den gespeicherten Zertifikaten weiter.',
  },
  handlers: {
    trust: (file: string, other: string, kept: string | null) =>
      `Wer die Schlüssel dieser Zertifikate hat, kann diese Aufrufe lesen und ändern, samt den Tokens.\n\nDatei: ${file}\n\nJetzt in der Datei:\n${other}\n\nBisher vertraut:\n${kept ?? 'keine'}`,
    throughProxy: (origin: string): [question: string, detail: string, yes: string] => [
      'Aufrufe an Okta über einen anderen Proxy senden?',
      `Der Proxy erfährt die Namen Ihrer Orgs und wann Keyturn sie aufruft, und er kann diese Aufrufe verhindern. Tokens bleiben unterwegs verschlüsselt.\n\nProxy: ${origin}`,
      'Diesen Proxy verwenden',
    ],
    proxyNotChanged: 'Der Proxy wurde nicht geändert.',
    chooseFile: 'Datei mit CA-Zertifikaten wählen',
    nothingChanged: 'Nichts wurde geändert.',
    noOther: 'Die Datei enthält keine anderen brauchbaren Zertifikate.',
    askTrust: 'Anderen Zertifikaten für Aufrufe an Okta vertrauen?',
    trustThem: 'Ihnen vertrauen',
    sha256: (name: string, fingerprint: string) => `${name}, SHA-256 ${fingerprint}`,
    more: (more: number) => `und ${number(more)} weitere`,
  },
  file: {
    notSaved: (why: string) => `Die Einstellungen wurden nicht gespeichert: ${why}.`,
  },
  policy: {
    forbids: {
      copy: 'Ihre Organisation erlaubt Keyturn nicht, Werte zu kopieren.',
      programs: 'Ihre Organisation erlaubt Programmen nicht, Tokens über Keyturn zu benutzen.',
      demo: 'Ihre Organisation erlaubt Keyturn nicht, die Demo zu starten.',
      updates: 'Ihre Organisation erlaubt Keyturn nicht, nach Updates zu suchen.',
    },
    forbidsOrg: (host: string) => `Ihre Organisation erlaubt Keyturn nicht, ${host} aufzurufen.`,
    locksAfter: (minutes: number) =>
      `Ihre Organisation verlangt, dass sich Keyturn nach spätestens ${plural(minutes, 'Minute', 'Minuten')} sperrt.`,
    locks: 'Ihre Organisation verlangt diese Sperre.',
    askAdministrator: (from: string) =>
      `Wenden Sie sich an Ihren Administrator. Ort der Richtlinie: ${from}.`,
    unknownEntries: (names: string) => `Die Richtlinie hat Einträge, die Keyturn nicht kennt: ${names}.`,
    wrongEntry: (name: string, form: string) =>
      `Der Eintrag ${name} der Richtlinie hat einen Wert, den Keyturn nicht lesen kann. Richtig ist ${form}.`,
    wrongHost: (name: string, host: string, form: string) =>
      `Der Eintrag ${name} der Richtlinie hat „${host}“. Das ist kein Hostname. Richtig ist ${form}.`,
    near: (name: string, known: string) => `${name} (schreiben Sie ${known})`,
    forms: {
      orgs: 'eine Liste von Hostnamen ohne https:// und ohne Pfad, zum Beispiel ["acme.okta.com", "*.example.com"]',
      minutes: 'eine ganze Zahl von 1 bis 1440',
      flag: 'true oder false, in der Registry auch 1 oder 0',
    },
    noEntries: 'Die Richtlinie ist keine Liste von Namen mit Werten, wie {"copy": false}.',
  },
  store: {
    passwordNotShown:
      'Das Passwort des Proxys wird hier nicht angezeigt. Deshalb kann Keyturn es nicht für eine andere Adresse verwenden.',
    wholeAddress: 'Geben Sie die ganze Adresse mit dem Passwort ein: http://name:password@host:port.',
    example: 'Geben Sie sie als http://host:port ein, zum Beispiel http://proxy.example.com:8080.',
    fault: {
      'not-one': 'Das ist nicht die Adresse eines Proxys.',
      socks: 'Das ist die Adresse eines SOCKS-Proxys, den Keyturn nicht verwenden kann.',
      signs:
        'Der Name oder das Passwort enthält ein Zeichen, das eine Adresse beendet. Deshalb würde Keyturn einen anderen Host aufrufen. Schreiben Sie \\ als %5C, / als %2F, ? als %3F und # als %23.',
      brackets: 'Das ist eine IPv6-Adresse ohne Klammern. Schreiben Sie sie als http://[2001:db8::1]:8080.',
      path: 'Das ist die Adresse einer Datei, nicht die eines Proxys. Für ein PAC-Skript wählen Sie den Proxy des Systems.',
    },
  },
};
