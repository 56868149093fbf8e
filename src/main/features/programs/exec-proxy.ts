import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { Relay } from './exec-relay.ts';
import { socksConnect } from './exec-socks.ts';

/** The variables that Okta's Node SDK and similar programs read without any exemption. no_proxy covers the other proxy variables. */
const replaced = ['https_proxy', 'HTTPS_PROXY'];

/** The proxy of one run. */
export interface RunProxy {
  /** The environment with this proxy in place of the person's proxy. */
  readonly env: NodeJS.ProcessEnv;
  close(): void;
}

/**
 * Listens as the proxy in the program's `https_proxy` while the program runs. It sends calls for the door there by `relay`, and all other
 * calls to the person's proxy. It asks for a password of this run, because every account of this computer reaches a port. Returns null when
 * the environment names no such proxy.
 */
export async function startRunProxy(
  env: NodeJS.ProcessEnv,
  relay: Pick<Relay, 'port' | 'take'>,
): Promise<RunProxy | null> {
  const named = Object.entries(env).filter(
    ([name, value]) => replaced.some((one) => sameName(one, name)) && (value ?? '').trim() !== '',
  );
  if (named.length === 0) return null;
  const password = randomBytes(24).toString('base64url');
  const upstreams = new Map(named.map(([name, value], n) => [`${n}`, { name, url: proxyUrl(value ?? '') }]));
  const upstreamOf = (asked: IncomingMessage): URL | null | undefined => {
    const said = /^Basic\s+(\S+)$/i.exec(asked.headers['proxy-authorization'] ?? '')?.[1] ?? '';
    const [user = '', ...rest] = Buffer.from(said, 'base64').toString().split(':');
    return same(rest.join(':'), password) ? upstreams.get(user)?.url : undefined;
  };
  const open = new Set<Duplex>();
  const splice = (one: Duplex, other: Duplex) => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  };
  const server = createServer({ maxHeaderSize: 16_384 }, (asked, answer) => {
    const upstream = upstreamOf(asked);
    if (upstream === undefined) {
      answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="keyturn exec"' }).end();
      return;
    }
    if (URL.canParse(asked.url ?? '') && isDoor(new URL(asked.url ?? ''), relay.port)) {
      // The other proxy would see the body of the call. A call for the door takes no proxy, or a tunnel.
      answer.writeHead(502).end();
      return;
    }
    forward(asked, upstream)
      .then((passed) => {
        answer.writeHead(passed.statusCode ?? 502, passed.rawHeaders);
        passed.pipe(answer);
      })
      .catch(() => answer.writeHead(502).end());
  });
  server.on('connect', (asked: IncomingMessage, program: Socket, head: Buffer) => {
    program.on('error', () => program.destroy());
    const upstream = upstreamOf(asked);
    if (upstream === undefined) {
      program.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="keyturn exec"\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    const target = asked.url ?? '';
    if (URL.canParse(`http://${target}`) && isDoor(new URL(`http://${target}`), relay.port)) {
      program.write('HTTP/1.1 200 Connection established\r\n\r\n');
      program.unshift(head);
      relay.take(program);
      return;
    }
    tunnel(target, upstream)
      .then(({ socket, established }) => {
        if (established) program.write('HTTP/1.1 200 Connection established\r\n\r\n');
        program.unshift(head);
        splice(program, socket);
      })
      .catch(() => program.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      ...env,
      ...Object.fromEntries(
        [...upstreams].map(([user, { name }]) => [name, `http://${user}:${password}@127.0.0.1:${port}`]),
      ),
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Returns whether an address is the door's, in any way to write this computer. The URL standard writes 127.1 as 127.0.0.1. */
const isDoor = ({ protocol, hostname, port }: URL, doorPort: number): boolean =>
  protocol === 'http:' &&
  Number(port) === doorPort &&
  (ownAddress.test(hostname) || /^(?:.+\.)?localhost\.?$/.test(hostname));

/**
 * The addresses that lead to this computer, as the URL standard writes them: 127.0.0.0/8 and ::1, the unspecified address, which Linux and
 * macOS connect to themselves, and both as IPv6 addresses of IPv4.
 */
const ownAddress =
  /^(?:127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::(?:ffff:)?(?:7f[0-9a-f]{2}|0):[0-9a-f]{1,4}\])$/;

const sameName = (wanted: string, name: string): boolean =>
  process.platform === 'win32' ? wanted.toLowerCase() === name.toLowerCase() : wanted === name;

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** Reads a proxy's address as curl does: an address without a scheme is an HTTP proxy. Returns null when the text is not an address. */
function proxyUrl(text: string): URL | null {
  const full = text.includes('://') ? text.trim() : `http://${text.trim()}`;
  return URL.canParse(full) && new URL(full).hostname !== '' ? new URL(full) : null;
}

/** Returns the header with the name and password of a proxy's address. */
function authorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const both = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(both).toString('base64')}` };
}

/** Connects to the proxy itself. */
async function reach({ protocol, hostname, port }: URL): Promise<Socket> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'https:';
  const number = Number(port === '' ? (secure ? 443 : 80) : port);
  const socket = secure
    ? // The password goes there, so the certificate counts also where the environment says that it need not (Node, NODE_TLS_REJECT_UNAUTHORIZED).
      connectTls({
        host,
        port: number,
        servername: /^[\d.:]+$/.test(host) ? '' : host,
        rejectUnauthorized: true,
      })
    : connect(number, host);
  await once(socket, secure ? 'secureConnect' : 'connect');
  return socket;
}

/** Connects to `target` through the proxy. An HTTP proxy itself tells the program whether the connection worked. */
async function tunnel(
  target: string,
  upstream: URL | null,
): Promise<{ readonly socket: Socket; readonly established: boolean }> {
  if (upstream === null) throw new Error('The address of the proxy is not valid.');
  if (upstream.protocol.startsWith('socks')) {
    return { socket: await socksConnect(upstream, target), established: true };
  }
  const socket = await reach(upstream);
  const headers = { Host: target, ...authorization(upstream) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`CONNECT ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return { socket, established: false };
}

/** Passes on a request that a program makes without a tunnel. It changes only the password, to the other proxy's. */
async function forward(asked: IncomingMessage, upstream: URL | null): Promise<IncomingMessage> {
  if (upstream === null || upstream.protocol.startsWith('socks'))
    throw new Error('Only a tunnel reaches this host.');
  const { 'proxy-authorization': _ours, ...headers } = asked.headers;
  const socket = await reach(upstream);
  const passed = request({
    createConnection: () => socket,
    method: asked.method ?? 'GET',
    path: asked.url ?? '',
    headers: { ...headers, ...authorization(upstream) },
  });
  asked.pipe(passed);
  const [answer] = (await once(passed, 'response')) as [IncomingMessage];
  return answer;
}
