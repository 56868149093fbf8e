import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { only } from '../not-here.ts';
import type { Emulated } from './emulated.ts';
import { NetError } from './net-errors.ts';
import { isBuiltIn, type Schemes, schemeOf } from './schemes.ts';

type Init = RequestInit & { bypassCustomProtocolHandlers?: boolean };

/** Electron's `net.fetch` (docs/api/net.md): main's own schemes, files, and Node's fetch for the rest. */
export function createNet(schemes: Schemes) {
  async function fetch(input: string | URL | Request, init: Init = {}): Promise<Response> {
    const typed = input instanceof Request ? input.url : String(input);
    const url = schemes.normal(typed);
    const scheme = schemeOf(url);
    const streams = init.body instanceof ReadableStream ? { duplex: 'half' } : {};
    const request =
      input instanceof Request
        ? new Request(input, init)
        : new Request(url, { ...streams, ...init } as RequestInit);
    request.signal.throwIfAborted();
    const handler = init.bypassCustomProtocolHandlers === true ? null : schemes.entries.get(scheme)?.handler;
    if (handler != null) return withSignal(request.signal, handler(request));
    if (scheme === 'file') {
      const content = await readFile(fileURLToPath(url)).catch(() => {
        throw new NetError('ERR_FILE_NOT_FOUND');
      });
      return new Response(new Uint8Array(content));
    }
    if (!isBuiltIn(scheme) && scheme !== 'data' && scheme !== 'blob')
      throw new NetError('ERR_UNKNOWN_URL_SCHEME');
    return globalThis.fetch(request).catch((error: unknown) => {
      if (request.signal.aborted) throw request.signal.reason;
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      throw new NetError(code === 'ECONNREFUSED' ? 'ERR_CONNECTION_REFUSED' : 'ERR_FAILED');
    });
  }
  const net = { fetch: fetch as (input: never, init?: never) => Promise<Response>, isOnline: () => true };
  net satisfies Emulated<typeof net, Electron.Net, 'fetch'>;
  return { net: only('net', net), fetch };
}

/** A handler's response, given up with its body when the request is. */
async function withSignal(signal: AbortSignal, answer: Promise<Response>): Promise<Response> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => undefined);
  void answer
    .then((response) => {
      // In a turn of its own: the body's source may be the one that gives up.
      const giveUp = () => void setImmediate().then(() => response.body?.cancel().catch(() => undefined));
      if (signal.aborted) giveUp();
      else signal.addEventListener('abort', giveUp, { once: true });
    })
    .catch(() => undefined);
  // A turn later, as over a wire: what the handler still does at once has been done.
  const response = await Promise.race([answer.then(async (one) => setImmediate(one)), aborted]);
  signal.throwIfAborted();
  return response;
}
