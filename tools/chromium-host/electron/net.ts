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
  async function fetch(input: string | URL | Request, init: Init = {}, redirects = 0): Promise<Response> {
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
    if (handler != null) {
      // By then the body sent with a redirect has been read.
      const again = request.body === null ? request : request.clone();
      const response = await withSignal(request.signal, handler(request));
      const next = redirected(request, response);
      if (next === null) return response;
      if (redirects >= 20) throw new NetError('ERR_TOO_MANY_REDIRECTS');
      return fetch(next.url, { ...next.init(again), bypassCustomProtocolHandlers: false }, redirects + 1);
    }
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

/**
 * Returns the target of a redirect in a handler's response (docs/api/net.md; https://fetch.spec.whatwg.org, HTTP-redirect fetch); null when
 * there is none.
 */
function redirected(
  request: Request,
  response: Response,
): { url: string; init: (again: Request) => RequestInit } | null {
  const { status } = response;
  const location = response.headers.get('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === null || request.redirect === 'manual')
    return null;
  if (request.redirect === 'error')
    throw new TypeError("Attempted to redirect, but redirect policy was 'error'");
  const url = new URL(location, request.url).href;
  // Only a file may lead to a file (Chromium, net::ERR_UNSAFE_REDIRECT).
  if (schemeOf(url) === 'file' && schemeOf(request.url) !== 'file') throw new NetError('ERR_UNSAFE_REDIRECT');
  const { method, signal } = request;
  const asGet = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST';
  return {
    url,
    init(again) {
      const headers = new Headers(request.headers);
      const gone = asGet ? ['content-type', 'content-length'] : [];
      if (new URL(url).host !== new URL(request.url).host) gone.push('authorization', 'cookie');
      for (const name of gone) headers.delete(name);
      return { method: asGet ? 'GET' : method, headers, signal, ...(asGet ? {} : { body: again.body }) };
    },
  };
}

/** Returns a handler's response. Cancels it with its body when the request is cancelled. */
async function withSignal(signal: AbortSignal, answer: Promise<Response>): Promise<Response> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => undefined);
  void answer
    .then((response) => {
      // Runs in a separate turn, because the body's source may be what cancels.
      const giveUp = () => void setImmediate().then(() => response.body?.cancel().catch(() => undefined));
      if (signal.aborted) giveUp();
      else signal.addEventListener('abort', giveUp, { once: true });
    })
    .catch(() => undefined);
  // Waits a turn, as a network would, so that the handler has finished its synchronous work.
  const response = await Promise.race([answer.then(async (one) => setImmediate(one)), aborted]);
  signal.throwIfAborted();
  return response;
}
