import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { OktaClient, type OktaClientOptions } from '../../../src/main/okta/client.ts';
import type { AccessToken } from '../../../src/main/okta/credential.ts';
import { user } from '../../../src/main/okta/schemas.ts';
import { startProxy } from '../../fake-okta/proxy.ts';
import { HandClock, quiet } from '../vault/memory-keyring.ts';
import { type Answerer, http, type RawServer, startRaw } from './raw-server.ts';

const value = '00canaryHostileAnswers_canaryHostileAnswer';
const me = JSON.stringify({ id: '00u1', status: 'ACTIVE', profile: { login: 'ann@acme.com' } });
const ok = http(200, { 'content-type': 'application/json' }, me);
const limits = { connectMs: 8_000, headersMs: 8_000, bodyMs: 8_000, totalMs: 9_000, bodyBytes: 200_000 };

/** Does not wait; notes how long it was to. */
class WaitingClock extends HandClock {
  readonly waits: number[] = [];
  override async sleep(ms: number): Promise<void> {
    this.waits.push(ms);
  }
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

let clock: WaitingClock;
async function at(answer: Answerer, more: Partial<OktaClientOptions> = {}, address?: string) {
  const server = await startRaw(answer, address);
  clock = new WaitingClock(Date.now());
  const client = new OktaClient({
    clock,
    version: '0.0.0-test',
    network: () => ({ extraCaPem: server.caPem, proxy: { mode: 'none' } }),
    log: quiet,
    random: () => 0.5,
    limits,
    ...more,
  });
  ends.push(
    () => server.close(),
    () => client.close(),
  );
  const call = (options: { method?: 'GET' | 'DELETE' | 'POST'; signal?: AbortSignal } = {}) =>
    client.call({
      origin: server.origin,
      secret: Secret.fromText(value),
      path: '/api/v1/users/me',
      schema: user,
      ...options,
    });
  return { server, client, call };
}
const always =
  (bytes: Buffer): Answerer =>
  (socket) =>
    void socket.write(bytes);

/** Returns the sentence for the person, which never holds the token. */
async function told(asked: Promise<{ kind: string; outcome?: { sentence: string; remedy: string } }>) {
  const answer = await asked;
  if (answer.outcome === undefined) throw new Error(`It was ${answer.kind}.`);
  expect(JSON.stringify(answer)).not.toContain(value);
  expect(answer.outcome.sentence).toMatch(/^[^!]+\.$/);
  expect(answer.outcome.remedy).not.toBe('');
  return { kind: answer.kind, sentence: answer.outcome.sentence };
}

describe('an odd answer', () => {
  it.each<[string, Buffer, string, RegExp]>([
    ['an empty 200', http(200, {}), 'unexpected-answer', /form Keyturn does not understand\.$/],
    [
      'an empty 200 of a web server',
      http(200, { 'content-type': 'text/html' }),
      'not-an-okta-org',
      /web page/,
    ],
    [
      'another charset',
      http(200, { 'content-type': 'application/json; charset=utf-16' }, Buffer.from(me, 'utf16le')),
      'unexpected-answer',
      /not JSON/,
    ],
    [
      'packed, which nobody asked for',
      http(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' }, gzipSync(me)),
      'unexpected-answer',
      /not JSON/,
    ],
    [
      'a bomb: 50 MB of nothing, packed',
      http(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000))),
      'unexpected-answer',
      /not JSON/,
    ],
    ['too long', http(200, {}, 'x'.repeat(200_001)), 'unexpected-answer', /far more data than/],
    [
      'with a head too long',
      http(200, { 'x-long': 'x'.repeat(40_000) }, me),
      'unexpected-answer',
      /far more data than/,
    ],
    ['no HTTP', Buffer.from('SSH-2.0-OpenSSH_9.6\r\n'), 'unexpected-answer', /not HTTP/],
    [
      'a 403 page of a firewall',
      http(403, { 'content-type': 'text/html' }, '<!doctype html><h1>Blocked</h1>'),
      'not-an-okta-org',
      /it sent a web page/,
    ],
    ['a 401 without a word', http(401, {}), 'not-an-okta-org|unexpected-answer', /./],
    [
      'a 404 page',
      http(404, { 'content-type': 'text/html' }, '<html>Not here</html>'),
      'not-an-okta-org',
      /web page/,
    ],
    ['a 418', http(418, { 'content-type': 'application/json' }, '{"a":1}'), 'unexpected-answer', /form/],
    [
      'an errorCode that is none',
      http(403, {}, JSON.stringify({ errorCode: '<b>E0000006</b>', errorSummary: 'x' })),
      'unexpected-answer',
      /form/,
    ],
    [
      'the token, echoed in an error',
      http(400, {}, JSON.stringify({ errorCode: 'E0000001', errorSummary: `bad ${value}` })),
      'not-allowed',
      /E0000001/,
    ],
  ])('%s', async (_name, bytes, kind, sentence) => {
    const { call } = await at(always(bytes));
    const said = await told(call());
    expect(said.kind).toMatch(new RegExp(`^(${kind})$`));
    expect(said.sentence).toMatch(sentence);
  });

  it.each<[string, (token: string) => string]>([
    ['as it is', (token) => token],
    ['in base64', (token) => Buffer.from(token).toString('base64')],
    ['in base64 of the whole header', (token) => Buffer.from(`SSWS ${token}`).toString('base64')],
    ['in base64url, one byte on', (token) => Buffer.from(`:${token}`).toString('base64url')],
    ['in upper-case hex', (token) => Buffer.from(token).toString('hex').toUpperCase()],
    ['percent-encoded', (token) => Buffer.from(token).toString('hex').replace(/../g, '%$&')],
    ['reversed', (token) => [...token].toReversed().join('')],
  ])('gives the token back %s, and none of it comes through', async (_name, form) => {
    const echo = form(value);
    const login = { ...JSON.parse(me), profile: { ...JSON.parse(me).profile, login: `a ${echo} b` } };
    const ids = { 'x-okta-request-id': echo };
    const taken = await at(always(http(200, ids, JSON.stringify(login))));
    const errorCauses = [{ errorSummary: `login: ${echo}` }];
    const refused = await at(
      always(http(400, ids, JSON.stringify({ errorCode: 'E0000001', errorId: echo, errorCauses }))),
    );
    for (const { call } of [taken, refused]) {
      const said = JSON.stringify(await call());
      for (let n = 0; n + 14 <= echo.length - 4; n++) expect(said).not.toContain(echo.slice(n + 4, n + 18));
      expect(said).toContain('[redacted]');
    }
  });

  it('gives the token back by JSON’s numbers of its characters, and none of it comes through', async () => {
    const numbers = [...value].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('');
    const taken = await at(always(http(200, {}, me.replace('ann@', `a ${numbers} b@`))));
    const body = `{"errorCode":"E0000001","errorId":"${numbers}","errorCauses":[{"errorSummary":"login: ${numbers}"}]}`;
    const refused = await at(always(http(400, {}, body)));
    for (const { call } of [taken, refused]) {
      const said = JSON.stringify(await call());
      for (let n = 0; n + 14 <= value.length; n++) expect(said).not.toContain(value.slice(n, n + 14));
      expect(said).toContain('[redacted]');
    }
  });

  it.each<[string, (token: string) => string]>([
    ['as it is', (token) => token],
    ['in base64', (token) => Buffer.from(token).toString('base64')],
    ['in hex', (token) => Buffer.from(token).toString('hex')],
  ])('gives an app’s access token back %s, and none of it comes through', async (_name, form) => {
    // As long as Okta's: a JWT of about a thousand characters.
    const jwt = `eyJraWQi${'canaryAccessToken0123'.repeat(45)}.eyJ2ZXIi.c2lnbmF0dXJl`;
    const secret: AccessToken = {
      value: Secret.fromText(jwt),
      headersFor: async () => ({ authorization: `Bearer ${jwt}` }),
    };
    const echo = form(jwt);
    const login = { ...JSON.parse(me), profile: { ...JSON.parse(me).profile, login: `a ${echo} b` } };
    const { client, server } = await at(
      always(http(200, { 'x-okta-request-id': echo }, JSON.stringify(login))),
    );
    const said = JSON.stringify(
      await client.call({ origin: server.origin, secret, path: '/api/v1/users/me', schema: user }),
    );
    for (let n = 0; n + 14 <= echo.length - 4; n++) expect(said).not.toContain(echo.slice(n + 4, n + 18));
    expect(said).toContain('[redacted]');
  });

  it('has causes, of which few and short ones come through', async () => {
    const errorCauses = Array.from({ length: 50 }, (_, n) => ({ errorSummary: `${n} ${'x'.repeat(3_000)}` }));
    const many = await at(always(http(400, {}, JSON.stringify({ errorCode: 'E0000001', errorCauses }))));
    const said = await many.call();
    expect(said).toMatchObject({ kind: 'not-allowed', causes: expect.arrayContaining([expect.any(String)]) });
    expect(JSON.stringify(said).length).toBeLessThan(3_000);
    const odd = await at(
      always(http(400, {}, JSON.stringify({ errorCode: 'E0000001', errorCauses: 'none' }))),
    );
    expect(await odd.call()).toMatchObject({ kind: 'not-allowed', outcome: { errorCode: 'E0000001' } });
  });

  it('is read even with a byte order mark', async () => {
    const { call } = await at(always(http(200, {}, `\ufeff${me}`)));
    expect((await call()).kind).toBe('accepted');
  });

  it('is read whole in chunks that cut letters in two', async () => {
    const body = Buffer.from(me.replace('ann', 'änn'));
    const { call } = await at((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      for (const byte of body)
        socket.write(Buffer.concat([Buffer.from('1\r\n'), Buffer.of(byte), Buffer.from('\r\n')]));
      socket.write('0\r\n\r\n');
    });
    expect(await call()).toMatchObject({ kind: 'accepted', value: { profile: { login: 'änn@acme.com' } } });
  });
});

