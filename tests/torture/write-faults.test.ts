import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Vault } from '../../src/main/vault/vault.ts';
import { vaultPath } from '../../src/main/vault/vault-file.ts';
import { beginAttack } from '../support/attack.ts';
import { bundled } from '../support/bundle.ts';
import { mayTrace, straced } from '../support/strace.ts';
import { keptValue } from '../unit/vault/contents.ts';
import { HandClock, MemoryKeyring, quiet } from '../unit/vault/memory-keyring.ts';

const attack = beginAttack('write faults', { short: 12, long: 300 });
const folder = mkdtempSync(join(tmpdir(), 'keyturn-faults-'));
const data = join(folder, 'Keyturn');
const keyFile = join(folder, 'key');
const keyring = new MemoryKeyring();
writeFileSync(keyFile, keyring.key);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const small = join(folder, 'small');
mkdirSync(small);
const mayMount = runs('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small) && runs('umount', small);
/** The system calls that SQLite makes when it writes. */
const calls = ['pwrite64', 'fdatasync,fsync', 'ftruncate,fallocate', 'pwrite64,fdatasync,fsync'];

/** Every id that was reported as kept, in this run and the earlier ones. */
const kept = new Set<string>();
const refusals = new Map<string, number>();
let kills = 0;

/** Runs the writer, alone or behind the words `before`, on the vault in `at`, and records its messages. */
function write(program: string, at: string, run: number, size: number, before: readonly string[] = []) {
  const dieAt = attack.pick([0, 1, 1, 2]);
  const words = [
    ...before,
    process.execPath,
    program,
    at,
    keyFile,
    `r${run}`,
    '30',
    String(size),
    String(dieAt),
  ];
  const { stdout, stderr, status, signal } = spawnSync(words[0] ?? '', words.slice(1), { encoding: 'utf8' });
  // It ends normally or is killed. An error without a sentence would end it in another way.
  const killed = dieAt > 0 && signal === 'SIGKILL';
  expect(killed ? 0 : status, `run ${run}, seed ${attack.seed}: ${stderr}`).toBe(0);
  if (killed) kills++;
  for (const line of stdout.split('\n')) {
    const [what = '', word = ''] = line.split(' ');
    if (what === 'kept') kept.add(word);
    if (what === 'refused' || what === 'problem') refusals.set(word, (refusals.get(word) ?? 0) + 1);
  }
}

/** Opens the vault in `at` and expects every id that was reported as kept, whole, and no half of another. */
async function expectKept(at: string, run: number): Promise<void> {
  const where = `run ${run}, seed ${attack.seed}`;
  const vault = new Vault({ folder: at, keyring, clock: new HandClock(), log: quiet });
  try {
    expect(await vault.start(), where).toMatchObject({ phase: 'open' });
    const there = vault.read<{ id: string }>('SELECT id FROM tokens').map(({ id }) => id);
    for (const id of there) expect(keptValue(vault, id), where).toMatch(new RegExp(`^00value of ${id}x*$`));
    expect(
      [...kept].filter((id) => !there.includes(id)),
      where,
    ).toEqual([]);
    // Keeps opening fast. The test does not expect removed ids again.
    if (there.length > 200) {
      vault.write('DELETE FROM tokens');
      kept.clear();
    }
  } finally {
    vault.close();
  }
}

it(`${attack.rounds} times, writes fail in the middle (EIO, ENOSPC): what was reported as kept opens`, {
  timeout: attack.rounds * 20_000 + 60_000,
}, async ({ skip }) => {
  if (!(mayMount || mayTrace)) skip('Neither mount nor strace is allowed here.');
  const program = await bundled(join(import.meta.dirname, 'faulted-writer.ts'), join(folder, 'program'));
  const first = new Vault({ folder: data, keyring, clock: new HandClock(), log: quiet });
  await first.start();
  first.close();
  const ways: readonly string[] = [...(mayTrace ? ['EIO', 'ENOSPC'] : []), ...(mayMount ? ['small'] : [])];
  const done = new Map<string, number>();
  for (let run = 0; run < attack.rounds; run++) {
    const way = attack.pick(ways);
    done.set(way, (done.get(way) ?? 0) + 1);
    if (way === 'small') {
      // The disk has room for the present data and for a part of the new data.
      const kilobytes = Math.ceil(statSync(vaultPath(data)).size / 1024) + 200 + attack.below(1_500);
      const size = `size=${kilobytes}k,mode=700`;
      if (!runs('mount', '-t', 'tmpfs', '-o', size, 'tmpfs', small)) throw new Error('It mounted before.');
      try {
        cpSync(data, join(small, 'Keyturn'), { recursive: true });
        write(program, join(small, 'Keyturn'), run, 20_000 + attack.below(60_000));
        rmSync(data, { recursive: true });
        cpSync(join(small, 'Keyturn'), data, { recursive: true });
      } finally {
        runs('umount', small);
      }
    } else {
      // The first calls open the vault, and later ones belong to thirty commits. One, some or all calls from there on fail.
      const from = 1 + attack.below(90);
      const when = attack.pick([`${from}`, `${from}..${from + 3}`, `${from}+`]);
      write(
        program,
        data,
        run,
        40 + attack.below(9_000),
        straced(attack.pick(calls), `error=${way}:when=${when}`),
      );
    }
    await expectKept(data, run);
  }
  expect([...refusals.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  const each = (counts: Map<string, number>) => [...counts].map(([name, n]) => `${name} ${n}`).join(', ');
  attack.report(
    `${attack.rounds} runs (${each(done)}), ${kills} of them killed after it, 0 records lost; refused: ${each(refusals)}`,
  );
});
