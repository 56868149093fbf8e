import { chmodSync, existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failed } from '../failed.ts';
import type { Keyring } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { CellUnreadable, open } from './cells.ts';
import { DataKey } from './data-key.ts';
import { type Database, FileTrouble, openDatabase } from './database.ts';
import { keysIn, readMeta, replaceKeys } from './key-table.ts';
import { sealedColumns } from './migrations.ts';
import { makeFolder, putInPlace, unfinishedName } from './vault-file.ts';
import { unwrapByPassphrase, wrapByKeyring, wrapByPassphrase } from './wrappings.ts';

/** Opens every sealed value once; gives the number of tokens whose value opens. Throws CellUnreadable when `strict`. */
function openAll(db: Database, key: DataKey, strict: boolean): number {
  let tokens = 0;
  for (const { table, key: id, column } of sealedColumns) {
    for (const row of db.read<{ id: string; sealed: Uint8Array }>(
      `SELECT ${id} AS id, ${column} AS sealed FROM ${table}`,
    )) {
      try {
        open(key.cells, { table, rowId: row.id, column }, row.sealed).fill(0);
        if (table === 'tokens' && column === 'value') tokens++;
      } catch (error) {
        if (strict || !(error instanceof CellUnreadable)) throw error;
      }
    }
  }
  return tokens;
}

/**
 * Writes a copy of the open vault to `path` that opens with `passphrase` alone, opens it to prove it, then puts it in place. Gives the
 * number of tokens in it that open. Values that do not open here go along as they are.
 */
export async function writeBackup(
  db: Database,
  key: DataKey,
  path: string,
  passphrase: Secret,
): Promise<number> {
  const wrapping = await key.withRoot((root) => wrapByPassphrase(root, passphrase));
  const unfinished = unfinishedName(path);
  try {
    db.exec(`VACUUM INTO '${unfinished.replaceAll("'", "''")}'`);
    chmodSync(unfinished, 0o600);
    const copy = openDatabase(unfinished);
    try {
      replaceKeys(copy, [wrapping]);
      // One file to carry about: no log beside it.
      copy.exec('PRAGMA journal_mode = DELETE');
    } finally {
      copy.close();
    }
    const { db: again, key: itsKey, tokens } = await openBackup(unfinished, passphrase);
    again.exec('PRAGMA journal_mode = DELETE');
    again.close();
    itsKey.wipe();
    if (existsSync(path)) rmSync(path);
    putInPlace(unfinished, path);
    return tokens;
  } catch (error) {
    unfinishedName(path);
    throw error;
  }
}

/**
 * Makes an unfinished vault for `vaultFile` out of a backup: its key wrapped by the keyring, or left under the backup's passphrase
 * where there is none. Throws what `openBackup` throws; the backup itself is left as it was.
 */
export async function unpackBackup(
  path: string,
  passphrase: Secret,
  vaultFile: string,
  keyring: Keyring,
): Promise<{ unfinished: string; tokens: number }> {
  const { db, key, tokens } = await openBackup(path, passphrase);
  try {
    makeFolder(dirname(vaultFile));
    const unfinished = unfinishedName(vaultFile);
    db.exec(`VACUUM INTO '${unfinished.replaceAll("'", "''")}'`);
    chmodSync(unfinished, 0o600);
    if (await keyring.isReal()) {
      const copy = openDatabase(unfinished);
      replaceKeys(copy, [await key.withRoot((root) => wrapByKeyring(root, keyring))]);
      copy.close();
    }
    return { unfinished, tokens };
  } finally {
    // A backup is carried about as one file, so it goes back to having no log beside it.
    db.exec('PRAGMA journal_mode = DELETE');
    db.close();
    key.wipe();
  }
}

/** Opens a backup. Throws Failed `file` when it is none, `wrong-passphrase` when it is but does not open. */
async function openBackup(
  path: string,
  passphrase: Secret,
): Promise<{ db: Database; key: DataKey; tokens: number }> {
  let db: Database;
  try {
    db = openDatabase(path);
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    throw new Failed(
      'file',
      error.code === 'newer-version'
        ? 'This backup was written by a newer version of Keyturn.'
        : 'This file is not a Keyturn backup, or it is damaged.',
      error.code === 'newer-version' ? 'Install the newer version first.' : 'Choose another file.',
      error.code,
    );
  }
  try {
    const wrapping = keysIn(db).find(({ kind }) => kind === 'passphrase');
    if (wrapping === undefined) {
      throw new Failed(
        'file',
        'This file is a vault, not a backup: no passphrase opens it.',
        'Choose a backup file.',
      );
    }
    const key = new DataKey(await unwrapByPassphrase(wrapping, passphrase));
    if (!key.matches(readMeta(db, 'key_check') ?? new Uint8Array())) throw new CellUnreadable('key check');
    return { db, key, tokens: openAll(db, key, false) };
  } catch (error) {
    db.close();
    if (!(error instanceof CellUnreadable)) throw error;
    throw new Failed(
      'wrong-passphrase',
      'That is not the passphrase of this backup.',
      'Try again; nothing was changed.',
    );
  }
}
