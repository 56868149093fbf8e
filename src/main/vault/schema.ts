import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { FileTrouble } from './file-trouble.ts';
import { migrations } from './migrations.ts';
import { schemaHashes } from './schema-hashes.ts';

/** Returns the number that a pragma without arguments answers. */
export const numberOf = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);

/** Brings a database to the format `to`. Throws SQLite's error; the step that failed is then undone by its caller. */
export function migrate(db: DatabaseSync, to = Number.POSITIVE_INFINITY): void {
  const from = numberOf(db, 'user_version');
  for (const step of migrations.filter(({ number }) => number > from && number <= to)) {
    db.exec(`BEGIN IMMEDIATE; ${step.sql} PRAGMA user_version = ${step.number}; COMMIT;`);
    // Moves the format number from the log into the file's head, where an older Keyturn reads it before it touches anything.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}

/**
 * Refuses a file that has not exactly the tables and indexes of its format, word for word. A trigger, a foreign key, a conflict clause or a
 * default that somebody added would act on a write: it could bring a removed key back, or keep the count of failed attempts at none. Throws
 * FileTrouble `damaged`.
 */
export function checkSchema(db: DatabaseSync): void {
  if (schemaHash(db) !== schemaHashes[numberOf(db, 'user_version')]) throw new FileTrouble('damaged');
}

/**
 * Returns the SHA-256 of everything that a database is made of, in hex. Names of SQLite's own are in it too: somebody could give one
 * to a trigger.
 */
export function schemaHash(db: DatabaseSync): string {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
  const parts = rows.map((row) => Object.values(row).map(plain));
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** SQLite keeps the blanks of the statement that made a table, and later statements add to it. */
const plain = (part: unknown): string => String(part).replaceAll(/\s+/g, ' ').trim();
