import { type Keyring, KeyringRefused, KeyringUnavailable, type Log } from '../base/ports.ts';
import { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { keysIn, putKey, readMeta } from './key-table.ts';
import { unwrapByKeyring, type Wrapping, wrapByKeyring } from './wrappings.ts';

export type KeyringOpening =
  | { readonly key: DataKey; readonly rewrap: boolean }
  | 'keyring-locked'
  | 'key-lost'
  | 'key-wrong';

/**
 * Asks the keyring for the data key. A vault that moved between keyrings has a wrapping from each of them. The function tries every
 * wrapping, newest first; the present keyring recognises its own.
 */
export async function openByKeyring(db: Database, keyring: Keyring, log: Log): Promise<KeyringOpening> {
  const wrappings = keysIn(db).filter(({ kind }) => kind === 'keyring');
  let failure: 'key-lost' | 'key-wrong' = 'key-lost';
  for (const [n, wrapping] of wrappings.entries()) {
    const tried = await openOne(db, wrapping, keyring);
    if (tried === 'keyring-locked') return tried;
    if (tried === 'key-wrong') failure = tried;
    // Wrap the key again when an older wrapping opened, so that the next start finds it first.
    else if (tried !== 'key-lost') return { key: tried.key, rewrap: tried.rewrap || n > 0 };
  }
  // If a present keyring refuses, it no longer has the key. If no keyring is present, it may come back.
  if (failure === 'key-lost' && !(await keyringIsThere(keyring, log))) return 'keyring-locked';
  return failure;
}

async function openOne(db: Database, wrapping: Wrapping, keyring: Keyring): Promise<KeyringOpening> {
  try {
    const { root, rewrap } = await unwrapByKeyring(wrapping, keyring);
    const key = new DataKey(root);
    if (key.matches(readMeta(db, 'key_check'))) return { key, rewrap };
    key.wipe();
    return 'key-wrong';
  } catch (error) {
    if (error instanceof KeyringUnavailable) return 'keyring-locked';
    if (error instanceof KeyringRefused) return 'key-lost';
    throw error;
  }
}

/** Returns whether a real keyring answers now. A keyring that throws counts as absent; the log notes the reason for support. */
export async function keyringIsThere(keyring: Keyring, log: Log): Promise<boolean> {
  try {
    return await keyring.isReal();
  } catch (error) {
    log.note('vault.keyring-failed', { error: String(error) });
    return false;
  }
}

/**
 * Wraps the open key with the keyring, and returns whether this succeeded. The vault is open either way, so a failure is only logged; the
 * next start tries again.
 */
export async function rewrap(db: Database, key: DataKey, keyring: Keyring, log: Log): Promise<boolean> {
  if (!(await keyringIsThere(keyring, log)) || key.wiped) return false;
  try {
    putKey(db, await key.withRoot((root) => wrapByKeyring(root, keyring)));
    return true;
  } catch (error) {
    log.note('vault.rewrap-failed', { error: String(error) });
    return false;
  }
}
