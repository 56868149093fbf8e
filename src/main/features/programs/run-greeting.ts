import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { ProfileRules } from './profile-rules.ts';

/** What the `keyturn` command says about its connection: it passes on a program's connection, or it has a command of its own. */
export type Run = ProgramRun | { readonly command: true };

/** What `keyturn exec` says about a connection that it passes on. */
export interface ProgramRun {
  /** The ports of the program's own connection. By these, the system tells which program it is. */
  readonly theirPort: number;
  readonly ourPort: number;
  /** The port in the program's address. The program names it in its Host header. */
  readonly port: number;
  /** The first part of every path of this run. No other program knows it. */
  readonly secret: string;
  /** What the profile of the folder takes away from the token's rules. */
  readonly rules: ProfileRules | null;
}

const mostBytes = 100_000;
const patienceMs = 5_000;

/**
 * Greets Keyturn as `keyturn exec`. Both sides prove that they know the key, each over a nonce of the other, before any byte of the program
 * is sent. An impostor on either side learns nothing. Rejects after five seconds, and when the other side does not know the key.
 *
 *     exec:    <nonce>
 *     Keyturn: <nonce> <HMAC of "keyturn" and both nonces>
 *     exec:    <HMAC of "exec", both nonces and the run> <the run>
 */
export const greetKeyturn = (socket: Socket, key: Buffer, run: Run): Promise<void> =>
  inTime(socket, async () => {
    const mine = randomBytes(32).toString('hex');
    socket.write(`${mine}\n`);
    const [theirs = '', proof = ''] = (await line(socket)).split(' ');
    if (!/^[0-9a-f]{64}$/.test(theirs) || !proves(key, proof, 'keyturn', mine, theirs)) {
      throw new Error('The program that listens there is not Keyturn.');
    }
    const said = JSON.stringify(run);
    socket.write(`${hmac(key, 'exec', mine, theirs, said)} ${said}\n`);
  });

/**
 * Greets `keyturn exec` as Keyturn, and returns what `keyturn exec` says about its connection. Rejects when `keyturn exec` does not know
 * the key. The caller must then destroy the socket.
 */
export const greetExec = (socket: Socket, key: Buffer): Promise<Run> =>
  inTime(socket, async () => {
    const theirs = await line(socket);
    if (!/^[0-9a-f]{64}$/.test(theirs)) throw new Error('The caller is not keyturn exec.');
    const mine = randomBytes(32).toString('hex');
    socket.write(`${mine} ${hmac(key, 'keyturn', theirs, mine)}\n`);
    const [, proof = '', said = ''] = /^(\S+) (.*)$/.exec(await line(socket)) ?? [];
    if (!proves(key, proof, 'exec', theirs, mine, said)) throw new Error('The caller is not keyturn exec.');
    const { theirPort, ourPort, port, secret, rules, command } = JSON.parse(said);
    if (command === true) return { command };
    return {
      theirPort: Number(theirPort),
      ourPort: Number(ourPort),
      port: Number(port),
      secret: String(secret),
      rules: rules ?? null,
    };
  });

const hmac = (key: Buffer, ...parts: readonly string[]): string =>
  createHmac('sha256', key)
    .update(`keyturn run v1\n${parts.join('\n')}`)
    .digest('hex');

function proves(key: Buffer, proof: string, ...parts: readonly string[]): boolean {
  const wanted = Buffer.from(hmac(key, ...parts));
  const given = Buffer.from(proof);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function inTime<T>(socket: Socket, talk: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => socket.destroy(), patienceMs);
  try {
    return await talk();
  } finally {
    clearTimeout(timer);
  }
}

/** Reads the next line. The bytes behind it stay in the socket. */
async function line(socket: Socket): Promise<string> {
  let text = '';
  for (;;) {
    const chunk: Buffer | null = socket.read();
    if (chunk === null) {
      if (socket.readableEnded || socket.destroyed) throw new Error('Hung up.');
      await Promise.race([once(socket, 'readable'), once(socket, 'end'), once(socket, 'close')]);
      continue;
    }
    const end = chunk.indexOf(10);
    text += chunk.toString('latin1', 0, end < 0 ? chunk.length : end);
    if (text.length > mostBytes) throw new Error('The line is too long.');
    if (end < 0) continue;
    if (end + 1 < chunk.length) socket.unshift(chunk.subarray(end + 1));
    return text;
  }
}
