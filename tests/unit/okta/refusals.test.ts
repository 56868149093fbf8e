import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Secret } from '../../../src/main/base/secret.ts';
import { probeOf } from '../../../src/main/features/access/probe-outcome.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import type { AccessToken, Credential } from '../../../src/main/okta/credential.ts';
import { user } from '../../../src/main/okta/schemas.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from './harness.ts';

type Headers = Record<string, string | string[] | null>;
let fake: FakeOkta;
let acme: RunningOrg;
let clock: SkippingClock;
let client: OktaClient;
let secret: Secret;
beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock);
  secret = Secret.fromText(acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' }).value);
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  await client.close();
});

const me = (by: Credential = secret) =>
  client.call({ origin: acme.origin, secret: by, path: '/api/v1/users/me', schema: user });
const refuse = (status: number, headers: Headers, times: number, body?: unknown) =>
  acme.faults.add({ kind: 'refusal', status, headers, body }, { times });
async function refused(by?: Credential) {
  const answer = await me(by);
  if (answer.kind === 'accepted') throw new Error('It was accepted.');
  return answer.outcome;
}
const inSeconds = (s: number) => String(Math.floor(fake.clock.now() / 1000) + s);
const okta429 = { errorCode: 'E0000047', errorSummary: 'x', errorId: 'oae1' };

describe('429', () => {
  it.each<[string, () => Headers, number, number]>([
    // The fake's clock goes on by itself, so a busy machine shortens the wait.
    ['with only Reset', () => ({ 'x-rate-limit-reset': inSeconds(30) }), 28_000, 32_000],
    [
      'with only Reset, in milliseconds',
      () => ({ 'x-rate-limit-reset': `${inSeconds(30)}000` }),
      28_000,
      32_000,
    ],
    ['with only Retry-After', () => ({ 'retry-after': '17' }), 17_000, 17_000],
    [
      'with only Retry-After, a date',
      () => ({ 'retry-after': new Date(fake.clock.now() + 40_000).toUTCString() }),
      38_000,
      41_000,
    ],
    [
      'with Reset in two headers',
      () => ({ 'x-rate-limit-reset': [inSeconds(5), inSeconds(30)] }),
      28_000,
      32_000,
    ],
    ['with spaces around', () => ({ 'x-rate-limit-reset': `  ${inSeconds(30)}  ` }), 28_000, 32_000],
    ['of a proxy, with nothing', () => ({ date: null }), 10_000, 10_000],
    ['of a proxy without a Date', () => ({ date: null, 'retry-after': '33' }), 33_000, 33_000],
  ])('%s waits that long and asks again', async (_name, headers, least, most) => {
    refuse(429, headers(), 1, okta429);
    expect((await me()).kind).toBe('accepted');
    expect(clock.waits).toHaveLength(1);
    expect(clock.waits[0]).toBeGreaterThanOrEqual(least);
    expect(clock.waits[0]).toBeLessThanOrEqual(most);
  });

  it.each<[string, () => Headers, RegExp, [number, number] | null]>([
    ['Retry-After', () => ({ 'retry-after': '17' }), /frees up in about 17 s\./, [17_000, 17_000]],
    [
      'Retry-After of many minutes',
      () => ({ 'retry-after': '900' }),
      /about 15 minutes\./,
      [900_000, 900_000],
    ],
    ['Retry-After of hours', () => ({ 'retry-after': '18000' }), /about 5 hours\./, [18_000_000, 18_000_000]],
    [
      'Retry-After of days',
      () => ({ 'retry-after': '345600' }),
      /about 4 days\./,
      [345_600_000, 345_600_000],
    ],
    ['Reset', () => ({ 'x-rate-limit-reset': inSeconds(600) }), /about 1[01] minutes\./, [599_000, 602_000]],
    ['nothing', () => ({}), /Okta does not say for how long\./, null],
    ['nothing that can be read', () => ({ 'retry-after': 'soon' }), /Okta does not say for how long\./, null],
  ])('says the wait of %s after its last try', async (_name, headers, sentence, wait) => {
    refuse(429, headers(), 4, okta429);
    const said = await refused();
    expect(said).toMatchObject({ kind: 'rate-limited', errorCode: 'E0000047' });
    expect(said.sentence).toMatch(sentence);
    if (wait === null) {
      expect(said.retryAt).toBeNull();
    } else {
      expect((said.retryAt ?? 0) - fake.clock.now()).toBeGreaterThanOrEqual(wait[0] - 1_000);
      expect((said.retryAt ?? 0) - fake.clock.now()).toBeLessThanOrEqual(wait[1]);
    }
  });

  it('uses the clock of earlier answers when it has no Date', async () => {
    const ahead = Object.assign(clock, { now: () => fake.clock.now() - 3 * 3_600_000 });
    const other = clientOf(fake, ahead);
    await other.wellKnown(acme.origin);
    refuse(429, { date: null, 'x-rate-limit-reset': inSeconds(40) }, 1);
    await other.wellKnown(acme.origin);
    expect(ahead.waits[0]).toBeGreaterThanOrEqual(39_000);
    expect(ahead.waits[0]).toBeLessThanOrEqual(42_000);
    await other.close();
  });
});

describe('503', () => {
  it('waits as long as Retry-After says', async () => {
    refuse(503, { 'retry-after': '21' }, 1);
    expect((await me()).kind).toBe('accepted');
    expect(clock.waits).toEqual([21_000]);
  });

  it('reports a Retry-After that is too long, and no wait without one', async () => {
    refuse(503, { 'retry-after': '3600' }, 1);
    const said = await refused();
    expect(said).toMatchObject({ kind: 'okta-trouble', status: 503 });
    expect(said.sentence).toContain('asks to wait for about 60 minutes.');
    expect(clock.waits).toEqual([]);
    refuse(503, {}, 4);
    expect((await refused()).sentence).not.toContain('wait');
  });
});

