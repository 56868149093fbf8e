import type { VaultAction, VaultProblemCode, VaultStatus } from '../../shared/contract/vault.ts';
import { Failed } from '../base/failure.ts';

interface Words {
  readonly sentence: (tokens: string) => string;
  readonly remedy: string;
  readonly actions: readonly VaultAction[];
}

const words: Readonly<Record<VaultProblemCode, Words>> = {
  'keyring-locked': {
    sentence: (tokens) => `The system keyring is locked or not running, so ${tokens} cannot be opened now.`,
    remedy: 'Unlock or start the keyring, then try again. Your file is untouched.',
    actions: ['retry', 'recovery-key', 'restore-backup', 'show-folder'],
  },
  'key-lost': {
    sentence: (tokens) =>
      `The key that opens your vault is not in the system keyring any more, so ${tokens} cannot be opened. The keyring was reset, or this profile came from another computer.`,
    remedy:
      'Open it with your recovery key, restore a backup, or begin anew beside it. The old file stays untouched.',
    actions: ['recovery-key', 'restore-backup', 'begin-anew', 'retry', 'show-folder'],
  },
  'key-wrong': {
    sentence: (tokens) =>
      `The keyring gave a key, but it belongs to another vault, so ${tokens} cannot be opened.`,
    remedy:
      'Put the right file back, open it with its recovery key, restore a backup, or begin anew beside it. Nothing was changed.',
    actions: ['recovery-key', 'restore-backup', 'begin-anew', 'show-folder'],
  },
  'newer-version': {
    sentence: () => 'Your vault was written by a newer version of Keyturn, so this one leaves it alone.',
    remedy: 'Install the newer version. Your file is untouched.',
    actions: ['show-folder', 'begin-anew'],
  },
  damaged: {
    sentence: () => 'The file with your tokens is damaged and does not open.',
    remedy: 'Restore a backup, or begin anew beside it. The damaged file is kept as it is.',
    actions: ['restore-backup', 'begin-anew', 'retry', 'show-folder'],
  },
  'read-only': {
    sentence: () => 'Keyturn may not write to its own folder, so it cannot keep anything safely.',
    remedy: 'Give your account write permission to the folder, then try again. Nothing was changed.',
    actions: ['retry', 'show-folder'],
  },
  'disk-full': {
    sentence: () => 'The disk is full, so Keyturn cannot keep anything safely.',
    remedy: 'Free some space, then try again. Nothing was changed.',
    actions: ['retry', 'show-folder'],
  },
  'not-a-vault': {
    sentence: () => 'The file where your vault should be is not a Keyturn vault.',
    remedy: 'Put the right file back, restore a backup, or begin anew: the file is kept beside the new one.',
    actions: ['restore-backup', 'begin-anew', 'show-folder', 'retry'],
  },
  'in-use': {
    sentence: () => 'Another program, perhaps another Keyturn, is using the file with your tokens.',
    remedy: 'Close it, then try again. Nothing was changed.',
    actions: ['retry', 'show-folder'],
  },
};

/** The problem as its screen shows it. `tokens` is null when even their number cannot be read. */
export function describeProblem(
  code: VaultProblemCode,
  tokens: number | null,
  hasRecoveryKey: boolean,
): NonNullable<VaultStatus['problem']> {
  const said = words[code];
  const count = tokens === null ? 'your tokens' : tokens === 1 ? '1 token' : `${tokens} tokens`;
  return {
    code,
    sentence: said.sentence(count),
    remedy: said.remedy,
    tokens,
    actions: said.actions.filter((action) => action !== 'recovery-key' || hasRecoveryKey),
  };
}

/** The vault is its own file: a backup neither goes over it nor is read from it. */
export const ownFile = () =>
  new Failed('file', "This is Keyturn's own file, not a backup.", 'Choose another file or name.');

/** What the person asked for is not one of the ways on now. */
export const notNow = (sentence: string) => new Failed('bad-request', sentence, 'Nothing was changed.');

export const wrongPassphrase = () =>
  new Failed('wrong-passphrase', 'That is not the passphrase of this vault.', 'Try again.');

/** `why` ends the sentence. */
export const wrongRecoveryKey = (why: string) =>
  new Failed(
    'wrong-recovery-key',
    `That is not the recovery key of this vault: ${why}.`,
    'Check it letter by letter against what you wrote down; upper and lower case, spaces and dashes do not matter.',
  );

export const wrongPasscode = () =>
  new Failed('wrong-passcode', 'That is not the passcode of this vault.', 'Try again.');

export const keyringSilent = () =>
  new Failed(
    'vault-problem',
    'The system keyring did not answer, so the passcode could not be judged.',
    'Unlock or start the keyring, then try again.',
  );
