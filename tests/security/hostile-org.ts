import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import type { Leaf } from '../../src/demo/okta/certificates.ts';
import type { Attack } from '../support/attack.ts';
import { http } from '../unit/okta/raw-server.ts';

/** An org that answers each request with something hostile, and whose name may suddenly lead to another server. */
export interface HostileOrg {
  readonly origin: string;
  /** The heads of all requests. */
  readonly asked: string[];
  /** The most bytes of one answer that it sent before the other side hung up. */
  mostSent(): number;
  /** Makes the name lead to a server with this certificate from now on, as after a change of the DNS. */
  becomes(leaf: Leaf): void;
  close(): Promise<void>;
}

const bomb = gzipSync(Buffer.alloc(20_000_000));

/** Returns another host's address that looks like the org's own in one of several ways. */
export function lookAlike({ pick }: Attack, own: string, ports: readonly number[]): string {
  const port = pick(ports);
  const { host, port: ownPort } = new URL(own);
  const foreign = `localhost:${port}`;
  const address = pick([
    `https://${foreign}/api/v1/users?after=1`,
    `http://${foreign}/api/v1/users?after=1`,
    `//${foreign}/api/v1/users?after=1`,
    `\\\\${foreign}\\api`,
    `/\\${foreign}/api`,
    `/\t/${foreign}/api`,
    `https:\\\\${foreign}/api`,
    `https:${foreign}/api`,
    `https:///${foreign}/api`,
    `HTTPS://LOCALHOST:${port}/api`,
    `https://${host}@${foreign}/api/v1/users?after=1`,
    `https://${host}:x@${foreign}/api/v1/users?after=1`,
    `https://${foreign}#@${host}/api/v1/users`,
    `https://${foreign}\\@${host}/api/v1/users`,
    `https://localhost:${ownPort}:${port}/`,
    `https://localhost:${ownPort}@127.0.0.1:${port}/`,
    `https://localhost.:${port}/`,
    `https://localhost%2e:${port}/`,
    `https://%6cocalhost:${port}/`,
    `https://\uff4cocalhost:${port}/`,
    `https://loc\u00adalhost:${port}/`,
    `https://127.0.0.1:${port}/`,
    `https://127.1:${port}/`,
    `https://0x7f000001:${port}/`,
    `https://2130706433:${port}/`,
    `https://017700000001:${port}/`,
    `https://[::ffff:127.0.0.1]:${port}/`,
    `https://[::1]:${port}/`,
    `https://acme.localhost:${port}/api/v1/users?after=1`,
    `wss://${foreign}/`,
    `ftp://${foreign}/`,
    `javascript:fetch("https://${foreign}")`,
    `data:text/html,<meta http-equiv=refresh content="0;url=https://${foreign}">`,
    `https://${foreign}/\r\n x: y`,
    `${own}/../../\\${foreign}/api`,
    `${own.replace('https', 'http')}/api/v1/users?after=1`,
  ]);
  // A header holds bytes, not characters.
  return Buffer.from(address).toString('latin1');
}

/** Returns headers that may lead elsewhere, each in one of its forms. */
function leadingHeaders(attack: Attack, own: string, ports: readonly number[]): Record<string, string> {
  const { pick, below } = attack;
  const to = () => lookAlike(attack, own, ports);
  const all: Record<string, () => string> = {
    location: to,
    link: () =>
      pick([
        `<${to()}>; rel="next"`,
        `<${own}/api/v1/users?after=1>; rel="self", <${to()}>; rel=next`,
        `<${to()}>; rel="next"; anchor="${own}"`,
        `<${own}/api/v1/users?after=${below(1e6)}>; rel="next", <${to()}>; rel="next"`,
        `<${to()}>; rel*=UTF-8''next`,
      ]),
    'content-location': to,
    refresh: () => `0; url=${to()}`,
    'alt-svc': () => `h2="localhost:${pick(ports)}"; ma=99999, h3=":${pick(ports)}"; ma=99999`,
    'set-cookie': () => `sid=${below(1e9)}; Domain=localhost; Path=/; SameSite=None; Secure`,
    'www-authenticate': () => `Negotiate, Basic realm="${to()}", DPoP error="use_dpop_nonce"`,
    'dpop-nonce': () => String(below(1e9)),
    'proxy-authenticate': () => 'Basic realm="x"',
    sourcemap: to,
    'x-rate-limit-limit': () => '600',
    'x-rate-limit-remaining': () => pick(['0', '-1', '599', '1e99']),
    'x-rate-limit-reset': () => pick(['0', String(Math.round(Date.now() / 1_000) + 5), '99999999999']),
    'retry-after': () => pick(['0', '1', to()]),
    'x-okta-request-id': to,
    date: () => pick([new Date().toUTCString(), to()]),
  };
  const names = Object.keys(all);
  const chosen = Array.from({ length: 1 + below(4) }, () => pick(names));
  return Object.fromEntries(chosen.map((name) => [name, (all[name]?.() ?? '').replaceAll('\r\n', '\r\n ')]));
}

