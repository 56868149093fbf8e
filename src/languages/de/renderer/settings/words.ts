import type { words as english } from '../../../../renderer/settings/words.ts';
import { type CredentialCounts, countedWords } from '../../../../shared/credential-counts.ts';
import { series } from '../../../../shared/listed.ts';
import { number, plural } from '../../../../shared/plural.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  anotherComputer: {
    anotherComputer: 'Anderer Computer',
    ageFile:
      'Eine age-Datei mit einer eigenen Passphrase. Keyturn auf dem anderen Computer fügt die Tokens der Datei zu seinen eigenen hinzu. Auch das Programm age öffnet die Datei.',
    exportTokens: 'Tokens exportieren',
    importTokens: 'Tokens importieren',
    exported: (counts: CredentialCounts, path: string) =>
      `Exportiert und zur Kontrolle wieder geöffnet: ${countedWords(counts)} in ${path}.`,
    exportedSome: (counts: CredentialCounts, path: string, leftOut: number) =>
      `Exportiert und zur Kontrolle wieder geöffnet: ${countedWords(counts)} in ${path}. Ausgelassen: ${plural(leftOut, 'Token', 'Tokens')}, widerrufen oder nicht lesbar.`,
    whoeverHas:
      'Wer die Datei und die Passphrase hat, hat jedes Token. Senden Sie Datei und Passphrase auf verschiedenen Wegen. Löschen Sie die Datei, sobald der andere Computer die Tokens hat.',
    chooseWhere: 'Speicherort wählen',
    makePassphrase: 'Passphrase erzeugen',
    writeDown: 'Notieren Sie diese Passphrase. Keyturn zeigt sie nur jetzt.',
    imported: (added: CredentialCounts) => `Importiert: ${countedWords(added)}.`,
    importedSome: (added: CredentialCounts, here: CredentialCounts) =>
      `Importiert: ${countedWords(added)}. Schon hier und unverändert: ${countedWords(here)}.`,
    besideThose:
      'Keyturn fügt die Tokens und Apps der Datei hinzu. Tokens und Apps, die schon hier sind, ändern sich nicht.',
    passphraseOfFile: 'Passphrase der Datei',
    thenChoose: 'Wählen Sie danach die age-Datei.',
    chooseFile: 'Datei wählen',
  },
  dailyBackupsCard: {
    dailyBackups: 'Tägliche Sicherungen',
    onThisComputer: 'Auf diesem Computer',
    onePerDay:
      'Keyturn erstellt jeden Tag eine Sicherung und behält die der letzten 7 Tage und 4 Wochen. Die Sicherungen liegen neben dem Tresor und lassen sich mit demselben Schlüssel öffnen.',
    checkNewest: 'Neueste prüfen',
    backUpNow: 'Jetzt sichern',
    noneYet: 'Es gibt noch keine Sicherung.',
    readable: (day: string, tokens: number) =>
      `${day}: ${plural(tokens, 'Token', 'Tokens')} lesbar. Nichts wurde geändert.`,
    partlyReadable: (day: string, tokens: number, unreadable: number) =>
      `${day}: ${plural(tokens, 'Token', 'Tokens')} lesbar, ${number(unreadable)} nicht. Nichts wurde geändert.`,
  },
  languageSetting: {
    whatLanguageDoes: 'Eine andere Sprache gilt ab dem nächsten Start von Keyturn.',
    atNextStart: 'Die Sprache wurde geändert',
    whatRestartDoes: 'Keyturn wird beendet und startet in der anderen Sprache.',
    restart: 'Neu starten',
  },
  newKeySetting: {
    dataKey: 'Datenschlüssel',
    whatFor:
      'Der Datenschlüssel verschlüsselt alles im Tresor. Erzeugen Sie einen neuen, wenn Sie einen Computer oder eine Sicherung verloren haben. Die verlorene Kopie öffnet den Tresor dann nicht mehr.',
    makeKey: 'Neuen Datenschlüssel erzeugen',
    make: 'Schlüssel erzeugen',
    everything:
      'Keyturn verschlüsselt alles im Tresor mit einem neuen Schlüssel. Es löscht die früheren täglichen Sicherungen und erstellt eine neue.',
    recoveryKeyGoes:
      'Der aktuelle Wiederherstellungsschlüssel gilt danach nicht mehr. Keyturn erzeugt einen neuen und zeigt ihn einmal.',
    whatStays:
      'Sicherungen, die Sie gespeichert haben, und Dateien, die Keyturn neben dem Tresor behalten hat, lassen sich weiterhin öffnen. Speichern Sie eine neue Sicherung, und löschen Sie die alten.',
    whatIsForgotten:
      'Keyturn fragt noch einmal, bevor es einen Befehl zur Übergabe ausführt. Es entfernt die Nutzungsdaten von Tokens, die nicht in Keyturn sind oder nie getestet wurden.',
    yourPasscode: 'Ihr Zugangscode',
    yourPassphrase: 'Ihre Passphrase',
    typeIt: 'Füllen Sie zuerst dieses Feld aus.',
    encrypted: (done: number, of: number) =>
      `${number(done)} von ${plural(of, 'Wert', 'Werten')} verschlüsselt.`,
    progress: 'Verschlüsselung',
    made: 'Ein neuer Datenschlüssel wurde erzeugt. Der frühere Schlüssel öffnet nichts mehr im Tresor.',
    notRemoved:
      'Ein neuer Datenschlüssel wurde erzeugt. Keyturn konnte die Daten, die der frühere Schlüssel öffnet, noch nicht von der Festplatte entfernen. Es entfernt diese Daten beim nächsten Start.',
    noRecoveryKey:
      'Der frühere Wiederherstellungsschlüssel gilt nicht mehr, und Keyturn konnte keinen neuen schreiben. Erzeugen Sie einen neuen Wiederherstellungsschlüssel.',
  },
  licencesDialog: {
    licences: 'Lizenzen Dritter',
    partOfKeyturn:
      'Diese Pakete sind Teil von Keyturn. Die Lizenzen von Electron und Chromium werden mit dem Programm in eigenen Dateien geliefert.',
    packages: 'Pakete',
    packageUnder: (name: string, version: string, licence: string | null) =>
      `${name} ${version}, ${licence ?? 'keine Lizenz angegeben'}`,
  },
  passcodeSetting: {
    curtain:
      'Diese Sperre hält niemanden ab. Jeder an diesem Computer kann sie mit einem Klick öffnen. Wählen Sie einen Zugangscode, um das zu ändern.',
    onlySystem:
      'Es gibt keinen Zugangscode. Das System fragt, bevor das Fenster Ihre Tokens öffnet, aber der Schlüsselbund allein enthält ihren Schlüssel. Wählen Sie einen Zugangscode, um den Schlüssel daran zu binden.',
    bound:
      'Keyturn fragt bei jedem Entsperren und nach einem Neustart nach dem Zugangscode. Der Schlüsselbund allein öffnet Ihre Tokens nicht.',
    choose: 'Zugangscode wählen',
    anew: 'Neuen Zugangscode wählen',
    change: 'Zugangscode ändern',
    remove: 'Zugangscode entfernen',
  },
  systemProofSetting: {
    unlockBy: { 'touch-id': 'Mit Touch ID entsperren', polkit: 'Mit dem Passwort dieses Kontos entsperren' },
    proveBy: { 'touch-id': 'Mit Touch ID bestätigen', polkit: 'Mit dem Passwort dieses Kontos bestätigen' },
    none: 'Mit einer Abfrage des Systems entsperren',
    asksAtUnlock:
      'Das System fragt vor jedem Entsperren, wer Sie sind, und bevor ein Wert herausgegeben wird oder jemand mehr darf. Der Schlüssel ist nicht an diese Abfrage gebunden. Wer diese Festplatte und den Schlüsselbund hat, kann Ihre Tokens ohne sie öffnen.',
    standsIn:
      'Solange Keyturn offen ist, kann die Abfrage des Systems den Zugangscode ersetzen. Zum Entsperren ist der Zugangscode weiterhin nötig, weil er ein Teil des Schlüssels ist.',
    notHere:
      'Dieser Computer hat keine Abfrage, die Keyturn verwenden kann. Keyturn unterstützt Touch ID auf macOS und polkit auf Linux mit der Richtlinie aus den Paketen .deb und .rpm.',
    switchOff: 'Ausschalten',
    takesPasscode: 'Geben Sie Ihren Zugangscode ein, um die Abfrage des Systems auszuschalten.',
  },
  passphraseSetting: {
    opensTokens: 'Die Passphrase öffnet Ihre Tokens auf diesem Computer, weil es keinen Schlüsselbund gibt.',
    change: 'Die Passphrase ändern',
    changePassphrase: 'Passphrase ändern',
    present: 'Aktuelle Passphrase',
    typePresent: 'Geben Sie die aktuelle Passphrase ein.',
    forgotten:
      'Der Wiederherstellungsschlüssel hat Ihre Tokens geöffnet. Deshalb fragt Keyturn nicht nach der aktuellen Passphrase.',
    oldOpensNothing:
      'Die aktuelle Passphrase öffnet Ihre Tokens danach nicht mehr. Eine neue tägliche Sicherung ersetzt die früheren.',
    changed: 'Die Passphrase wurde geändert.',
  },
  about: {
    version: 'Version',
    host: 'Host',
    runsOn: 'Läuft auf',
    versions: (platform: string, electron: string, chrome: string, node: string) =>
      `${platform}, Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    tokensAre: 'Tokens sind',
    about: 'Über Keyturn',
  },
  backupDialog: {
    saved: (tokens: number, path: string) =>
      `Gespeichert und zur Kontrolle wieder geöffnet: ${plural(tokens, 'Token', 'Tokens')} in ${path}.`,
    saveABackup: 'Sicherung speichern',
    whatFileHolds:
      'Die Datei enthält alle Ihre Tokens, verschlüsselt mit einer eigenen Passphrase. Bewahren Sie Datei und Passphrase an verschiedenen Orten auf.',
    chooseWhere: 'Speicherort wählen',
  },
  networkCard: {
    network: 'Netzwerk',
    whatProxyDoes: 'Der Proxy für Aufrufe an Okta. „System“ schließt HTTPS_PROXY und NO_PROXY ein.',
    proxyAddress: 'Adresse des Proxys',
    proxyExample: 'http://proxy.acme.com:8080',
    saveProxy: 'Proxy speichern',
    whatCaFileDoes:
      'Keyturn vertraut neben den Zertifikaten des Systems auch denen dieser Datei, zum Beispiel für einen Proxy, der TLS untersucht.',
    chooseAFile: 'Datei wählen',
    fromCommandLine: ' Auf der Befehlszeile für diesen Lauf gesetzt.',
    trustThese: 'Diesen vertrauen',
  },
  noticeCard: {
    notices: 'Hinweise',
    whatNotificationsAre:
      'Keyturn sendet jeden Hinweis einmal als Benachrichtigung des Systems, ohne Namen und Wert eines Tokens. Der Eingang enthält alle Hinweise.',
    whatQuietHoursDo:
      'Keyturn sendet zwischen diesen Zeiten keine Benachrichtigung des Systems. Danach sendet es sie zusammen.',
    quietFrom: 'Ruhe ab',
    quietUntil: 'Ruhe bis',
    whatTrayShows:
      'Das Symbol im Infobereich zeigt den Zustand Ihrer Tokens, die drei mit dem dringendsten Handlungsbedarf und „Alle testen“. Solange Keyturn gesperrt ist, nennt es kein Token.',
    noTrayInDemo: 'Die Demo hat kein Symbol im Infobereich. Keyturn selbst hat eines.',
    noLoginInDemo: 'Die Demo startet nie bei der Anmeldung. Keyturn selbst kann das.',
    whyAtLogin: 'Keyturn startet, wenn Sie sich anmelden, damit es Sie warnen kann.',
  },
  policyCard: {
    title: 'Von Ihrer Organisation festgelegt',
    from: (place: string) =>
      `Ihr Administrator hat diese Regeln in ${place} hinterlegt. Keyturn liest sie bei jedem Entsperren.`,
    nothing: 'Die Richtlinie Ihrer Organisation enthält keine Regel.',
    unreadable: (problem: string) =>
      `${problem} Bis Ihr Administrator sie berichtigt, ruft Keyturn keine Org auf, kopiert keinen Wert und lässt kein Programm ein Token benutzen.`,
    orgs: (hosts: readonly string[]) =>
      hosts.length === 0
        ? 'Keyturn ruft keine Org auf.'
        : `Keyturn ruft nur diese Orgs auf: ${series(hosts)}.`,
    lockAfter: (minutes: number) =>
      `Keyturn sperrt sich nach spätestens ${plural(minutes, 'Minute', 'Minuten')} ohne Nutzung.`,
    lockOnSuspend: 'Keyturn sperrt sich, wenn der Computer in den Ruhezustand geht.',
    lockOnScreenLock: 'Keyturn sperrt sich mit dem Bildschirm.',
    noCopy: 'Keyturn kopiert keine Werte.',
    noPrograms: 'Programme können keine Tokens benutzen.',
    noDemo: 'Die Demo startet nicht.',
    noUpdates: 'Keyturn sucht nicht nach Updates.',
  },
  programsCard: {
    programs: 'Programme',
    whatPortIs:
      'Programme finden Keyturn unter 127.0.0.1 und diesem Port, von 1024 bis 65535. Keyturn lauscht dort nur, solange Programme Okta mit einem Token aufrufen dürfen. Das schalten Sie auf der Registerkarte „Programme“ eines Tokens ein.',
  },
  safetyCard: {
    safety: 'Sicherheit',
    whatLockDoes:
      'Keyturn sperrt sich nach dieser Zeit ohne Nutzung. Beim Sperren wird der Schlüssel aus dem Arbeitsspeicher entfernt.',
    whenSuspended: 'Keyturn sperrt sich, wenn der Computer in den Ruhezustand geht.',
    whatScreenshotsDo:
      'Keyturn bittet das System, dieses Fenster bei Bildschirmfotos und beim Teilen des Bildschirms auszulassen. Auf Linux nicht unterstützt.',
    backup: 'Sicherung',
    whatBackupIs:
      'Eine Sicherung lässt sich mit ihrer eigenen Passphrase auf jedem Computer öffnen. Keyturn öffnet sie einmal, um das zu prüfen.',
    saveABackup: 'Sicherung speichern',
    whatRecoveryKeyDoes:
      'Der Wiederherstellungsschlüssel öffnet den Tresor, wenn der Schlüsselbund seinen Schlüssel verloren hat. Ein neuer Wiederherstellungsschlüssel ersetzt den alten.',
    makeNewKey: 'Neuen Wiederherstellungsschlüssel erzeugen',
  },
  settingsPage: {
    appearance: 'Darstellung',
    whatThemeDoes: 'Folgt dem System, wenn Sie nichts wählen.',
    whatMinimisedDoes: 'Keyturn startet mit minimiertem Fenster.',
  },
  updatesCard: {
    updates: 'Updates',
    whatLookingDoes:
      'Keyturn fragt einmal am Tag seinen Update-Server nach einer neueren Version und lädt sie herunter. Nichts startet von selbst neu.',
    newerVersion: 'Neuere Version',
    lookNow: 'Jetzt suchen',
    ready: (version: string) => `Keyturn ${version} ist bereit.`,
    looking: 'Keyturn sucht nach einer neueren Version.',
    failed:
      'Der Update-Server hat nicht geantwortet, oder seine Antwort war falsch. Keyturn fragt morgen erneut.',
    notYet: 'Keyturn hat seit dem Start noch nicht gesucht.',
    newest: (when: string) => `Keyturn hatte die neueste Version (geprüft ${when}).`,
    off: {
      policy: 'Ihre Organisation erlaubt Keyturn nicht, nach Updates zu suchen.',
      setting: 'Keyturn sucht nicht nach Updates.',
      development: 'Dieses Keyturn wurde aus dem Quellcode gestartet. Es aktualisiert sich nicht selbst.',
      package: 'Die Paketverwaltung dieses Systems aktualisiert Keyturn.',
      portable: 'Ein portables Programm aktualisiert sich nicht selbst.',
      unsigned: 'Dieses Keyturn ist nicht signiert. Deshalb aktualisiert es sich nicht selbst.',
      demo: 'Die Demo aktualisiert sich nicht selbst.',
    },
  },
  usageCard: {
    usage: 'Nutzung',
    whatReadingDoes:
      'Keyturn liest das System Log jeder Org einmal pro Minute, solange es offen ist. Jedes Lesen benutzt ein Token. Deshalb läuft dieses Token nicht ab.',
  },
};
