import type { Pages } from './electron/browser-window.ts';
import { browserOf, type Host } from './host.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly openerId?: string;
}

/** Chromium's pages by target: made for windows of main, and those a page opened by itself, which are closed and asked about. */
export class ChromiumPages implements Pages {
  readonly #host: Host;
  readonly #sessions = new Map<string, string>();
  readonly #waiting = new Map<string, (sessionId: string) => void>();
  readonly #gone = new Map<string, () => void>();
  readonly #ours = new Set<string>();
  /** The window a headed Chromium opens by itself; the first BrowserWindow takes it. */
  #first: Promise<string> | null = null;
  #firstFound: (targetId: string) => void = () => undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** From here on every new page is paused until somebody has looked at it. */
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

  async create(options: { width: number; height: number }): Promise<{ sessionId: string; targetId: string }> {
    const browser = browserOf(this.#host);
    const first = this.#first;
    this.#first = null;
    const targetId =
      first === null
        ? String(
            (
              await browser.send('Target.createTarget', {
                url: 'about:blank',
                newWindow: true,
                width: options.width,
                height: options.height,
              })
            ).targetId,
          )
        : await first;
    this.#ours.add(targetId);
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

  /** Chromium itself has gone. */
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
      // A page's link or middle click opened it: main's window handler decides, and this one goes.
      this.#host.events.emit('opened-by-page', info.openerId, info.url);
      void browser.send('Target.closeTarget', { targetId: info.targetId }).catch(() => undefined);
      return;
    }
    // Made by us, and not claimed yet: it stays paused. By anyone else (shell.openExternal's window): it runs.
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
