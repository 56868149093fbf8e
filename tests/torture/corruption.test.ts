import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Failed } from '../../src/main/base/failure.ts';
import { beginAttack } from '../support/attack.ts';
import { keptValue, secret } from '../unit/vault/contents.ts';
import { filled, ids, outcomeAt, pageSize, textOf } from '../unit/vault/damaged.ts';
import { bytesOf, file, newFolder, open } from '../unit/vault/helpers.ts';
import type { MemoryKeyring } from '../unit/vault/memory-keyring.ts';

const attack = beginAttack('corruption', { short: 80, long: 2_000 });
const { below, pick } = attack;

type Damage = (bytes: Buffer) => Buffer;

/** Returns the offset of a random page of the bytes. */
const somePage = (bytes: Buffer): number =>
  below(Math.max(1, Math.floor(bytes.length / pageSize))) * pageSize;

const damages: Readonly<Record<string, Damage>> = {
  'a bit flipped': (bytes) => {
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    return bytes;
  },
  'bits flipped': (bytes) => {
    for (let n = 2 + below(30); n > 0; n--) {
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    }
    return bytes;
  },
  'cut off': (bytes) => bytes.subarray(0, below(bytes.length)),
  'cut off at a page': (bytes) => bytes.subarray(0, somePage(bytes)),
  'two pages swapped': (bytes) => {
    const [one, other] = [somePage(bytes), somePage(bytes)];
    const kept = Buffer.from(bytes.subarray(one, one + pageSize));
    bytes.copy(bytes, one, other, other + pageSize);
    kept.copy(bytes, other);
    return bytes;
  },
  'a page in the place of another': (bytes) => {
    const from = somePage(bytes);
    bytes.copy(bytes, somePage(bytes), from, from + pageSize);
    return bytes;
  },
  'a sector of zeros': (bytes) => bytes.fill(0, ...within(bytes, 512)),
  'a sector of noise': (bytes) => {
    const [from, to] = within(bytes, 512);
    for (let at = from; at < to; at++) bytes[at] = below(256);
    return bytes;
  },
  'bytes moved by one': (bytes) => {
    const at = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([below(256)]), bytes.subarray(at)]);
  },
  'noise at the end': (bytes) =>
    Buffer.concat([bytes, Buffer.from(Array.from({ length: 1 + below(9_000) }, () => below(256)))]),
};

function within(bytes: Buffer, size: number): [number, number] {
  const from = below(Math.max(1, Math.floor(bytes.length / size))) * size;
  return [from, Math.min(bytes.length, from + size)];
}

/** The allowed results: some cells may not open. */
const bearable =
  /^(open, \d+ unreadable|problem, (damaged|not-a-vault|newer-version|key-lost|key-wrong|read-only))$/;

/** Restores a damaged backup and returns the result. Expects what opens to be unchanged. */
async function restored(backup: string, insists: boolean): Promise<string> {
  const vault = open(newFolder());
  await vault.start();
  try {
    await vault.restoreBackup(backup, secret('a passphrase'), async () => insists);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    vault.close();
    return `refused, ${error.failure.code}`;
  }
  for (const { id } of vault.read<{ id: string }>('SELECT id FROM tokens')) {
    expect([textOf(id), null]).toContain(valueOr(() => keptValue(vault, id)));
  }
  vault.close();
  return 'restored';
}

/** Returns the value, or null if its cell does not open. */
function valueOr(value: () => string): string | null {
  try {
    return value();
  } catch (error) {
    if (error instanceof Error && error.name === 'CellUnreadable') return null;
    throw error;
  }
}

it(`a vault or a backup, damaged ${attack.rounds} times, returns no wrong secret, and opens or reports the damage`, {
  timeout: attack.rounds * 3_000 + 60_000,
}, async () => {
  const plain = await filled();
  const crashed = await filled(true);
  const keeper = open(plain.folder, plain.keyring);
  await keeper.start();
  const backup = join(newFolder(), '..', 'a.keyturn-backup');
  await keeper.saveBackup(backup, secret('a passphrase'));
  keeper.close();
  const whole = {
    plain: bytesOf(plain.folder),
    crashed: bytesOf(crashed.folder),
    log: readFileSync(`${file(crashed.folder)}-wal`),
    backup: readFileSync(backup),
  };
  const seen = new Map<string, number>();
  const spoil = (bytes: Buffer): Buffer =>
    (damages[pick(Object.keys(damages))] ?? ((b) => b))(Buffer.from(bytes));
  /** Writes the file and its log, and opens the vault. */
  const at = (folder: string, keyring: MemoryKeyring, bytes: Buffer, log: Buffer | null) => {
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${file(folder)}${suffix}`, { force: true });
    writeFileSync(file(folder), bytes);
    if (log !== null) writeFileSync(`${file(folder)}-wal`, log);
    return outcomeAt(folder, keyring);
  };
  for (let round = 0; round < attack.rounds; round++) {
    const where = `round ${round}, seed ${attack.seed}`;
    const what = pick([
      'file',
      'file',
      'file',
      'file',
      'file',
      'file',
      'log',
      'log',
      'both',
      'backup',
    ] as const);
    let outcome: string;
    if (what === 'backup') {
      writeFileSync(backup, spoil(whole.backup));
      const insists = pick([true, false]);
      outcome = await restored(backup, insists);
      // Unless the person insists, Keyturn restores only an unchanged backup.
      if (!insists && !readFileSync(backup).equals(whole.backup)) expect(outcome, where).toMatch(/^refused/);
    } else if (what === 'file') {
      outcome = await at(plain.folder, plain.keyring, spoil(whole.plain), null);
    } else {
      const bytes = what === 'both' ? spoil(whole.crashed) : whole.crashed;
      outcome = await at(crashed.folder, crashed.keyring, bytes, spoil(whole.log));
    }
    if (what !== 'backup') expect(outcome, `${where}: ${what}`).toMatch(bearable);
    const kind = `${what} ${outcome.replace(/\d+ unreadable/, (cells) => (cells[0] === '0' ? 'whole' : 'some unreadable'))}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
  expect(existsSync(file(plain.folder))).toBe(true);
  // The undamaged vault opens with every token, so the results above come from the damage.
  expect(await at(plain.folder, plain.keyring, whole.plain, null)).toBe('open, 0 unreadable');
  expect(ids.length).toBeGreaterThan(20);
  const by = [...seen].map(([kind, times]) => `${kind} ${times}`).sort();
  attack.report(`${attack.rounds} damages, 0 wrong secrets, 0 crashes; ${by.join(', ')}`);
});
