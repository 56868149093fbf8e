import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect as connectTcp, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';

/** A proxy for one program. */
export interface OwnProxy {
  /** Its address with the name and password that it asks for. */
  readonly url: string;
  close(): void;
}

const answerMs = 30_000;
/** More of a proxy's answer to CONNECT is not read. */
const mostAnswerBytes = 16_384;

/**
 * Starts a proxy at 127.0.0.1 that leads to the door where a program asks for the door, and through the person's own proxy everywhere else.
 * A program whose client sends every call through the proxy for https reaches both so. It takes CONNECT only (RFC 9110, 9.3.6), and from
 * nobody without its password: another account must not get through the person's proxy by it.
 */
export async function startOwnProxy(upstream: URL, doorPort: number): Promise<OwnProxy> {
  const password = randomBytes(18).toString('base64url');
  const wanted = Buffer.from(`Basic ${Buffer.from(`keyturn:${password}`).toString('base64')}`);
  const open = new Set<Duplex>();
  const server = createServer((_request, response) => response.writeHead(405, { allow: 'CONNECT' }).end());
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => open.delete(client));
    const given = Buffer.from(request.headers['proxy-authorization'] ?? '');
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="keyturn"\r\n\r\n',
      );
      return;
    }
    tunnel(request.url ?? '', upstream, doorPort).then(
      (far) => {
        open.add(far);
        far.on('error', () => client.destroy());
        far.on('close', () => {
          open.delete(far);
          client.destroy();
        });
        client.on('close', () => far.destroy());
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        far.write(head);
        far.pipe(client);
        client.pipe(far);
      },
      () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://keyturn:${password}@127.0.0.1:${port}`,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

/** Returns a connection to `target` ("host:port"). Rejects when there is none. */
async function tunnel(target: string, upstream: URL, doorPort: number): Promise<Duplex> {
  if (target === `127.0.0.1:${doorPort}` || target === `localhost:${doorPort}`) {
    const socket = connectTcp(doorPort, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  }
  if (!/^[\w.:[\]-]+:\d{1,5}$/.test(target)) throw new Error('no target');
  const socket = await toProxy(upstream);
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${credentialsOf(upstream)}\r\n`);
  const { status, rest } = await answerOf(socket);
  if (status !== 200) {
    socket.destroy();
    throw new Error('refused');
  }
  if (rest.length > 0) socket.unshift(rest);
  return socket;
}

async function toProxy({ protocol, hostname, port }: URL): Promise<Socket> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol === 'https:') {
    const socket = connectTls({ host, port: Number(port) || 443, servername: host });
    await once(socket, 'secureConnect');
    return socket;
  }
  const socket = connectTcp(Number(port) || 80, host);
  await once(socket, 'connect');
  return socket;
}

function credentialsOf({ username, password }: URL): string {
  if (username === '' && password === '') return '';
  const both = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Proxy-Authorization: Basic ${Buffer.from(both).toString('base64')}\r\n`;
}

/** Reads a proxy's answer to CONNECT, up to the empty line; what comes behind it belongs to the tunnel. */
async function answerOf(socket: Socket): Promise<{ status: number; rest: Buffer }> {
  let seen = Buffer.alloc(0);
  const signal = AbortSignal.timeout(answerMs);
  for (;;) {
    const end = seen.indexOf('\r\n\r\n');
    if (end >= 0) {
      const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(seen.toString('latin1'))?.[1] ?? 0);
      return { status: status >= 200 && status < 300 ? 200 : status, rest: seen.subarray(end + 4) };
    }
    if (seen.length > mostAnswerBytes) throw new Error('endless');
    await once(socket, 'readable', { signal });
    const chunk: Buffer | null = socket.read();
    if (chunk === null && socket.readableEnded) throw new Error('ended');
    if (chunk !== null) seen = Buffer.concat([seen, chunk]);
  }
}
