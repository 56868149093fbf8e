import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialogs } from '../../../src/main/base/ports.ts';
import { UnfinishedFiles } from '../../../src/main/vault/unfinished-files.ts';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken } from '../vault/contents.ts';
import { HandClock, MemoryKeyring, quiet } from '../vault/memory-keyring.ts';

/** A value of a token, and a name, that no leftover may hold. */
export const canary = '00canaryOfAWriter_canaryOfAWriter_abcdefgh';

/** Where the runs are: in memory where that is, because each run flushes a vault many times. */
export const fastFolder = (): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'keyturn-writers-'));

/** The folders of one run: Keyturn's own, and one of the person's. */
export interface World {
  readonly base: string;
  readonly own: string;
  readonly place: string;
  readonly vault: Vault;
  readonly unfinished: UnfinishedFiles;
  /** Dialogs that choose this name in the person's folder. */
  readonly choosing: (name: string) => Dialogs;
}

/** Opens the vault of a run again, as the next start does. */
export async function openAgain(base: string): Promise<Pick<World, 'vault' | 'unfinished'>> {
  const keyring = new MemoryKeyring();
  keyring.key = readFileSync(join(base, 'key'));
  const vault = new Vault({ folder: join(base, 'own'), keyring, clock: new HandClock(), log: quiet });
  await vault.start();
  return { vault, unfinished: new UnfinishedFiles(vault, quiet) };
}

/** Makes the folders of a run below `parent`, and a vault with one token. `place` is the person's folder when it is elsewhere. */
export async function newWorld(parent: string, place?: string): Promise<World> {
  const base = mkdtempSync(join(parent, 'run-'));
  const own = join(base, 'own');
  mkdirSync(join(base, 'place'));
  writeFileSync(join(base, 'key'), new MemoryKeyring().key);
  const { vault, unfinished } = await openAgain(base);
  addToken(vault, 'a', canary);
  const there = place ?? join(base, 'place');
  const choosing = (name: string): Dialogs => ({
    openFile: async () => null,
    openFolder: async () => null,
    saveFile: async () => join(there, name),
    confirm: async () => true,
  });
  return { base, own, place: there, vault, unfinished, choosing };
}

/** Returns the paths of all files below a folder that hold `text`, without the one at `except`. */
export const holding = (folder: string, text: string, except: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== except && readFileSync(path).includes(text));
