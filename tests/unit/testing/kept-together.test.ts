import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KeptTogether } from '../../../src/main/features/testing/kept-together.ts';
import { createDatabase, type Database } from '../../../src/main/vault/database.ts';

let db: Database;
let keeping: KeptTogether;
/** How many transactions were begun outside of another one. */
let commits: number;
/** Throws instead of the commit, as SQLite does on a full disk. */
let refusal: Error | null;

beforeEach(() => {
  db = createDatabase(':memory:');
  commits = 0;
  refusal = null;
  let depth = 0;
  keeping = new KeptTogether((work) =>
    db.transaction(() => {
      depth++;
      try {
        work();
      } finally {
        depth--;
      }
      if (depth > 0) return;
      commits++;
      if (refusal !== null) throw refusal;
    }),
  );
});
afterEach(() => db.close());

const write = (name: string) => db.write('INSERT INTO meta (name, value) VALUES (?, ?)', name, Buffer.of(1));
const keep = (name: string) => keeping.add(() => write(name));
const kept = (...names: string[]) =>
  names.filter((name) => db.read('SELECT 1 FROM meta WHERE name = ?', name).length > 0);

it('keeps a result that comes alone in the next turn', async () => {
  const done = keep('a');
  expect(kept('a')).toEqual([]);
  await done;
  expect([kept('a'), commits]).toEqual([['a'], 1]);
});

it('keeps what comes within a moment in one transaction, and says so only then', async () => {
  await keep('a');
  const said: string[] = [];
  const rest = ['b', 'c', 'd'].map((name) => keep(name).then(() => said.push(name)));
  await sleep(1);
  expect([kept('b', 'c', 'd'), said, commits]).toEqual([[], [], 1]);
  await Promise.all(rest);
  expect([kept('b', 'c', 'd'), said, commits]).toEqual([['b', 'c', 'd'], ['b', 'c', 'd'], 2]);
});

it('loses only the result that cannot be kept, and none of its parts stay', async () => {
  const all = await Promise.allSettled([
    keep('a'),
    keeping.add(() => {
      write('half');
      throw new Error('no');
    }),
    keep('c'),
  ]);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([kept('a', 'half', 'c'), commits]).toEqual([['a', 'c'], 1]);
});

it('calls nothing kept when the whole transaction fails', async () => {
  refusal = new Error('The disk is full.');
  const all = await Promise.allSettled([keep('a'), keep('b')]);
  expect(all).toEqual([
    { status: 'rejected', reason: refusal },
    { status: 'rejected', reason: refusal },
  ]);
  expect(kept('a', 'b')).toEqual([]);
});

it('keeps at once what is due, as a lock needs it', async () => {
  await keep('a');
  const done = keep('b');
  keeping.flush();
  expect(kept('b')).toEqual(['b']);
  await done;
  keeping.flush();
  expect(commits).toBe(2);
});
