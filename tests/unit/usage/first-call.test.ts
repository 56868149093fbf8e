import { exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeToken } from '../../../src/demo/okta/model.ts';
import { Failed } from '../../../src/main/base/failure.ts';
import { FirstCalls } from '../../../src/main/features/usage/first-call.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf } from '../okta/harness.ts';
import { HandClock } from '../vault/memory-keyring.ts';
import { act, orgOf, secretOf } from './world.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let client: OktaClient;
let clock: HandClock;
let token: FakeToken;
let other: FakeToken;
let firstCalls: FirstCalls;

beforeEach(async () => {
  fake = await startFakeOkta();
  clock = new HandClock();
  fake.clock.set(clock.now());
  acme = orgOf(fake);
  client = clientOf(fake, clock);
  token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  other = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'other' });
  firstCalls = new FirstCalls({ client, clock });
});
afterEach(async () => {
  await client.close();
  await fake.close();
});

const readerOf = (asker: FakeToken) => async () => {
  const credential = secretOf(asker)();
  return { credential, [Symbol.dispose]: () => credential.wipe() };
};
const look = (since: number | null, askers = [other], signal = new AbortController().signal) =>
  firstCalls.look({
    ...{ origin: acme.origin, id: 'one', caller: { oktaTokenId: token.id }, since, signal },
    readers: askers.map(readerOf),
  });
/** Lets time pass here and in the org. */
const later = (ms: number) => {
  clock.advance(ms);
  fake.clock.set(fake.clock.now() + ms);
};

it('finds the first call of a program since the look began, with its time, address and user agent', async () => {
  act(acme, token, 'user.session.start', { userAgent: 'earlier/1' });
  later(10_000);
  const begun = await look(null);
  expect(begun).toMatchObject({ state: 'waiting', call: null, sentence: '' });
  later(10_000);
  expect(await look(begun.since)).toMatchObject({ state: 'waiting', since: begun.since });
  act(acme, other, 'group.user_membership.add', { userAgent: 'another-token/1' });
  act(acme, token, 'group.user_membership.add', { userAgent: 'keyturn/1.0' });
  later(1_000);
  // The fake's clock goes on by itself.
  const before = fake.clock.now();
  act(acme, token, 'group.user_membership.add', { userAgent: 'okta-terraform/4.1' });
  const after = fake.clock.now();
  later(10_000);
  act(acme, token, 'group.user_membership.remove', { userAgent: 'second/1' });
  const arrived = await look(begun.since);
  expect(arrived).toMatchObject({
    state: 'arrived',
    call: { agent: 'okta-terraform/4.1', type: 'group.user_membership.add' },
  });
  expect(arrived.call?.at).toBeGreaterThanOrEqual(before);
  expect(arrived.call?.at).toBeLessThanOrEqual(after);
});

it('finds it behind a page that is full of Keyturn’s own calls', async () => {
  const { since } = await look(null);
  later(10_000);
  for (let n = 0; n < 100; n++) act(acme, token, 'user.session.start', { userAgent: 'keyturn/1.0' });
  later(10_000);
  act(acme, token, 'group.user_membership.add', { userAgent: 'okta-terraform/4.1' });
  const behind = await look(since);
  expect(behind.state).toBe('waiting');
  later(10_000);
  expect((await look(behind.since)).state).toBe('arrived');
});

it('begins by Okta’s clock when the clock of this computer is wrong', async () => {
  fake.clock.set(clock.now() - 3_600_000);
  const begun = await look(null);
  expect(Math.abs(begun.since - fake.clock.now())).toBeLessThan(2_000);
  later(10_000);
  act(acme, token, 'group.user_membership.add', { userAgent: 'okta-terraform/4.1' });
  later(10_000);
  expect((await look(begun.since)).state).toBe('arrived');
});

it('asks Okta once in five seconds at most, however many callers ask', async () => {
  const { since } = await look(null);
  acme.requests.length = 0;
  for (let n = 0; n < 5; n++) {
    expect(await look(since)).toMatchObject({ state: 'waiting', since });
    expect(await look(null)).toMatchObject({ state: 'waiting', since });
  }
  expect(acme.requests).toEqual([]);
  later(5_000);
  await look(since);
  expect(acme.requests.map(({ path }) => path)).toEqual(['/api/v1/logs']);
});

it('asks with another token when one may not read the log, and says why when none may', async () => {
  const { since } = await look(null);
  const helpless = acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'helpless' });
  acme.org.revoke(helpless.id);
  later(10_000);
  act(acme, token);
  later(10_000);
  expect((await look(since, [helpless, other])).state).toBe('arrived');
  later(10_000);
  expect(await look(since, [helpless])).toMatchObject({
    state: 'cannot-tell',
    sentence: expect.stringMatching(/\w+/),
  });
  later(10_000);
  expect(await look(since, [])).toMatchObject({
    state: 'cannot-tell',
    sentence: 'No kept token of this org may read the System Log.',
  });
});

it('ends when Keyturn locks', async () => {
  await expect(look(null, [other], AbortSignal.abort(new Error('locked')))).rejects.toThrow();
});

describe('of an OAuth app', () => {
  const begun = async () => {
    const app = acme.org.addServiceApp({
      ...{ name: 'report', jwk: await aPublicKey(), scopes: ['okta.users.read'] },
      roles: [{ type: 'READ_ONLY_ADMIN' }],
    });
    const lookFor = (since: number | null, readers = [readerOf(other)]) =>
      firstCalls.look({
        ...{ origin: acme.origin, id: 'app', caller: { clientId: app.clientId }, since, readers },
        signal: new AbortController().signal,
      });
    return { app, lookFor };
  };

  it('finds the access token that Okta gave its program, and no event of another app or of Keyturn', async () => {
    const { app, lookFor } = await begun();
    const another = acme.org.addServiceApp({ name: 'b', jwk: await aPublicKey(), scopes: [], roles: [] });
    const { since } = await lookFor(null);
    later(10_000);
    const granted = 'app.oauth2.token.grant.access_token';
    acme.org.log(granted, another, null, { userAgent: 'another/1' });
    acme.org.log(granted, app, null, { userAgent: 'keyturn/1.0' });
    later(10_000);
    expect((await lookFor(since)).state).toBe('waiting');
    acme.org.log(granted, app, null, { userAgent: 'okta-sdk-python/3' });
    later(10_000);
    expect(await lookFor(since)).toMatchObject({
      state: 'arrived',
      call: { type: granted, agent: 'okta-sdk-python/3' },
    });
  });

  it('says why when neither a token nor the app may read the log', async () => {
    const { lookFor } = await begun();
    expect(await lookFor(null, [])).toMatchObject({
      state: 'cannot-tell',
      sentence: expect.stringContaining('the last test of the app did not read it'),
    });
    later(10_000);
    const refuses = async () => {
      throw new Failed('okta', 'Okta does not accept this Client ID with this key.', '');
    };
    expect(await lookFor(null, [refuses])).toMatchObject({
      state: 'cannot-tell',
      sentence: 'Okta does not accept this Client ID with this key.',
    });
  });
});

async function aPublicKey() {
  const { publicKey } = await generateKeyPair('RS256', { extractable: true });
  return exportJWK(publicKey);
}
