import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { systemClock } from '../../src/main/base/clock.ts';
import { Secret } from '../../src/main/base/secret.ts';
import { OrgStore } from '../../src/main/features/orgs/store.ts';
import { TokenStore } from '../../src/main/features/tokens/store.ts';
import { Vault } from '../../src/main/vault/vault.ts';
import { identity, profile } from '../../tests/unit/main/samples.ts';
import { MemoryKeyring, quiet } from '../../tests/unit/vault/memory-keyring.ts';
import { compare, type Figure } from './figure.ts';
import { type Keeper, otherKeepers } from './other-keepers.ts';

const runs = 15;
const kept = 10_000;
const atOnce = 20;
const origin = 'https://acme.okta.com';
const newValue = () => Secret.fromText(`00${randomBytes(30).toString('base64url')}`);

/** Returns the milliseconds for `times` runs of `once`, one after another. */
function timed(times: number, once: (n: number) => unknown): number {
  const began = performance.now();
  for (let n = 0; n < times; n++) once(n);
  return performance.now() - began;
}

/** Returns the database that R16 compares with: the same journal and durability, a row of about the same size, and nothing else. */
function bareDatabase(folder: string): DatabaseSync {
  const db = new DatabaseSync(join(folder, 'bare.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE;');
  db.exec('CREATE TABLE tokens (id TEXT PRIMARY KEY, profile BLOB, value BLOB, tag BLOB) STRICT');
  return db;
}

/** R16 to R18: what it costs to keep a token for good, to read one of 10,000, and to list them after a change. */
export default async function vault(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  const store = new Vault({
    folder: join(folder, 'Keyturn'),
    keyring: new MemoryKeyring(),
    clock: systemClock,
    log: quiet,
  });
  const db = bareDatabase(folder);
  const attributes = ['keyturn-bench', String(process.pid)];
  try {
    await store.start();
    const tokens = new TokenStore(store);
    const orgId = new OrgStore(store).keep(identity(), 0);
    const ids: string[] = [];
    const add = () => {
      ids.push(store.transaction(() => tokens.add(orgId, origin, profile('bench'), newValue(), Date.now())));
    };
    const insert = db.prepare('INSERT INTO tokens VALUES (?, ?, ?, ?)');
    const added = await compare(
      {
        id: 'R16',
        what: 'a token kept for good: sealed, found by its tag, and on disk',
        goal: 1.5,
        against: 'one durable insert of SQLite (WAL, FULL)',
      },
      runs,
      () => timed(atOnce, add),
      () =>
        timed(atOnce, () =>
          insert.run(randomBytes(16).toString('hex'), randomBytes(180), randomBytes(70), randomBytes(32)),
        ),
    );
    store.transaction(() => {
      while (ids.length < kept) {
        ids.push(tokens.add(orgId, origin, profile('bench'), newValue(), Date.now()));
      }
    });
    tokens.list();
    const listed = await compare(
      {
        id: 'R18',
        what: 'the list of 10,000 tokens after one of them changed',
        goal: 5,
        against: 'reading the same columns from SQLite',
      },
      runs,
      () =>
        timed(1, () => {
          tokens.noteUse(ids[0] ?? '', Date.now());
          return tokens.list();
        }),
      () =>
        timed(1, () =>
          store.read('SELECT tokens.*, orgs.identity FROM tokens JOIN orgs ON orgs.id = tokens.org_id'),
        ),
    );
    const figures = [added, listed];
    const others = otherKeepers(folder);
    const keepers = [...others.keepers];
    const stored = spawnSync('secret-tool', ['store', '--label=bench', ...attributes], { input: 'value' });
    if (stored.status === 0) {
      keepers.push({
        name: 'secret-tool',
        read: () => spawnSync('secret-tool', ['lookup', ...attributes]).status,
      });
    }
    const timeOf = ({ name, read }: Keeper): number =>
      timed(1, () => {
        if (read() !== 0) throw new Error(`${name} did not read its secret.`);
      });
    const [fastest] = keepers.toSorted((a, b) => timeOf(a) - timeOf(b));
    if (fastest !== undefined) {
      figures.push(
        await compare(
          {
            id: 'R17',
            what: 'the value of one of 10,000 tokens, opened and wiped',
            goal: 1 / 20,
            against: `one secret of ${fastest.name}, the fastest of ${keepers.map(({ name }) => name).join(', ')}`,
          },
          runs,
          () =>
            timed(100, (n) => {
              using secret = tokens.secretOf(ids[(n * 97) % kept] ?? '');
              return secret.use((bytes) => bytes.length);
            }) / 100,
          () => timeOf(fastest),
        ),
      );
    }
    others.end();
    return figures;
  } finally {
    spawnSync('secret-tool', ['clear', ...attributes]);
    db.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
