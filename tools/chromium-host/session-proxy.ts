import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';

/**
 * The proxy that Chromium starts with. It runs on loopback, so that a session's proxy can change while Chromium runs. It connects directly
 * to the network or through the proxy of `session.setProxy`.
 */
export interface SessionProxy {
  /** The Chromium switches for it. Loopback uses it too. */
  readonly switches: readonly string[];
  /** Uses this HTTP proxy from now on; null means a direct connection. */
  by(proxy: { readonly host: string; readonly port: number } | null): void;
}

/** Starts the proxy, which ends with this process. */
export async function startSessionProxy(): Promise<SessionProxy> {
  let upstream: { readonly host: string; readonly port: number } | null = null;
  const straight = createServer(pass);
  straight.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const { hostname, port } = new URL(`http://${request.url ?? ''}`);
    // Chromium treats such names as loopback without a lookup (RFC 6761, 6.3); not every system does.
    const name = hostname.endsWith('.localhost') ? '127.0.0.1' : hostname.replace(/^\[|\]$/g, '');
    const there = connect(Number(port || 80), name, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.write(head);
      join(socket, there);
    });
    end(there, socket);
  });
  const open = new Set<Socket>();
  const front = createTcpServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    if (upstream === null) {
      straight.emit('connection', socket);
      return;
    }
    // Chromium already speaks the proxy protocol, so its bytes pass unchanged.
    const there = connect(upstream.port, upstream.host);
    join(socket, there);
    end(there, socket);
    end(socket, there);
  }).listen(0, '127.0.0.1');
  await once(front, 'listening');
  front.unref();
  const { port } = front.address() as AddressInfo;
  return {
    switches: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    by: (proxy) => {
      upstream = proxy;
      // Chromium would keep using the connections of the earlier route.
      for (const socket of open) socket.destroy();
    },
  };
}

function join(one: Socket, other: Socket): void {
  one.pipe(other);
  other.pipe(one);
}

/** Ends `other` when `one` ends. */
function end(one: Socket, other: Socket): void {
  one.on('error', () => other.destroy());
  one.on('close', () => other.destroy());
}

/** Forwards a plain `http:` request. */
function pass(request: IncomingMessage, response: ServerResponse): void {
  const onward = httpRequest(
    request.url ?? '',
    { method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.writeHead(502).end());
  request.pipe(onward);
}
