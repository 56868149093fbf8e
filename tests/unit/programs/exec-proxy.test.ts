import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, connect, createServer as createTcp, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Authority } from '../../../src/demo/okta/certificates.ts';
import { startRunProxy } from '../../../src/main/features/programs/exec-proxy.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { newFolder } from '../vault/helpers.ts';
import { callerOf, DoorHarness } from './door-harness.ts';
import { node, runExec } from './run-exec.ts';

/** A company's proxy: notes each target and connects to it. */
class CountingProxy {
  readonly asked: string[] = [];
  readonly proofs: (string | undefined)[] = [];
  readonly #server: HttpServer = createServer((request, response) => {
    this.#note(`${request.method} ${request.url}`, request.headers['proxy-authorization']);
    response.end('by the proxy');
  });
  constructor() {
    this.#server.on('connect', (request, client) => {
      this.#note(`CONNECT ${request.url}`, request.headers['proxy-authorization']);
      const [host, port] = (request.url ?? '').split(':');
      // A host of the company's that only the proxy finds.
      const there = connect(Number(port), host === 'inside.example' ? '127.0.0.1' : (host ?? ''));
      there.on('error', () => client.destroy());
      client.on('error', () => there.destroy());
      there.on('connect', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        client.pipe(there).pipe(client);
      });
    });
  }
  #note(line: string, proof: string | undefined): void {
    this.asked.push(line);
    this.proofs.push(proof);
  }
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }
  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** A SOCKS 5 proxy that asks for a name and password, and notes where to. */
function socksProxy(asked: string[]): Server {
  return createTcp((client) => {
    client.on('error', () => undefined);
    let step = 0;
    client.on('data', function talk(chunk: Buffer) {
      step++;
      if (step === 1) client.write(Uint8Array.of(5, 2));
      else if (step === 2) client.write(Uint8Array.of(1, chunk.toString('latin1', 2, 4) === 'me' ? 0 : 1));
      else {
        client.off('data', talk);
        const host = chunk.toString('latin1', 5, 5 + (chunk[4] ?? 0));
        const port = chunk.readUInt16BE(5 + (chunk[4] ?? 0));
        asked.push(`${host}:${port}`);
        const there = connect(port, '127.0.0.1', () => {
          client.write(Uint8Array.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 80));
          client.pipe(there).pipe(client);
        });
        there.on('error', () => client.destroy());
      }
    });
  });
}

const proxyNames = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'all_proxy'];

let fake: FakeOkta;
let door: DoorHarness;
let proxy: CountingProxy;
let proxyPort: number;
let home: string;

beforeAll(async () => {
  fake = await startFakeOkta();
});
afterAll(() => fake.close());
beforeEach(async () => {
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('program'));
  proxy = new CountingProxy();
  proxyPort = await proxy.listen();
  home = newFolder();
  await door.begin();
});
afterEach(async () => {
  proxy.close();
  await door.end();
});

const clean = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/proxy|^OKTA/i.test(name) && name !== 'NODE_OPTIONS'),
  );
const withProxy = (names: readonly string[], url = `http://127.0.0.1:${proxyPort}`) =>
  Object.fromEntries(names.map((name) => [name, url]));

it('asks for the certificate of the other proxy also where the environment says that none is checked', async () => {
  const heard: string[] = [];
  const authority = await Authority.make('Nobody');
  const impostor = createTls(await authority.issue(['localhost']), (_request, response) => response.end());
  impostor.on('connect', (request, client) => {
    heard.push(String(request.headers['proxy-authorization']));
    client.end('HTTP/1.1 200 OK\r\n\r\n');
  });
  await once(impostor.listen(0, '127.0.0.1'), 'listening');
  const { port } = impostor.address() as AddressInfo;
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  vi.spyOn(process, 'emitWarning').mockReturnValue(undefined);
  const relay = { port: 1, take: () => undefined };
  const own = await startRunProxy({ https_proxy: `https://me:secret@localhost:${port}` }, relay);
  const { host, username, password } = new URL(own?.env.https_proxy ?? '');
  const client = connect(Number(host.split(':')[1]), '127.0.0.1');
  const proof = Buffer.from(`${username}:${password}`).toString('base64');
  client.write(
    `CONNECT acme.example:443 HTTP/1.1\r\nHost: acme.example\r\nProxy-Authorization: Basic ${proof}\r\n\r\n`,
  );
  const [answer] = await once(client, 'data');
  client.destroy();
  own?.close();
  impostor.close();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  expect([heard, String(answer).split('\r\n', 1)[0]]).toEqual([[], 'HTTP/1.1 502 Bad Gateway']);
});

