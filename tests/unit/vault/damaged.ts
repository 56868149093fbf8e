import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { CellUnreadable } from '../../../src/main/vault/cells.ts';
import { addToken, keptValue } from './contents.ts';
import { bytesOf, file, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

/** SQLite's page, in bytes. */
export const pageSize = 4096;
/** Returns the value that the token `id` was given. */
export const textOf = (id: string) => `00value of ${id}`.padEnd(42, '-');
/** The tokens of a filled vault. */
export const ids = Array.from({ length: 24 }, (_, n) => `t${n}`);

/** A vault whose tokens fill pages of their own; `crash` leaves it as kill -9 would: a file, and a log with what came last. */
export async function filled(crash = false) {
  const keyring = new MemoryKeyring();
  const folder = newFolder();
  const vault = open(folder, keyring);
  await vault.start();
  for (const id of ids) addToken(vault, id, textOf(id));
  if (!crash) {
    vault.close();
    return { folder, keyring };
  }
  const crashed = newFolder();
  mkdirSync(crashed, { recursive: true });
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(crashed, name));
  return { folder: crashed, keyring };
}

/**
 * What came of opening the vault there. Nothing may be thrown, and no value may come out that was not put in. Without its key a vault
 * stays as it was, but that SQLite moves a log into it where the file is whole and its key is lost or wrong.
 */
export async function outcomeAt(folder: string, keyring: MemoryKeyring): Promise<string> {
  const hasLog = existsSync(`${file(folder)}-wal`);
  const vault = open(folder, keyring);
  const { phase, problem } = await vault.start();
  let unreadable = 0;
  if (phase === 'open') {
    for (const { id } of vault.read<{ id: string }>('SELECT id FROM tokens')) {
      try {
        expect(keptValue(vault, id)).toBe(textOf(id));
      } catch (error) {
        if (!(error instanceof CellUnreadable)) throw error;
        unreadable++;
      }
    }
  }
  const moves = hasLog && (problem?.code === 'key-lost' || problem?.code === 'key-wrong');
  const before = phase === 'open' || moves ? null : bytesOf(folder);
  vault.close();
  if (before !== null) expect(bytesOf(folder).equals(before), `the file after ${problem?.code}`).toBe(true);
  return phase === 'open' ? `open, ${unreadable} unreadable` : `${phase}, ${problem?.code}`;
}

/** The allowed results of a damaged vault: Keyturn reports it, or loses the cell that was hit. */
export const fair =
  /^(open, [01] unreadable|problem, (damaged|not-a-vault|newer-version|key-lost|key-wrong|read-only))$/;
