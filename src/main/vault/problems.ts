import type { VaultAction, VaultProblemCode, VaultStatus } from '../../shared/contract/vault-status.ts';
import { Failed } from '../base/failure.ts';
import { words } from './words.ts';

/** The actions that the screen of each problem offers. */
const actions: Readonly<Record<VaultProblemCode, readonly VaultAction[]>> = {
  'keyring-locked': ['retry', 'recovery-key', 'restore-backup', 'show-folder'],
  'key-lost': ['recovery-key', 'restore-backup', 'begin-anew', 'retry', 'show-folder'],
  'key-wrong': ['recovery-key', 'restore-backup', 'begin-anew', 'show-folder'],
  'newer-version': ['show-folder', 'begin-anew'],
  damaged: ['restore-backup', 'begin-anew', 'retry', 'show-folder'],
  'read-only': ['retry', 'show-folder'],
  'disk-full': ['retry', 'show-folder'],
  'not-a-vault': ['restore-backup', 'begin-anew', 'show-folder', 'retry'],
  'in-use': ['retry', 'show-folder'],
};

/** Returns the problem as its screen shows it. `tokens` is null when even their number cannot be read. */
export function describeProblem(
  code: VaultProblemCode,
  tokens: number | null,
  hasRecoveryKey: boolean,
): NonNullable<VaultStatus['problem']> {
  const { sentence, remedy } = words.problems[code];
  return {
    code,
    sentence: sentence(words.problems.tokens(tokens)),
    remedy,
    tokens,
    actions: actions[code].filter((action) => action !== 'recovery-key' || hasRecoveryKey),
  };
}

/** Returns the failure for a backup that would overwrite the vault's own file, or would be read from it. */
export const ownFile = () => new Failed('file', words.problems.ownFile, words.problems.chooseFileOrName);

/** Returns the failure for an action that is not possible now. */
export const notNow = (sentence: string) =>
  new Failed('bad-request', sentence, words.problems.nothingChanged);

/** Returns the failure for a passphrase that does not open the vault. */
export const wrongPassphrase = () =>
  new Failed('wrong-passphrase', words.problems.wrongPassphrase, words.problems.tryAgain);

/** Returns the failure for a recovery key that does not open the vault. `sentence` says why. */
export const wrongRecoveryKey = (sentence: string) =>
  new Failed('wrong-recovery-key', sentence, words.problems.checkRecoveryKey);

/** Returns the failure for a passcode that does not open the vault. */
export const wrongPasscode = () =>
  new Failed('wrong-passcode', words.problems.wrongPasscode, words.problems.tryAgain);

/** Returns the failure for a keyring that did not answer, so that a passcode could not be checked. */
export const keyringSilent = () =>
  new Failed('vault-problem', words.problems.keyringSilent, words.problems.startKeyring);
