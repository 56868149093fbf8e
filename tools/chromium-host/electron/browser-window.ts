import { EventEmitter } from 'node:events';
import { browserOf, type Host } from '../host.ts';
import { only } from '../not-here.ts';
import { preventable } from './preventable.ts';
import type { SessionHere } from './session.ts';
import { type ContentsWorld, WebContentsHere } from './web-contents.ts';

/** Makes and finds Chromium's pages. */
export interface Pages {
  /** Makes a new page, paused before it runs anything. */
  create(options: {
    width: number;
    height: number;
    browserContextId?: string;
  }): Promise<{ sessionId: string; targetId: string }>;
  /** Calls `run` when a page is gone, whoever closed it. */
  onGone(targetId: string, run: () => void): void;
}

interface Windows {
  readonly host: Host;
  readonly contents: Omit<ContentsWorld, 'openAllowed' | 'session'>;
  /** Returns the session that a window's preferences name. */
  readonly sessionOf: (preferences: Electron.WebPreferences) => { own: SessionHere; outer: SessionHere };
  readonly pages: Pages;
  readonly app: EventEmitter & { lastWindowGone(): void; closeCancelled(): void };
}

type Options = Electron.BrowserWindowConstructorOptions;

/** Refuses preferences that the installed Chromium cannot provide. */
function refusePreferences(preferences: Electron.WebPreferences): void {
  // Without a sandbox the preload would have Node. In the page's own world, `require` can replace it. Without a preload nothing would show
  // the difference.
  const isolatedPreload = preferences.preload !== undefined && preferences.contextIsolation !== false;
  const refused: readonly (readonly [name: string, when: boolean])[] = [
    [
      'nodeIntegration: true with a preload',
      preferences.nodeIntegration === true && preferences.sandbox !== true && isolatedPreload,
    ],
    ['sandbox: false with a preload', preferences.sandbox === false && preferences.preload !== undefined],
    ['webviewTag: true', preferences.webviewTag === true],
    ['webSecurity: false', preferences.webSecurity === false],
    ['offscreen', preferences.offscreen === true],
  ];
  for (const [name, when] of refused) if (when) throw new Error(`not in the host: webPreferences ${name}`);
}

