import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Loads } from './loads.ts';
import { NetError } from './net-errors.ts';
import type { Page } from './page.ts';
import { preventable } from './preventable.ts';
import { isBuiltIn, type SchemeEntry, type Schemes, schemeOf } from './schemes.ts';

interface Paused {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
}

/** The body and headers that main sends with a load (Electron, docs/api/web-contents.md, loadURL). */
export interface Posted {
  readonly body: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns the load's own body and headers. Throws for unsupported options. */
export function postedOf(options: Electron.LoadURLOptions): Posted {
  for (const name of ['userAgent', 'baseURLForDataURL'] as const)
    if (options[name] !== undefined) throw new Error(`not in the host: loadURL with ${name}`);
  const parts = options.postData?.map((part) => {
    if (part.type === 'rawData') return part.bytes;
    const whole = readFileSync(part.filePath);
    const { offset = 0, length = -1 } = part;
    return whole.subarray(offset, length < 0 ? undefined : offset + length);
  });
  const headers = (options.extraHeaders ?? '')
    .split('\n')
    .map((line) => /^([^:]+):(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, name = '', value = '']) => [name.trim(), value.trim()]);
  return { body: parts === undefined ? null : Buffer.concat(parts), headers: Object.fromEntries(headers) };
}

/** The requests of one page that main decides about: navigations, and addresses of its own schemes. */
export class PageRequests {
  /** Sent with the next document that main requests. */
  posted: Posted | null = null;
  /** Counts the pages, so that an answer to a page that is gone is not read. */
  #pages = 0;
  readonly #reading = new Set<ReadableStreamDefaultReader<Uint8Array>>();
  readonly #contents: EventEmitter;
  readonly #page: Page;
  readonly #loads: Loads;
  readonly #schemes: Schemes;

  constructor(contents: EventEmitter, page: Page, loads: Loads, schemes: Schemes) {
    this.#contents = contents;
    this.#page = page;
    this.#loads = loads;
    this.#schemes = schemes;
  }

