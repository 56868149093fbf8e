import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { user } from '../../../src/main/okta/schemas.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from './harness.ts';
import { startRaw } from './raw-server.ts';

let fake: FakeOkta;
const ends: (() => unknown)[] = [];
beforeAll(async () => {
  fake = await startFakeOkta();
});
afterAll(() => fake.close());
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const clientFor = (caPem: string): OktaClient => {
  const client = clientOf(fake, new SkippingClock(fake), {
    network: () => ({ extraCaPem: caPem, proxy: { mode: 'none' } }),
  });
  ends.push(() => client.close());
  return client;
};
const callTo = (origin: string) => ({
  ...{ origin, secret: Secret.fromText('00x'), path: '/api/v1/users/me', schema: user },
});
const body = '{"id":"00u1","status":"ACTIVE","profile":{"login":"a@acme.com"}}';
const ok = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

it('a call that waits for a connection ends at once when cancelled, and is not sent', async () => {
  const held: (() => void)[] = [];
  const server = await startRaw((socket) => {
    held.push(() => socket.write(ok));
  });
  ends.push(() => server.close());
  const client = clientFor(server.caPem);
  const call = callTo(server.origin);
  const running = Array.from({ length: 12 }, () => client.call(call));
  await expect.poll(() => server.asked.length).toBe(12);
  const stop = new AbortController();
  const waiting = client.call({ ...call, signal: stop.signal });
  const last = client.call(call);
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  for (const answer of held.splice(0)) answer();
  await Promise.all(running);
  await expect.poll(() => held.length).toBe(1);
  for (const answer of held.splice(0)) answer();
  expect((await last).kind).toBe('accepted');
  expect(server.asked).toHaveLength(13);
});

it('the client closes at once while a connection is being made', async () => {
  // It takes the connection and says nothing, so that the handshake never ends.
  const silent = createServer().listen(0, '127.0.0.1');
  ends.push(() => silent.close());
  await once(silent, 'listening');
  const client = clientFor(fake.caPem);
  const call = client.call(callTo(`https://localhost:${(silent.address() as AddressInfo).port}`));
  const stopped = expect(call).rejects.toThrow('Keyturn is closing.');
  await once(silent, 'connection');
  const began = performance.now();
  await client.close();
  await stopped;
  expect(performance.now() - began).toBeLessThan(5_000);
});

it('an early hint is no answer, and a body in pieces is whole', async () => {
  const server = await startRaw((socket) => {
    socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a.css>; rel=preload\r\n\r\n');
    socket.write(ok.slice(0, -20));
    setTimeout(() => socket.write(ok.slice(-20)), 20);
  });
  ends.push(() => server.close());
  const answer = await clientFor(server.caPem).call(callTo(server.origin));
  expect(answer).toMatchObject({ kind: 'accepted', status: 200, value: { id: '00u1' } });
});

it('a running call that is cancelled gives up its connection', async () => {
  const server = await startRaw(() => undefined);
  ends.push(() => server.close());
  const stop = new AbortController();
  const call = clientFor(server.caPem).call({ ...callTo(server.origin), signal: stop.signal });
  const ended = expect(call).rejects.toThrow('enough');
  await expect.poll(() => server.asked.length).toBe(1);
  stop.abort(new Error('enough'));
  await ended;
  await expect.poll(() => server.open()).toBe(0);
});
