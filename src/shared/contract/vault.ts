import { z } from 'zod';
import { done, flag, method, nothing, text, time, typedSecret, whole } from './shapes.ts';

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
  /** Whether a recovery key exists, was declined, or is still to offer. */
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

/** A day in the person's own calendar, `2026-11-27`. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The backups that Keyturn makes by itself on this computer, newest first. */
export const dailyBackups = z.object({
  backups: z.array(z.object({ day, at: time, bytes: whole })),
  /** Why the newest attempt failed; null when it succeeded. */
  failure: z.object({ sentence: text(600), remedy: text(600) }).nullable(),
});
export type DailyBackups = z.infer<typeof dailyBackups>;

/** The methods of `vault`. */
export const vaultMethods = {
  status: method('First paint, and after a reload.', nothing, vaultStatus),
  lock: method('Lock now: the data key leaves memory.', nothing, done),
  unlock: method(
    'Open again: by the keyring, and by the passcode or the passphrase where one was chosen.',
    z.strictObject({ passphrase: typedSecret.optional() }),
    vaultStatus,
  ),
  choosePasscode: method(
    'Bind the key to a passcode besides the keyring, or to another one; changing it takes the present one.',
    z.strictObject({ passcode: typedSecret, present: typedSecret.optional() }),
    vaultStatus,
  ),
  removePasscode: method(
    'Let the keyring alone open the vault again.',
    z.strictObject({ present: typedSecret }),
    vaultStatus,
  ),
  prove: method(
    'Give the passcode or the passphrase; for a minute, actions that need a proof go on without asking again.',
    z.strictObject({ passcode: typedSecret }),
    done,
  ),
  proveBySystem: method(
    "Answer the system's own question instead; main asks it, and the answer passes the window by.",
    nothing,
    done,
  ),
  systemProof: method(
    'Whether this system can ask who sits here, for Settings. Null: it cannot.',
    nothing,
    z.object({ way: systemProofWay.nullable() }),
  ),
  setSystemProof: method(
    'Have the system ask at each unlock and before guarded actions, or no more. Off takes its answer, or the passcode.',
    z.strictObject({ on: flag, present: typedSecret.optional() }),
    vaultStatus,
  ),
  retry: method('Look again after the person put something right.', nothing, vaultStatus),
  choosePassphrase: method(
    'No keyring: keep tokens under a passphrase.',
    z.strictObject({ passphrase: z.string().min(8).max(1024) }),
    vaultStatus,
  ),
  changePassphrase: method(
    'No keyring: put another passphrase in place of the present one, which opens nothing afterwards; a forgotten one is not asked for after the recovery key.',
    z.strictObject({ present: typedSecret.optional(), passphrase: z.string().min(8).max(1024) }),
    vaultStatus,
  ),
  renewKey: method(
    'Make a new data key and encrypt everything by it, after a computer or a backup was lost; takes the passcode or the passphrase where there is one.',
    z.strictObject({ typed: typedSecret.optional() }),
    z.object({
      status: vaultStatus,
      /** The new recovery key, shown once. Null when there was none before, or when it could not be written. */
      recoveryKey: z.string().nullable(),
      /** Whether the vault's folder holds nothing of the earlier key. Otherwise the next opening removes the rest. */
      removed: flag,
    }),
  ),
  keepForSession: method('No keyring: keep tokens in memory only until Keyturn quits.', nothing, vaultStatus),
  makeRecoveryKey: method(
    'Shown once, never stored: a second way to the data key.',
    nothing,
    z.object({ recoveryKey: z.string() }),
  ),
  declineRecoveryKey: method('Asked once; the answer is kept.', nothing, vaultStatus),
  recover: method(
    'The keyring lost the key: open with the recovery key.',
    z.strictObject({ recoveryKey: typedSecret }),
    vaultStatus,
  ),
  saveBackup: method(
    'A file that opens with a passphrase anywhere; verified by opening it before it says done. Null path: cancelled.',
    z.strictObject({ passphrase: z.string().min(8).max(1024) }),
    z.object({ path: z.string().nullable(), tokens: whole }),
  ),
  restoreBackup: method(
    'Open a backup in place of what is here, on a new computer for example; the old file is kept beside it.',
    z.strictObject({ passphrase: typedSecret }),
    z.object({ status: vaultStatus, tokens: whole.nullable(), oldFile: z.string().nullable() }),
  ),
  exportTokens: method(
    'An age file with every token, for another computer; opened again before it says done. Null path: cancelled.',
    z.strictObject({ passphrase: typedSecret }),
    z.object({ path: z.string().nullable(), tokens: whole, leftOut: whole }),
  ),
  importTokens: method(
    'Take the tokens of an age file in beside those that are here. Null: cancelled.',
    z.strictObject({ passphrase: typedSecret }),
    z.object({ added: whole.nullable(), alreadyHere: whole }),
  ),
  dailyBackups: method(
    'The backups of this computer, in Settings and where the vault is damaged.',
    nothing,
    dailyBackups,
  ),
  backUpNow: method('A daily backup now, after one failed for example.', nothing, dailyBackups),
  readBackup: method(
    'A restore drill: opens every value of a daily backup and says how many tokens open; nothing is replaced.',
    z.strictObject({ day }),
    z.object({ tokens: whole, unreadable: whole }),
  ),
  restoreDaily: method(
    'Put a daily backup in place of what is here; the old file is kept beside it.',
    z.strictObject({ day }),
    z.object({ status: vaultStatus, tokens: whole, oldFile: z.string().nullable() }),
  ),
  beginAnew: method(
    'Start an empty vault beside the one that does not open; nothing is deleted.',
    nothing,
    z.object({ status: vaultStatus, oldFile: z.string() }),
  ),
  showFolder: method("Show the vault's folder in the file manager.", nothing, done),
} as const;

/** The events of `vault`. */
export const vaultEvents = {
  vaultChanged: vaultStatus,
  /** How many values of the total are encrypted with the new data key; sent a few times a second. */
  newKeyProgress: z.object({ done: whole, of: whole }),
} as const;
