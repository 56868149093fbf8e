import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeToken } from '../../src/demo/okta/model.ts';
import { ask } from './ask.ts';
import { startProxy } from './proxy.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let token: FakeToken;

beforeEach(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
  token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'faulty' });
});
afterEach(() => fake.close());

const me = () => ask(fake, acme, 'GET', '/api/v1/users/me', { token: token.value });
const works = async () => expect((await me()).status).toBe(200);

it('a fault hits the set number of calls, with the set path and method', async () => {
  acme.faults.add({ kind: 'status', status: 503, errorCode: 'E0000010' }, { path: /users\/me$/, times: 2 });
  acme.faults.add({ kind: 'status', status: 500 }, { method: 'DELETE' });
  expect((await ask(fake, acme, 'GET', '/api/v1/org', { token: token.value })).status).toBe(200);
  expect([(await me()).status, (await me()).status, (await me()).status]).toEqual([503, 503, 200]);
  const revoke = () => ask(fake, acme, 'DELETE', '/api/v1/api-tokens/current', { token: token.value });
  expect((await revoke()).json()).toMatchObject({ errorCode: 'E0000009' });
  acme.faults.add({ kind: 'latency', ms: 1 }, { times: Number.POSITIVE_INFINITY });
  acme.faults.clear();
  await works();
});

it('the test says whether Okta carried out a call with a wrong answer', async () => {
  const revoke = (reaches?: boolean) => {
    acme.faults.add(
      { kind: 'html', status: 502 },
      { method: 'DELETE', ...(reaches === undefined ? {} : { reaches }) },
    );
    return ask(fake, acme, 'DELETE', '/api/v1/api-tokens/current', { token: token.value });
  };
  expect((await revoke()).status).toBe(502);
  await works();
  expect((await revoke(true)).status).toBe(502);
  expect((await me()).status).toBe(401);
});

describe('answers that go wrong', () => {
  it('a reset in mid-body', async () => {
    acme.faults.add({ kind: 'reset' });
    await expect(me()).rejects.toThrow(/aborted|reset|hang up/i);
    await works();
  });

  it('truncated JSON, a page of HTML, a huge body', async () => {
    acme.faults.add({ kind: 'truncated' });
    const truncated = await me();
    expect(truncated.headers['content-type']).toBe('application/json');
    expect(() => truncated.json()).toThrow(SyntaxError);
    acme.faults.add({ kind: 'html', status: 200 });
    const page = await me();
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html']);
    acme.faults.add({ kind: 'huge', bytes: 300_000 });
    expect((await me()).text.length).toBeGreaterThan(300_000);
  });

  it('a 429 with its reset, and one for too many at a time', async () => {
    acme.faults.add({ kind: 'too-many', resetInSeconds: 7 });
    const limited = await me();
    expect(limited.status).toBe(429);
    const wait =
      Number(limited.headers['x-rate-limit-reset']) - Date.parse(String(limited.headers.date)) / 1000;
    expect(wait).toBe(7);
    acme.faults.add({ kind: 'too-many', concurrency: true });
    expect((await me()).headers['x-rate-limit-limit']).toBe('0');
  });

  it('a redirect to another server, which records what it gets', async () => {
    const other = fake.org('acme-preview');
    acme.faults.add({ kind: 'redirect', to: `${other.origin}/api/v1/users/me` });
    const answer = await me();
    expect([answer.status, answer.headers.location]).toEqual([302, `${other.origin}/api/v1/users/me`]);
    await ask(fake, other, 'GET', '/api/v1/users/me', { token: token.value });
    expect(other.requests.at(-1)?.headers.authorization).toBe(`SSWS ${token.value}`);
  });

  it('a slowly sent answer arrives whole', async () => {
    acme.faults.add({ kind: 'drip', ms: 2 }, { path: /okta-organization/ });
    const start = performance.now();
    const answer = await ask(fake, acme, 'GET', '/.well-known/okta-organization');
    expect(answer.json()).toMatchObject({ id: acme.org.id });
    expect(performance.now() - start).toBeGreaterThan(answer.text.length * 1.5);
  });

  it('silence', async () => {
    acme.faults.add({ kind: 'hang' });
    const winner = await Promise.race([
      me().then(
        () => 'answered',
        () => 'broken',
      ),
      new Promise((resolve) => setTimeout(() => resolve('silent'), 150)),
    ]);
    expect(winner).toBe('silent');
  });

  it('a closed port that opens again', async () => {
    await acme.refuseConnections();
    await expect(me()).rejects.toThrow(/ECONNREFUSED/);
    await acme.acceptConnections();
    await works();
  });
});

it('certificates: expired, from an unknown authority, for another host', async () => {
  for (const [kind, error] of [
    ['expired', /expired/],
    ['foreign', /unable to verify|self-signed|issuer/],
    ['wrong-host', /altnames/],
  ] as const) {
    acme.setCertificate(kind);
    await expect(me()).rejects.toThrow(error);
  }
  acme.setCertificate('good');
  await works();
});

it('records each request with its answer’s status and the org’s time', async () => {
  fake.clock.set(Date.parse('2027-01-02T03:04:05Z'));
  token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'then' });
  await ask(fake, acme, 'GET', '/api/v1/users?limit=1', { token: token.value });
  const seen = acme.requests.at(-1);
  expect(seen).toMatchObject({
    method: 'GET',
    path: '/api/v1/users',
    query: '?limit=1',
    host: `acme.localhost:${acme.port}`,
    status: 200,
  });
  expect(seen?.headers.authorization).toBe(`SSWS ${token.value}`);
  expect(new Date(seen?.at ?? 0).toISOString()).toMatch(/^2027-01-02T03:04:0/);
});

describe('the proxy', () => {
  /** Opens a tunnel and then a TLS connection through it. Returns the status and the peer's name. */
  async function through(proxy: string, authorization?: string): Promise<string> {
    const { hostname, port } = new URL(proxy);
    const call = request({
      host: hostname,
      port,
      method: 'CONNECT',
      path: `acme.localhost:${acme.port}`,
      agent: false,
      ...(authorization === undefined ? {} : { headers: { 'proxy-authorization': authorization } }),
    }).end();
    const [response, socket] = await once(call, 'connect');
    if (response.statusCode !== 200) {
      socket.destroy();
      return String(response.statusCode);
    }
    const tls = connect({ socket, servername: 'acme.localhost', ca: fake.caPem });
    await once(tls, 'secureConnect');
    const name = `200 ${tls.getPeerCertificate().subject.CN}`;
    tls.destroy();
    return name;
  }

  it('connects to the fake, and records the target', async () => {
    const proxy = await startProxy();
    expect(await through(proxy.url)).toBe('200 acme.localhost');
    expect(proxy.asked).toEqual([`acme.localhost:${acme.port}`]);
    proxy.close();
  });

  it('requires its password, or refuses everybody', async () => {
    const guarded = await startProxy({ auth: 'ann:secret' });
    expect(await through(guarded.url)).toBe('407');
    const basic = `Basic ${Buffer.from('ann:secret').toString('base64')}`;
    expect(await through(guarded.url, basic)).toBe('200 acme.localhost');
    guarded.close();
    const closed = await startProxy({ refuse: 502 });
    expect(await through(closed.url)).toBe('502');
    closed.close();
  });
});
