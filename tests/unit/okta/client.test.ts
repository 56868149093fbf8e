import { once } from 'node:events';
import { createSecureServer } from 'node:http2';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Authority } from '../../../src/demo/okta/certificates.ts';
import type { Fault } from '../../../src/demo/okta/faults.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { user } from '../../../src/main/okta/schemas.ts';
import { startProxy } from '../../fake-okta/proxy.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from './harness.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let clock: SkippingClock;
let client: OktaClient;
let token: { id: string; value: string };

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock, { limits: { bodyBytes: 200_000 } });
  token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  acme.setCertificate('good');
  await client.close();
});

const me = (value = token.value, more = {}) =>
  client.call({
    origin: acme.origin,
    secret: Secret.fromText(value),
    path: '/api/v1/users/me',
    schema: user,
    ...more,
  });
const failed = async (asked: ReturnType<typeof me>) => {
  const answer = await asked;
  if (answer.kind === 'accepted') throw new Error('was accepted');
  expect(answer.outcome.sentence).toMatch(/\.$/);
  expect(JSON.stringify(answer)).not.toContain(token.value);
  return answer.outcome;
};
const fault = (one: Fault, times = 1) => acme.faults.add(one, { times });

describe('an id that would lead to another path', () => {
  it.each(['..', '.', '%2e%2e', '%2E.', '.%2e'])('%s makes no call', async (id) => {
    for (const path of [`/api/v1/groups/${id}/users/00u1`, `/api/v1/users/${id}`]) {
      const { kind, sentence } = await failed(me(token.value, { method: 'DELETE', path }));
      expect([kind, sentence]).toEqual(['unexpected-answer', expect.stringContaining('another path')]);
    }
    expect(acme.requests).toEqual([]);
  });
});

