import { type Clock, type Keyring, KeyringRefused, KeyringUnavailable } from '../base/ports.ts';
import type { Secret } from '../base/secret.ts';
import { CellUnreadable } from './cells.ts';
import { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { attempt, countAnew } from './failed-attempts.ts';
import { keysIn, putKey, readMeta, replaceKeyringKeys } from './key-table.ts';
import { wrongPasscode } from './problems.ts';
import {
  needsPasscode,
  openByPasscode,
  sealedByPasscode,
  type Wrapping,
  wrapByKeyring,
  wrapByPasscode,
} from './wrappings.ts';

/** The dependencies of opening with the passcode. */
export interface PasscodeNeeds {
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** Returns whether this vault opens only with the keyring and a passcode. */
export const hasPasscode = (db: Database): boolean => keysIn(db).some(needsPasscode);

/**
 * Opens the vault with the keyring and the passcode. The keyring answers first, so that a failing keyring costs no attempt. Throws Failed
 * `wrong-passcode` or `wait`.
 */
export async function openWithPasscode(
  db: Database,
  passcode: Secret,
  { keyring, clock }: PasscodeNeeds,
): Promise<DataKey | 'keyring-locked' | 'key-lost'> {
  let outcome: 'keyring-locked' | 'key-lost' = 'key-lost';
  for (const wrapping of keysIn(db).filter(needsPasscode)) {
    try {
      const { sealed, again } = await sealedByPasscode(wrapping, keyring);
      const key = await attempt(db, clock, () => judged(db, wrapping, sealed, passcode));
      if (again !== null) putKey(db, again);
      return key;
    } catch (error) {
      if (error instanceof KeyringUnavailable) outcome = 'keyring-locked';
      else if (!(error instanceof KeyringRefused)) throw error;
    }
  }
  // A keyring that is absent may come back.
  return outcome === 'key-lost' && !(await keyring.isReal()) ? 'keyring-locked' : outcome;
}

/** Checks the passcode. Only the seal's tag shows a wrong passcode; nothing stored can be compared with it. */
async function judged(db: Database, wrapping: Wrapping, sealed: Buffer, passcode: Secret): Promise<DataKey> {
  try {
    const key = new DataKey(await openByPasscode(wrapping, sealed, passcode));
    if (key.matches(readMeta(db, 'key_check'))) return key;
    key.wipe();
  } catch (error) {
    if (!(error instanceof CellUnreadable)) throw error;
  }
  throw wrongPasscode();
}

/** Binds the key to the keyring and this passcode, and replaces every earlier wrapping by the keyring. */
export async function putPasscode(
  db: Database,
  key: DataKey,
  passcode: Secret,
  { keyring, clock }: PasscodeNeeds,
): Promise<void> {
  replaceKeyringKeys(db, await key.withRoot((root) => wrapByPasscode(root, keyring, passcode)));
  countAnew(db, clock);
}

/** Binds the key to the keyring alone. */
export async function takePasscode(db: Database, key: DataKey, { keyring }: PasscodeNeeds): Promise<void> {
  replaceKeyringKeys(db, await key.withRoot((root) => wrapByKeyring(root, keyring)));
}
