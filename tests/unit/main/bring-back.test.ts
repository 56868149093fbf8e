import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ActivityEntry } from '../../../src/shared/contract/activity.ts';
import type { Door } from '../../../src/shared/contract/programs.ts';
import type { ServiceApps } from '../../../src/shared/contract/service.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { CommandedApp } from '../commands/commanded-app.ts';

let fake: FakeOkta;
let app: CommandedApp;

beforeAll(async () => {
  fake = await startFakeOkta();
});
afterAll(() => fake.close());
beforeEach(async () => {
  app = await CommandedApp.start(fake);
});
afterEach(() => app.end());

const tokens = () => app.get<Token[]>('tokens.list');
const apps = async () => (await app.get<ServiceApps>('service.list')).apps;
const codeOf = async (name: string, request: unknown) => {
  const answer = await app.ask(name, request);
  return answer.ok ? 'ok' : answer.error.code;
};

it('a removed token comes back with its org and everything that hangs on it', async () => {
  const { token, value } = await app.keep('terraform', {
    purpose: 'Terraform',
    consumers: [{ name: 'CI', where: 'acme/infra', note: 'ask Olga', how: null }],
  });
  const { id: tokenId } = token;
  const { jobId } = await app.get<{ jobId: string }>('testing.test', { tokenId });
  await app.told.until('testFinished', (event) => event.jobId === jobId);
  await app.get('life.setKeepAlive', {
    tokenId,
    setting: { reason: 'used once a year', until: app.clock.now() + 86_400_000 },
  });
  const { alias: _, ...door } = await app.get<Door>('programs.door', { tokenId });
  await app.get('programs.setDoor', { tokenId, door: { ...door, open: true } });
  await app.get('service.begin', { tokenId });
  const seen = async () => ({
    tokens: await tokens(),
    orgs: await app.get('orgs.list'),
    tests: await app.get('testing.history', { tokenId, limit: 10 }),
    keepAlive: await app.get('life.keepAlive', { tokenId }),
    door: await app.get('programs.door', { tokenId }),
    moved: (await apps()).map((one) => one.tokenId),
  });
  const before = await seen();
  expect(before.tests).toHaveLength(1);
  expect(before.moved).toEqual([tokenId]);

  await app.get('tokens.remove', { tokenId });
  expect([await tokens(), (await apps()).map((one) => one.tokenId)]).toEqual([[], [null]]);
  await app.get('tokens.bringBack', { tokenId });
  expect(await seen()).toEqual(before);
  await app.get('tokens.copy', { tokenId, as: 'value' });
  expect(value.length).toBeGreaterThan(20);
  const record = await app.get<ActivityEntry[]>('activity.list', { filter: '', limit: 20 });
  expect(record.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['token.removed', 'token.brought-back']),
  );
  expect(await app.get('activity.check')).toMatchObject({ ok: true, brokenAt: null });
});

it('a removed app comes back with its key, its rules and its org', async () => {
  const { app: kept } = await app.keepApp('report');
  await app.get('service.test', { appId: kept.id });
  const { alias: _, ...door } = await app.get<Door>('programs.door', { tokenId: kept.id });
  await app.get('programs.setDoor', { tokenId: kept.id, door: { ...door, open: true } });
  const before = [
    await apps(),
    await app.get('orgs.list'),
    await app.get('programs.door', { tokenId: kept.id }),
  ];
  await app.get('service.remove', { appId: kept.id });
  expect([await apps(), await app.get('orgs.list')]).toEqual([[], []]);
  await app.get('service.bringBack', { appId: kept.id });
  expect([
    await apps(),
    await app.get('orgs.list'),
    await app.get('programs.door', { tokenId: kept.id }),
  ]).toEqual(before);
  // Its private key opens: Okta gives it an access token.
  await app.get('service.test', { appId: kept.id });
  expect((await apps())[0]?.lastTest?.outcome.kind).toBe('accepted');
});

it('an org stays when another token of it is kept, and so does that token', async () => {
  const { token } = await app.keep('one');
  await app.keep('two');
  const orgs = await app.get('orgs.list');
  await app.get('tokens.remove', { tokenId: token.id });
  expect(await app.get('orgs.list')).toMatchObject([{ tokenCount: 1 }]);
  await app.get('tokens.bringBack', { tokenId: token.id });
  expect((await tokens()).map(({ label }) => label).toSorted()).toEqual(['one', 'two']);
  expect(await app.get('orgs.list')).toEqual(orgs);
});

it('nothing comes back after the time, after a lock, or after another removal', async () => {
  const { token: one } = await app.keep('one');
  const { token: two } = await app.keep('two');
  const { token: three } = await app.keep('three');
  await app.get('tokens.remove', { tokenId: one.id });
  await app.clock.advance(33_000);
  expect(await codeOf('tokens.bringBack', { tokenId: one.id })).toBe('not-found');
  await app.get('tokens.remove', { tokenId: two.id });
  await app.get('tokens.remove', { tokenId: three.id });
  expect(await codeOf('tokens.bringBack', { tokenId: two.id })).toBe('not-found');
  app.app.lock();
  expect(await codeOf('tokens.bringBack', { tokenId: three.id })).toBe('vault-locked');
  await app.get('vault.unlock', {});
  expect(await codeOf('tokens.bringBack', { tokenId: three.id })).toBe('not-found');
  expect(await tokens()).toEqual([]);
});

it('an org that was added again meanwhile is joined with the one that comes back', async () => {
  const { token } = await app.keep('one');
  await app.get('tokens.remove', { tokenId: token.id });
  await app.keep('two');
  await app.get('tokens.bringBack', { tokenId: token.id });
  expect(await app.get('orgs.list')).toMatchObject([{ id: token.orgId, tokenCount: 2 }]);
  expect((await tokens()).map(({ orgId }) => orgId)).toEqual([token.orgId, token.orgId]);
});

it('a new data key ends the offer, because the earlier key sealed what was removed', async () => {
  const { token } = await app.keep('one');
  await app.keep('two');
  await app.get('tokens.remove', { tokenId: token.id });
  app.says = true;
  expect(await codeOf('vault.renewKey', {})).toBe('ok');
  expect(await codeOf('tokens.bringBack', { tokenId: token.id })).toBe('not-found');
  expect((await tokens()).map(({ label }) => label)).toEqual(['two']);
});