describe('an accepted call', () => {
  it('gives the value, the request id, the limits and Okta’s time; it says who is calling', async () => {
    const answer = await me();
    expect(answer).toMatchObject({
      kind: 'accepted',
      status: 200,
      value: { status: 'ACTIVE', profile: { login: 'svc-terraform@acme.com' } },
      rateLimit: { bucket: 'Users', limit: 300 },
    });
    expect(answer.requestId).toMatch(/^\w{32}$/);
    expect(Math.abs((answer.dateHeader ?? 0) - fake.clock.now())).toBeLessThan(2_000);
    expect(acme.requests[0]?.headers).toMatchObject({
      'user-agent': 'keyturn/0.0.0-test',
      accept: 'application/json',
      authorization: `SSWS ${token.value}`,
    });
    expect(client.rateLimitsOf(acme.origin)).toEqual([answer.rateLimit]);
  });

  it('uses HTTP/1.1 even when the server offers HTTP/2, and twelve connections at most', async () => {
    const authority = await Authority.make('An authority of this test');
    const versions: string[] = [];
    const ports = new Set<number | undefined>();
    const server = createSecureServer(
      { ...(await authority.issue(['localhost'])), allowHTTP1: true },
      (request, response) => {
        versions.push(request.httpVersion);
        ports.add(request.socket.remotePort);
        setTimeout(
          () => response.end('{"id":"00u1","status":"ACTIVE","profile":{"login":"a@acme.com"}}'),
          20,
        );
      },
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const here = clientOf(fake, clock, {
      network: () => ({ extraCaPem: authority.pem, proxy: { mode: 'none' } }),
    });
    try {
      const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
      const secret = Secret.fromText('00x');
      const call = { origin, secret, path: '/api/v1/users/me', schema: user };
      const answers = await Promise.all(Array.from({ length: 24 }, () => here.call(call)));
      expect(answers.map(({ kind }) => kind)).toEqual(Array(24).fill('accepted'));
      expect(versions).toEqual(Array(24).fill('1.1'));
      expect(ports.size).toBeLessThanOrEqual(12);
    } finally {
      await here.close();
      server.close();
    }
  });

  it('keeps its connection for the next call', async () => {
    await me();
    const first = performance.now();
    await me();
    expect(acme.requests).toHaveLength(2);
    expect(acme.requests[0]?.headers.connection).toBe('keep-alive');
    expect(performance.now() - first).toBeLessThan(5_000);
  });
});

it('reads the network settings at an org’s first call and after a change, and asks the policy for each call', async () => {
  let reads = 0;
  let refusal: string | null = null;
  const here = clientOf(fake, clock, {
    network: () => {
      reads++;
      return { extraCaPem: fake.caPem, proxy: { mode: 'none' } };
    },
    orgRefusal: () => refusal,
  });
  const call = () =>
    here.call({
      origin: acme.origin,
      secret: Secret.fromText(token.value),
      path: '/api/v1/users/me',
      schema: user,
    });
  try {
    for (const _ of [1, 2, 3]) expect((await call()).kind).toBe('accepted');
    expect(reads).toBe(1);
    here.networkChanged();
    expect((await call()).kind).toBe('accepted');
    expect(reads).toBe(2);
    refusal = 'Your organisation does not let Keyturn call it.';
    expect(await failed(call())).toMatchObject({ kind: 'policy', sentence: refusal });
    expect(acme.requests).toHaveLength(4);
  } finally {
    await here.close();
  }
});

describe('an org that is asked without a token', () => {
  it('is recognised by its well-known document, and Keyturn sends nothing else', async () => {
    const answer = await client.wellKnown(acme.origin);
    expect(answer).toMatchObject({ kind: 'accepted', value: { id: acme.org.id, pipeline: 'idx' } });
    expect(acme.requests[0]?.headers.authorization).toBeUndefined();
  });

  it.each<[string, Fault]>([
    ['a web page', { kind: 'html', status: 200 }],
    ['a 404', { kind: 'status', status: 404, errorCode: 'E0000008' }],
    ['a redirect', { kind: 'redirect', to: 'https://login.example/' }],
  ])('%s is no org', async (_name, one) => {
    fault(one);
    const answer = await client.wellKnown(acme.origin);
    expect(answer.kind).toBe('not-an-okta-org');
  });
});

describe('each failure has its own outcome', () => {
  it('not accepted: E0000011 for a value Okta does not know', async () => {
    expect(await failed(me('00WrongValue_WrongValue_WrongValue_Wrong_Wr'))).toMatchObject({
      kind: 'not-accepted',
      word: 'Not accepted',
      status: 401,
      errorCode: 'E0000011',
    });
  });

  it('not accepted: expired after 30 days without use', async () => {
    fake.clock.advance(30 * 86_400_000 + 1);
    expect((await failed(me())).errorCode).toBe('E0000011');
  });

  it('not allowed: E0000006', async () => {
    const small = acme.org.issueToken({ owner: 'svc-scim@acme.com', name: 'scim' });
    const said = await failed(me(small.value, { path: '/api/v1/logs', schema: z.unknown() }));
    expect(said).toMatchObject({ kind: 'not-allowed', status: 403, errorCode: 'E0000006' });
  });

  it('rate limited: waits Reset - Date + 1 s, asks again and says which call waited', async () => {
    fault({ kind: 'too-many', resetInSeconds: 20 });
    const until: string[] = [];
    const answer = await me(token.value, { onWait: (_until: number, why: string) => until.push(why) });
    expect(answer.kind).toBe('accepted');
    expect(clock.waits).toHaveLength(1);
    expect(clock.waits[0]).toBeGreaterThanOrEqual(20_000);
    expect(clock.waits[0]).toBeLessThanOrEqual(22_000);
    expect(until).toEqual(['rate-limit']);
    expect(acme.requests[1]?.headers['x-okta-retry-count']).toBe('1');
    expect(acme.requests[1]?.headers['x-okta-retry-for']).toMatch(/^\w{32}$/);
  });

  it('rate limited for longer than a person should wait: says until when', async () => {
    fault({ kind: 'too-many', resetInSeconds: 600 });
    const said = await failed(me());
    expect(said).toMatchObject({ kind: 'rate-limited', errorCode: 'E0000047' });
    expect((said.retryAt ?? 0) - fake.clock.now()).toBeGreaterThan(590_000);
    expect(clock.waits).toEqual([]);
  });

  it('rate limited by concurrency: backs off with jitter, not by Reset', async () => {
    fault({ kind: 'too-many', concurrency: true, resetInSeconds: 500 }, 2);
    expect((await me()).kind).toBe('accepted');
    expect(clock.waits).toEqual([750, 1500]);
  });

  it('a storm ends: bounded tries', async () => {
    fault({ kind: 'too-many' }, 50);
    expect((await failed(me())).kind).toBe('rate-limited');
    expect(acme.requests.length).toBeLessThanOrEqual(4);
  });

  it('Okta trouble: a 5xx is retried, then reported with the request id', async () => {
    fault({ kind: 'status', status: 503 });
    expect((await me()).kind).toBe('accepted');
    fault({ kind: 'status', status: 500 }, 50);
    const said = await failed(me());
    expect(said).toMatchObject({ kind: 'okta-trouble', status: 500 });
    expect(said.requestId).toMatch(/^\w{32}$/);
  });

  it('Okta trouble: a gateway’s HTML page', async () => {
    fault({ kind: 'html', status: 502 }, 50);
    expect((await failed(me())).kind).toBe('okta-trouble');
  });

  it('Okta trouble: a DELETE that met a 5xx is not sent twice', async () => {
    fault({ kind: 'status', status: 500 }, 50);
    await me(token.value, { method: 'DELETE', path: '/api/v1/api-tokens/current', schema: z.unknown() });
    expect(acme.requests).toHaveLength(1);
  });

  it.each<[string, Fault, string]>([
    ['cut off JSON', { kind: 'truncated' }, 'unexpected-answer'],
    ['a body without end', { kind: 'huge', bytes: 400_000 }, 'unexpected-answer'],
    ['a login page', { kind: 'html', status: 200 }, 'not-an-okta-org'],
    [
      'a code of Okta’s that is not known',
      { kind: 'status', status: 400, errorCode: 'E0009999' },
      'not-allowed',
    ],
    ['a reset in the middle', { kind: 'reset' }, 'no-network'],
  ])('%s', async (_name, one, kind) => {
    fault(one);
    expect((await failed(me())).kind).toBe(kind);
  });

  // All other limits are longer than this test may take.
  it.each([
    ['no answer begins', { kind: 'hang' }, { headersMs: 700 }],
    ['an answer stops', { kind: 'drip', ms: 2_500 }, { bodyMs: 700 }],
    ['an answer goes on and on', { kind: 'drip', ms: 300 }, { totalMs: 1_500 }],
  ] as const)('%s', async (_name, one, limits) => {
    await client.close();
    client = clientOf(fake, clock, { limits });
    fault(one);
    expect((await failed(me())).kind).toBe('timeout');
  });

  it('a redirect is named and not followed: the token goes nowhere else', async () => {
    const other = fake.org('acme-preview');
    other.requests.length = 0;
    fault({ kind: 'redirect', to: `${other.origin}/api/v1/users/me` });
    const said = await failed(me());
    expect(said.kind).toBe('unexpected-answer');
    expect(said.sentence).toContain(new URL(other.origin).host);
    expect(other.requests).toEqual([]);
    fault({ kind: 'redirect', to: '/signin' });
    const within = await failed(me());
    expect(within).toMatchObject({ kind: 'unexpected-answer' });
    expect(within.sentence).toContain('another of its pages');
    expect(within.remedy).toContain('Check the Org URL');
  });

  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['foreign', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['wrong-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const)('TLS: a certificate that is %s, before anything is sent', async (kind, code) => {
    acme.setCertificate(kind);
    expect(await failed(me())).toMatchObject({ kind: 'tls', errorCode: code });
    expect(acme.requests).toEqual([]);
  });

  it('TLS: an authority that Keyturn does not trust', async () => {
    const strict = clientOf(fake, clock, { network: () => ({ extraCaPem: null, proxy: { mode: 'none' } }) });
    expect((await strict.wellKnown(acme.origin)).kind).toBe('tls');
    await strict.close();
  });

  it('no network: nobody listens, or the name is unknown', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    expect((await client.wellKnown(`https://localhost:${port}`)).kind).toBe('no-network');
    expect((await client.wellKnown('https://no-such-org.invalid')).kind).toBe('no-network');
  });

  it('TLS: a server that speaks no TLS', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    expect((await client.wellKnown(`https://localhost:${port}`)).kind).toBe('tls');
    server.close();
  });
});

