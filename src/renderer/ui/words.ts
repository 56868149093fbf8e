import { plural } from './plural.ts';

/** The words that many features use. */
export const shared = {
  cancel: 'Cancel',
  copy: 'Copy',
  close: 'Close',
  restoreBackup: 'Restore a backup',
  addToken: 'Add token',
  testAll: 'Test all',
  showFolder: 'Show the folder',
  copyFor30s: 'Copy for 30 s',
  writtenDown: 'I have written it down',
  tryAgain: 'Try again',
  passphrase: 'Passphrase',
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
  settings: 'Settings',
  tokens: 'Tokens',
  upcoming: 'Upcoming',
  inventory: 'Inventory',
  activity: 'Activity',
};

/** The words of what the first screen needs, by the file that shows them. */
export const words = {
  keys: {
    ctrl: 'Ctrl',
  },
  newPassphrase: {
    tooShort: 'Use at least 8 characters. Several words are easier to remember.',
    differ: 'The two passphrases differ. Type the second one again.',
    passphraseAgain: 'Passphrase again',
    nobodyCanRecover: 'At least 8 characters. Nobody can recover it for you.',
    lengthSoFar: (length: number) => `${length} of at least 8 characters`,
    good: 'Good. Longer is better: four or five words.',
    strong: 'Strong by its length.',
  },
  orgMark: {
    production: 'Production',
    preview: 'Preview',
    development: 'Development',
    other: 'Other',
  },
  restoreDialog: {
    restored: (tokens: number) => `Restored: ${plural(tokens, 'token', 'tokens')}.`,
    restoredAndKept: (tokens: number, oldFile: string) =>
      `Restored: ${plural(tokens, 'token', 'tokens')}. The vault that was here is kept as ${oldFile}.`,
    whatRestoringDoes:
      'The tokens in the backup replace the ones that are here now. Keyturn does not delete those. It keeps their file beside the new one under another name.',
    passphraseOfBackup: 'Passphrase of the backup',
    fileComesNext: 'Then choose the backup file.',
    chooseBackupFile: 'Choose the backup file',
  },
};
