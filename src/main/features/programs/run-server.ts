import { createServer, type Server, type Socket } from 'node:net';
import type { Log } from '../../base/ports.ts';
import { newRunFile, type RunFile, removeRunFile, tellRunFile } from './run-file.ts';
import { greetExec, type Run } from './run-greeting.ts';

/** As many programs' connections at once, over all runs. */
const mostConnections = 128;

/** Where `keyturn` of the command line finds the app: not at a port, which any account may take, but in the person's own folder. */
export class RunServer {
  readonly #userData: string;
  readonly #log: Log;
  readonly #take: (socket: Socket, run: Run) => void;
  readonly #open = new Set<Socket>();
  #server: Server | null = null;
  #file: RunFile | null = null;

  /** `take` is given each connection whose other side proved itself, with what it said of it. */
  constructor(userData: string, log: Log, take: (socket: Socket, run: Run) => void) {
    this.#userData = userData;
    this.#log = log;
    this.#take = take;
  }

  /** Listens until `stop`. That it cannot is noted in the log: `keyturn exec` says that Keyturn does not answer. */
  listen(): void {
    if (this.#server !== null) return;
    try {
      const file = newRunFile(this.#userData);
      const server = createServer((socket) => void this.#greet(socket, file.key));
      server.maxConnections = mostConnections;
      server.on('error', (error) => this.#log.note('programs.run', { error: String(error) }));
      server.listen(file.socket, () => tellRunFile(this.#userData, file));
      this.#server = server;
      this.#file = file;
    } catch (error) {
      this.#log.note('programs.run', { error: String(error) });
    }
  }

  stop(): void {
    this.#server?.close();
    this.#server = null;
    for (const socket of this.#open) socket.destroy();
    if (this.#file !== null) removeRunFile(this.#userData, this.#file);
    this.#file = null;
  }

  async #greet(socket: Socket, key: Buffer): Promise<void> {
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    socket.on('error', () => socket.destroy());
    try {
      this.#take(socket, await greetExec(socket, key));
    } catch {
      socket.destroy();
    }
  }
}
