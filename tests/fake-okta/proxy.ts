import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface FakeProxy {
  readonly url: string;
  /** Every requested CONNECT target, as host and port. */
  readonly asked: string[];
  close(): void;
}

/**
 * Starts a CONNECT proxy on loopback. With `auth` ("name:password") it requires these credentials; with `refuse` it answers every CONNECT
 * with that status.
 */
export async function startProxy(options: { auth?: string; refuse?: number } = {}): Promise<FakeProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client) => {
    client.on('error', () => undefined);
    asked.push(request.url ?? '');
    const wanted =
      options.auth === undefined ? undefined : `Basic ${Buffer.from(options.auth).toString('base64')}`;
    if (options.refuse !== undefined || request.headers['proxy-authorization'] !== wanted) {
      const status = options.refuse ?? 407;
      client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const { port } = new URL(`https://${request.url}`);
    // This proxy only connects to this computer.
    const upstream = connect(Number(port || 443), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => sockets.delete(upstream));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
