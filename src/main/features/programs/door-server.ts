import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../../base/ports.ts';
import type { Caller, FindCaller } from './caller.ts';
import type { Visit } from './desk.ts';
import { type Reply, refusal } from './reply.ts';

const mostBody = 1_000_000;

export interface DoorServerNeeds {
  readonly findCaller: FindCaller;
  readonly visit: (visit: Visit) => Promise<Reply>;
  readonly log: Log;
  /** It listens, or does not any more, or could not. */
  readonly onChanged: () => void;
}

/** Where programs on this computer find Keyturn: HTTP at 127.0.0.1, one port, nothing from other computers. */
export class DoorServer {
  readonly #needs: DoorServerNeeds;
  readonly #callers = new WeakMap<Socket, Promise<Caller | null>>();
  #server: Server | null = null;
  #port: number | null = null;
  #trouble = '';

  constructor(needs: DoorServerNeeds) {
    this.#needs = needs;
  }

  /** `http://127.0.0.1:4730`; null while it does not listen. */
  get address(): string | null {
    return this.#server?.listening === true ? `http://127.0.0.1:${this.#port}` : null;
  }

  /** Why it does not listen although it should; empty otherwise. */
  get trouble(): string {
    return this.#trouble;
  }

  /** Listens at `port`; null stops. What is as wanted already stays. */
  want(port: number | null): void {
    if (port === this.#port && (port === null || this.#trouble === '')) return;
    this.stop();
    if (port === null) return;
    this.#port = port;
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
      void this.#serve(request, response);
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#server !== server) return;
      this.#trouble =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program. Choose another one in Settings.`
          : `Keyturn cannot listen at port ${port} (${error.code ?? 'unknown'}). Choose another one in Settings.`;
      this.#needs.onChanged();
    });
    server.listen(port, '127.0.0.1', () => this.#needs.onChanged());
    this.#server = server;
  }

  /** Hangs up on everybody. */
  stop(): void {
    const server = this.#server;
    this.#server = null;
    this.#port = null;
    this.#trouble = '';
    server?.close();
    server?.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort(new Error('The program hung up.'));
    });
    try {
      const body = await bodyOf(request);
      const reply =
        body === 'too-long'
          ? refusal(413, 'The body is longer than a megabyte.')
          : await this.#needs.visit({
              knock: { method: request.method ?? '', target: request.url ?? '', headers: request.headers },
              body,
              port: request.socket.localPort ?? 0,
              caller: await this.#callerOf(request.socket),
              signal: gone.signal,
            });
      send(response, reply, request.method === 'HEAD');
    } catch (error) {
      if (gone.signal.aborted) return;
      this.#needs.log.note('programs.trouble', { error: String(error).slice(0, 300) });
      send(response, refusal(500, 'Something went wrong inside. The log says more.'), false);
    }
  }

  /** Once for each connection: who it belongs to stays. */
  #callerOf(socket: Socket): Promise<Caller | null> {
    const known = this.#callers.get(socket);
    if (known !== undefined) return known;
    const found = this.#needs
      .findCaller(socket.remotePort ?? 0, socket.localPort ?? 0)
      .catch((error: unknown) => {
        this.#needs.log.note('programs.caller', { error: String(error).slice(0, 300) });
        return null;
      });
    this.#callers.set(socket, found);
    return found;
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply, isHead: boolean): void {
  // It may be the value itself.
  response.once('close', () => body.fill(0));
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  response.end(isHead ? undefined : body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null | 'too-long'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBody) return 'too-long';
    chunks.push(chunk);
  }
  return size === 0 ? null : Buffer.concat(chunks);
}
