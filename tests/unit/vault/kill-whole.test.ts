import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { file, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

const kills = 8;

let folder: string;
let keyring: MemoryKeyring;
let keyFile: string;
let backup: string;
beforeEach(() => {
  folder = newFolder();
  keyring = new MemoryKeyring();
  mkdirSync(folder, { recursive: true });
  keyFile = join(folder, '..', 'key');
  backup = join(folder, '..', 'a.keyturn-backup');
  writeFileSync(keyFile, keyring.key);
});

/** When a child is killed: so many milliseconds after it is ready, or once it has said a line that begins with a word. */
type Instant = number | string;

/** The first run is killed once it has got something done, however long that takes. */
const instant = (run: number, done: string): Instant => (run === 0 ? done : 40 + run * 23);

/** Runs the child until that instant, kills it with no chance to tidy up, and gives what it said it has. */
function killedAfter(work: string, run: string, at: Instant): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'killed-keeper.ts'), work, folder, keyFile, run],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '' && typeof at === 'number') setTimeout(() => child.kill('SIGKILL'), at);
      said += chunk.toString();
      if (typeof at === 'string' && said.includes(`\n${at}`)) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () =>
      resolve(
        said
          .slice(0, said.lastIndexOf('\n') + 1)
          .split('\n')
          .slice(1, -1),
      ),
    );
  });
}

/** The words after `what` in what was said. */
const saidOf = (lines: readonly string[], what: string): string[] =>
  lines.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));

/** Every token in the vault, with its value right; fails when one that was said is missing. */
function expectWhole(vault: Vault, said: readonly string[]): string[] {
  const kept = vault.read<{ id: string }>('SELECT id FROM tokens').map(({ id }) => id);
  for (const id of kept) expect(keptValue(vault, id)).toBe(`00value of ${id}`);
  expect(said.filter((id) => !kept.includes(id))).toEqual([]);
  return kept;
}

/** Opens the vault as the next start does; it must open. */
async function opened(ring = keyring, from = folder): Promise<Vault> {
  const vault = open(from, ring);
  const status = await vault.start();
  expect(status).toMatchObject({ phase: 'open' });
  return vault;
}

it(`a first start killed at ${kills} instants leaves a whole vault or none`, {
  timeout: 240_000,
}, async () => {
  for (let run = 0; run < kills; run++) {
    const before = folder;
    folder = join(before, `${run}`);
    const said = await killedAfter('create', `r${run}`, run * 4);
    if (said.includes('made')) expect(existsSync(file(folder))).toBe(true);
    const vault = await opened();
    expectWhole(vault, saidOf(said, 'token'));
    vault.close();
    folder = before;
  }
});

it('choosing a passphrase, killed, leaves a chosen passphrase or no vault', {
  timeout: 240_000,
}, async () => {
  const absent = new MemoryKeyring();
  absent.state = 'absent';
  for (let run = 0; run < 6; run++) {
    const before = folder;
    folder = join(before, `${run}`);
    const said = await killedAfter('passphrase', `r${run}`, run * 250);
    const vault = open(folder, absent);
    const { phase } = await vault.start();
    if (said.includes('made')) expect(phase).toBe('locked');
    if (phase === 'locked') {
      expect((await vault.unlock(secret('a passphrase'))).phase).toBe('open');
      expectWhole(vault, saidOf(said, 'token'));
    } else {
      expect(phase).toBe('no-keyring');
      expect(existsSync(file(folder))).toBe(false);
    }
    vault.close();
    folder = before;
  }
});

it(`wrapping the keys anew, killed at ${kills} instants, always leaves a key that opens in the keyring`, {
  timeout: 240_000,
}, async () => {
  (await opened()).close();
  const said: string[] = [];
  for (let run = 0; run < kills; run++) {
    said.push(...saidOf(await killedAfter('rewrap', `r${run}`, instant(run, 'token')), 'token'));
    const vault = await opened();
    expectWhole(vault, said);
    vault.close();
  }
  expect(said.length).toBeGreaterThan(0);
});

it(`making recovery keys, killed at ${kills} instants, leaves a whole vault, which the next recovery key opens`, {
  timeout: 240_000,
}, async () => {
  (await opened()).close();
  const tokens: string[] = [];
  const keys: string[] = [];
  for (let run = 0; run < kills; run++) {
    const said = await killedAfter('recovery', `r${run}`, instant(run, 'key'));
    tokens.push(...saidOf(said, 'token'));
    keys.push(...saidOf(said, 'key'));
    const vault = await opened();
    expectWhole(vault, tokens);
    expect(vault.read("SELECT id FROM keys WHERE kind = 'recovery'").length).toBeLessThanOrEqual(1);
    vault.close();
  }
  expect(keys.length).toBeGreaterThan(0);
  const vault = await opened();
  const key = await vault.makeRecoveryKey();
  vault.close();
  const lost = open(folder, new MemoryKeyring());
  expect(await lost.start()).toMatchObject({ problem: { code: 'key-lost' } });
  await expect(lost.recover(secret(keys[0] ?? ''))).rejects.toThrow('a newer one replaced it');
  expect((await lost.recover(secret(key))).phase).toBe('open');
  expectWhole(lost, tokens);
});

it('saving a backup, killed, leaves the earlier backup whole or the new one', {
  timeout: 240_000,
}, async () => {
  (await opened()).close();
  let saved: string[] = [];
  for (let run = 0; run < 5; run++) {
    const said = await killedAfter('backup', `r${run}`, run === 0 ? 'backup' : 300 + run * 450);
    if (saidOf(said, 'backup').length > 0) saved = saidOf(said, 'backup');
    (await opened()).close();
    if (saved.length === 0) continue;
    const there = open(newFolder());
    await there.start();
    await there.restoreBackup(backup, secret('a passphrase'));
    expectWhole(there, saved);
    there.close();
  }
  expect(saved.length).toBeGreaterThan(0);
});

it('restoring a backup, killed, leaves a vault that opens, and loses nothing that was there', {
  timeout: 240_000,
}, async () => {
  const first = await opened();
  addToken(first, 'backed-up', '00value of backed-up');
  await first.saveBackup(backup, secret('a passphrase'));
  first.close();
  const said: string[] = [];
  let restored = 0;
  for (let run = 0; run < 6; run++) {
    const lines = await killedAfter('restore', `r${run}`, run === 0 ? 'restored' : 200 + run * 350);
    said.push(...saidOf(lines, 'token'));
    restored += lines.filter((line) => line === 'restored').length;
    const vault = await opened();
    expectWhole(vault, []);
    vault.close();
  }
  expect(restored).toBeGreaterThan(0);
  // Every token that was said is in the vault, or in one that was kept beside it.
  const anywhere = new Set<string>();
  for (const name of readdirSync(folder).filter((one) => one === 'keyturn.vault' || one.endsWith('.kept'))) {
    const copy = newFolder();
    mkdirSync(copy, { recursive: true });
    copyFileSync(join(folder, name), file(copy));
    if (existsSync(join(folder, `${name}-wal`)))
      copyFileSync(join(folder, `${name}-wal`), `${file(copy)}-wal`);
    const vault = await opened(keyring, copy);
    for (const id of expectWhole(vault, [])) anywhere.add(id);
    vault.close();
  }
  expect(said.filter((id) => !anywhere.has(id))).toEqual([]);
});
