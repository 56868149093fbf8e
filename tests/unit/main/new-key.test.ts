import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compose } from '../../../src/main/app/compose.ts';
import { followKey } from '../../../src/main/app/follow-key.ts';
import { type House, openHouse } from '../../../src/main/app/house.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { HandOverDesk } from '../../../src/main/features/handover/desk.ts';
import type { UseEvent } from '../../../src/main/features/usage/log-event.ts';
import { UsageBook } from '../../../src/main/features/usage/store.ts';
import { bytesOfKey, leftOf } from '../vault/earlier-key.ts';
import { MemoryKeyring } from '../vault/memory-keyring.ts';
import { codeOf, identity, profile, record, tokenValue } from './samples.ts';
import { stillWorld } from './still-world.ts';

const origin = 'https://acme.okta.com';
const now = Date.UTC(2026, 10, 24, 8);

let folder: string;
let keyring: MemoryKeyring;
const houses: House[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-new-key-'));
  keyring = new MemoryKeyring();
});
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openedHouse(): Promise<House> {
  const house = openHouse(stillWorld({ userData: join(folder, 'Keyturn'), extraCaFile: null, keyring }));
  houses.push(house);
  await house.vault.start();
  return house;
}

const event = (oktaTokenId: string, n: number): UseEvent => ({
  id: `${oktaTokenId} ${n}`,
  at: now + n * 3_600_000,
  oktaTokenId,
  type: 'user.account.update_profile',
  result: 'SUCCESS',
  address: '203.0.113.10',
  country: 'Germany',
  network: 'AS64500 Acme',
  program: 'terraform',
  agent: 'terraform/1',
});

const rotationOf = (tokenId: string, more: object) => ({
  ...{ id: randomUUID(), tokenId, mode: 'usual' as const, state: 'captured' as const, label: 'terraform' },
  ...{ orgHost: 'acme.okta.com', startedAt: now, endedAt: null, quietMinutes: 60, steps: [] },
  ...{ oldFingerprint: '7f3a 91c2', newFingerprint: '1234 5678', oldOktaTokenId: null, newOktaTokenId: null },
  ...{ old: null, new: null, comparison: null, confirmed: [], checklist: [], handedOverAt: null },
  ...{ expiryAtHandOver: null, oktaAheadMs: 0, oldCapturedAt: now, quiet: null, attempts: [], proof: null },
  leakedUse: null,
  ...more,
});

/** A vault with something in every table that features seal into, as far as the data key is in its ids and hashes. */
async function filled() {
  const house = await openedHouse();
  const { vault, tokens, tests, rotations, orgs, activity } = house;
  const usage = new UsageBook(vault);
  const ids = vault.transaction(() => {
    const orgId = orgs.keep(identity(), now);
    const [a, b, c] = ['a', 'b', 'c'].map((letter) =>
      tokens.add(orgId, origin, profile(letter), Secret.fromText(tokenValue(letter)), now),
    );
    return { orgId, a: a ?? '', b: b ?? '', c: c ?? '' };
  });
  const told = record(now);
  tests.keep(ids.a, { ...told, facts: { ...told.facts, oktaTokenId: '00Ta' } });
  tokens.markRevoked(ids.c, now);
  const rotation = rotationOf(ids.b, { oldOktaTokenId: '00Told', newOktaTokenId: '00Tnew' });
  rotations.add(rotation);
  rotations.hold(rotation.id, origin, Secret.fromText(tokenValue('n')));
  const intake = usage.intake(ids.orgId);
  for (const id of ['00Ta', '00Told', '00Tnew', '00Tstranger'])
    for (let n = 0; n < 30; n++) intake.take(event(id, n));
  intake.keep(() => undefined);
  for (let n = 0; n < 30; n++) house.note({ action: 'token.changed', sentence: `Sentence ${n}.` });
  expect(activity.check()).toMatchObject({ ok: true, entries: 30 });
  return { house, usage, rotation, ...ids };
}

const renewed = (house: House) =>
  house.vault.renewKey({ follow: followKey(house), anyway: async () => false });

