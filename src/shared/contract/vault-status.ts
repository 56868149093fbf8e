import { z } from 'zod';
import { flag, method, nothing, text, time, whole } from './shapes.ts';

/** The vault's status. It has a file of its own, because the first screen needs it before the vault's other methods. */

export const keptIn = z.object({
  kind: z.enum(['keyring', 'passphrase', 'session']),
  /** "GNOME Keyring", "Keychain", "Passphrase", "This session only". */
  label: text(80),
  /** "encrypted with GNOME Keyring on this computer". */
  sentence: text(200),
});
export type KeptIn = z.infer<typeof keptIn>;

export const vaultProblemCode = z.enum([
  'keyring-locked',
  'key-lost',
  'key-wrong',
  'newer-version',
  'damaged',
  'read-only',
  'disk-full',
  'not-a-vault',
  'in-use',
]);
export type VaultProblemCode = z.infer<typeof vaultProblemCode>;

export const vaultAction = z.enum(['retry', 'recovery-key', 'restore-backup', 'begin-anew', 'show-folder']);
export type VaultAction = z.infer<typeof vaultAction>;

/** Touch ID on macOS; polkit on Linux, which usually asks for the account's password. */
export const systemProofWay = z.enum(['touch-id', 'polkit']);

export const vaultStatus = z.object({
  /**
   * `opening`: not checked yet. `open`. `locked`: the data key is not in memory. `no-keyring`: nothing can be kept until the person
   * chooses. `problem`: the vault exists and does not open; see `problem`.
   */
  phase: z.enum(['opening', 'open', 'locked', 'no-keyring', 'problem']),
  keptIn: keptIn.nullable(),
  /** Why Keyturn does not use an existing keyring; absent when there is no reason to give. */
  keyringDoubt: text(300).optional(),
  /** When the vault locks by itself; null when it does not. */
  locksAt: time.nullable(),
  /** Whether a recovery key exists, was declined, or was not offered yet. */
  recoveryKey: z.enum(['to-offer', 'declined', 'made']),
  lock: z.object({
    /**
     * `none`: the keyring alone opens the vault. `chosen`: the passcode is needed too. `choose-anew`: the recovery key opened the vault, so
     * the person may choose a new passcode without the present one.
     */
    passcode: z.enum(['none', 'chosen', 'choose-anew']),
    /**
     * Whether the recovery key opened the vault. Until the next lock, the person may choose a new passcode or passphrase without the
     * present one.
     */
    recovered: flag,
    /** How many attempts failed in a row. */
    failures: whole,
    /** When the next attempt is allowed; null means now. */
    waitsUntil: time.nullable(),
    /** How the system asks who sits here, before an unlock without a passcode and before guarded actions; null means never. */
    systemProof: systemProofWay.nullable(),
  }),
  problem: z
    .object({
      code: vaultProblemCode,
      sentence: text(600),
      remedy: text(600),
      /** How many tokens cannot be opened now; null when even their number is unreadable. */
      tokens: z.number().int().nonnegative().nullable(),
      actions: z.array(vaultAction),
    })
    .nullable(),
});
export type VaultStatus = z.infer<typeof vaultStatus>;

/** The method of the first screen. The other methods of the vault are in vault.ts. */
export const statusMethod = method(
  'The status, for the first paint and after a reload.',
  nothing,
  vaultStatus,
);