/** Electron's BrowserWindow (docs/api/browser-window.md). Each one is a page of Chromium. */
export function createBrowserWindow({ host, contents, sessionOf, pages, app }: Windows) {
  const all = new Set<BrowserWindowHere>();
  let nextId = 1;

  class BrowserWindowHere extends EventEmitter {
    readonly id = nextId++;
    /** The object that main gets. Internal code uses `#contents`, which outlasts the window. */
    readonly webContents: WebContentsHere;
    readonly #contents: WebContentsHere;
    #bounds: { x: number; y: number; width: number; height: number };
    #title: string;
    #visible: boolean;
    #minimized = false;
    #focused = false;
    #destroyed = false;
    #protected = false;
    #paints = false;

    constructor(options: Options = {}) {
      super();
      if (!host.ready) throw new Error('Cannot create BrowserWindow before app is ready');
      const preferences = options.webPreferences ?? {};
      refusePreferences(preferences);
      const session = sessionOf(preferences);
      this.#bounds = {
        x: options.x ?? 0,
        y: options.y ?? 0,
        width: options.width ?? 800,
        height: options.height ?? 600,
      };
      this.#title = options.title ?? host.flags.appName;
      this.#visible = options.show !== false;
      this.#focused = this.#visible;
      this.#contents = new WebContentsHere(
        {
          ...contents,
          session: session.outer,
          openAllowed: (url, more) =>
            void new BrowserWindowHere({ ...options, ...more }).loadURL(url).catch(() => undefined),
        },
        {
          contextIsolation: true,
          sandbox: preferences.nodeIntegration !== true,
          nodeIntegration: false,
          ...preferences,
        },
      );
      this.webContents = outside(this.#contents);
      this.#contents.outer = this.webContents;
      this.#contents.visible = this.#visible;
      session.own.asker = () =>
        ([...all].map(({ webContents }) => webContents).find((one) => one.session === session.outer) ??
          null) as Electron.WebContents | null;
      all.add(this);
      const webContents = this.#contents;
      webContents.on('page-title-updated', (event, title: string) => {
        this.emit('page-title-updated', event, title, true);
        if (!event.defaultPrevented) this.#title = title;
      });
      const readyToShow = () => {
        if (this.#paints || this.#destroyed) return;
        this.#paints = true;
        this.#tell('ready-to-show');
      };
      // A page that paints nothing is ready when it has loaded.
      webContents.on('first-paint', readyToShow);
      webContents.on('did-finish-load', () => setTimeout(readyToShow, 50));
      for (const name of ['focus', 'blur'])
        this.on(name, (event) => app.emit(`browser-window-${name}`, event, outside(this)));
      webContents.on('render-process-gone', (event, details) =>
        app.emit('render-process-gone', event, this.webContents, details),
      );
      app.emit('web-contents-created', preventable(), this.webContents);
      app.emit('browser-window-created', preventable(), outside(this));
      void session.own.applyPermissions();
      void this.#create(session.own);
    }

    async #create(session: SessionHere): Promise<void> {
      try {
        const { sessionId, targetId } = await pages.create({ ...this.#bounds, ...(await session.context()) });
        if (this.#destroyed) {
          await browserOf(host)
            .send('Target.closeTarget', { targetId })
            .catch(() => undefined);
          return;
        }
        pages.onGone(targetId, () => this.#gone());
        await this.#contents.attach(sessionId, targetId);
        if (this.#minimized) await this.#state('minimized');
      } catch (error) {
        process.stderr.write(`keyturn chromium host: no window: ${String(error)}\n`);
        this.#gone();
      }
    }

    static getAllWindows(): BrowserWindowHere[] {
      return [...all].map(outside);
    }

    static fromId(id: number): BrowserWindowHere | null {
      return BrowserWindowHere.getAllWindows().find((one) => one.id === id) ?? null;
    }

    static fromWebContents(wanted: { id: number }): BrowserWindowHere | null {
      return BrowserWindowHere.getAllWindows().find((one) => one.contentsId === wanted.id) ?? null;
    }

    static getFocusedWindow(): BrowserWindowHere | null {
      return BrowserWindowHere.getAllWindows().find((one) => one.isFocused()) ?? null;
    }

    /** Outlasts the window, as `id` does. */
    get contentsId(): number {
      return this.#contents.id;
    }

    loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
      return this.#contents.loadURL(url, options);
    }

    loadFile(path: string, options?: Parameters<WebContentsHere['loadFile']>[1]): Promise<void> {
      return this.#contents.loadFile(path, options);
    }

    reload(): void {
      this.#contents.reload();
    }

    show(): void {
      const was = this.#visible;
      this.#visible = true;
      this.#contents.visible = this.#visible;
      if (!was) this.#tell('show');
      this.focus();
    }

    showInactive(): void {
      const was = this.#visible;
      this.#visible = true;
      this.#contents.visible = this.#visible;
      if (!was) this.#tell('show');
    }

    hide(): void {
      if (!this.#visible) return;
      this.#visible = false;
      this.#contents.visible = this.#visible;
      this.blur();
      this.#tell('hide');
    }

    focus(): void {
      if (!this.#visible) return;
      const was = this.#focused;
      this.#focused = true;
      this.#contents.focus();
      if (!was) this.#tell('focus');
    }

    blur(): void {
      if (!this.#focused) return;
      this.#focused = false;
      this.#tell('blur');
    }

    minimize(): void {
      if (this.#minimized) return;
      this.#minimized = true;
      void this.#state('minimized');
      this.blur();
      this.#tell('minimize');
    }

    restore(): void {
      if (!this.#minimized) return;
      this.#minimized = false;
      void this.#state('normal');
      this.#tell('restore');
    }

    maximize(): void {
      void this.#state('maximized');
    }

    isVisible(): boolean {
      return this.#visible && !this.#destroyed;
    }

    isFocused(): boolean {
      return this.#focused && !this.#destroyed;
    }

    isMinimized(): boolean {
      return this.#minimized;
    }

    isMaximized(): boolean {
      return false;
    }

    isFullScreen(): boolean {
      return false;
    }

    isDestroyed(): boolean {
      return this.#destroyed;
    }

    getTitle(): string {
      return this.#title;
    }

    setTitle(title: string): void {
      this.#title = title;
    }

    getBounds() {
      return { ...this.#bounds };
    }

    setBounds(bounds: Partial<Electron.Rectangle>): void {
      this.#bounds = { ...this.#bounds, ...bounds };
      const { width, height } = this.#bounds;
      void this.#bounded({ width, height });
    }

    getSize(): number[] {
      return [this.#bounds.width, this.#bounds.height];
    }

    setSize(width: number, height: number): void {
      this.setBounds({ width, height });
    }

    /** Stores the setting so that a spec can read it. The desktop cannot leave Chromium's window out of pictures. */
    setContentProtection(enable: boolean): void {
      this.#protected = enable;
    }

    isContentProtected(): boolean {
      return this.#protected;
    }

    setBackgroundColor(): void {
      // Chromium paints the page's own background.
    }

    setMenuBarVisibility(): void {
      // There is no menu bar to show.
    }

    setAutoHideMenuBar(): void {
      // There is no menu bar to hide.
    }

    setIcon(): void {
      // The window has Chromium's icon.
    }

    close(): void {
      if (this.#destroyed) return;
      const event = preventable();
      this.emit('close', event);
      if (event.defaultPrevented) app.closeCancelled();
      else this.destroy();
    }

    destroy(): void {
      if (this.#destroyed) return;
      const webContents = this.#contents;
      this.#gone();
      void webContents.attached
        // Chromium drops a paused request when its page is closed. From here on there are none.
        .then(() => webContents.protocol('Network.setBlockedURLs', { urls: ['*'] }))
        // Earlier requests are paused by now. This answer comes after their events, which are refused before the page closes.
        .then(() => webContents.protocol('Target.getTargetInfo', {}))
        .catch(() => undefined)
        .then(() => browserOf(host).send('Target.closeTarget', { targetId: webContents.targetId }))
        .catch(() => undefined);
    }

    /**
     * Emits an event. Every Electron event has an Event before its details, even when electron.d.ts omits it (gin_helper/event_emitter.h).
     */
    #tell(name: string): void {
      this.emit(name, preventable());
    }

    #gone(): void {
      if (this.#destroyed) return;
      this.#destroyed = true;
      all.delete(this);
      this.#contents.gone();
      this.#tell('closed');
      if (all.size === 0) app.lastWindowGone();
    }

    async #state(windowState: string): Promise<void> {
      if (host.flags.headless) return;
      await this.#bounded({ windowState });
    }

    async #bounded(bounds: object): Promise<void> {
      try {
        await this.#contents.attached;
        const browser = browserOf(host);
        const { windowId } = await browser.send('Browser.getWindowForTarget', {
          targetId: this.#contents.targetId,
        });
        await browser.send('Browser.setWindowBounds', { windowId, bounds });
      } catch {
        // A window that closes meanwhile needs no bounds.
      }
    }
  }

  // The names that error messages use.
  for (const [Class, name] of [
    [BrowserWindowHere, 'BrowserWindow'],
    [WebContentsHere, 'WebContents'],
  ] as const)
    Object.defineProperty(Class, 'name', { value: name, configurable: true });
  const proxies = new WeakMap<object, object>();
  /** Returns the object that main gets: behind `only`, and the same one every time. */
  function outside<T extends { isDestroyed(): boolean }>(inner: T): T {
    const known = proxies.get(inner);
    if (known !== undefined) return known as T;
    const proxy = only(inner.constructor.name, inner, () => inner.isDestroyed());
    proxies.set(inner, proxy);
    return proxy;
  }

  const BrowserWindow = new Proxy(BrowserWindowHere, {
    construct: (target, args: [Options?]) => outside(new target(...args)),
    get(target, key) {
      const value = Reflect.get(target, key);
      if (value === undefined && typeof key === 'string' && key !== '$$typeof') {
        throw new Error(`not in the host: electron.BrowserWindow.${key}`);
      }
      return value;
    },
  });
  return { BrowserWindow, all, outside };
}

/** The window that main gets. */
export type BrowserWindowInstance = InstanceType<ReturnType<typeof createBrowserWindow>['BrowserWindow']>;
