import { nodes, type Wrap } from '../ui/nodes.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  noKeyring: {
    noKeyring: 'This computer has no keyring',
    keyringNotKnown: 'The keyring of this computer is not known',
    whatNoKeyringMeans:
      "Keyturn keeps tokens under the system's own encryption. None is running here, so Keyturn writes no token to disk. Choose a passphrase instead, or keep tokens for this session only.",
    whatDoubtMeans: (doubt: string) =>
      `${doubt} Keyturn writes no token to disk under it. Choose a passphrase instead, or keep tokens for this session only.`,
    useAPassphrase: 'Use a passphrase',
    whatSessionMeans: 'For this session only, tokens stay in memory. They are gone when Keyturn quits.',
    keepForSession: 'Keep for this session only',
    howToGetKeyring: (link: Wrap) =>
      nodes`To have a keyring, install and start GNOME Keyring or KWallet, then start Keyturn again. ${link('How to set up GNOME Keyring')}`,
  },
  recoveryForm: {
    howToType: 'Type it as you wrote it down. Dashes, spaces and case do not matter.',
    openWithKey: 'Open with the recovery key',
  },
  recoveryKeyOffer: {
    askMakeKey: 'Make a recovery key?',
    ifPassphraseForgotten:
      'If you ever forget the passphrase, only the recovery key opens your tokens. Keyturn shows it once and keeps it nowhere, so write it down.',
    ifKeyringReset:
      "If this computer's keyring is ever reset, only the recovery key opens your tokens. Keyturn shows it once and keeps it nowhere, so write it down.",
    makeKey: 'Make a recovery key',
    notNow: 'Not now',
  },
  curtainOffer: {
    chooseOne: (link: Wrap) =>
      nodes`The lock of Keyturn keeps nobody out: anybody at this computer opens it with one click. ${link('Choose a passcode')}`,
  },
  vaultProblem: {
    orRestoreDaily: 'Or restore a daily backup of this computer:',
    keyringLocked: 'The keyring is not available',
    keyGone: 'The key is gone from the keyring',
    keyWrong: 'The keyring has another key',
    newerVersion: 'Written by a newer Keyturn',
    vaultDamaged: 'The vault is damaged',
    readOnly: 'The folder is read-only',
    diskFull: 'The disk is full',
    notAVault: 'This is not a vault',
    inUse: 'The vault is in use',
    startOver: 'Start over',
    askStartOver: 'Start over?',
    whatStartingOverDoes:
      'Keyturn makes an empty vault. It does not delete the old file. The old file stays beside the new one under another name. You can open it later if you find its key.',
  },
  vaultScreen: {
    keyturnLocked: 'Keyturn is locked',
    byPassphrase: 'Your tokens are encrypted with your passphrase.',
    byKeyring: 'Your tokens are encrypted. Unlocking asks the keyring for the key.',
    keptIn: (sentence: string) => `Your tokens are ${sentence}. Unlocking asks the keyring for the key.`,
    keyringAndPasscode: (sentence: string) =>
      `Your tokens are ${sentence}. The keyring and your passcode together open them.`,
    bySystem: {
      'touch-id': 'Touch ID asks who you are before they open.',
      polkit: 'The system asks for the password of your account before they open.',
    },
    notBySystem: {
      'touch-id': 'Touch ID does not unlock here: your passcode is a part of the key.',
      polkit: 'The password of your account does not unlock here: your passcode is a part of the key.',
    },
    unlock: 'Unlock',
    systemFails: (link: Wrap, link2: Wrap) =>
      nodes`Can the system not ask? ${link('Use the recovery key')} or ${link2('Restore a backup')}`,
    forgottenWithKey: (link: Wrap, link2: Wrap) =>
      nodes`Forgotten? ${link('Use the recovery key')} or ${link2('Restore a backup')}`,
    forgotten: (link: Wrap) => nodes`Forgotten? ${link('Restore a backup')}`,
  },
};
