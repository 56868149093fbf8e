import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { Authority } from '../../../src/demo/okta/certificates.ts';

/** An HTTPS server whose every byte a test writes itself. */
export interface RawServer {
  readonly origin: string;
  readonly caPem: string;
  /** The requests so far, with their heads. */
  readonly asked: string[];
  /** Connections that are open now. */
  open(): number;
  /** Connections made so far. */
  made(): number;
  close(): Promise<void>;
}

export type Answerer = (socket: TLSSocket, request: string, number: number) => void;

/** Answers each request by `answer`, which counts them from 0. */
export async function startRaw(answer: Answerer, address = '127.0.0.1'): Promise<RawServer> {
  const authority = await Authority.make('Raw');
  const leaf = await authority.issue(['localhost', address]);
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let made = 0;
  const server = createServer({ cert: leaf.cert, key: leaf.key }, (socket) => {
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const request = text.slice(0, end);
        text = text.slice(end + 4);
        asked.push(request);
        answer(socket, request, asked.length - 1);
      }
    });
  });
  server.on('connection', (socket: Socket) => {
    made++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://${address.includes(':') ? `[${address}]` : 'localhost'}:${port}`,
    caPem: authority.pem,
    asked,
    open: () => sockets.size,
    made: () => made,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An answer as HTTP writes it. */
export function http(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): Buffer {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ 'content-length': String(bytes.length), ...headers })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\n${lines.join('')}\r\n`, 'latin1'), bytes]);
}
