import type { Pages } from './electron/browser-window.ts';
import { browserOf, type Host } from './host.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly openerId?: string;
}

/**
 * Chromium's pages by target. Main's windows made some of them. Others were opened by a page; these are closed, and main is asked about
 * them.
 */
export class ChromiumPages implements Pages {
  readonly #host: Host;
  readonly #sessions = new Map<string, string>();
  readonly #waiting = new Map<string, (sessionId: string) => void>();
  readonly #gone = new Map<string, () => void>();
  readonly #ours = new Set<string>();
  /** The window that a headed Chromium opens by itself. The first BrowserWindow takes it. */
  #first: Promise<string> | null = null;
  #firstFound: (targetId: string) => void = () => undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Pauses every new page from here on until it is handled. */
  async begin(): Promise<void> {
    const browser = browserOf(this.#host);
    if (!this.#host.flags.headless) {
      this.#first = new Promise((resolve) => {
        this.#firstFound = resolve;
      });
    }
    browser.on('Target.attachedToTarget', undefined, ({ sessionId, targetInfo, waitingForDebugger }) => {
      this.#attached(String(sessionId), targetInfo as TargetInfo, waitingForDebugger === true);
    });
    browser.on('Target.detachedFromTarget', undefined, ({ targetId }) => this.#ended(String(targetId)));
    browser.on('Target.targetDestroyed', undefined, ({ targetId }) => this.#ended(String(targetId)));
    await browser.send('Target.setDiscoverTargets', { discover: true });
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
  }

  async create(options: {
    width: number;
    height: number;
    browserContextId?: string;
  }): Promise<{ sessionId: string; targetId: string }> {
    const browser = browserOf(this.#host);
    const found = this.#first;
    this.#first = null;
    // Chromium's own first window has the default session, and only a new one can have another.
    const unused = options.browserContextId === undefined ? null : found;
    const first = options.browserContextId === undefined ? found : null;
    const targetId =
      first === null
        ? String(
            (
              await browser.send('Target.createTarget', {
                url: 'about:blank',
                newWindow: true,
                width: options.width,
                height: options.height,
                ...(options.browserContextId === undefined
                  ? {}
                  : { browserContextId: options.browserContextId }),
              })
            ).targetId,
          )
        : await first;
    this.#ours.add(targetId);
    if (unused !== null)
      void browser.send('Target.closeTarget', { targetId: await unused }).catch(() => undefined);
    const known = this.#sessions.get(targetId);
    const sessionId = known ?? (await new Promise<string>((resolve) => this.#waiting.set(targetId, resolve)));
    if (first !== null) {
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
      await browser.send('Browser.setWindowBounds', {
        windowId,
        bounds: { width: options.width, height: options.height },
      });
    }
    return { sessionId, targetId };
  }

  onGone(targetId: string, run: () => void): void {
    this.#gone.set(targetId, run);
  }

  /** Notes that Chromium itself is gone. */
  allGone(): void {
    for (const targetId of [...this.#gone.keys()]) this.#ended(targetId);
  }

  #attached(sessionId: string, info: TargetInfo, paused: boolean): void {
    const browser = browserOf(this.#host);
    const goOn = () => browser.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined);
    if (info.type !== 'page') {
      void goOn();
      return;
    }
    this.#sessions.set(info.targetId, sessionId);
    if (info.url.startsWith('data:text/html') && !this.#host.flags.headless) this.#firstFound(info.targetId);
    const waiting = this.#waiting.get(info.targetId);
    if (waiting !== undefined) {
      this.#waiting.delete(info.targetId);
      waiting(sessionId);
      return;
    }
    if (info.openerId !== undefined && paused) {
      // A page's link or middle click opened it. Main's window handler decides, and this page closes.
      this.#host.events.emit('opened-by-page', info.openerId, info.url);
      void browser.send('Target.closeTarget', { targetId: info.targetId }).catch(() => undefined);
      return;
    }
    // A page of ours that is not claimed yet stays paused. Any other page (shell.openExternal's window) runs.
    if (
      !this.#ours.has(info.targetId) &&
      info.url !== 'about:blank' &&
      !info.url.startsWith('data:text/html')
    )
      void goOn();
  }

  #ended(targetId: string): void {
    this.#sessions.delete(targetId);
    const run = this.#gone.get(targetId);
    this.#gone.delete(targetId);
    run?.();
  }
}
