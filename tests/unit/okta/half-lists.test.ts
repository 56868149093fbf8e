import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { FakeToken } from '../../../src/demo/okta/model.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { readInventory } from '../../../src/main/features/access/inventory.ts';
import { readLogUse } from '../../../src/main/features/access/log-use.ts';
import { readNetwork } from '../../../src/main/features/access/network.ts';
import { runXray } from '../../../src/main/features/access/xray.ts';
import { Helpers } from '../../../src/main/features/diagnosis/helpers.ts';
import { idFromOwnCalls } from '../../../src/main/features/rotation/own-calls.ts';
import { askLeakedUse, askQuiet, tokensOfOwner } from '../../../src/main/features/rotation/quiet.ts';
import { runTest } from '../../../src/main/features/testing/checks.ts';
import { readShare, writeShare } from '../../../src/main/features/usage/principal-limits.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { apiTokens, roles } from '../../../src/main/okta/schemas.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from './harness.ts';

/** Each reader of a list takes a next page that is not followed for what it is: something it does not know. */

let fake: FakeOkta;
let acme: RunningOrg;
let clock: SkippingClock;
let client: OktaClient;
let token: FakeToken;
const signal = new AbortController().signal;
beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock);
  for (const { id } of acme.org.tokens) acme.org.revoke(id);
  token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'mine' });
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  await client.close();
});

const secret = () => Secret.fromText(token.value);
const asking = () => ({ tokenId: token.id, label: 'mine', origin: acme.origin, secret: secret() });
/** The lists at `path` go on where no token is sent. */
const goesOnElsewhere = (path: RegExp) =>
  acme.faults.add(
    { kind: 'links', change: () => ['<https://elsewhere.example/api/v1/rest?after=x>; rel="next"'] },
    { path, times: Number.POSITIVE_INFINITY },
  );
const act = (type = 'user.lifecycle.create', userAgent = 'keyturn/0') =>
  acme.org.log(type, acme.org.user(token.userId), null, { tokenId: token.id, userAgent });

it('a test does not take the only token on the page for its own, nor half of the roles for all', async () => {
  const test = () =>
    runTest({
      client,
      clock,
      origin: acme.origin,
      secret: secret(),
      known: () => ({ oktaTokenId: null, network: null, others: [] }),
      signal,
      onCheck: () => undefined,
    });
  expect((await test()).facts).toMatchObject({ oktaTokenId: token.id, roles: [{ type: 'SUPER_ADMIN' }] });
  goesOnElsewhere(/api-tokens$|roles$/);
  expect((await test()).facts).toMatchObject({ oktaTokenId: null, roles: null });
});

it('an X-ray does not take the only token on the page for its own', async () => {
  const known = { owner: null, oktaTokenId: null, network: null, opened: [] };
  const look = () => runXray({ client, clock, origin: acme.origin, secret: secret(), known, signal });
  expect((await look()).oktaTokenId).toBe(token.id);
  goesOnElsewhere(/api-tokens/);
  expect((await look()).oktaTokenId).toBeNull();
  acme.faults.clear();
  // Nor where the page is one of several, which an X-ray does not read.
  acme.org.tokensPerPage = 1;
  acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'second' });
  expect((await look()).oktaTokenId).toBeNull();
  acme.org.tokensPerPage = 200;
});

it('the inventory does not show half a list, and does not judge an owner by half of the roles', async () => {
  const need = { client, clock, signal };
  goesOnElsewhere(/api-tokens$/);
  await expect(readInventory(need, [asking()], () => null)).rejects.toMatchObject({
    failure: { sentence: expect.stringContaining('another address') as string },
  });
  acme.faults.clear();
  acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'other' });
  goesOnElsewhere(/roles$/);
  const { tokens, notes } = await readInventory(need, [asking()], () => null);
  expect(tokens.map(({ owner }) => owner.superAdmin).toSorted()).toEqual([null, true]);
  expect(notes.join()).toContain('could not read');
});

it('the network card says that zones are missing, and does not guess which token it is', async () => {
  const need = { client, clock, signal };
  goesOnElsewhere(/zones/);
  const { view } = await readNetwork(need, [asking()], token.id);
  expect(view.zonesNote).toMatch(/^Keyturn could not read some of the network zones .* another address/);
  goesOnElsewhere(/api-tokens$/);
  await expect(readNetwork(need, [asking()], null)).rejects.toThrow('another address');
});

it('the actions of a token in the log are marked as incomplete', async () => {
  act();
  const use = () =>
    readLogUse({ client, clock, origin: acme.origin, secret: secret(), oktaTokenId: token.id, signal });
  const { complete, events } = await use();
  expect([complete, events > 0]).toEqual([true, true]);
  goesOnElsewhere(/logs/);
  expect(await use()).toMatchObject({ complete: false, events });
});

