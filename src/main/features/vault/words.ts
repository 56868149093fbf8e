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
    newKey: 'Keyturn asks for your passcode before it makes a new data key.',
  },
  givePasscode: 'Give your passcode.',
  /** A backup that nothing shows to be as it was saved, by why. */
  doubt: {
    changed: {
      question: 'This backup was changed or damaged since it was saved.',
      detail: (opening: number) =>
        `${opening === 1 ? '1 token in it still opens' : `${opening} tokens in it still open`}. Restore it only if there is no other backup.`,
      button: 'Restore what opens',
    },
    unsealed: {
      question: 'An early Keyturn saved this backup, and put no seal on it.',
      detail: (opening: number) =>
        `Nothing shows whether it was changed since. ${opening === 1 ? '1 token in it opens' : `${opening} tokens in it open`}. Restore it if you know where it was kept.`,
      button: 'Restore it',
    },
  },
  passcode: {
    question: 'Choose this passcode for Keyturn?',
    detail: (hasRecoveryKey: boolean) =>
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
      'Everything in the vault is encrypted by it. The daily backups of before are removed, and a recovery key of before no longer works.',
    button: 'Make the key',
    none: 'No new data key was made.',
    noted: 'A new data key was made, and everything was encrypted by it.',
  },
  newKeyAnyway: {
    question: (unreadable: number) =>
      unreadable === 1
        ? '1 value in your vault does not open now.'
        : `${unreadable} values in your vault do not open now.`,
    detail:
      'With a new data key they stay unreadable, and the daily backups go, which may still hold them. Restore a daily backup first if you need them.',
    button: 'Make the key anyway',
  },
};
