import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OwnProxy, startOwnProxy } from '../../../src/main/features/programs/exec-proxy-server.ts';
import { type FakeProxy, startProxy } from '../../fake-okta/proxy.ts';

let theirs: FakeProxy;
let own: OwnProxy;
const door = createServer((_request, response) => response.end('the door')).listen(0, '127.0.0.1');
let doorPort = 0;

beforeEach(async () => {
  doorPort = (door.address() as AddressInfo).port;
  theirs = await startProxy({ auth: 'ada:p@ss' });
  own = await startOwnProxy(new URL(theirs.url.replace('://', '://ada:p%40ss@')), doorPort);
});
afterEach(() => {
  own.close();
  theirs.close();
});

/** The status of a CONNECT to `target`, as `credentials` ("name:password"), and what the far end says to a GET. */
async function connect(target: string, credentials: string | null) {
  const { hostname, port } = new URL(own.url);
  const headers =
    credentials === null
      ? {}
      : { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
  const asked = request({ host: hostname, port, method: 'CONNECT', path: target, headers });
  asked.end();
  const [answer, socket] = await once(asked, 'connect');
  if (answer.statusCode !== 200) return [answer.statusCode, ''];
  socket.write(`GET / HTTP/1.1\r\nHost: ${target}\r\nConnection: close\r\n\r\n`);
  let said = '';
  for await (const chunk of socket) said += chunk;
  return [200, said.split('\r\n\r\n')[1]];
}
const mine = () => {
  const { username, password } = new URL(own.url);
  return `${username}:${password}`;
};

it('leads to the door by itself, and to other hosts through the proxy that was set, with its name and password', async () => {
  for (const name of ['127.0.0.1', 'localhost']) {
    expect((await connect(`${name}:${doorPort}`, mine()))[1]).toContain('the door');
  }
  expect(theirs.asked).toEqual([]);
  expect((await connect(`acme.example:${doorPort}`, mine()))[1]).toContain('the door');
  expect(theirs.asked).toEqual([`acme.example:${doorPort}`]);
});

it('leads nobody anywhere without its password', async () => {
  for (const credentials of [null, 'keyturn:', 'keyturn:wrong', `${mine()}x`]) {
    expect(await connect(`127.0.0.1:${doorPort}`, credentials)).toEqual([407, '']);
  }
  expect(theirs.asked).toEqual([]);
});

it.each(['', 'acme.example', 'a b:443', 'acme.example:443\r\nX: y', '127.0.0.1:99999999'])(
  'answers 502 to %j, which is no target',
  async (target) => {
    const status = await connect(encodeURI(target), mine()).catch(() => [502]);
    expect(status[0]).toBe(502);
  },
);

it('answers 502 when the proxy that was set does not answer', async () => {
  theirs.close();
  expect(await connect('acme.example:443', mine())).toEqual([502, '']);
});
