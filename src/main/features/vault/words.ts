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
    passcode: 'Prove that it is you before a passcode is chosen.',
    systemProof: 'Prove that it is you before the system asks in future.',
  },
  /** What a question of the system names, as the end of "Keyturn wants to". */
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
  },
  nothingWaits: 'Nothing waits for a proof now.',
  givePasscode: 'Give your passcode.',
  givePassphrase: 'Give your passphrase.',
  askSystem: { 'touch-id': 'Use Touch ID.', polkit: 'Give the password of your account.' },
  passcodeOrSystem: {
    'touch-id': 'Give your passcode, or use Touch ID.',
    polkit: 'Give your passcode, or the password of your account.',
  },
  systemProof: {
    on: {
      'touch-id': 'Touch ID is asked for from now on.',
      polkit: 'The password of the account is asked for from now on.',
    },
    off: 'The system asks no more who is there.',
    askOff: 'Stop asking who is there?',
    detailOff: 'Keyturn was opened with the recovery key, so the system is not asked for this.',
    yesOff: 'Stop asking',
    notOff: 'The system goes on asking.',
    onlyWayOut:
      'The system asks who is there, and without a passcode only a recovery key would be a way out.',
    makeWayOut: 'Make a recovery key first, or switch the question of the system off.',
  },
};
