import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { ProfileRules } from './profile-rules.ts';
import { reach } from './reach.ts';
import { refusal } from './reply.ts';
import { words } from './words.ts';

/** The place where one program reaches Keyturn. */
export interface Relay {
  readonly port: number;
  /** The address for the program, without the token's name. */
  readonly address: string;
  /** Takes a program's connection for the door. */
  take(program: Socket): void;
  close(): void;
}

/** The most connections of the program at the same time. */
const mostConnections = 64;

/**
 * Listens on this computer for one program while the program runs, and passes the program's connections on to Keyturn. The port belongs to
 * this process for the program's whole life, so nobody can take it in Keyturn's place. The relay finds Keyturn in the person's own folder,
 * and Keyturn proves itself again for each connection. A part of the address is made for this run, because every account of the computer
 * reaches the port. The `rules` of a profile go with each connection.
 */
export async function startRelay(userData: string, rules: ProfileRules | null): Promise<Relay> {
  const secret = randomBytes(18).toString('base64url');
  const open = new Set<Socket>();
  const take = (program: Socket): void => {
    open.add(program);
    program.on('close', () => open.delete(program));
    program.on('error', () => program.destroy());
    const run = { theirPort: program.remotePort ?? 0, ourPort: program.localPort ?? 0, port, secret, rules };
    reach(userData, run).then(
      (keyturn) => {
        keyturn.on('error', () => program.destroy());
        keyturn.on('close', () => program.destroy());
        program.on('close', () => keyturn.destroy());
        program.pipe(keyturn).pipe(program);
      },
      () => {
        // The relay reads all bytes, because unread bytes would make the system drop the answer with the connection.
        program.resume();
        program.end(notThere());
      },
    );
  };
  const server = createServer(take);
  server.maxConnections = mostConnections;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `http://127.0.0.1:${port}/${secret}`,
    take,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function notThere(): string {
  const { body } = refusal(503, words.execRelay.notThere);
  return [
    'HTTP/1.1 503 Service Unavailable',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Connection: close',
    '',
    body.toString(),
  ].join('\r\n');
}
