import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import { Removals } from '../../../src/main/vault/removals.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { identity, profile, tokenValue } from '../main/samples.ts';
import { file, newFolder, open } from './helpers.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';

let folder: string;
let keyring: MemoryKeyring;
let clock: HandClock;
let vault: Vault;
let tokens: TokenStore;
let removals: Removals;
let tokenId: string;

const origin = 'https://acme.okta.com';
const value = tokenValue('m');

beforeEach(async () => {
  folder = newFolder();
  keyring = new MemoryKeyring();
  clock = new HandClock();
  vault = open(folder, keyring);
  await vault.start();
  tokens = new TokenStore(vault);
  removals = new Removals(vault, clock, quiet);
  const orgId = new OrgStore(vault).keep(identity('acme.okta.com'), 0);
  tokenId = tokens.add(orgId, origin, profile('mine'), Secret.fromText(value), 0);
  tokens.add(orgId, origin, profile('other'), Secret.fromText(tokenValue('o')), 1);
});

const root = () => ({ table: 'tokens', column: 'id', value: tokenId });
const remove = (over?: () => void) =>
  removals.remove(tokenId, [root()], {
    remove: () => tokens.remove(tokenId),
    ...(over === undefined ? {} : { over }),
  });
const back = () => removals.bringBack(tokenId, () => undefined);
const labels = () => tokens.list().map(({ label }) => label);
/** The value as the vault has sealed it. */
const sealed = (): Buffer => {
  const [row] = vault.read<{ value: Uint8Array }>('SELECT value FROM tokens WHERE id = ?', tokenId);
  return Buffer.from(row?.value ?? []);
};
/** What the files of the vault hold at this moment. */
const onDisk = (): Buffer =>
  Buffer.concat(
    [file(folder), `${file(folder)}-wal`].filter((one) => existsSync(one)).map((one) => readFileSync(one)),
  );

describe('a removed token', () => {
  it('comes back with its value, for thirty seconds', () => {
    remove();
    expect(labels()).toEqual(['other']);
    clock.advance(30_000);
    back();
    expect(labels()).toEqual(['mine', 'other']);
    using secret = tokens.secretOf(tokenId);
    expect(secret.use((bytes) => bytes.toString())).toBe(value);
    expect(back).toThrow('The time to bring it back is over.');
  });

  it('leaves no byte of its sealed value in the file or the log, from the moment of its removal', () => {
    const bytes = sealed();
    expect(bytes.length).toBeGreaterThan(40);
    expect(onDisk().includes(bytes)).toBe(true);
    remove();
    for (let at = 0; at + 12 <= bytes.length; at += 4) {
      expect(onDisk().includes(bytes.subarray(at, at + 12))).toBe(false);
    }
    back();
    remove();
    clock.advance(40_000);
    expect(onDisk().includes(bytes.subarray(12, 40))).toBe(false);
  });

  it('is gone after a kill, as the removal is on the disk', async () => {
    remove();
    // The files at this moment are what a killed app leaves.
    const left = newFolder();
    mkdirSync(dirname(file(left)), { recursive: true });
    copyFileSync(file(folder), file(left));
    if (existsSync(`${file(folder)}-wal`)) copyFileSync(`${file(folder)}-wal`, `${file(left)}-wal`);
    const next = open(left, keyring);
    await next.start();
    expect(next.status().phase).toBe('open');
    expect(new TokenStore(next).list().map(({ label }) => label)).toEqual(['other']);
    expect(() => new Removals(next, clock, quiet).bringBack(tokenId, () => undefined)).toThrow('is over');
  });

  it.each([
    ['the time is over', () => clock.advance(32_001)],
    ['Keyturn locks', () => removals.clear()],
    ['another one is removed', () => removals.remove('none', [], { remove: () => undefined })],
  ])('is overwritten in memory when %s, and does not come back', (_when, ends) => {
    const read = vault.read.bind(vault);
    const held: Uint8Array[] = [];
    // The rows that the removal keeps.
    vault.read = <T>(...given: Parameters<Vault['read']>): T[] => {
      const rows = read<T>(...given);
      for (const row of rows) {
        for (const one of Object.values(row as object)) if (one instanceof Uint8Array) held.push(one);
      }
      return rows;
    };
    const bytes = sealed();
    held.length = 0;
    let over = 0;
    remove(() => over++);
    const kept = held.find((one) => bytes.equals(one));
    expect(kept).toBeDefined();
    ends();
    expect(kept?.every((byte) => byte === 0)).toBe(true);
    expect(over).toBe(1);
    expect(back).toThrow('is over');
    expect(labels()).toEqual(['other']);
  });

  it('does not come back into another opening of the vault, which may have another key', async () => {
    remove();
    vault.lock();
    await vault.unlock();
    expect(back).toThrow('is over');
  });

  it('does not come back twice: when the same value was added meanwhile, a sentence says so and nothing changes', () => {
    const [{ orgId } = { orgId: '' }] = tokens.list();
    remove();
    tokens.add(orgId, origin, profile('again'), Secret.fromText(value), 2);
    expect(back).toThrow('It was added again meanwhile');
    expect(labels()).toEqual(['other', 'again']);
  });

  it('stays when its removal fails, and nothing can be brought back then', () => {
    expect(() =>
      removals.remove(tokenId, [root()], {
        remove: () => {
          tokens.remove(tokenId);
          throw new Error('disk full');
        },
      }),
    ).toThrow('disk full');
    expect(labels()).toEqual(['mine', 'other']);
    expect(back).toThrow('is over');
  });
});
