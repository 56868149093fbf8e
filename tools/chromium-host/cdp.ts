import type { Readable, Writable } from 'node:stream';

export type Params = Record<string, unknown>;
type Listener = (params: Params, sessionId: string | undefined) => void;

/** The Chrome DevTools Protocol over a pair of pipes: JSON messages, each ended by a zero byte (Chromium, --remote-debugging-pipe). */
export class Cdp {
  readonly #out: Writable;
  readonly #waiting = new Map<
    number,
    { resolve: (result: Params) => void; reject: (error: Error) => void; method: string }
  >();
  readonly #listeners = new Map<string, Set<Listener>>();
  #nextId = 1;
  #closed = false;

  constructor(input: Readable, out: Writable) {
    this.#out = out;
    let rest = Buffer.alloc(0);
    input.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#receive(JSON.parse(rest.subarray(0, end).toString('utf8')));
        rest = rest.subarray(end + 1);
      }
    });
    const closed = () => this.#close();
    input.on('close', closed);
    input.on('error', closed);
    out.on('error', closed);
  }

  /** Sends a command. Rejects with Chromium's message, or when the browser is gone. */
  send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error(`Chromium has gone (${method})`));
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject, method });
      this.#out.write(
        `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
  }

  /** Calls `listener` for an event of one session, or of the browser itself when `sessionId` is undefined. */
  on(method: string, sessionId: string | undefined, listener: Listener): () => void {
    const key = `${sessionId ?? ''} ${method}`;
    const all = this.#listeners.get(key) ?? new Set();
    all.add(listener);
    this.#listeners.set(key, all);
    return () => all.delete(listener);
  }

  #receive(message: {
    id?: number;
    method?: string;
    params?: Params;
    result?: Params;
    error?: { message: string };
    sessionId?: string;
  }): void {
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) waiting?.resolve(message.result ?? {});
      else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
      return;
    }
    for (const listener of [...(this.#listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? [])]) {
      listener(message.params ?? {}, message.sessionId);
    }
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const { reject, method } of this.#waiting.values())
      reject(new Error(`Chromium has gone (${method})`));
    this.#waiting.clear();
  }
}