/** Okta's own SDK, which finds the org, the token and the mode by itself. */
const sdk = node(`
  const { Client } = require(${JSON.stringify(join(import.meta.dirname, '../../../node_modules/@okta/okta-sdk-nodejs'))});
  new Client().userApi.getUser({ userId: 'me' }).then(
    (user) => console.log(user.profile.login),
    (error) => console.log(String(error)),
  );`);

/** Runs a program through the door, for which a person says yes; gives what it wrote. */
async function run(words: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string) {
  const { done } = runExec(['exec', 'terraform', '--', ...words], door.userData, {
    env: { ...clean(), HOME: home, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let over = false;
  void done.finally(() => {
    over = true;
  });
  while (!over) {
    const [ask] = (await door.state()).asks;
    if (ask !== undefined) await door.programs.handlers.answer({ askId: ask.id, allow: 'minutes' });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return done;
}

describe('a proxy in the shell', () => {
  const curl = ['sh', '-c', 'curl -sS "$OKTA_CLIENT_ORGURL/api/v1/users/me"'];
  const python = [
    'python3',
    '-c',
    'import os,urllib.request;print(urllib.request.urlopen(os.environ["OKTA_CLIENT_ORGURL"]+"/api/v1/users/me").read().decode())',
  ];
  const fetches = node(
    'fetch(process.env.OKTA_CLIENT_ORGURL + "/api/v1/users/me").then((a) => a.text()).then(console.log, console.log)',
  );

  it.each([
    ['Okta’s SDK', sdk],
    ['curl', curl],
    ['Python', python],
    ['Node with NODE_USE_ENV_PROXY', fetches],
  ])('%s reaches the door, and the proxy hears nothing', async (_who, words) => {
    const all = { ...withProxy(proxyNames), NODE_USE_ENV_PROXY: '1', no_proxy: 'corp.example' };
    const { out, err } = await run(words, all);
    expect(out).toContain('svc-terraform@acme.com');
    expect([proxy.asked, err.replace(/\(node:.*|\(Use .*|\n/g, '')]).toEqual([[], '']);
  });

  it.each(['https_proxy', 'HTTPS_PROXY'])('lets Okta’s SDK reach the door with %s alone', async (name) => {
    const { out } = await run(sdk, withProxy([name]));
    expect([out, proxy.asked]).toEqual(['svc-terraform@acme.com\n', []]);
  });

  it.each([
    ['without a scheme', () => `127.0.0.1:${proxyPort}`],
    ['no address at all', () => 'http://'],
    ['a kind that the SDK cannot speak', () => `socks5h://me:pw@127.0.0.1:${proxyPort}`],
  ])('lets Okta’s SDK reach the door with a proxy %s', async (_what, url) => {
    const { out } = await run(sdk, withProxy(['https_proxy'], url()));
    expect([out, proxy.asked]).toEqual(['svc-terraform@acme.com\n', []]);
  });

  it('is not asked for the value', async () => {
    await door.set({ value: true });
    const { done } = runExec(
      [
        'exec',
        '--value',
        '--no-masking',
        'terraform',
        '--',
        ...node('console.log(process.env.OKTA_API_TOKEN)'),
      ],
      door.userData,
      { env: { ...clean(), ...withProxy(proxyNames), NODE_USE_ENV_PROXY: '1' } },
    );
    await door.answer('once');
    expect((await done).out).toBe(`${door.value}\n`);
    expect(proxy.asked).toEqual([]);
  });

  it('reaches other hosts with its password', async () => {
    const { port } = new URL(fake.org('acme').origin);
    const elsewhere = [
      'sh',
      '-c',
      `curl -sSk -o /dev/null -w '%{http_code}' https://inside.example:${port}/`,
    ];
    const { out } = await run(
      elsewhere,
      withProxy(['https_proxy'], `http://me:p%40ss@127.0.0.1:${proxyPort}`),
    );
    expect(out).toMatch(/^[1-5]\d\d$/);
    expect(proxy.asked).toEqual([`CONNECT inside.example:${port}`]);
    expect(proxy.proofs).toEqual([`Basic ${Buffer.from('me:p@ss').toString('base64')}`]);
    const plain = await run(['sh', '-c', 'curl -sS http://inside.example/'], withProxy(['http_proxy']));
    expect(plain.out).toBe('by the proxy');
  });

  it('forwards plain requests to other hosts without the password of the run', async () => {
    const plain = ['sh', '-c', 'curl -sS --proxy "$https_proxy" http://inside.example/a?b'];
    const { out } = await run(plain, { ...withProxy(['https_proxy']), NODE_USE_ENV_PROXY: '1' });
    expect([out, proxy.asked, proxy.proofs]).toEqual([
      'by the proxy',
      ['GET http://inside.example/a?b'],
      [undefined],
    ]);
  });

  it('reaches other hosts when it is a SOCKS proxy', async () => {
    const asked: string[] = [];
    const socks = socksProxy(asked).listen(0, '127.0.0.1');
    await once(socks, 'listening');
    const { port } = new URL(fake.org('acme').origin);
    const at = (socks.address() as AddressInfo).port;
    const { out, err } = await run(
      ['sh', '-c', `curl -sSk -o /dev/null -w '%{http_code}' https://inside.example:${port}/`],
      withProxy(['https_proxy'], `socks5h://me:pw@127.0.0.1:${at}`),
    );
    socks.close();
    expect([err, out.length, asked]).toEqual(['', 3, [`inside.example:${port}`]]);
  });

  it.each([
    ...['127.0.0.1', 'localhost', '127.1', '127.2.3.4', '0x7f.1', 'localhost.', 'a.localhost', '[::1]'],
    ...['0.0.0.0', '0', '[::]', '[::ffff:127.0.0.1]', '[::127.0.0.1]', '[::ffff:0.0.0.0]'],
  ])('sees no call for the door at %s, neither plain nor in a tunnel', async (host) => {
    const post = (flag: string) =>
      `curl -sS -o /dev/null --max-time 5 --noproxy '' ${flag} --proxy "$https_proxy" -d 'a new password' "$(echo "$OKTA_CLIENT_ORGURL" | sed 's,127.0.0.1,${host},')/api/v1/users"`;
    await run(['sh', '-c', `${post('')}; ${post('--proxytunnel')}`], withProxy(['https_proxy']));
    expect(proxy.asked).toEqual([]);
  });

  it('nobody else on this computer can use what leads to it', async () => {
    const { port } = new URL(fake.org('acme').origin);
    const without = `curl -sS -o /dev/null -w '%{http_connect}' --proxy "$(echo "$https_proxy" | sed 's,//.*@,//0:guess@,')" https://inside.example:${port}/`;
    const { out } = await run(['sh', '-c', without], withProxy(['https_proxy']));
    expect([out, proxy.asked]).toEqual(['407', []]);
  });
});

describe('another credential in the shell', () => {
  const companions = {
    OKTA_CLIENT_AUTHORIZATIONMODE: 'PrivateKey',
    OKTA_CLIENT_CLIENTID: '0oaother',
    OKTA_CLIENT_SCOPES: 'okta.users.manage',
    OKTA_CLIENT_PRIVATEKEY: '{"kty":"RSA","d":"other-secret"}',
    OKTA_CLIENT_KEYID: 'other-kid',
  };
  const yaml = `okta:
  client:
    authorizationMode: PrivateKey
    orgUrl: https://other.example
    token: 00other
    clientId: 0oaother
    scopes: [okta.users.manage]
    privateKey: '{"kty":"RSA"}'
    keyId: other-kid
`;

  it('is hidden from Okta’s SDK, and its names are said', async () => {
    const { out, err } = await run(sdk, { ...companions, OKTA_API_CLIENT_ID: '0oaother' });
    expect(out).toBe('svc-terraform@acme.com\n');
    expect(err).toBe(
      'keyturn: hidden from the program, which has this token instead: OKTA_API_CLIENT_ID, OKTA_CLIENT_AUTHORIZATIONMODE, OKTA_CLIENT_CLIENTID, OKTA_CLIENT_KEYID, OKTA_CLIENT_PRIVATEKEY, OKTA_CLIENT_SCOPES.\n',
    );
  });

  it.each(['in the home folder', 'in the folder of the program'])(
    'of an okta.yaml %s does not win',
    async (where) => {
      const folder = newFolder();
      mkdirSync(folder, { recursive: true });
      if (where.includes('home')) {
        mkdirSync(join(home, '.okta'), { recursive: true });
        writeFileSync(join(home, '.okta/okta.yaml'), yaml);
      } else writeFileSync(join(folder, 'okta.yaml'), yaml);
      const { out } = await run(sdk, {}, folder);
      expect(out).toBe('svc-terraform@acme.com\n');
    },
  );
});
