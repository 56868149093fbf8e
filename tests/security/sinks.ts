import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Leaf } from '../../src/demo/okta/certificates.ts';

/** A server on this computer that must receive nothing. It keeps all bytes it receives, and sends the given answer. */
export interface Sink {
  readonly port: number;
  /** Everything it received, decrypted if the sink can. */
  heard(): Buffer;
  /** The number of connections to it. */
  connections(): number;
  close(): Promise<void>;
}

const polite = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}';

/** Opens a sink, over TLS with the given certificate, or over plain TCP without one. It answers each received chunk with `answer`. */
export async function openSink(leaf: Leaf | null, answer: () => string = () => polite): Promise<Sink> {
  const heard: Buffer[] = [];
  const open = new Set<Socket>();
  let made = 0;
  const serve = (socket: Socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      heard.push(bytes);
      socket.write(answer());
    });
  };
  const server: Server =
    leaf === null ? createServer(serve) : createTlsServer({ cert: leaf.cert, key: leaf.key }, serve);
  server.on('connection', (socket: Socket) => {
    made++;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => Buffer.concat(heard),
    connections: () => made,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
