import type { EventEmitter } from 'node:events';
import { numberOf } from './net-errors.ts';
import { preventable } from './preventable.ts';

/** An error of Electron's loadURL: its message names the error, its number and the address; `code`, `errno` and `url` have them apart. */
export function loadError(code: string, url: string): Error {
  const errno = numberOf(code);
  return Object.assign(new Error(`${code} (${errno}) loading '${url.slice(0, 2048)}'`), { errno, code, url });
}

const answered = Symbol('answered');

/** Whether a page loads, and what a load that main asked for comes to (Electron, docs/api/web-contents.md, lib/browser/api/web-contents.ts). */
export class Loads {
  loading = false;
  /** Loads of main that Chromium has not answered yet. */
  asked = 0;
  everLoaded = false;
  /** How many documents main itself asked for and Chromium has not requested yet: those are not the page's doing. */
  ours = 0;
  /** Chromium's own error page is shown. */
  errorShown = false;
  readonly #contents: EventEmitter;
  readonly #reasons = new Map<string, string>();

  constructor(contents: EventEmitter) {
    this.#contents = contents;
  }

  get busy(): boolean {
    return this.loading || this.asked > 0;
  }

  /** Main asks for a document; of some addresses Chromium makes no request that could be seen. */
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

  /** Chromium has answered a load of main. */
  answered(): void {
    this.asked--;
    if (this.asked === 0) this.ours = 0;
    this.#contents.emit(answered);
  }

  /** A request was refused for a reason the DevTools protocol has no name for. */
  refused(url: string, code: string): void {
    this.#reasons.set(url, code);
  }

  /** The true name of an error that Chromium reports for an address. */
  reasonFor(url: string, told: string): string {
    const code = this.#reasons.get(url) ?? told;
    this.#reasons.delete(url);
    return code;
  }

  started(url: string, isSameDocument: boolean, isMainFrame: boolean): void {
    const details = preventable({ url, isSameDocument, isMainFrame, frame: null, initiator: null });
    this.#contents.emit('did-start-navigation', details, url, isSameDocument, isMainFrame, 0, 0);
  }

  /** Tells of an address that is none, which is not even tried (Electron, shell/browser/api/electron_api_web_contents.cc, LoadURL). */
  unfit(code: string, url: string): void {
    this.#contents.emit('did-fail-load', preventable(), numberOf(code), code, url, true);
  }

  /** Tells of a main frame that could not be loaded. One that was only given up is no failure. */
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
   * The next load of the main frame. It rejects with ERR_ABORTED when another navigation takes its place, and with ERR_FAILED when
   * loading ends without having finished or failed, or the page is destroyed.
   * `committed` tells it that Chromium has begun to show it, `arrived` that it was
   * shown already, `givenUp` that nothing came of it.
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
