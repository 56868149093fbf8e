import type { words as english } from '../../../../../main/features/vault/words.ts';
import { type CredentialCounts, countedWords } from '../../../../../shared/credential-counts.ts';
import { formFor, number, plural } from '../../../../../shared/plural.ts';

/** Returns how many credentials, with the verb: "2 Tokens und 1 OAuth-App wurden". */
const wereWords = (counts: CredentialCounts): string =>
  `${countedWords(counts)} ${formFor(counts.tokens + counts.apps, 'wurde', 'wurden')}`;

/** Holds the German text about opening, locking and backing up the vault. */
export const words: typeof english = {
  proof: {
    copyValue: 'Bestätigen Sie, dass Sie es sind, bevor Keyturn einen Wert kopiert.',
    copyPrivateKey: 'Bestätigen Sie, dass Sie es sind, bevor Keyturn einen privaten Schlüssel kopiert.',
    handOver: 'Bestätigen Sie, dass Sie es sind, bevor Keyturn einen Wert übergibt.',
    giveValue: 'Bestätigen Sie, dass Sie es sind, bevor ein Programm einen Wert bekommt.',
    programs: 'Bestätigen Sie, dass Sie es sind, bevor Programme mehr dürfen.',
    recoveryKey: 'Bestätigen Sie, dass Sie es sind, bevor Keyturn einen Wiederherstellungsschlüssel erzeugt.',
    backup: 'Bestätigen Sie, dass Sie es sind, bevor Keyturn eine Sicherung speichert.',
    exportTokens: 'Bestätigen Sie, dass Sie es sind, bevor Keyturn Tokens exportiert.',
    passcode: 'Bestätigen Sie, dass Sie es sind, bevor ein Zugangscode gewählt wird.',
    systemProof: 'Bestätigen Sie, dass Sie es sind, bevor das System von nun an fragt.',
    newKey: 'Bestätigen Sie, dass Sie es sind, bevor Keyturn einen neuen Datenschlüssel erzeugt.',
  },
  wanted: {
    copyValue: 'einen Wert zu kopieren',
    copyPrivateKey: 'einen privaten Schlüssel zu kopieren',
    handOver: 'einen Wert zu übergeben',
    giveValue: 'einem Programm einen Wert zu geben',
    programs: 'Programmen mehr zu erlauben',
    recoveryKey: 'einen Wiederherstellungsschlüssel zu erzeugen',
    backup: 'eine Sicherung zu speichern',
    exportTokens: 'Tokens zu exportieren',
    passcode: 'einen Zugangscode zu setzen',
    systemProof: 'dies bei jedem Entsperren abzufragen',
    newKey: 'einen neuen Datenschlüssel zu erzeugen',
  },
  nothingWaits: 'Jetzt wartet nichts auf eine Bestätigung.',
  givePasscode: 'Geben Sie Ihren Zugangscode ein.',
  givePassphrase: 'Geben Sie Ihre Passphrase ein.',
  askSystem: { 'touch-id': 'Verwenden Sie Touch ID.', polkit: 'Geben Sie das Passwort Ihres Kontos ein.' },
  passcodeOrSystem: {
    'touch-id': 'Geben Sie Ihren Zugangscode ein, oder verwenden Sie Touch ID.',
    polkit: 'Geben Sie Ihren Zugangscode oder das Passwort Ihres Kontos ein.',
  },
  systemProof: {
    on: {
      'touch-id': 'Keyturn fragt von nun an nach Touch ID.',
      polkit: 'Keyturn fragt von nun an nach dem Passwort des Kontos.',
    },
    off: 'Das System fragt nicht mehr, wer Sie sind.',
    askOff: 'Nicht mehr fragen, wer Sie sind?',
    detailOff:
      'Keyturn wurde mit dem Wiederherstellungsschlüssel geöffnet. Deshalb wird das System hierfür nicht gefragt.',
    yesOff: 'Nicht mehr fragen',
    notOff: 'Das System fragt weiterhin.',
    onlyWayOut:
      'Das System fragt, wer Sie sind. Ohne Zugangscode öffnet nur ein Wiederherstellungsschlüssel Ihre Tokens, wenn es nicht fragen kann.',
    makeWayOut:
      'Erzeugen Sie zuerst einen Wiederherstellungsschlüssel, oder schalten Sie die Abfrage des Systems aus.',
  },
  doubt: {
    changed: {
      question: 'Diese Sicherung wurde seit dem Speichern geändert oder beschädigt.',
      detail: (opening: number) =>
        `${plural(opening, 'Token', 'Tokens')} darin ${formFor(opening, 'lässt', 'lassen')} sich noch öffnen. Stellen Sie sie nur wieder her, wenn es keine andere Sicherung gibt.`,
      button: 'Wiederherstellen, was sich öffnen lässt',
    },
    unsealed: {
      question: 'Ein frühes Keyturn hat diese Sicherung gespeichert und kein Siegel daran angebracht.',
      detail: (opening: number) =>
        `Nichts zeigt, ob sie seitdem geändert wurde. ${plural(opening, 'Token', 'Tokens')} darin ${formFor(opening, 'lässt', 'lassen')} sich öffnen. Stellen Sie sie wieder her, wenn Sie wissen, wo sie aufbewahrt wurde.`,
      button: 'Wiederherstellen',
    },
  },
  passcode: {
    question: 'Diesen Zugangscode für Keyturn wählen?',
    detail: ((hasRecoveryKey: boolean): string =>
      hasRecoveryKey
        ? 'Von nun an lässt sich Keyturn nur damit öffnen. Wenn Sie ihn vergessen, brauchen Sie Ihren Wiederherstellungsschlüssel oder eine Sicherung.'
        : 'Von nun an lässt sich Keyturn nur damit öffnen. Sie haben keinen Wiederherstellungsschlüssel: Wenn Sie den Zugangscode vergessen, brauchen Sie eine von Ihnen gespeicherte Sicherung.') as typeof english.passcode.detail,
    button: 'Zugangscode wählen',
    none: 'Es wurde kein Zugangscode gewählt.',
  },
  passphraseAnew: {
    question: 'Diese Passphrase für Keyturn wählen?',
    detail:
      'Von nun an lässt sich Keyturn nur damit öffnen. Wenn Sie sie vergessen, brauchen Sie Ihren Wiederherstellungsschlüssel oder eine Sicherung.',
    button: 'Passphrase wählen',
    none: 'Die Passphrase wurde nicht geändert.',
  },
  newKey: {
    question: 'Einen neuen Datenschlüssel für Keyturn erzeugen?',
    detail:
      'Keyturn verschlüsselt damit alles im Tresor und löscht die früheren täglichen Sicherungen. Ein früherer Wiederherstellungsschlüssel gilt nicht mehr.',
    button: 'Schlüssel erzeugen',
    none: 'Es wurde kein neuer Datenschlüssel erzeugt.',
    noted: 'Ein neuer Datenschlüssel wurde erzeugt, und alles wurde damit verschlüsselt.',
  },
  newKeyAnyway: {
    question: (unreadable: number) =>
      unreadable === 1
        ? '1 Wert in Ihrem Tresor lässt sich jetzt nicht öffnen.'
        : `${number(unreadable)} Werte in Ihrem Tresor lassen sich jetzt nicht öffnen.`,
    detail:
      'Mit einem neuen Datenschlüssel bleibt das so. Keyturn löscht auch die täglichen Sicherungen, die solche Werte vielleicht noch enthalten. Stellen Sie zuerst eine tägliche Sicherung wieder her, wenn Sie sie brauchen.',
    button: 'Schlüssel trotzdem erzeugen',
  },
  carrying: {
    notProved: 'Was geschrieben werden sollte, lässt sich nicht wie erwartet öffnen.',
    tryAgain: 'Versuchen Sie es erneut.',
    newerVersion: 'Diese Datei wurde von einer neueren Version von Keyturn geschrieben.',
    installNewer: 'Installieren Sie zuerst die neuere Version.',
    noTokens: 'Diese Datei lässt sich öffnen, enthält aber keine Tokens von Keyturn.',
    chooseExported: 'Wählen Sie eine Datei, die Keyturn exportiert hat.',
    noOrg: 'Ein Token oder eine App in dieser Datei gehört zu keiner Org, die sie nennt.',
    exportAgain: 'Exportieren Sie die Tokens erneut.',
  },
  dailyBackups: {
    notMade: 'Die heutige Sicherung wurde nicht erstellt.',
    backUpAgain: 'Sichern Sie erneut. Die Logdatei nennt den Fehler.',
  },
  record: {
    opened: (keptIn: string) => `Geöffnet, ${keptIn}.`,
    passcodeChanged: 'Der Zugangscode wurde geändert.',
    passcodeChosen: 'Ein Zugangscode wurde gewählt.',
    passcodeRemoved: 'Der Zugangscode wurde entfernt. Der Schlüsselbund allein öffnet den Tresor.',
    passphraseChanged: 'Die Passphrase wurde geändert.',
    recoveryKeyMade: 'Ein Wiederherstellungsschlüssel wurde erzeugt. Ein früherer gilt nicht mehr.',
    recovered: 'Mit dem Wiederherstellungsschlüssel geöffnet.',
    backupSaved: (tokens: number, file: string) =>
      `Eine Sicherung mit ${plural(tokens, 'Token', 'Tokens')} wurde als ${file} gespeichert.`,
    restored: (file: string) => `Eine Sicherung wurde aus ${file} wiederhergestellt.`,
    exported: (counts: CredentialCounts, file: string) => `${wereWords(counts)} als ${file} exportiert.`,
    imported: (counts: CredentialCounts, file: string) => `${wereWords(counts)} aus ${file} importiert.`,
    backupRead: (day: string, tokens: number) =>
      `Die Sicherung vom ${day} wurde gelesen. ${plural(tokens, 'Token lässt', 'Tokens lassen')} sich öffnen.`,
    dailyRestored: (day: string) => `Die Sicherung vom ${day} wurde wiederhergestellt.`,
    startedOver: (oldFile: string) => `Neu begonnen. Die alte Datei bleibt als ${oldFile} erhalten.`,
  },
  files: {
    saveBackup: 'Sicherung Ihrer Tokens speichern',
    openBackup: 'Sicherung öffnen',
    exportTokens: 'Ihre Tokens für einen anderen Computer exportieren',
    importTokens: 'Tokens importieren',
  },
};
