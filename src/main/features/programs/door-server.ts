import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../../base/ports.ts';
import type { Caller, FindCaller } from './caller.ts';
import { type Reply, refusal } from './reply.ts';
import type { ProgramRun } from './run-greeting.ts';
import type { Visit } from './visit.ts';
import { words } from './words.ts';

const mostBody = 1_000_000;

/**
 * The limits for programs: the size of a request's head, and the time in milliseconds for a request to arrive. An answer has no time limit,
 * because a call waits for a person.
 */
const bounds = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
} as const;
const mostConnections = 128;
/** How long a server that no longer listens has for its last answers, in milliseconds. Then it ends every connection. */
const lastAnswersMs = 1_000;
const mostHeaders = 100;

/** What the server takes from the feature. */
export interface DoorServerNeeds {
  readonly findCaller: FindCaller;
  readonly visit: (visit: Visit) => Promise<Reply>;
  readonly log: Log;
  /** Called when the server starts listening, stops, or cannot listen. */
  readonly onChanged: () => void;
}

/** Serves programs on this computer, by HTTP at one port of 127.0.0.1 and through `keyturn exec`. No other computer reaches the server. */
export class DoorServer {
  readonly #needs: DoorServerNeeds;
  readonly #callers = new WeakMap<Socket, Promise<Caller | null>>();
  readonly #runs = new WeakMap<Socket, ProgramRun>();
  /** Serves the connections of `keyturn exec`. It listens at no port, and the first connection makes it. */
  #runServer: Server | null = null;
  #server: Server | null = null;
  /** The servers that no longer listen and still send their last answers, each with the timer that ends them. */
  readonly #closing = new Map<Server, NodeJS.Timeout>();
  #port: number | null = null;
  #trouble = '';

  constructor(needs: DoorServerNeeds) {
    this.#needs = needs;
  }

  /** Serves a connection that `keyturn exec` passes on. */
  take(socket: Socket, run: ProgramRun): void {
    this.#runs.set(socket, run);
    if (this.#runServer === null) {
      this.#runServer = this.#make();
      // Node checks the time of a request only in a server that said this, so a slow program would keep its connections (Node, lib/_http_server.js).
      this.#runServer.emit('listening');
    }
    this.#runServer.emit('connection', socket);
  }

  /** Returns the address, such as `http://127.0.0.1:4730`. Returns null while the server does not listen. */
  get address(): string | null {
    return this.#server?.listening === true ? `http://127.0.0.1:${this.#port}` : null;
  }

  /** Returns the sentence that says why the server does not listen although it should. The sentence is empty otherwise. */
  get trouble(): string {
    return this.#trouble;
  }

  /**
   * Listens at `port`, or stops when `port` is null. Calls that are open at the earlier port have a second for their answers. `keyturn exec`
   * works even when the port is taken.
   */
  want(port: number | null): void {
    if (port === this.#port && (port === null || this.#trouble === '')) return;
    this.#stopServer();
    if (port === null) return;
    this.#port = port;
    const server = this.#make();
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#server !== server) return;
      this.#trouble =
        error.code === 'EADDRINUSE'
          ? words.doorServer.portTaken(port)
          : words.doorServer.cannotListen(port, error.code ?? 'unknown');
      this.#needs.onChanged();
    });
    server.listen(port, '127.0.0.1', () => this.#needs.onChanged());
    this.#server = server;
  }

  /** Stops, and ends every connection. */
  stop(): void {
    this.#stopServer();
    for (const [server, timer] of this.#closing) {
      clearTimeout(timer);
      server.closeAllConnections();
    }
    this.#closing.clear();
    this.#runServer?.closeAllConnections();
    // This also ends the check of the time. The next connection makes another server.
    this.#runServer?.close();
    this.#runServer = null;
  }

  #make(): Server {
    // An import of node:http reads each of its exports, and one of them loads undici, which takes a sixth of the start.
    const server = process.getBuiltinModule('node:http').createServer(bounds, (request, response) => {
      void this.#serve(request, response);
    });
    server.maxConnections = mostConnections;
    server.maxHeadersCount = mostHeaders;
    // A program that asks with `Expect: 100-continue` gets a refusal before it sends its body.
    server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      void this.#serve(request, response, () => response.writeContinue());
    });
    return server;
  }

  #stopServer(): void {
    const server = this.#server;
    this.#server = null;
    this.#port = null;
    this.#trouble = '';
    if (server === null) return;
    // This also ends the connections without a call. A program whose call just ended is told so over its connection.
    server.close();
    const timer = setTimeout(() => {
      this.#closing.delete(server);
      server.closeAllConnections();
    }, lastAnswersMs);
    this.#closing.set(server, timer);
  }

  async #serve(request: IncomingMessage, response: ServerResponse, goOn?: () => void): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort(new Error('The program hung up.'));
    });
    let read = false;
    try {
      const { method = '', headers, socket } = request;
      const run = this.#runs.get(socket) ?? null;
      const target = targetOf(request.url ?? '', run);
      const port = run?.port ?? socket.localPort ?? 0;
      const reply =
        target === null
          ? refusal(404, words.doorServer.anothersAddress)
          : await this.#needs.visit({
              knock: { method, target, headers },
              port,
              address: `http://127.0.0.1:${port}${run === null ? '' : `/${run.secret}`}`,
              run,
              caller: () => this.#callerOf(socket, run),
              body: () => {
                read = true;
                goOn?.();
                return bodyOf(request);
              },
              signal: gone.signal,
            });
      send(response, reply, { isHead: method === 'HEAD', last: !read && hasBody(headers) });
    } catch (error) {
      if (gone.signal.aborted) return;
      this.#needs.log.note('programs.trouble', { error: String(error) });
      send(response, refusal(500, words.doorServer.wentWrong), {
        isHead: false,
        last: true,
      });
    }
  }

  /** Finds the caller once for each connection, because the program behind a connection does not change. */
  #callerOf(socket: Socket, run: ProgramRun | null): Promise<Caller | null> {
    const known = this.#callers.get(socket);
    if (known !== undefined) return known;
    const found = this.#needs
      .findCaller(run?.theirPort ?? socket.remotePort ?? 0, run?.ourPort ?? socket.localPort ?? 0)
      .catch((error: unknown) => {
        this.#needs.log.note('programs.caller', { error: String(error) });
        return null;
      });
    this.#callers.set(socket, found);
    return found;
  }
}

/** Returns a request's target without the first part of the run's own address. Returns null when the target does not belong to that run. */
function targetOf(url: string, run: ProgramRun | null): string | null {
  if (run === null) return url;
  const own = `/${run.secret}/`;
  return url.startsWith(own) ? url.slice(own.length - 1) : null;
}

const hasBody = (headers: IncomingMessage['headers']): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function send(
  response: ServerResponse,
  { status, headers, body }: Reply,
  { isHead, last }: { readonly isHead: boolean; readonly last: boolean },
): void {
  // The body may be the value itself.
  response.once('close', () => body.fill(0));
  response.writeHead(status, {
    ...headers,
    'content-length': String(body.length),
    // The server would have to read an unread body before the next call, so it ends the connection instead.
    ...(last ? { connection: 'close' } : {}),
  });
  response.end(isHead ? undefined : body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null | 'too-long'> {
  if (Number(request.headers['content-length'] ?? 0) > mostBody) return 'too-long';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBody) return 'too-long';
    chunks.push(chunk);
  }
  return size === 0 ? null : Buffer.concat(chunks);
}
