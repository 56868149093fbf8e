import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compose } from '../../../src/main/app/compose.ts';
import { NotReplaced, replaceFile, troubleOfWriting } from '../../../src/main/base/files.ts';
import { UnfinishedFiles } from '../../../src/main/vault/unfinished-files.ts';
import { stillWorld } from '../main/still-world.ts';
import { bytesOf, newFolder, open } from './helpers.ts';
import { MemoryKeyring, quiet } from './memory-keyring.ts';

/** An open vault, and a folder of the person's with an unfinished file in it, as a kill in the middle of a write leaves it. */
async function killed(keyring = new MemoryKeyring()) {
  const folder = newFolder();
  const vault = open(folder, keyring);
  await vault.start();
  const place = join(folder, '..', 'place');
  mkdirSync(place);
  const left = join(place, '.env.keyturn-0123456789ab');
  const note = (path = left) => void new UnfinishedFiles(vault, quiet).watch(path);
  return { folder, vault, place, left, note, next: new UnfinishedFiles(vault, quiet) };
}

it('what a kill left of a hand-over is removed when Keyturn opens its vault again', async () => {
  const keyring = new MemoryKeyring();
  const { folder, vault, left, note } = await killed(keyring);
  note();
  writeFileSync(left, 'TOKEN=00value');
  vault.close();
  const app = compose(stillWorld({ userData: folder, extraCaFile: null, keyring }));
  await app.start();
  expect(existsSync(left)).toBe(false);
  await app.end();
});

it('a file with another name, a link and a folder stay, whatever the vault names', async () => {
  const { place, note, next } = await killed();
  const paths = ['.env', '.env.keyturn-0123', '.env.keyturn-0123456789ac', '.env.keyturn-0123456789ad'].map(
    (name) => join(place, name),
  );
  const [env = '', short = '', link = '', folder = ''] = paths;
  for (const path of [env, short]) writeFileSync(path, 'mine');
  symlinkSync('.env', link);
  mkdirSync(folder);
  for (const path of paths) note(path);
  next.sweep();
  expect(paths.map((path) => existsSync(path))).toEqual([true, true, true, true]);
});

it('a file that is being written stays over a lock and an unlock', async () => {
  const { left, next } = await killed();
  const gone = next.watch(left);
  writeFileSync(left, 'half');
  next.sweep();
  expect(existsSync(left)).toBe(true);
  // Its writer ended and could not remove it.
  gone();
  next.sweep();
  expect(existsSync(left)).toBe(false);
});

it('a note is kept while its folder is away, and used when the folder is back', async () => {
  const { place, left, note, next } = await killed();
  note();
  writeFileSync(left, 'TOKEN=00value');
  renameSync(place, `${place}-away`);
  next.sweep();
  renameSync(`${place}-away`, place);
  next.sweep();
  expect(existsSync(left)).toBe(false);
});

it('the vault’s file names no unfinished file in plain text', async () => {
  const { folder, vault, left, note } = await killed();
  note();
  vault.emptyLog();
  expect(bytesOf(folder).includes(left)).toBe(false);
});

it('a file that cannot be noted is not written, and a sentence says so', async () => {
  const { vault, place, next } = await killed();
  const file = join(place, '.env');
  writeFileSync(file, 'TOKEN=old');
  vault.lock();
  let thrown: unknown;
  try {
    replaceFile(file, 'TOKEN=new', { mode: 0o600 }, next.watch);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).not.toBeInstanceOf(NotReplaced);
  expect(troubleOfWriting(thrown).why).toBe('Keyturn could not note in its vault first that it writes it');
  expect(readFileSync(file, 'utf8')).toBe('TOKEN=old');
});

it('a note goes when its file is finished', async () => {
  const { vault, place, next } = await killed();
  replaceFile(join(place, '.env'), 'TOKEN=new', { mode: 0o600 }, next.watch);
  expect(vault.read("SELECT 1 FROM settings WHERE name = 'unfinished-files'")).toEqual([]);
});
