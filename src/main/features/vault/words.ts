/** The sentences about opening, locking and backing up the vault. */
export const words = {
  /** Why the passcode is asked for, by what it guards. */
  proof: {
    copyValue: 'Keyturn asks for your passcode before it copies a value.',
    copyPrivateKey: 'Keyturn asks for your passcode before it copies a private key.',
    programs: 'Keyturn asks for your passcode before programs may do more.',
    recoveryKey: 'Keyturn asks for your passcode before it makes a recovery key.',
    backup: 'Keyturn asks for your passcode before it saves a backup.',
    exportTokens: 'Keyturn asks for your passcode before it exports tokens.',
  },
  givePasscode: 'Give your passcode.',
};
