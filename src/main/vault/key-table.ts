import type { Database } from './database.ts';
import type { Wrapping } from './wrappings.ts';

/** The wrappings of the data key, newest first. */
export function keysIn(db: Database): Wrapping[] {
  return db.read<Wrapping>('SELECT kind, wrapped, parameters FROM keys ORDER BY id DESC');
}

/** Adds a wrapping in place of those of its kind. */
export function putKey(db: Database, wrapping: Wrapping): void {
  db.transaction(() => {
    db.write('DELETE FROM keys WHERE kind = ?', wrapping.kind);
    insert(db, wrapping);
  });
}

/** These wrappings and no other. */
export function replaceKeys(db: Database, wrappings: readonly Wrapping[]): void {
  db.transaction(() => {
    db.write('DELETE FROM keys');
    for (const wrapping of wrappings) insert(db, wrapping);
  });
}

function insert(db: Database, { kind, wrapped, parameters }: Wrapping): void {
  db.write('INSERT INTO keys (kind, wrapped, parameters) VALUES (?, ?, ?)', kind, wrapped, parameters);
}

/** A fact about the vault itself that is no secret. */
export function readMeta(db: Database, name: 'key_check' | 'recovery_answer'): Uint8Array | null {
  return db.read<{ value: Uint8Array }>('SELECT value FROM meta WHERE name = ?', name)[0]?.value ?? null;
}

export function writeMeta(db: Database, name: 'key_check' | 'recovery_answer', value: Uint8Array): void {
  db.write(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}
