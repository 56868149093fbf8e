import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DoorServer } from '../../../src/main/features/programs/door-server.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { callerOf, DoorHarness } from './door-harness.ts';

let fake: FakeOkta;
let door: DoorHarness;
let looked: number;
const sockets: Socket[] = [];

beforeAll(async () => {
  fake = await startFakeOkta();
});
afterAll(() => fake.close());
beforeEach(async () => {
  door = new DoorHarness(fake);
  looked = 0;
  door.findCaller = () => {
    looked++;
    return Promise.resolve(callerOf('program'));
  };
  await door.begin();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await door.end();
});

/** A connection, and all that came over it. */
async function raw(text: string): Promise<{ socket: Socket; heard: () => string; over: Promise<unknown> }> {
  const socket = connect(door.port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  let heard = '';
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
  });
  await once(socket, 'connect');
  socket.write(text);
  return { socket, heard: () => heard, over: once(socket, 'close') };
}

const head = (line: string, more = ''): string =>
  `${line} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n${more}\r\n`;

describe('the gate checks first', () => {
  // Each names a body that never comes: who waited for it would not answer.
  it.each([
    ['a path that is none', 'POST /terraform/api/v1/..;/x', 400],
    ['a page’s origin', 'POST /terraform/api/v1/users', 403],
    ['a method that is none', 'TRACE /terraform/api/v1/users', 405],
    ['a token nobody knows', 'POST /nobody/api/v1/users', 404],
    ['a change where reading is let', 'POST /terraform/api/v1/users', 403],
    ['a path that is not let', 'GET /terraform/oauth2/v1/keys', 403],
    ['the value, but by exec', 'POST /terraform/keyturn/value', 403],
  ])('%s: refused before the body is read and before /proc is', async (what, line, status) => {
    const origin = what.includes('origin') ? 'Origin: https://evil.example\r\n' : '';
    const { heard, over } = await raw(head(line, `Content-Length: 900000\r\n${origin}`));
    await expect.poll(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(looked).toBe(0);
    await over;
  });

  it('a caller that waits to send a body is refused first, and allowed only when nothing is against it', async () => {
    const expects = 'Content-Length: 2\r\nExpect: 100-continue\r\n';
    const { heard } = await raw(head('POST /nobody/api/v1/users', expects));
    await expect.poll(heard).toMatch(/^HTTP\/1\.1 404 /);
    await door.set({ access: 'change' });
    const second = await raw(head('POST /terraform/api/v1/users', expects));
    await expect.poll(second.heard).toMatch(/^HTTP\/1\.1 100 /);
    second.socket.write('{}');
    expect(await door.asked()).toMatchObject({ method: 'POST' });
  });

  it.each(['GET', 'HEAD'])(
    'a %s with a body is asked about by nobody, because no dialog shows a body',
    async (method) => {
      const smuggled = 'DELETE /api/v1/users/me HTTP/1.1\r\nHost: acme.okta.com\r\nX: ';
      for (const body of [
        `Content-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
        `Transfer-Encoding: chunked\r\n\r\n${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`,
      ]) {
        const line = `${method} /terraform/api/v1/users HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n`;
        const { heard } = await raw(`${line}${body}`);
        await expect.poll(heard).toMatch(/^HTTP\/1\.1 400 /);
      }
      expect((await door.state()).asks).toEqual([]);
    },
  );

  it('a body that is said to be too long is not read at all', async () => {
    await door.set({ access: 'change' });
    const { heard } = await raw(head('POST /terraform/api/v1/users', 'Content-Length: 1000001\r\n'));
    await expect.poll(heard).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('bounds', () => {
  it('one program has so many calls open at once, and another is still served', async () => {
    const calls = Array.from({ length: 30 }, (_, n) =>
      door.call(`/terraform/api/v1/users/${n}`).catch(() => null),
    );
    await expect.poll(async () => (await door.state()).asks.length, { timeout: 5_000 }).toBe(24);
    await expect.poll(() => looked).toBe(30);
    const refused = await Promise.race([Promise.any(calls), sleep(2_000).then(() => null)]);
    expect([refused?.status, refused?.headers['retry-after']]).toEqual([503, '5']);
    door.findCaller = () => Promise.resolve(callerOf('other'));
    void door.call('/terraform/api/v1/users/me').catch(() => null);
    await expect.poll(async () => (await door.state()).asks.length, { timeout: 5_000 }).toBe(25);
    door.programs.end();
    await Promise.all(calls);
  });

  it('so many connections in all', async () => {
    const over: Promise<unknown>[] = [];
    for (let n = 0; n < 140; n++) over.push((await raw('')).over);
    const dropped = await Promise.race([Promise.all(over.slice(128)).then(() => 12), sleep(3_000)]);
    expect(dropped).toBe(12);
  });

  it('refuses a head that does not end, is too long, or has too many lines', async () => {
    const long = await raw(head('GET /terraform/api/v1/users', `X: ${'x'.repeat(20_000)}\r\n`));
    await expect.poll(long.heard).toMatch(/^HTTP\/1\.1 431 /);
    const slow = await raw('GET / HTTP/1.1\r\nHost:');
    const began = performance.now();
    await slow.over;
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 30_000);

  it('ends the connections of a program under exec that says nothing, and that does not end its head', async () => {
    const server = new DoorServer({
      findCaller: () => Promise.resolve(callerOf('program')),
      visit: () => Promise.reject(new Error('No request arrived.')),
      log: { note: () => undefined },
      onChanged: () => undefined,
    });
    // As run-server.ts does it: the connection arrives at another server.
    const relay = createServer((socket) =>
      server.take(socket, { theirPort: 1, ourPort: 2, port: 3, secret: 'secret', rules: null }),
    ).listen(0, '127.0.0.1');
    await once(relay, 'listening');
    const over = ['', 'GET /secret/terraform/api/v1/users HTTP/1.1\r\nHost:'].map(async (text) => {
      const socket = connect((relay.address() as AddressInfo).port, '127.0.0.1').resume();
      sockets.push(socket);
      socket.write(text);
      await once(socket, 'close');
      return text;
    });
    const ended = await Promise.race([Promise.all(over), sleep(15_000, 'neither')]);
    server.stop();
    relay.close();
    expect(ended).toHaveLength(2);
  }, 30_000);
});
