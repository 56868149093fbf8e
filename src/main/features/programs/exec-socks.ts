import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * Connects to `target` (`host:port`) through a SOCKS version 5 proxy, which resolves the name (RFC 1928; RFC 1929 for a name and password).
 * Rejects when the proxy refuses, or speaks another protocol.
 */
export async function socksConnect(proxy: URL, target: string): Promise<Socket> {
  const socket = connect(Number(proxy.port || 1080), proxy.hostname.replace(/^\[|\]$/g, ''));
  try {
    await once(socket, 'connect');
    const user = Buffer.from(decodeURIComponent(proxy.username));
    const password = Buffer.from(decodeURIComponent(proxy.password));
    const named = user.length > 0;
    socket.write(Uint8Array.of(5, 1, named ? 2 : 0));
    const [, method] = await bytes(socket, 2);
    if (method !== (named ? 2 : 0)) throw new Error('The SOCKS proxy wants another kind of sign-in.');
    if (named) {
      socket.write(
        Buffer.concat([Uint8Array.of(1, user.length), user, Uint8Array.of(password.length), password]),
      );
      const [, status] = await bytes(socket, 2);
      if (status !== 0) throw new Error('The SOCKS proxy did not accept the password.');
    }
    const at = target.lastIndexOf(':');
    const host = Buffer.from(target.slice(0, at).replace(/^\[|\]$/g, ''));
    const port = Buffer.alloc(2);
    port.writeUInt16BE(Number(target.slice(at + 1)));
    socket.write(Buffer.concat([Uint8Array.of(5, 1, 0, 3, host.length), host, port]));
    const [, reply, , kind = 0, first = 0] = await bytes(socket, 5);
    if (reply !== 0) throw new Error(`The SOCKS proxy cannot connect (${reply}).`);
    // The rest is the address that the proxy calls from. The first byte of it is read already.
    await bytes(socket, (kind === 1 ? 4 : kind === 4 ? 16 : first + 1) - 1 + 2);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** Reads exactly `count` bytes. Further bytes stay in the socket. */
async function bytes(socket: Socket, count: number): Promise<Buffer> {
  for (;;) {
    const read: Buffer | null = socket.read(count);
    if (read !== null) return read;
    if (socket.readableEnded || socket.destroyed) throw new Error('The SOCKS proxy hung up.');
    await Promise.race([once(socket, 'readable'), once(socket, 'close')]);
  }
}