  listen(): void {
    // Nothing waits for the requests of a page that is gone.
    this.#contents.on(
      'did-start-navigation',
      (_event, _url, isSameDocument: boolean, isMainFrame: boolean) => {
        if (isMainFrame && !isSameDocument) this.#giveUp();
      },
    );
    this.#contents.on('destroyed', () => this.#giveUp());
    this.#page.on(
      'Fetch.requestPaused',
      (paused: Paused) => void this.#request(paused),
      // Without a refusal the request would be sent when the page is closed.
      ({ requestId }) => void this.#refuse(requestId, 'Aborted'),
    );
  }

  /** Sets the requests that main sees: those of its own schemes, and every navigation. */
  async watch(): Promise<void> {
    await this.#page.send('Fetch.enable', {
      patterns: [
        { urlPattern: this.#schemes.handlesOrdinary ? '*' : 'https://*.localhost/*' },
        { urlPattern: '*', resourceType: 'Document' },
      ],
    });
    // Chromium requests an icon for the page's tab; Electron does not. A paused request would be sent when the page is closed.
    await this.#page.send('Network.setBlockedURLs', { urls: ['*/favicon.ico'] });
  }

  #giveUp(): void {
    this.#pages++;
    for (const reader of this.#reading) void reader.cancel().catch(() => undefined);
  }

  async #wholeOf(response: Response): Promise<Buffer> {
    const reader = response.body?.getReader();
    if (reader === undefined) return Buffer.alloc(0);
    this.#reading.add(reader);
    const parts: Uint8Array[] = [];
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) parts.push(read.value);
    } finally {
      this.#reading.delete(reader);
    }
    return Buffer.concat(parts);
  }

  async #request(paused: Paused): Promise<void> {
    const { requestId, request, resourceType } = paused;
    const isDocument = resourceType === 'Document';
    const owner = this.#schemes.ownerOf(request.url);
    try {
      const verdict = isDocument ? this.#mayNavigate(paused) : 'page';
      if (verdict === 'no') {
        await this.#refuse(requestId, 'Aborted');
        return;
      }
      const sent = verdict === 'main' ? this.posted : null;
      if (sent !== null) this.posted = null;
      if (owner === null) await this.#goOn(requestId, request.headers, sent);
      else if (!isDocument && this.#isForeign(request)) await this.#acrossOrigins(paused, owner);
      else await this.#serve(paused, owner, sent);
    } catch (error) {
      if (isDocument && owner !== null && error instanceof NetError)
        this.#loads.refused(owner.url, error.code);
      await this.#refuse(requestId, 'Failed');
    }
  }

  async #refuse(requestId: string, errorReason: 'Aborted' | 'Failed'): Promise<void> {
    await this.#page.send('Fetch.failRequest', { requestId, errorReason }).catch(() => undefined);
  }

  async #goOn(requestId: string, headers: Paused['request']['headers'], sent: Posted | null): Promise<void> {
    if (sent === null) return void (await this.#page.send('Fetch.continueRequest', { requestId }));
    const all = { ...headers, ...sent.headers };
    await this.#page.send('Fetch.continueRequest', {
      requestId,
      headers: Object.entries(all).map(([name, value]) => ({ name, value })),
      ...(sent.body === null ? {} : { method: 'POST', postData: sent.body.toString('base64') }),
    });
  }

  #isForeign({ url, headers }: Paused['request']): boolean {
    const origin = headers.Origin ?? headers.origin;
    return origin !== undefined && origin !== new URL(url).origin;
  }

  /** Answers a page of another origin. Only a scheme with `corsEnabled` gets such a request (Electron, spec/api-protocol-spec.ts). */
  async #acrossOrigins(paused: Paused, owner: { url: string; entry: SchemeEntry }): Promise<void> {
    const { requestId, request } = paused;
    const allowed = isForAll(owner);
    const isPreflight = request.method === 'OPTIONS' && 'Access-Control-Request-Method' in request.headers;
    if (allowed && !isPreflight) return this.#serve(paused, owner, null);
    await this.#page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: isPreflight ? 204 : 200,
      responseHeaders: (allowed
        ? ['access-control-allow-origin', 'access-control-allow-headers', 'access-control-allow-methods']
        : []
      ).map((name) => ({ name, value: '*' })),
    });
  }

  async #serve(
    paused: Paused,
    owner: { url: string; entry: SchemeEntry },
    sent: Posted | null,
  ): Promise<void> {
    const { requestId, request, resourceType } = paused;
    const { handler } = owner.entry;
    if (handler === null) throw new NetError('ERR_FAILED');
    if (/^https?:\/\/[^/?#]*@/i.test(owner.url)) throw new NetError('ERR_UNEXPECTED');
    const entries = request.postDataEntries?.map(({ bytes = '' }) => Buffer.from(bytes, 'base64'));
    const body = sent?.body ?? (entries === undefined ? null : Buffer.concat(entries));
    const method = sent?.body == null ? request.method : 'POST';
    const headers = new Headers({ ...request.headers, ...sent?.headers });
    if (headers.get('origin') === 'null') headers.delete('origin');
    const pages = this.#pages;
    const response = await handler(
      new Request(owner.url, {
        method,
        headers,
        ...(body === null || ['GET', 'HEAD'].includes(method) ? {} : { body: new Uint8Array(body) }),
      }),
    );
    if (resourceType !== 'Document' && pages !== this.#pages) {
      await response.body?.cancel();
      throw new NetError('ERR_ABORTED');
    }
    const content = await this.#wholeOf(response);
    const answered = new Headers(response.headers);
    const location = answered.get('location');
    if (location !== null)
      answered.set('location', this.#schemes.toInternal(new URL(location, owner.url).href));
    if (isForAll(owner)) {
      for (const name of ['access-control-allow-origin', 'access-control-expose-headers'])
        if (!answered.has(name)) answered.set(name, '*');
    }
    if (!answered.has('content-type') && resourceType === 'Document')
      answered.set('content-type', sniffed(content));
    await this.#page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      ...(response.statusText === '' ? {} : { responsePhrase: response.statusText }),
      responseHeaders: [...answered].map(([name, value]) => ({ name, value })),
      body: content.toString('base64'),
    });
  }

  /** Asks main, unless main itself navigates (Electron, docs/api/web-contents.md, will-navigate and will-redirect). */
  #mayNavigate({ request, frameId, redirectedRequestId }: Paused): 'no' | 'page' | 'main' {
    const isMainFrame = frameId === this.#page.mainFrameId;
    const url = this.#schemes.toExternal(request.url);
    const frame = this.#page.frames.get(frameId) ?? null;
    const { processId, routingId } = frame ?? { processId: -1, routingId: -1 };
    const prevented = (name: string): boolean => {
      const event = preventable({
        url,
        isSameDocument: false,
        isMainFrame,
        processId,
        routingId,
        frame,
        initiator: null,
      });
      this.#contents.emit(name, event, url, false, isMainFrame, processId, routingId);
      return event.defaultPrevented;
    };
    if (redirectedRequestId !== undefined) {
      if (prevented('will-redirect')) return 'no';
      prevented('did-redirect-navigation');
      return 'page';
    }
    if (isMainFrame && this.#loads.ours > 0) {
      this.#loads.ours--;
      return 'main';
    }
    if (prevented('will-frame-navigate') || (isMainFrame && prevented('will-navigate'))) return 'no';
    this.#loads.started(url, false, isMainFrame);
    return 'page';
  }
}

/** Returns whether pages of other origins may ask: as Chromium allows it for http, and main for a scheme with `corsEnabled`. */
const isForAll = ({ url, entry }: { url: string; entry: SchemeEntry }): boolean =>
  entry.privileges.corsEnabled === true || isBuiltIn(schemeOf(url));

/** Returns the type that an untyped document appears to have. */
const sniffed = (content: Buffer): string =>
  /^\s*<(!doctype|html|head|body|script|title|!--|[a-z][a-z0-9]*[\s>])/i.test(
    content.subarray(0, 512).toString('latin1'),
  )
    ? 'text/html'
    : 'text/plain';