describe('proxies', () => {
  const through = (url: string) =>
    clientOf(fake, clock, {
      network: () => ({ extraCaPem: fake.caPem, proxy: { mode: 'custom', url } }),
    });

  it('sends calls through a proxy with its name and password', async () => {
    const proxy = await startProxy({ auth: 'ann:s3cret' });
    const own = through(proxy.url.replace('//', '//ann:s3cret@'));
    expect((await own.wellKnown(acme.origin)).kind).toBe('accepted');
    expect(proxy.asked).toEqual([new URL(acme.origin).host]);
    await own.close();
    proxy.close();
  });

  it.each([
    ['wants a password', { auth: 'a:b' }, 'wants a user name'],
    ['refuses', { refuse: 403 }, 'HTTP 403'],
  ])('%s', async (_name, options, words) => {
    const proxy = await startProxy(options);
    const own = through(proxy.url);
    const answer = await own.wellKnown(acme.origin);
    expect(answer.kind).toBe('proxy');
    if (answer.kind !== 'accepted') expect(answer.outcome.sentence).toContain(words);
    await own.close();
    proxy.close();
  });

  it('reports a proxy that is missing, or that is no proxy', async () => {
    for (const url of ['http://127.0.0.1:9', 'socks5://127.0.0.1:9']) {
      const own = through(url);
      expect((await own.wellKnown(acme.origin)).kind).toBe('proxy');
      await own.close();
    }
  });
});