describe('a redirect', () => {
  let elsewhere: RawServer;
  beforeAll(async () => {
    elsewhere = await startRaw(always(ok));
    return () => elsewhere.close();
  });
  it.each<[string, (own: string) => string, string]>([
    ['to another port of this host', () => elsewhere.origin, 'localhost:'],
    ['to another host', () => 'https://evil.example/login', 'evil.example'],
    ['down to http', (own) => own.replace('https', 'http'), 'http://localhost:'],
    ['with a user before the host', () => 'https://acme.okta.com@evil.example/', 'evil.example'],
    ['without a scheme', () => '//evil.example/x', 'evil.example'],
    ['to a script', () => 'javascript:alert(1)', 'elsewhere'],
    ['to itself', (own) => `${own}/api/v1/users/me`, 'another of its pages'],
    ['to nowhere', () => '', 'elsewhere'],
  ])('%s is named and not followed', async (_name, to, named) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const { call, server } = await at((socket) =>
        socket.write(http(status, { location: to(server.origin) })),
      );
      const said = await told(call());
      expect(said.kind).toBe('unexpected-answer');
      expect(said.sentence).toContain(`to ${named}`);
      expect(server.asked).toHaveLength(1);
    }
    expect(elsewhere.asked).toEqual([]);
  });
});

