import { number, plural } from '../../shared/plural.ts';

/** Holds the words that many features use. */
export const shared = {
  cancel: 'Cancel',
  copy: 'Copy',
  close: 'Close',
  restoreBackup: 'Restore a backup',
  addToken: 'Add token',
  tryDemo: 'Try it with a demo org',
  testAll: 'Test all',
  showFolder: 'Show the folder',
  copyFor30s: 'Copy for 30 s',
  tryAgain: 'Try again',
  passphrase: 'Passphrase',
  passcode: 'Passcode',
  curtain:
    'This lock keeps nobody out. Anybody at this computer can open it with one click. Choose a passcode in Settings to change this.',
  recoveryKey: 'Recovery key',
  useRecoveryKey: 'Use the recovery key',
  test: 'Test',
  notYet: 'Not yet',
  token: 'Token',
  testTheToken: 'Test the token',
  commandPalette: 'Command palette',
  filterTokens: 'Filter tokens',
  copyValue: 'Copy its value',
  lock: 'Lock',
  help: 'Help',
  undo: 'Undo',
  whatsNew: 'What is new',
  restartToUpdate: 'Restart to update',
  keyboardShortcuts: 'Keyboard shortcuts',
  settings: 'Settings',
  tokens: 'Tokens',
  overview: 'Overview',
  upcoming: 'Upcoming',
  inventory: 'Inventory',
  tasks: 'Tasks',
  findInFiles: 'Find tokens in files',
  activity: 'Activity',
};

/** Holds the words that the first screen needs, by the file that shows them. */
export const words = {
  keys: {
    ctrl: 'Ctrl',
    shift: 'Shift',
  },
  dailyChoices: {
    dailyBackups: 'Daily backups',
    timeAndSize: (time: string, kilobytes: number) => `${time}, ${number(kilobytes)} KB`,
    restore: (day: string) => `Restore ${day}`,
    askRestore: (day: string) => `Restore the backup of ${day}?`,
    restoreIt: 'Restore it',
    nothingIsDeleted:
      'The tokens of that day replace the current tokens. Keyturn deletes nothing. It keeps the current file beside the new one under another name.',
    restored: (day: string, tokens: number) => `Restored from ${day}: ${plural(tokens, 'token', 'tokens')}.`,
    restoredBeside: (day: string, tokens: number, file: string) =>
      `Restored from ${day}: ${plural(tokens, 'token', 'tokens')}. Keyturn keeps the earlier file as ${file}.`,
  },
  recoveryKeyShown: {
    writeThisDown: 'Write this down',
    whatKeyOpens:
      'A person with this key and your vault file can open your tokens. Keep the key away from this computer.',
    writtenDown: 'I have written it down',
    done: 'Done',
  },
  passcodeDialog: {
    choose: 'Choose a passcode',
    choosePasscode: 'Choose passcode',
    change: 'Change the passcode',
    changePasscode: 'Change passcode',
    anew: 'Choose a new passcode',
    remove: 'Remove the passcode',
    removePasscode: 'Remove passcode',
    typePresent: 'Type the current passcode.',
    typeNew: 'Type a new passcode.',
    differ: 'The two new passcodes differ. Type the second one again.',
    withoutOne:
      'Without a passcode, the lock keeps nobody out. Anybody at this computer can open it with one click.',
    bothOpen: 'The passcode and the keyring open your tokens together. Neither opens them alone.',
    keyOpens: 'If you forget the passcode, your recovery key opens your tokens.',
    noKey:
      'You have no recovery key. If you forget the passcode, only a backup that you saved opens your tokens. Make a recovery key in Settings.',
    presentPasscode: 'Current passcode',
    newPasscode: 'New passcode',
    newPasscodeAgain: 'New passcode again',
    pinOrPassphrase: 'A PIN of at least 6 digits, or a passphrase of four or five words.',
    notNow: 'Not now',
  },
  proof: {
    proveIt: 'Prove that it is you',
    bySystem: { 'touch-id': 'Use Touch ID', polkit: 'Use the password of this account' },
    giveYourPasscode: 'Enter your passcode',
    giveYourPassphrase: 'Enter your passphrase',
    typeYourPasscode: 'Type your passcode.',
    typeYourPassphrase: 'Type your passphrase.',
    continue: 'Continue',
  },
  waitNote: {
    tooMany: (clock: string) =>
      `There were too many wrong attempts. Keyturn accepts the next attempt in ${clock}.`,
  },
  newPassphrase: {
    tooShort: 'Use at least 8 characters. Several words are easier to remember.',
    differ: 'The two passphrases differ. Type the second one again.',
    passphraseAgain: 'Passphrase again',
    nobodyCanRecover: 'Four or five words that do not belong together. Nobody can recover it for you.',
  },
  restoreDialog: {
    restored: (tokens: number) => `Restored: ${plural(tokens, 'token', 'tokens')}.`,
    restoredAndKept: (tokens: number, oldFile: string) =>
      `Restored: ${plural(tokens, 'token', 'tokens')}. Keyturn keeps the earlier vault as ${oldFile}.`,
    whatRestoringDoes:
      'The tokens in the backup replace the current tokens. Keyturn deletes nothing. It keeps the current file beside the new one under another name.',
    passphraseOfBackup: 'Passphrase of the backup',
    fileComesNext: 'Then choose the backup file.',
    chooseBackupFile: 'Choose the backup file',
  },
};
