import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { applicationId, migrations, newestVersion } from '../../src/main/vault/migrations.ts';

/** The earlier forms that a vault with a record of activity can have. */
export const olderForms: readonly number[] = migrations
  .map(({ number }) => number)
  .filter((number) => number >= 4 && number < newestVersion);

const columnsOf = (db: DatabaseSync, schema: string, table: string): string[] =>
  db
    .prepare(`SELECT name FROM pragma_table_info(?, ?)`)
    .all(table, schema)
    .map(({ name }) => String(name));

/**
 * Writes the closed vault at `path` in an older form: the tables and columns of `version`, with the vault's data. Leaves out what
 * only newer forms can hold.
 */
export function writeInForm(path: string, version: number): void {
  const older = `${path}.older`;
  const db = new DatabaseSync(older);
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA foreign_keys = OFF`);
  for (const step of migrations.filter(({ number }) => number <= version)) db.exec(step.sql);
  db.exec(`PRAGMA user_version = ${version}`);
  db.prepare('ATTACH ? AS newer').run(path);
  const tables = db
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  db.exec('BEGIN');
  for (const { name } of tables) {
    const table = String(name);
    const there = columnsOf(db, 'newer', table);
    const columns = columnsOf(db, 'main', table)
      .filter((column) => there.includes(column))
      .join(', ');
    db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table} ORDER BY rowid`);
  }
  db.exec('COMMIT');
  db.close();
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  renameSync(older, path);
}
