import type { Database } from './database.ts';
import type { Wrapping } from './wrappings.ts';

/** The wrappings of the data key, newest first. */
export function keysIn(db: Database): Wrapping[] {
  return db.read<Wrapping>('SELECT kind, wrapped, parameters FROM keys ORDER BY id DESC');
}

/** How many keyrings' wrappings are kept: this one's and those the vault came from. */
const keyringsKept = 4;

/**
 * Adds a wrapping in place of those of its kind. Earlier keyrings' are kept, the oldest aside: the vault may go back to where it came
 * from, for example to the profile or the Electron it was opened with before.
 */
export function putKey(db: Database, wrapping: Wrapping): void {
  db.transaction(() => {
    db.write(
      'DELETE FROM keys WHERE kind = ?1 AND id NOT IN (SELECT id FROM keys WHERE kind = ?1 ORDER BY id DESC LIMIT ?2)',
      wrapping.kind,
      wrapping.kind === 'keyring' ? keyringsKept - 1 : 0,
    );
    insert(db, wrapping);
  });
}

/**
 * Puts a wrapping by the keyring in the place of all of them: an earlier one would open without the passcode. The log is moved into the
 * file, so that the bytes of the earlier ones stand in neither.
 */
export function replaceKeyringKeys(db: Database, wrapping: Wrapping): void {
  db.transaction(() => {
    db.write("DELETE FROM keys WHERE kind = 'keyring'");
    insert(db, wrapping);
  });
  db.emptyLog();
}

/** These wrappings and no other. */
export function replaceKeys(db: Database, wrappings: readonly Wrapping[]): void {
  db.transaction(() => {
    db.write('DELETE FROM keys');
    for (const wrapping of wrappings) insert(db, wrapping);
  });
}

function insert(db: Database, { kind, wrapped, parameters }: Wrapping): void {
  // The newest is the first to be tried, so ids must grow even when the newest of all has been removed.
  db.write(
    'INSERT INTO keys (id, kind, wrapped, parameters) VALUES ((SELECT ifnull(max(id), 0) + 1 FROM keys), ?, ?, ?)',
    kind,
    wrapped,
    parameters,
  );
}

/** The facts about the vault itself; none is a secret. */
type Meta = 'key_check' | 'earlier_key_check' | 'recovery_answer' | 'passcode_failures' | 'system_proof';

/** Returns a fact about the vault, or null where it was never written. */
export function readMeta(db: Database, name: Meta): Uint8Array | null {
  return db.read<{ value: Uint8Array }>('SELECT value FROM meta WHERE name = ?', name)[0]?.value ?? null;
}

/** Writes a fact about the vault in place of the earlier one. */
export function writeMeta(db: Database, name: Meta, value: Uint8Array): void {
  db.write(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}

/** Removes a fact about the vault. */
export const removeMeta = (db: Database, name: Meta): void =>
  db.write('DELETE FROM meta WHERE name = ?', name);
