import { z } from 'zod';
import { done, flag, method, nothing, text, time, typedSecret, whole } from './shapes.ts';
import { statusMethod, systemProofWay, vaultStatus } from './vault-status.ts';

/** A day in the person's own calendar, `2026-11-27`. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The backups that Keyturn makes by itself on this computer, newest first. */
export const dailyBackups = z.object({
  backups: z.array(z.object({ day, at: time, bytes: whole })),
  /** Why the newest attempt failed; null when it succeeded. */
  failure: z.object({ sentence: text(600), remedy: text(600) }).nullable(),
});
export type DailyBackups = z.infer<typeof dailyBackups>;

/** How many credentials of each kind. */
const counts = z.object({ tokens: whole, apps: whole });

/** The methods of `vault`. */
export const vaultMethods = {
  status: statusMethod,
  lock: method('Lock now and wipe the data key from memory.', nothing, done),
  unlock: method(
    'Unlock with the keyring, and with the passcode or passphrase if the vault has one.',
    z.strictObject({ passphrase: typedSecret.optional() }),
    vaultStatus,
  ),
  choosePasscode: method(
    'Bind the key to a passcode in addition to the keyring. To change it, give the current passcode.',
    z.strictObject({ passcode: typedSecret, present: typedSecret.optional() }),
    vaultStatus,
  ),
  removePasscode: method(
    'Remove the passcode: the keyring alone opens the vault again.',
    z.strictObject({ present: typedSecret }),
    vaultStatus,
  ),
  prove: method(
    'Check the passcode or passphrase. For a minute, guarded actions then do not ask again.',
    z.strictObject({ passcode: typedSecret }),
    done,
  ),
  proveBySystem: method(
    "Answer the system's own question instead; main asks it, and the window never sees the answer.",
    nothing,
    done,
  ),
  systemProof: method(
    'How this system can ask who sits here, for Settings; null when it cannot.',
    nothing,
    z.object({ way: systemProofWay.nullable() }),
  ),
  setSystemProof: method(
    'Switch the system’s question at unlock and before guarded actions on or off. Off needs its answer or the passcode.',
    z.strictObject({ on: flag, present: typedSecret.optional() }),
    vaultStatus,
  ),
  retry: method('Try again after the person fixed a problem.', nothing, vaultStatus),
  choosePassphrase: method(
    'Without a keyring: keep tokens under a passphrase.',
    z.strictObject({ passphrase: z.string().min(8).max(1024) }),
    vaultStatus,
  ),
  changePassphrase: method(
    'Without a keyring: change the passphrase. The earlier one then opens nothing. After the recovery key, the earlier one is not needed.',
    z.strictObject({ present: typedSecret.optional(), passphrase: z.string().min(8).max(1024) }),
    vaultStatus,
  ),
  renewKey: method(
    'Make a new data key and encrypt everything with it, after the loss of a computer or backup. Needs the passcode or passphrase, if there is one.',
    z.strictObject({ typed: typedSecret.optional() }),
    z.object({
      status: vaultStatus,
      /** The new recovery key, shown once. Null when there was none before, or when it could not be written. */
      recoveryKey: z.string().nullable(),
      /** Whether the vault's folder holds nothing of the earlier key. Otherwise the next opening removes the rest. */
      removed: flag,
    }),
  ),
  keepForSession: method(
    'Without a keyring: keep tokens in memory until Keyturn quits.',
    nothing,
    vaultStatus,
  ),
  makeRecoveryKey: method(
    'Make a recovery key, a second way to the data key. It is shown once and never stored.',
    nothing,
    z.object({ recoveryKey: z.string() }),
  ),
  declineRecoveryKey: method(
    'Decline the recovery key, so that it is not offered again.',
    nothing,
    vaultStatus,
  ),
  recover: method(
    'Open the vault with the recovery key, when the keyring lost the key or the passphrase is forgotten.',
    z.strictObject({ recoveryKey: typedSecret }),
    vaultStatus,
  ),
  saveBackup: method(
    'Save a backup that opens anywhere with a passphrase, and verify it by opening it. Null path: cancelled.',
    z.strictObject({ passphrase: z.string().min(8).max(1024) }),
    z.object({ path: z.string().nullable(), tokens: whole }),
  ),
  restoreBackup: method(
    'Replace the vault with a backup, for example on a new computer. The old file is kept beside it.',
    z.strictObject({ passphrase: typedSecret }),
    z.object({ status: vaultStatus, tokens: whole.nullable(), oldFile: z.string().nullable() }),
  ),
  exportTokens: method(
    'Save an age file with every token and app, for another computer, and verify it by opening it. Null path: cancelled.',
    z.strictObject({ passphrase: typedSecret }),
    z.object({ path: z.string().nullable(), tokens: whole, apps: whole, leftOut: whole }),
  ),
  importTokens: method(
    'Add the tokens and apps of an age file to the kept ones. Null: cancelled.',
    z.strictObject({ passphrase: typedSecret }),
    z.object({ added: counts.nullable(), alreadyHere: counts }),
  ),
  dailyBackups: method(
    'The backups on this computer, for Settings and for a damaged vault.',
    nothing,
    dailyBackups,
  ),
  backUpNow: method('Write a daily backup now, for example after one failed.', nothing, dailyBackups),
  readBackup: method(
    'Test a restore: open every value of a daily backup and count the tokens that open. Replaces nothing.',
    z.strictObject({ day }),
    z.object({ tokens: whole, unreadable: whole }),
  ),
  restoreDaily: method(
    'Replace the vault with a daily backup. The old file is kept beside it.',
    z.strictObject({ day }),
    z.object({ status: vaultStatus, tokens: whole, oldFile: z.string().nullable() }),
  ),
  beginAnew: method(
    'Start an empty vault and keep the one that does not open beside it. Deletes nothing.',
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
