import type { VaultStatus } from '../../shared/contract/vault.ts';

/** Where tokens are kept, as pages say it. */
export type KeptIn = NonNullable<VaultStatus['keptIn']>;

export const passphraseKept: KeptIn = {
  kind: 'passphrase',
  label: 'Passphrase',
  sentence: 'encrypted with your passphrase on this computer',
};
export const sessionKept: KeptIn = {
  kind: 'session',
  label: 'This session only',
  sentence: 'in memory only, until Keyturn quits',
};
/** `label` is the keyring's name as a person knows it. */
export const keyringKept = (label: string): KeptIn => ({
  kind: 'keyring',
  label,
  sentence: `encrypted with ${label} on this computer`,
});
