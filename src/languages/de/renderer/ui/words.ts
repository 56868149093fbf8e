import type { words as english, shared as englishShared } from '../../../../renderer/ui/words.ts';
import { number, plural } from '../../../../shared/plural.ts';

/** Holds the German text of the words that many features use. */
export const shared: typeof englishShared = {
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  close: 'Schließen',
  restoreBackup: 'Sicherung wiederherstellen',
  addToken: 'Token hinzufügen',
  tryDemo: 'Mit einer Demo-Org ausprobieren',
  testAll: 'Alle testen',
  showFolder: 'Ordner anzeigen',
  copyFor30s: 'Für 30\u00a0s kopieren',
  tryAgain: 'Erneut versuchen',
  passphrase: 'Passphrase',
  passcode: 'Zugangscode',
  curtain:
    'Diese Sperre hält niemanden ab. Jeder an diesem Computer kann sie mit einem Klick öffnen. Wählen Sie in den Einstellungen einen Zugangscode, um das zu ändern.',
  recoveryKey: 'Wiederherstellungsschlüssel',
  useRecoveryKey: 'Wiederherstellungsschlüssel verwenden',
  test: 'Testen',
  notYet: 'Noch nicht',
  token: 'Token',
  testTheToken: 'Token testen',
  commandPalette: 'Befehlspalette',
  filterTokens: 'Tokens filtern',
  copyValue: 'Wert kopieren',
  lock: 'Sperren',
  help: 'Hilfe',
  undo: 'Rückgängig',
  whatsNew: 'Neuerungen',
  restartToUpdate: 'Neu starten und aktualisieren',
  keyboardShortcuts: 'Tastenkürzel',
  settings: 'Einstellungen',
  tokens: 'Tokens',
  overview: 'Übersicht',
  upcoming: 'Demnächst',
  inventory: 'Inventar',
  tasks: 'Benutzeraufgaben',
  findInFiles: 'Tokens in Dateien suchen',
  activity: 'Aktivität',
};

/** Holds the German text of the words that the first screen needs. */
export const words: typeof english = {
  keys: {
    ctrl: 'Strg',
    shift: 'Umschalt',
  },
  dailyChoices: {
    dailyBackups: 'Tägliche Sicherungen',
    timeAndSize: (time: string, kilobytes: number) => `${time}, ${number(kilobytes)}\u00a0KB`,
    restore: (day: string) => `Wiederherstellen: ${day}`,
    askRestore: (day: string) => `Diese Sicherung wiederherstellen: ${day}?`,
    restoreIt: 'Wiederherstellen',
    nothingIsDeleted:
      'Die Tokens dieses Tages ersetzen die aktuellen Tokens. Keyturn löscht nichts. Es behält die aktuelle Datei unter einem anderen Namen neben der neuen.',
    restored: (day: string, tokens: number) =>
      `Wiederhergestellt, Sicherung ${day}: ${plural(tokens, 'Token', 'Tokens')}.`,
    restoredBeside: (day: string, tokens: number, file: string) =>
      `Wiederhergestellt, Sicherung ${day}: ${plural(tokens, 'Token', 'Tokens')}. Keyturn behält die frühere Datei als ${file}.`,
  },
  recoveryKeyShown: {
    writeThisDown: 'Notieren Sie dies',
    whatKeyOpens:
      'Wer diesen Schlüssel und Ihre Tresordatei hat, kann Ihre Tokens öffnen. Bewahren Sie den Schlüssel nicht bei diesem Computer auf.',
    writtenDown: 'Ich habe ihn notiert',
    done: 'Fertig',
  },
  passcodeDialog: {
    choose: 'Wählen Sie einen Zugangscode',
    choosePasscode: 'Zugangscode wählen',
    change: 'Den Zugangscode ändern',
    changePasscode: 'Zugangscode ändern',
    anew: 'Neuen Zugangscode wählen',
    remove: 'Den Zugangscode entfernen',
    removePasscode: 'Zugangscode entfernen',
    typePresent: 'Geben Sie den aktuellen Zugangscode ein.',
    typeNew: 'Geben Sie einen neuen Zugangscode ein.',
    differ: 'Die beiden neuen Zugangscodes sind verschieden. Geben Sie den zweiten erneut ein.',
    withoutOne:
      'Ohne Zugangscode hält die Sperre niemanden ab. Jeder an diesem Computer kann sie mit einem Klick öffnen.',
    bothOpen:
      'Der Zugangscode und der Schlüsselbund öffnen Ihre Tokens gemeinsam. Einer allein öffnet sie nicht.',
    keyOpens: 'Wenn Sie den Zugangscode vergessen, öffnet Ihr Wiederherstellungsschlüssel Ihre Tokens.',
    noKey:
      'Sie haben keinen Wiederherstellungsschlüssel. Wenn Sie den Zugangscode vergessen, öffnet nur eine von Ihnen gespeicherte Sicherung Ihre Tokens. Erzeugen Sie in den Einstellungen einen Wiederherstellungsschlüssel.',
    presentPasscode: 'Aktueller Zugangscode',
    newPasscode: 'Neuer Zugangscode',
    newPasscodeAgain: 'Neuer Zugangscode, noch einmal',
    pinOrPassphrase: 'Eine PIN mit mindestens 6 Ziffern oder eine Passphrase aus vier oder fünf Wörtern.',
    notNow: 'Nicht jetzt',
  },
  proof: {
    proveIt: 'Bestätigen Sie, dass Sie es sind',
    bySystem: { 'touch-id': 'Touch ID verwenden', polkit: 'Passwort dieses Kontos verwenden' },
    giveYourPasscode: 'Geben Sie Ihren Zugangscode ein',
    giveYourPassphrase: 'Geben Sie Ihre Passphrase ein',
    typeYourPasscode: 'Geben Sie Ihren Zugangscode ein.',
    typeYourPassphrase: 'Geben Sie Ihre Passphrase ein.',
    continue: 'Weiter',
  },
  waitNote: {
    tooMany: (clock: string) =>
      `Es gab zu viele Fehlversuche. Keyturn nimmt den nächsten Versuch in ${clock} an.`,
  },
  newPassphrase: {
    tooShort: 'Verwenden Sie mindestens 8 Zeichen. Mehrere Wörter lassen sich leichter merken.',
    differ: 'Die beiden Passphrasen sind verschieden. Geben Sie die zweite erneut ein.',
    passphraseAgain: 'Passphrase, noch einmal',
    nobodyCanRecover:
      'Vier oder fünf Wörter, die nicht zusammengehören. Niemand kann die Passphrase für Sie wiederherstellen.',
  },
  restoreDialog: {
    restored: (tokens: number) => `Wiederhergestellt: ${plural(tokens, 'Token', 'Tokens')}.`,
    restoredAndKept: (tokens: number, oldFile: string) =>
      `Wiederhergestellt: ${plural(tokens, 'Token', 'Tokens')}. Keyturn behält den früheren Tresor als ${oldFile}.`,
    whatRestoringDoes:
      'Die Tokens der Sicherung ersetzen die aktuellen Tokens. Keyturn löscht nichts. Es behält die aktuelle Datei unter einem anderen Namen neben der neuen.',
    passphraseOfBackup: 'Passphrase der Sicherung',
    fileComesNext: 'Wählen Sie danach die Sicherungsdatei.',
    chooseBackupFile: 'Sicherungsdatei wählen',
  },
};
