import { createServer, type Server, type Socket } from 'node:net';
import type { Log } from '../../base/ports.ts';
import { newRunFile, type RunFile, removeRunFile, tellRunFile } from './run-file.ts';
import { greetExec, type Run } from './run-greeting.ts';

/** The most connections at the same time, over all runs. */
const mostConnections = 128;

/** Listens for the `keyturn` command in the person's own folder. It does not use a port, because any account may take a port. */
export class RunServer {
  readonly #userData: string;
  readonly #log: Log;
  readonly #take: (socket: Socket, run: Run) => void;
  readonly #open = new Set<Socket>();
  #server: Server | null = null;
  #file: RunFile | null = null;

  /** `take` gets each connection after the other side proved itself, with what that side said about the connection. */
  constructor(userData: string, log: Log, take: (socket: Socket, run: Run) => void) {
    this.#userData = userData;
    this.#log = log;
    this.#take = take;
  }

  /** Listens until `stop`. It only logs a failure, and `keyturn exec` then says that Keyturn does not answer. */
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

  /** Stops, ends every connection, and removes the file and the socket. */
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