describe('a request id', () => {
  it.each(['a\tb', 'caf\u00e9', 'x'.repeat(300), 'a b'])(
    'is not sent back when it may not be (%j)',
    async (id) => {
      const { call, server } = await at((socket, _request, n) =>
        socket.write(n === 0 ? http(503, { 'x-okta-request-id': id }) : ok),
      );
      expect((await call()).kind).toBe('accepted');
      expect(server.asked).toHaveLength(2);
      expect(server.asked[1]).not.toMatch(/retry-for/i);
    },
  );

  it('is sent back when it may be, and adds no second header', async () => {
    const { call, server } = await at((socket, _request, n) =>
      socket.write(n === 0 ? http(503, { 'x-okta-request-id': 'abc%0d%0aX-Evil:1' }) : ok),
    );
    await call();
    expect(server.asked[1]).toMatch(/\r\nx-okta-retry-for: abc%0d%0aX-Evil:1\r\n/i);
    expect(server.asked[1]).not.toMatch(/^x-evil/im);
  });
});

describe('429', () => {
  const seconds = (ms: number) => String(Math.floor(ms / 1000));
  const limited =
    (headers: Record<string, string>): Answerer =>
    (socket, _request, n) =>
      socket.write(n === 0 ? http(429, headers, JSON.stringify({ errorCode: 'E0000047' })) : ok);
  const reset = (at: number, date: number | null) => ({
    'x-rate-limit-limit': '600',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': seconds(at),
    date: date === null ? '' : new Date(date).toUTCString(),
  });
  const now = Date.now();
  it.each<[string, Record<string, string>, [least: number, most: number]]>([
    ['without a reset', {}, [10_000, 10_000]],
    [
      'with a reset that is none',
      { 'x-rate-limit-reset': 'soon', 'x-rate-limit-limit': '1' },
      [10_000, 10_000],
    ],
    ['with a reset that has passed', reset(now - 30_000, now), [1_000, 1_000]],
    [
      'by Okta’s clock, which is 3 hours ahead',
      reset(now + 3 * 3_600_000 + 20_000, now + 3 * 3_600_000),
      [19_000, 22_000],
    ],
    [
      'by Okta’s clock, which is 3 hours behind',
      reset(now - 3 * 3_600_000 + 20_000, now - 3 * 3_600_000),
      [19_000, 22_000],
    ],
    ['without a Date, with this clock 3 hours behind', reset(now + 3 * 3_600_000, null), [61_000, 61_000]],
    ['without a Date, with this clock 3 hours ahead', reset(now - 3 * 3_600_000, null), [1_000, 1_000]],
  ])('%s waits a sensible time and asks again', async (_name, headers, [least, most]) => {
    const { call } = await at(limited(headers));
    expect((await call()).kind).toBe('accepted');
    expect(clock.waits).toHaveLength(1);
    expect(clock.waits[0]).toBeGreaterThanOrEqual(least);
    expect(clock.waits[0]).toBeLessThanOrEqual(most);
  });

  it('is reported and not waited for when a wrong Date makes it an hour', async () => {
    const { call } = await at(limited(reset(now + 3_600_000, now)));
    expect((await told(call())).kind).toBe('rate-limited');
    expect(clock.waits).toEqual([]);
  });
});