describe('pages', () => {
  it('follows next links of the same origin and path to the end', async () => {
    const logins: string[] = [];
    for await (const answer of client.pages({
      origin: acme.origin,
      secret: Secret.fromText(token.value),
      path: '/api/v1/users',
      query: { limit: '5' },
      schema: z.array(user),
    })) {
      if (answer.kind === 'accepted') logins.push(...answer.value.map(({ profile }) => profile.login));
    }
    expect(new Set(logins).size).toBe(11);
    expect(acme.requests).toHaveLength(3);
  });
});

it('stops at once when cancelled, even while it waits', async () => {
  const controller = new AbortController();
  fault({ kind: 'hang' });
  const asked = me(token.value, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('enough')), 50);
  await expect(asked).rejects.toThrow('enough');
});

it('a running or waiting call ends when the client closes, and the next call works', async () => {
  fault({ kind: 'hang' });
  const ends = expect(me()).rejects.toThrow('Keyturn is closing.');
  await expect.poll(() => acme.requests.length).toBe(1);
  await client.close();
  await ends;
  expect((await me()).kind).toBe('accepted');
});

it('dates the reset of a limit by this computer’s clock when that is minutes off Okta’s', async () => {
  const ahead = { ...clock, now: () => fake.clock.now() + 300_000, sleep: clock.sleep, after: clock.after };
  const other = clientOf(fake, ahead);
  await other.wellKnown(acme.origin);
  const [limit] = other.rateLimitsOf(acme.origin);
  const left = (limit?.resetAt ?? 0) - ahead.now();
  expect(left).toBeGreaterThan(-1_000);
  expect(left).toBeLessThanOrEqual(62_000);
  await other.close();
});

it('never leaves its origin, whatever the path says', async () => {
  for (const path of ['//evil.example/x', 'https://evil.example/', '/\\evil.example']) {
    await expect(me(token.value, { path })).rejects.toThrow();
  }
});
