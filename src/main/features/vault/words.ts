/** The sentences about opening, locking and backing up the vault. */
export const words = {
  /** Why a proof is asked for, by what it guards. */
  proof: {
    copyValue: 'Prove that it is you before Keyturn copies a value.',
    copyPrivateKey: 'Prove that it is you before Keyturn copies a private key.',
    handOver: 'Prove that it is you before Keyturn hands over a value.',
    giveValue: 'Prove that it is you before a program gets a value.',
    programs: 'Prove that it is you before programs may do more.',
    recoveryKey: 'Prove that it is you before Keyturn makes a recovery key.',
    backup: 'Prove that it is you before Keyturn saves a backup.',
    exportTokens: 'Prove that it is you before Keyturn exports tokens.',
  },
  givePasscode: 'Give your passcode.',
  givePassphrase: 'Give your passphrase.',
};
