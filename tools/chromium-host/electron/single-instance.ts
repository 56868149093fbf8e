import { createHash } from 'node:crypto';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { makeCodec } from '../page/codec.js';

const codec = makeCodec(globalThis);

interface Greeting {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly data: unknown;
}

/** Returns the address of the first instance. On Linux it is an abstract socket, which always ends with its process. */
function addressOf(folder: string): string {
  const name = `keyturn-host-${createHash('sha256').update(`${userInfo().uid} ${folder}`).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Allows one instance per user data folder. A second one sends the first its arguments (Electron, app.requestSingleInstanceLock). */
export class SingleInstance {
  #server: Server | null = null;
  /** The greeting in progress. The process must not end before it arrives. */
  greeting: Promise<void> = Promise.resolve();

  get held(): boolean {
    return this.#server !== null;
  }

  /** Returns whether this is the first instance. */
  request(folder: string, data: unknown, onSecond: (greeting: Greeting) => void): boolean {
    if (this.#server !== null) return true;
    const address = addressOf(folder);
    const server = createServer((socket) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString('utf8');
        if (!text.endsWith('\n')) return;
        const { argv, cwd, data } = JSON.parse(text) as { argv: string[]; cwd: string; data: string };
        onSecond({ argv, cwd, data: codec.decode(data) });
        socket.end('heard\n');
      });
      socket.on('error', () => undefined);
    });
    server.on('error', () => undefined);
    server.listen(address);
    // Binding a local socket happens at once; only its error comes later.
    if (server.listening) {
      server.unref();
      this.#server = server;
      return true;
    }
    this.greeting = greet(address, { argv: process.argv, cwd: process.cwd(), data: codec.encode(data) });
    return false;
  }

  release(): void {
    this.#server?.close();
    this.#server = null;
  }
}

function greet(address: string, greeting: Greeting): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 3_000);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const socket = connect(address, () => socket.write(`${JSON.stringify(greeting)}\n`));
    socket.on('data', () => undefined);
    socket.on('close', done);
    socket.on('error', done);
  });
}
