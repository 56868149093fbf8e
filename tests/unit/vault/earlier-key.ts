import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataKey } from '../../../src/main/vault/data-key.ts';
import { openDatabase } from '../../../src/main/vault/database.ts';
import { keysIn } from '../../../src/main/vault/key-table.ts';
import { sealedColumns } from '../../../src/main/vault/migrations.ts';
import { readRecoveryKey } from '../../../src/main/vault/recovery-key.ts';
import { openAll } from '../../../src/main/vault/sealed-cells.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { unwrapByRecoveryKey } from '../../../src/main/vault/wrappings.ts';
import { file } from './helpers.ts';

/** The columns, other than the sealed ones, with values derived from the data key. */
const derived = [
  'SELECT value_tag AS bytes FROM tokens WHERE revoked_at IS NULL',
  'SELECT other_tag AS bytes FROM rotations WHERE other_tag IS NOT NULL',
  'SELECT mac AS bytes FROM activity',
  'SELECT wrapped AS bytes FROM keys',
  "SELECT value AS bytes FROM meta WHERE name = 'key_check'",
];

/** Returns every byte string in the open vault that its present data key sealed, derived or was wrapped into. */
export function bytesOfKey(vault: Vault): Buffer[] {
  const cells = sealedColumns.map(
    ({ table, column }) => `SELECT ${column} AS bytes FROM ${table} WHERE ${column} IS NOT NULL`,
  );
  return [...cells, ...derived].flatMap((sql) =>
    vault.read<{ bytes: Uint8Array }>(sql).map(({ bytes }) => Buffer.from(bytes)),
  );
}

/** Returns all bytes of the files in `folder` and below. */
const everyByte = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name))] : [],
    ),
  );

/** Returns how many of these byte strings stand somewhere in `folder`, whole or by their first 24 bytes. */
export function leftOf(bytes: readonly Buffer[], folder: string): number {
  if (!existsSync(folder)) return 0;
  const all = everyByte(folder);
  return bytes.filter((one) => all.includes(one.subarray(0, 24)) || all.includes(one)).length;
}

/** Returns the data key of a closed vault as its recovery key gives it; the caller wipes it. Throws where that key does not open it. */
export function rootOf(folder: string, recoveryKey: string): Buffer {
  const db = openDatabase(file(folder));
  try {
    const wrapping = keysIn(db).find(({ kind }) => kind === 'recovery');
    const typed = readRecoveryKey(recoveryKey);
    if (wrapping === undefined || 'wrong' in typed) throw new Error('There is no such recovery key.');
    return unwrapByRecoveryKey(wrapping, typed);
  } finally {
    db.close();
  }
}

/** Returns how many sealed values of a closed vault this key opens, and how many it does not. */
export function openedBy(root: Buffer, folder: string): { cells: number; unreadable: number } {
  const db = openDatabase(file(folder));
  const key = new DataKey(Buffer.from(root));
  try {
    const { cells, unreadable } = openAll(db, key);
    return { cells, unreadable };
  } finally {
    key.wipe();
    db.close();
  }
}