/** Writes until the other side hangs up, and returns the number of bytes. */
function writeOn(socket: Socket, piece: Buffer, sent: (bytes: number) => void): void {
  let bytes = 0;
  const more = () => {
    while (!socket.destroyed) {
      bytes += piece.length;
      sent(bytes);
      // The answer ends in any case, even if the other side reads everything.
      if (bytes > 200_000_000) return void socket.destroy();
      if (!socket.write(piece)) return;
    }
  };
  socket.on('drain', more);
  more();
}

/** Sends one random hostile answer. */
function answerWith(
  socket: Socket,
  attack: Attack,
  own: string,
  ports: readonly number[],
  sent: (n: number) => void,
) {
  const { pick, below } = attack;
  const to = lookAlike(attack, own, ports);
  const headers = {
    'content-type': pick(['application/json', 'application/json', 'text/html', '']),
    ...leadingHeaders(attack, own, ports),
  };
  const status = pick([
    200, 200, 200, 200, 204, 206, 300, 301, 302, 303, 304, 305, 307, 308, 401, 403, 404, 407, 421, 429, 500,
    503,
  ]);
  const list = JSON.stringify([
    {
      id: '00u1',
      status: 'ACTIVE',
      profile: { login: to },
      _links: { next: { href: to }, self: { href: to } },
    },
  ]);
  const one = JSON.stringify({
    id: '00u1',
    status: 'ACTIVE',
    profile: { login: 'ann@acme.com' },
    pipeline: 'idx',
    _links: { organization: { href: to } },
    errorCode: 'E0000011',
    errorLink: to,
  });
  const form = pick([
    'list',
    'list',
    'list',
    'one',
    'one',
    'page',
    'bomb',
    'long head',
    'endless head',
    'endless body',
    'drip',
    'early',
    'cut',
    'no HTTP',
    'silent',
    'smuggled',
  ]);
  const chunked = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
  switch (form) {
    case 'list':
      return void socket.write(http(status, headers, list));
    case 'one':
      return void socket.write(http(status, headers, one));
    case 'page':
      return void socket.write(
        http(
          status,
          { ...headers, 'content-type': 'text/html' },
          `<meta http-equiv=refresh content="0;url=${to}"><script src="${to}"></script>`,
        ),
      );
    case 'bomb':
      return void socket.write(
        http(200, { ...headers, 'content-encoding': pick(['gzip', 'gzip, gzip', 'x-gzip']) }, bomb),
      );
    case 'long head':
      return void socket.write(
        http(status, { ...headers, 'x-long': 'x'.repeat(pick([8_000, 17_000, 300_000])) }, one),
      );
    case 'endless head':
      socket.write('HTTP/1.1 200 OK\r\n');
      return writeOn(socket, Buffer.from(`x-${below(1e6)}: ${'x'.repeat(1_000)}\r\n`.repeat(20)), sent);
    case 'endless body':
      socket.write(chunked);
      return writeOn(socket, Buffer.from(`4000\r\n${'x'.repeat(0x4000)}\r\n`), sent);
    case 'drip': {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
      const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('x')), 50);
      return void timer.unref();
    }
    case 'early':
      return void socket.write(
        `HTTP/1.1 103 Early Hints\r\nlink: <${to.replace(/[\r\n]/g, '')}>; rel=preload\r\n\r\n${http(200, headers, one).toString('latin1')}`,
      );
    case 'cut':
      return void socket.end(http(200, { ...headers, 'content-length': '99999' }, one));
    case 'no HTTP':
      return void socket.end('SSH-2.0-OpenSSH_9.6\r\n');
    case 'smuggled':
      // Sends a second answer that nobody asked for. It waits for the connection's next request.
      return void socket.write(Buffer.concat([http(200, headers, one), http(302, { location: to }, '')]));
    default:
      return undefined;
  }
}

/** Starts an org that is hostile in ways that `attack` chooses, and that tries to lead the client to `ports`. */
export async function startHostileOrg(
  attack: Attack,
  leaf: Leaf,
  ports: readonly number[],
): Promise<HostileOrg> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  let most = 0;
  let origin = '';
  const server = createServer({ cert: leaf.cert, key: leaf.key }, (socket: TLSSocket) => {
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        asked.push(text.slice(0, end));
        text = text.slice(end + 4);
        answerWith(socket, attack, origin, ports, (bytes) => {
          most = Math.max(most, bytes);
        });
      }
    });
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const hangUp = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    origin,
    asked,
    mostSent: () => most,
    becomes(other) {
      server.setSecureContext({ cert: other.cert, key: other.key });
      hangUp();
    },
    async close() {
      hangUp();
      server.close();
      await once(server, 'close');
    },
  };
}