it('an old token is not quiet because of one empty page of a log that has more pages', async () => {
  const old = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'old' });
  const handedOverAt = fake.clock.now();
  fake.clock.advance(3_600_000);
  const ask = () =>
    askQuiet({
      client,
      origin: acme.origin,
      by: { log: secret(), list: secret() },
      mode: 'usual',
      oktaTokenId: old.id,
      handedOverAt,
      expiryAtHandOver: null,
      quietMinutes: 10,
      now: fake.clock.now(),
      oktaAheadMs: 0,
    });
  expect((await ask()).verdict).toBe('quiet');
  goesOnElsewhere(/logs/);
  const quiet = await ask();
  expect([quiet.verdict, quiet.log.read]).toEqual(['cannot-tell', false]);
  expect(quiet.log.why).toBe('unexpected answer when asked');
  acme.org.log('user.lifecycle.create', acme.org.user(old.userId), null, { tokenId: old.id });
  expect(await ask()).toMatchObject({ verdict: 'in-use', log: { read: true, calls: 1, more: true } });
});

it('an old token is quiet by Okta’s clock when this computer’s is set ahead or back during the wait', async () => {
  const old = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'old' });
  const handedOverAt = fake.clock.now();
  const ask = (now: number) =>
    askQuiet({
      ...{ client, origin: acme.origin, by: { log: secret(), list: secret() }, mode: 'usual' },
      ...{ oktaTokenId: old.id, handedOverAt, expiryAtHandOver: null, quietMinutes: 10, now, oktaAheadMs: 0 },
    });
  fake.clock.advance(60_000);
  const year = 365 * 86_400_000;
  for (const wrong of [-year, -3_600_000, 3_600_000, year]) {
    expect((await ask(fake.clock.now() + wrong)).verdict).toBe('waiting');
  }
  fake.clock.advance(1_800_000);
  for (const wrong of [-year, -3_600_000, 3_600_000, year]) {
    expect((await ask(fake.clock.now() + wrong)).verdict).toBe('quiet');
  }
  acme.org.log('user.lifecycle.create', acme.org.user(old.userId), null, { tokenId: old.id });
  for (const wrong of [-year, -3_600_000, 3_600_000, year]) {
    expect(await ask(fake.clock.now() + wrong)).toMatchObject({ verdict: 'in-use', log: { calls: 1 } });
  }
});

it('the actions of a leaked token are marked as incomplete', async () => {
  act();
  const ask = () => askLeakedUse(client, acme.origin, secret(), token.id, fake.clock.now() + 1_000, signal);
  expect(await ask()).toMatchObject({ read: true, more: false });
  goesOnElsewhere(/logs/);
  const use = await ask();
  expect([use.read, use.more, use.events > 0]).toEqual([true, true, true]);
});

it('a person cannot pick the token to revoke from half a list', async () => {
  const list = () => tokensOfOwner(client, acme.origin, secret(), token.userId);
  expect((await list()).map(({ id }) => id)).toEqual([token.id]);
  goesOnElsewhere(/api-tokens/);
  await expect(list()).rejects.toThrow("Only a part of Okta's list");
  acme.faults.clear();
  acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }, { path: /api-tokens/ });
  expect(await list()).toEqual([]);
});

it('the only id in half of the own calls is not taken as the only one', async () => {
  fake.clock.advance(3_600_000);
  act();
  const now = fake.clock.now();
  const ask = () =>
    idFromOwnCalls(client, acme.origin, secret(), token.userId, { from: now - 1_000, to: now + 1_000 });
  expect(await ask()).toBe(token.id);
  goesOnElsewhere(/logs/);
  expect(await ask()).toBeNull();
});

it('a diagnosis concludes nothing from half a list', async () => {
  using helpers = new Helpers(client, acme.origin, [{ label: 'mine', open: secret }], signal);
  expect(await helpers.list('/api/v1/api-tokens', apiTokens)).toMatchObject({ by: 'mine' });
  goesOnElsewhere(/api-tokens|roles/);
  expect(await helpers.list('/api/v1/api-tokens', apiTokens)).toMatchObject({
    why: expect.any(String) as string,
  });
  expect(await helpers.list(`/api/v1/users/${token.userId}/roles`, roles)).not.toHaveProperty('value');
  acme.faults.clear();
  // Longer than is read counts as half, too.
  acme.org.tokensPerPage = 1;
  for (let n = 0; n < 11; n++) acme.org.issueToken({ owner: 'svc-siem@acme.com', name: `more ${n}` });
  const read = await helpers.list('/api/v1/api-tokens', apiTokens);
  expect(read).toMatchObject({ why: expect.stringContaining('a longer list than Keyturn read') as string });
  acme.org.tokensPerPage = 200;
});

it('half of the shares decide neither the usual share nor a new one', async () => {
  const needs = { client, origin: acme.origin, secrets: [secret], oktaTokenId: '00TnoneOfThese' };
  expect(await readShare(needs)).toMatchObject({ own: false });
  goesOnElsewhere(/principal-rate-limits/);
  await expect(readShare(needs)).rejects.toThrow('another address');
  await expect(writeShare(needs, { percentage: 10, concurrencyPercentage: 10 })).rejects.toThrow();
  expect(acme.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});