describe('a connection', () => {
  it('is retried once for a read when Okta closed it between two calls', async () => {
    // The first one is answered; its connection is closed as soon as it is used again.
    const { call, server } = await at((socket, _request, n) => {
      if (n === 1) socket.destroy();
      else socket.write(ok);
    });
    expect((await call()).kind).toBe('accepted');
    expect((await call()).kind).toBe('accepted');
    expect([server.asked.length, server.made()]).toEqual([3, 2]);
  });

  it('is reported when it breaks again, without a third try', async () => {
    const { call, server } = await at((socket) => socket.destroy());
    expect((await told(call())).kind).toBe('no-network');
    expect(server.asked).toHaveLength(2);
  });

  it.each(['POST', 'DELETE'] as const)('does not send a %s twice when it breaks', async (method) => {
    const { call, server } = await at((socket) => socket.destroy());
    expect((await told(call({ method }))).kind).toBe('no-network');
    expect(server.asked).toHaveLength(1);
  });

  it('is reported when it breaks inside an answer, and the half is not used', async () => {
    const { call, server } = await at((socket) => {
      socket.write(ok.subarray(0, ok.length - 10));
      setTimeout(() => socket.destroy(), 20);
    });
    const said = await told(call());
    expect([said.kind, server.asked.length]).toEqual(['no-network', 1]);
    expect(said.sentence).toContain('broke off');
  });

  it('works over IPv6 only', async () => {
    const { call, server } = await at(always(ok), {}, '::1');
    expect(server.origin).toMatch(/^https:\/\/\[::1\]:\d+$/);
    expect((await call()).kind).toBe('accepted');
  });

  it('is closed after a call that is cancelled at any moment', { timeout: 60_000 }, async () => {
    const { call, client, server } = await at((socket) => {
      for (let n = 0; n < 10; n++) {
        const part = ok.subarray(Math.floor((n * ok.length) / 10), Math.floor(((n + 1) * ok.length) / 10));
        setTimeout(() => socket.write(part), n * 4);
      }
    });
    let cancelled = 0;
    for (let ms = 0; ms < 60; ms += 2) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('enough')), ms);
      await call({ signal: controller.signal }).catch((error: Error) => {
        expect(error.message).toBe('enough');
        cancelled++;
      });
    }
    expect(cancelled).toBeGreaterThan(3);
    // Few connections are kept for the next call, and it works.
    await expect.poll(() => server.open()).toBeLessThanOrEqual(4);
    expect((await call()).kind).toBe('accepted');
    await client.close();
    await expect.poll(() => server.open()).toBe(0);
  });
});