describe('a new data key carries over what the stores derive from it', { timeout: 60_000 }, () => {
  it('lets a value be found, a held one too, and keeps no value twice', async () => {
    const { house, orgId, rotation } = await filled();
    const before = bytesOfKey(house.vault);
    await renewed(house);
    const { tokens, rotations } = house;
    const labelOf = (letter: string) => tokens.labelOfValue(origin, Secret.fromText(tokenValue(letter)));
    expect(['a', 'b', 'n', 'c', 'x'].map(labelOf)).toEqual(['a', 'b', 'b', null, null]);
    const again = () => tokens.add(orgId, origin, profile('again'), Secret.fromText(tokenValue('a')), now);
    expect(await codeOf(again)).toBe('already-kept');
    using held = rotations.held(rotation.id);
    expect(held.use(String)).toBe(tokenValue('n'));
    expect(rotations.get(rotation.id)).toEqual(rotation);
    expect(leftOf(before, join(folder, 'Keyturn'))).toBe(0);
  });

  it('keeps the use of known tokens, by day and by event, and drops that of unknown tokens', async () => {
    const { house, usage, orgId } = await filled();
    const before = ['00Ta', '00Told', '00Tnew'].map((id) => [
      usage.daysOf(orgId, id),
      usage.recentOf(orgId, id),
    ]);
    expect(before[0]?.[0]).toHaveLength(2);
    expect(before[0]?.[1]).toHaveLength(30);
    await renewed(house);
    expect(
      ['00Ta', '00Told', '00Tnew'].map((id) => [usage.daysOf(orgId, id), usage.recentOf(orgId, id)]),
    ).toEqual(before);
    expect(house.vault.read('SELECT id FROM usage_days')).toHaveLength(6);
    expect(house.vault.read('SELECT subject FROM usage_recent')).toHaveLength(3);
    const later = usage.intake(orgId);
    later.take(event('00Ta', 1));
    later.keep(() => undefined);
    expect(house.vault.read('SELECT id FROM usage_days')).toHaveLength(6);
  });

  it('does not write events under the names of the new key that were read under the earlier key', async () => {
    const { house, usage, orgId } = await filled();
    const intake = usage.intake(orgId);
    intake.take(event('00Ta', 31));
    await renewed(house);
    const written: string[] = [];
    expect(() => intake.keep(() => written.push('cursor'))).toThrow('another data key');
    expect(written).toEqual([]);
  });

  it('keeps the record of activity whole and readable, and continues it, even after a restart', async () => {
    const { house } = await filled();
    const before = [...house.activity.all()];
    await renewed(house);
    expect([...house.activity.all()]).toEqual(before);
    expect(house.activity.check()).toMatchObject({ ok: true, entries: 30 });
    house.note({ action: 'token.changed', sentence: 'One more.' });
    expect(house.activity.check()).toMatchObject({ ok: true, entries: 31 });
    await house.close();
    expect((await openedHouse()).activity.check()).toMatchObject({ ok: true, entries: 31 });
  });

  it.each([
    ['a changed time', 'UPDATE activity SET at = at + 1 WHERE seq = 5', 5],
    ['a changed link', 'UPDATE activity SET mac = randomblob(32) WHERE seq = 5', 5],
    ['one taken out', 'DELETE FROM activity WHERE seq = 5', 5],
    ['the end cut off', 'DELETE FROM activity WHERE seq > 7', 8],
    ['all taken out', 'DELETE FROM activity', 1],
  ])('does not repair a changed record: %s stays in place', async (_name, sql, brokenAt) => {
    const { house } = await filled();
    house.vault.write(sql);
    const before = house.activity.check();
    expect(before).toMatchObject({ ok: false, brokenAt });
    await renewed(house);
    expect(house.activity.check()).toEqual(before);
  });

  it('does not repair a record whose last link is not the sealed one, such as a record with foreign entries', async () => {
    const { house } = await filled();
    const cell = { table: 'settings', rowId: 'activity-head', column: 'value' };
    const head = house.vault.sealJson(cell, { seq: 30, mac: Buffer.alloc(32, 1).toString('hex') });
    house.vault.write("UPDATE settings SET value = ? WHERE name = 'activity-head'", head);
    const before = house.activity.check();
    expect(before).toMatchObject({ ok: false });
    await renewed(house);
    expect(house.activity.check()).toEqual(before);
  });

  it('asks once more about an approved command', async () => {
    const { house } = await filled();
    const asked: string[] = [];
    const confirm = async (question: string) => asked.push(question) > 0;
    const desk = new HandOverDesk(house.vault, house.watch, { ...house.dialogs, confirm }, house.clock);
    const path = join(folder, '.env');
    writeFileSync(path, 'TOKEN=old\n');
    const handOver = () =>
      desk.run(
        { kind: 'env-file', path, key: 'TOKEN' },
        { tokenId: 'one', label: 'terraform', orgHost: 'acme.okta.com' },
        () => Secret.fromText(tokenValue('a')),
      );
    await handOver();
    await handOver();
    expect(asked).toHaveLength(1);
    await renewed(house);
    await handOver();
    await handOver();
    expect(asked).toHaveLength(2);
  });

  it('asks the system, reports progress, notes it in the record, and replaces the earlier daily backup', async () => {
    const asked: string[] = [];
    const told: unknown[] = [];
    let says = false;
    const app = compose(
      stillWorld({
        userData: join(folder, 'Keyturn'),
        extraCaFile: null,
        keyring,
        dialogs: {
          openFile: async () => null,
          openFolder: async () => null,
          saveFile: async () => null,
          confirm: async (question) => {
            asked.push(question);
            return says;
          },
        },
        publish: (event, payload) => void (event === 'newKeyProgress' && told.push(payload)),
      }),
    );
    try {
      await app.start();
      const { vault, activity } = app.handlers;
      await vault.backUpNow({});
      const file = () => readFileSync(join(folder, 'Keyturn', 'keyturn.vault'));
      const before = file();
      expect(await codeOf(() => vault.renewKey({}))).toBe('cancelled');
      expect(asked).toEqual(['Make a new data key for Keyturn?']);
      expect(file()).toEqual(before);
      expect(told).toEqual([]);
      says = true;
      expect(await vault.renewKey({})).toMatchObject({ recoveryKey: null, removed: true });
      expect(told.at(-1)).toEqual({ done: expect.any(Number), of: expect.any(Number) });
      expect((await vault.dailyBackups({})).backups).toHaveLength(1);
      expect(await activity.list({ filter: 'vault.new-key', limit: 5 })).toHaveLength(1);
    } finally {
      await app.end();
    }
  });

  it('covers every store that makes keyed hashes', () => {
    const main = join(import.meta.dirname, '../../../src/main');
    const making = readdirSync(main, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('vault/'))
      .filter((path) => /vault\s*\.tag\(/.test(readFileSync(join(main, path), 'utf8')))
      .sort();
    expect(making).toEqual([
      'features/activity/store.ts',
      'features/handover/desk.ts',
      'features/rotation/store.ts',
      'features/tokens/store.ts',
      'features/usage/store.ts',
    ]);
  });
});
