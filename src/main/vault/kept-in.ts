import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import { words } from './words.ts';

/** The place where tokens are kept, as pages show it. */
export type KeptIn = NonNullable<VaultStatus['keptIn']>;

export const passphraseKept: KeptIn = {
  kind: 'passphrase',
  label: words.keptIn.passphrase,
  sentence: words.keptIn.withPassphrase,
};
export const sessionKept: KeptIn = {
  kind: 'session',
  label: words.keptIn.session,
  sentence: words.keptIn.inMemory,
};
/** `label` is the keyring's name as a person knows it. */
export const keyringKept = (label: string): KeptIn => ({
  kind: 'keyring',
  label,
  sentence: words.keptIn.withKeyring(label),
});