describe('a proxy', () => {
  const through = (caPem: string | null, url: string): Partial<OktaClientOptions> => ({
    network: () => ({ extraCaPem: caPem, proxy: { mode: 'custom', url } }),
  });
  /** A proxy that does `what` with every connection. */
  async function badProxy(what: (socket: import('node:net').Socket) => void): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      what(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ends.push(() => server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each<[string, (socket: import('node:net').Socket) => void, RegExp]>([
    [
      'hangs up when it is asked',
      (socket) => socket.once('data', () => socket.destroy()),
      /proxy 127\.0\.0\.1:\d+ cannot be reached/,
    ],
    [
      'refuses with 403',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 403 No\r\n\r\n')),
      /refused to connect to localhost:\d+ \(HTTP 403\)/,
    ],
    [
      'is broken with 502',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 502 Bad\r\n\r\n')),
      /\(HTTP 502\)/,
    ],
    [
      'wants a password',
      (socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 407 Auth\r\nproxy-authenticate: Basic\r\n\r\n')),
      /wants a user name and password/,
    ],
  ])('that %s is reported as trouble of the proxy', async (_name, what, sentence) => {
    const url = await badProxy(what);
    const { call, server } = await at(always(ok), through(null, url));
    const said = await told(call());
    expect(said.kind).toBe('proxy');
    expect(said.sentence).toMatch(sentence);
    expect(server.asked).toEqual([]);
  });

  it('that inspects TLS is trusted by its own CA certificate only', async () => {
    const inspecting = await startRaw(always(ok));
    ends.push(() => inspecting.close());
    const { port } = new URL(inspecting.origin);
    const url = await badProxy((socket) => {
      socket.once('data', () => {
        const inside = connect(Number(port), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          socket.pipe(inside).pipe(socket);
        });
        inside.on('error', () => socket.destroy());
      });
    });
    const untrusted = await at(always(ok), through(null, url));
    const said = await told(untrusted.call());
    expect(said.kind).toBe('tls');
    expect(said.sentence).toContain('Nothing was sent to it');
    expect(inspecting.asked).toEqual([]);
    const trusted = await at(always(ok), through(inspecting.caPem, url));
    expect((await trusted.call()).kind).toBe('accepted');
    expect(inspecting.asked).toHaveLength(1);
  });

  it('is not blamed for an answer that broke off behind it', async () => {
    const proxy = await startProxy();
    ends.push(() => proxy.close());
    const server = await startRaw((socket) => {
      socket.write(ok.subarray(0, ok.length - 10));
      setTimeout(() => socket.destroy(), 20);
    });
    ends.push(() => server.close());
    const { client } = await at(always(ok), through(server.caPem, proxy.url));
    const said = await told(
      client.call({ origin: server.origin, secret: Secret.fromText(value), path: '/x', schema: user }),
    );
    expect(said.kind).toBe('no-network');
  });
});
