import type { EventEmitter } from 'node:events';
import { numberOf } from './net-errors.ts';
import { preventable } from './preventable.ts';

/** Returns an error of Electron's loadURL. Its message names the error, its number and the address; `code`, `errno` and `url` hold each of them. */
function loadError(code: string, url: string): Error {
  const errno = numberOf(code);
  return Object.assign(new Error(`${code} (${errno}) loading '${url.slice(0, 2048)}'`), { errno, code, url });
}

const answered = Symbol('answered');

/**
 * Tracks whether a page loads, and the result of a load that main requested (Electron, docs/api/web-contents.md,
 * lib/browser/api/web-contents.ts).
 */
export class Loads {
  loading = false;
  /** The loads of main without an answer from Chromium. */
  asked = 0;
  everLoaded = false;
  /** The documents that main requested and Chromium has not yet requested. The page did not cause these. */
  ours = 0;
  /** Whether Chromium shows its own error page. */
  errorShown = false;
  readonly #contents: EventEmitter;
  readonly #reasons = new Map<string, string>();

  constructor(contents: EventEmitter) {
    this.#contents = contents;
  }

  get busy(): boolean {
    return this.loading || this.asked > 0;
  }

  /** Notes that main requests a document. For some addresses Chromium makes no visible request. */
  askFor(url: string): void {
    if (!/^(data|about|blob|javascript|chrome|devtools|view-source):/i.test(url) && url !== '') this.ours++;
  }

  /** Resolves when nothing is loading. */
  async idle(): Promise<void> {
    while (this.busy || !this.everLoaded) {
      await new Promise<void>((resolve) => {
        const done = () => {
          this.#contents.off('did-stop-loading', done);
          this.#contents.off(answered, done);
          resolve();
        };
        this.#contents.on('did-stop-loading', done);
        this.#contents.on(answered, done);
      });
    }
  }

  /** Notes that Chromium has answered a load of main. */
  answered(): void {
    this.asked--;
    if (this.asked === 0) this.ours = 0;
    this.#contents.emit(answered);
  }

  /** Notes a refused request whose reason has no name in the DevTools protocol. */
  refused(url: string, code: string): void {
    this.#reasons.set(url, code);
  }

  /** Returns the true name of an error that Chromium reports for an address. */
  reasonFor(url: string, told: string): string {
    const code = this.#reasons.get(url) ?? told;
    this.#reasons.delete(url);
    return code;
  }

  started(url: string, isSameDocument: boolean, isMainFrame: boolean): void {
    const details = preventable({ url, isSameDocument, isMainFrame, frame: null, initiator: null });
    this.#contents.emit('did-start-navigation', details, url, isSameDocument, isMainFrame, 0, 0);
  }

  /** Reports an invalid address, which is not even tried (Electron, shell/browser/api/electron_api_web_contents.cc, LoadURL). */
  unfit(code: string, url: string): void {
    this.#contents.emit('did-fail-load', preventable(), numberOf(code), code, url, true);
  }

  /** Reports a main frame that failed to load. An abandoned load is not a failure. */
  failed(code: string, url: string): void {
    this.failedIn(code, url, true, 0, 0);
  }

  /** The same for any frame. */
  failedIn(code: string, url: string, isMainFrame: boolean, processId: number, routingId: number): void {
    const details = [numberOf(code), code, url, isMainFrame, processId, routingId] as const;
    this.#contents.emit('did-fail-provisional-load', preventable(), ...details);
    if (code !== 'ERR_ABORTED') this.#contents.emit('did-fail-load', preventable(), ...details);
  }

  /**
   * Waits for the next load of the main frame. Rejects with ERR_ABORTED when another navigation replaces it, and with ERR_FAILED when
   * loading ends without finishing or failing, or the page is destroyed. Call `committed` when Chromium starts to show it, `arrived` when
   * it was already shown, and `givenUp` when there is no result.
   */
  next(url: string): {
    promise: Promise<void>;
    committed: () => void;
    arrived: () => void;
    givenUp: () => void;
  } {
    const contents = this.#contents;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let begun = false;
    let own = false;
    let shown = false;
    const listeners: Record<string, (...args: never[]) => void> = {
      'did-finish-load': () => end(null),
      'did-fail-load': (
        _event: unknown,
        _errno: number,
        code: string,
        failed: string,
        isMainFrame: boolean,
      ) => {
        if (isMainFrame) end(loadError(code, failed));
      },
      'did-navigate-in-page': (_event: unknown, _url: string, isMainFrame: boolean) => {
        // A page that only rewrites its address while it loads has not loaded.
        if (isMainFrame && !own) end(null);
      },
      'did-start-navigation': (
        _event: unknown,
        to: string,
        isSameDocument: boolean,
        isMainFrame: boolean,
      ) => {
        if (!isMainFrame) return;
        if (begun && !isSameDocument) {
          end(loadError('ERR_ABORTED', to));
          return;
        }
        own = begun && isSameDocument;
        begun = true;
      },
      'did-stop-loading': () => {
        if (shown && !this.errorShown) end(loadError('ERR_FAILED', url));
      },
      destroyed: () => end(loadError('ERR_FAILED', url)),
    };
    const end = (error: Error | null) => {
      for (const [name, run] of Object.entries(listeners)) contents.off(name, run as () => void);
      if (error === null) resolve();
      else reject(error);
    };
    for (const [name, run] of Object.entries(listeners)) contents.on(name, run as () => void);
    promise.catch(() => undefined);
    return {
      promise,
      committed: () => {
        shown = true;
      },
      arrived: () => end(null),
      givenUp: () => end(loadError('ERR_FAILED', url)),
    };
  }
}
