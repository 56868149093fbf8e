import type { Database } from './database.ts';
import type { Wrapping } from './wrappings.ts';

/** Returns the wrappings of the data key, newest first. */
export function keysIn(db: Database): Wrapping[] {
  return db.read<Wrapping>('SELECT kind, wrapped, parameters FROM keys ORDER BY id DESC');
}

/** The number of keyrings whose wrappings are kept: the present one and earlier ones. */
const keyringsKept = 4;

/**
 * Adds a wrapping and replaces those of its kind. Wrappings of earlier keyrings stay, except the oldest: the vault may return to an earlier
 * place, for example to an earlier profile or Electron version.
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
 * Replaces all wrappings by the keyring with one: an earlier one would open without the passcode. Moves the log into the file, so that
 * neither holds the bytes of the earlier wrappings.
 */
export function replaceKeyringKeys(db: Database, wrapping: Wrapping): void {
  db.transaction(() => {
    db.write("DELETE FROM keys WHERE kind = 'keyring'");
    insert(db, wrapping);
  });
  db.emptyLog();
}

/** Replaces all wrappings with these. */
export function replaceKeys(db: Database, wrappings: readonly Wrapping[]): void {
  db.transaction(() => {
    db.write('DELETE FROM keys');
    for (const wrapping of wrappings) insert(db, wrapping);
  });
}

function insert(db: Database, { kind, wrapped, parameters }: Wrapping): void {
  // The newest wrapping is tried first, so ids must grow even after the newest one was removed.
  db.write(
    'INSERT INTO keys (id, kind, wrapped, parameters) VALUES ((SELECT ifnull(max(id), 0) + 1 FROM keys), ?, ?, ?)',
    kind,
    wrapped,
    parameters,
  );
}

/** The facts about the vault itself. None of them is a secret. */
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