/** An access token, as far as the client knows one; notes the nonces it was asked to carry. */
const nonces: (string | undefined)[] = [];
const access: AccessToken = {
  value: Secret.fromText('at'),
  headersFor: async (_method, _url, nonce) => {
    nonces.push(nonce);
    return { authorization: 'DPoP at', dpop: nonce ?? 'none' };
  },
};

describe('a refusal that only WWW-Authenticate explains', () => {
  const scope = 'scope="okta.users.read"';
  it.each<[string, number, string | string[], string, RegExp]>([
    [
      '403 Bearer',
      403,
      `Bearer error="insufficient_scope", ${scope}`,
      'not-allowed',
      /lacks the scope okta\.users\.read\./,
    ],
    [
      '403 DPoP',
      403,
      `DPoP algs="RS256 ES256", ${scope}, error="insufficient_scope"`,
      'not-allowed',
      /okta\.users\.read/,
    ],
    [
      '403 in lower case',
      403,
      `bearer ERROR=insufficient_scope,${scope}`,
      'not-allowed',
      /okta\.users\.read/,
    ],
    [
      '403 behind another challenge',
      403,
      `Negotiate, Basic realm="a, b", Bearer error="insufficient_scope", ${scope}`,
      'not-allowed',
      /okta\.users\.read/,
    ],
    [
      '403 in the second header',
      403,
      ['Basic realm="a"', `Bearer error="insufficient_scope", ${scope}`],
      'not-allowed',
      /okta\.users\.read/,
    ],
    [
      '403 that names no scope',
      403,
      'Bearer error="insufficient_scope"',
      'not-allowed',
      /a scope that this call needs/,
    ],
    [
      '403 that names two',
      403,
      'Bearer error="insufficient_scope", scope="a.read b.read"',
      'not-allowed',
      /a\.read or b\.read/,
    ],
    [
      '401 invalid_token',
      401,
      'Bearer error="invalid_token", error_description="The \\"token\\", it is bad"',
      'not-accepted',
      /does not accept this token/,
    ],
    [
      '401 use_dpop_nonce without one',
      401,
      'DPoP error="use_dpop_nonce"',
      'not-accepted',
      /proof of possession/,
    ],
    ['401 invalid_dpop_proof', 401, 'DPoP error="invalid_dpop_proof"', 'not-accepted', /proof of possession/],
    ['400 invalid_dpop_proof', 400, 'DPoP error="invalid_dpop_proof"', 'not-accepted', /proof of possession/],
    ['401 with an error nobody knows', 401, 'Bearer error="new_thing"', 'not-accepted', /\(new_thing\)/],
    ['401 with no error', 401, 'Bearer realm="x"', 'unexpected-answer', /does not understand/],
    [
      '403 with an error of another scheme',
      403,
      'Basic error="insufficient_scope"',
      'unexpected-answer',
      /does not understand/,
    ],
  ])('%s', async (_name, status, header, kind, sentence) => {
    for (const by of [access, secret]) {
      refuse(status, { 'www-authenticate': header }, 1);
      const said = await refused(by);
      expect(said).toMatchObject({ kind, status });
      expect(said.sentence).toMatch(sentence);
      expect(said.requestId).toMatch(/^\w{32}$/);
    }
  });

  it('puts the header before the body for a scope, and Okta’s code first for an API token', async () => {
    const body = (errorCode: string) => ({ errorCode, errorSummary: 'x' });
    refuse(403, { 'www-authenticate': `Bearer error="insufficient_scope", ${scope}` }, 1, body('E0000006'));
    expect((await refused(access)).sentence).toContain('okta.users.read');
    refuse(401, { 'www-authenticate': 'Bearer error="invalid_token"' }, 1, body('E0000011'));
    expect(await refused(secret)).toMatchObject({ kind: 'not-accepted', errorCode: 'E0000011' });
    refuse(401, { 'www-authenticate': 'Bearer error="invalid_token"' }, 1, body('E0000011'));
    expect((await refused(access)).sentence).toContain('has expired, was revoked');
  });

  it('names a missing scope, not a role, for an endpoint', async () => {
    refuse(403, { 'www-authenticate': `Bearer error="insufficient_scope", ${scope}` }, 1);
    const probe = probeOf('users', await me(access));
    expect(probe).toMatchObject({ state: 'denied', reason: 'scope', errorCode: 'insufficient_scope' });
    expect(probe.sentence).toBe('Okta denied the read. The access token lacks the scope.');
  });

  it('that asks for a nonce is sent once more with it', async () => {
    nonces.length = 0;
    const dpop = { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': 'n-1' };
    refuse(401, dpop, 5);
    expect((await refused(access)).kind).toBe('not-accepted');
    expect(nonces).toEqual([undefined, 'n-1']);
    expect(acme.requests.map(({ headers }) => headers.dpop)).toEqual(['none', 'n-1']);
    expect(clock.waits).toEqual([]);
    for (const nonce of ['a b', 'x"y', 'é', 'y'.repeat(501)]) {
      acme.faults.clear();
      nonces.length = 0;
      refuse(401, { ...dpop, 'dpop-nonce': Buffer.from(nonce).toString('latin1') }, 5);
      await refused(access);
      expect(nonces).toEqual([undefined]);
    }
  });
});

it('refuses to read a list as a single object', () => {
  // @ts-expect-error A list may have more pages.
  () => client.call({ origin: acme.origin, secret, path: '/x', schema: z.array(z.string()) });
});
