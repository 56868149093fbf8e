import { type CredentialCounts, countedWords } from '../../../shared/credential-counts.ts';
import { formFor, number, plural } from '../../../shared/plural.ts';

/** Returns how many credentials, with the verb: "2 tokens and 1 OAuth app were". */
const wereWords = (counts: CredentialCounts): string =>
  `${countedWords(counts)} ${formFor(counts.tokens + counts.apps, 'was', 'were')}`;

/** The sentences about opening, locking and backing up the vault. */
export const words = {
  /** Why Keyturn asks for a proof, by the action that it guards. */
  proof: {
    copyValue: 'Prove that it is you before Keyturn copies a value.',
    copyPrivateKey: 'Prove that it is you before Keyturn copies a private key.',
    handOver: 'Prove that it is you before Keyturn hands over a value.',
    giveValue: 'Prove that it is you before a program gets a value.',
    programs: 'Prove that it is you before programs may do more.',
    recoveryKey: 'Prove that it is you before Keyturn makes a recovery key.',
    backup: 'Prove that it is you before Keyturn saves a backup.',
    exportTokens: 'Prove that it is you before Keyturn exports tokens.',
    passcode: 'Prove that it is you before a passcode is chosen.',
    systemProof: 'Prove that it is you before the system asks from now on.',
    newKey: 'Prove that it is you before Keyturn makes a new data key.',
  },
  /** What the system's question names, as the end of "Keyturn wants to". */
  wanted: {
    copyValue: 'copy a value',
    copyPrivateKey: 'copy a private key',
    handOver: 'hand a value over',
    giveValue: 'give a program a value',
    programs: 'let programs do more',
    recoveryKey: 'make a recovery key',
    backup: 'save a backup',
    exportTokens: 'export tokens',
    passcode: 'choose a passcode',
    systemProof: 'ask for this at each unlock',
    newKey: 'make a new data key',
  },
  nothingWaits: 'Nothing waits for a proof now.',
  givePasscode: 'Enter your passcode.',
  givePassphrase: 'Enter your passphrase.',
  askSystem: { 'touch-id': 'Use Touch ID.', polkit: 'Enter the password of your account.' },
  passcodeOrSystem: {
    'touch-id': 'Enter your passcode, or use Touch ID.',
    polkit: 'Enter your passcode, or the password of your account.',
  },
  systemProof: {
    on: {
      'touch-id': 'Keyturn asks for Touch ID from now on.',
      polkit: 'Keyturn asks for the password of the account from now on.',
    },
    off: 'The system no longer asks who you are.',
    askOff: 'Stop asking who you are?',
    detailOff: 'Keyturn was opened with the recovery key, so the system is not asked for this.',
    yesOff: 'Stop asking',
    notOff: 'The system continues to ask.',
    onlyWayOut:
      'The system asks who you are. Without a passcode, only a recovery key opens your tokens if it cannot ask.',
    makeWayOut: 'Make a recovery key first, or switch off the question of the system.',
  },
  /** Why nothing shows that a backup is as it was saved. */
  doubt: {
    changed: {
      question: 'This backup was changed or damaged since it was saved.',
      detail: (opening: number) =>
        `${plural(opening, 'token', 'tokens')} in it still ${formFor(opening, 'opens', 'open')}. Restore it only if there is no other backup.`,
      button: 'Restore what opens',
    },
    unsealed: {
      question: 'An early Keyturn saved this backup, and put no seal on it.',
      detail: (opening: number) =>
        `Nothing shows whether it was changed since. ${plural(opening, 'token', 'tokens')} in it ${formFor(opening, 'opens', 'open')}. Restore it if you know where it was kept.`,
      button: 'Restore it',
    },
  },
  passcode: {
    question: 'Choose this passcode for Keyturn?',
    detail: (hasRecoveryKey: boolean): string =>
      hasRecoveryKey
        ? 'From now on Keyturn opens with it only. If you forget it, you need your recovery key or a backup.'
        : 'From now on Keyturn opens with it only. You have no recovery key: if you forget it, you need a backup that you saved.',
    button: 'Choose the passcode',
    none: 'No passcode was chosen.',
  },
  passphraseAnew: {
    question: 'Choose this passphrase for Keyturn?',
    detail:
      'From now on Keyturn opens with it only. If you forget it, you need your recovery key or a backup.',
    button: 'Choose the passphrase',
    none: 'The passphrase was not changed.',
  },
  newKey: {
    question: 'Make a new data key for Keyturn?',
    detail:
      'Keyturn encrypts everything in the vault with it and deletes the earlier daily backups. An earlier recovery key no longer works.',
    button: 'Make the key',
    none: 'No new data key was made.',
    noted: 'A new data key was made, and everything was encrypted with it.',
  },
  newKeyAnyway: {
    question: (unreadable: number) =>
      unreadable === 1
        ? '1 value in your vault does not open now.'
        : `${number(unreadable)} values in your vault do not open now.`,
    detail:
      'With a new data key they stay unreadable. Keyturn also deletes the daily backups, which may still hold them. Restore a daily backup first if you need them.',
    button: 'Make the key anyway',
  },
  carrying: {
    notProved: 'What was to be written does not open as it should.',
    tryAgain: 'Try again.',
    newerVersion: 'This file was written by a newer version of Keyturn.',
    installNewer: 'Install the newer version first.',
    noTokens: 'This file opens, but it holds no tokens of Keyturn.',
    chooseExported: 'Choose a file that Keyturn exported.',
    noOrg: 'A token or an app in this file belongs to no org that it names.',
    exportAgain: 'Export the tokens again.',
  },
  dailyBackups: {
    notMade: "Today's backup was not made.",
    backUpAgain: 'Back up again. The log says what went wrong.',
  },
  /** The sentences in the record of activity. */
  record: {
    opened: (keptIn: string) => `Opened, ${keptIn}.`,
    passcodeChanged: 'The passcode was changed.',
    passcodeChosen: 'A passcode was chosen.',
    passcodeRemoved: 'The passcode was removed. The keyring alone opens the vault.',
    passphraseChanged: 'The passphrase was changed.',
    recoveryKeyMade: 'A recovery key was made. An earlier one no longer works.',
    recovered: 'Opened with the recovery key.',
    backupSaved: (tokens: number, file: string) =>
      `A backup of ${plural(tokens, 'token', 'tokens')} was saved as ${file}.`,
    restored: (file: string) => `A backup was restored from ${file}.`,
    exported: (counts: CredentialCounts, file: string) => `${wereWords(counts)} exported as ${file}.`,
    imported: (counts: CredentialCounts, file: string) => `${wereWords(counts)} imported from ${file}.`,
    backupRead: (day: string, tokens: number) =>
      `The backup of ${day} was read. ${plural(tokens, 'token opens', 'tokens open')}.`,
    dailyRestored: (day: string) => `The backup of ${day} was restored.`,
    startedOver: (oldFile: string) => `Started over. The old file is kept as ${oldFile}.`,
  },
  files: {
    saveBackup: 'Save a backup of your tokens',
    openBackup: 'Open a backup',
    exportTokens: 'Export your tokens for another computer',
    importTokens: 'Import tokens',
  },
};
