import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Params } from '../cdp.ts';
import type { Host } from '../host.ts';
import { pageScript, preloadScript } from '../page/scripts.ts';
import type { FrameHere } from './frame.ts';
import { IpcMainHere } from './ipc-main.ts';
import { Loads } from './loads.ts';
import { mainWorld, Page, preloadWorldName } from './page.ts';
import { listen } from './page-events.ts';
import { PageIpc } from './page-ipc.ts';
import { PageNavigation } from './page-navigation.ts';
import { PageRequests } from './page-requests.ts';
import { PageView } from './page-view.ts';
import { preventable } from './preventable.ts';
import type { Schemes } from './schemes.ts';
import type { SessionHere } from './session.ts';

/** The state that all web contents share. */
export interface ContentsWorld {
  readonly host: Host;
  readonly schemes: Schemes;
  readonly ipcMain: IpcMainHere;
  readonly session: SessionHere;
  /** Opens a page that a page asked for and main allowed. */
  readonly openAllowed: (url: string, options: object) => void;
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type LoadFileOptions = { query?: Record<string, string>; search?: string; hash?: string };

let nextId = 1;

/** Electron's WebContents (docs/api/web-contents.md) on one page of Chromium. */
export class WebContentsHere extends EventEmitter {
  readonly id = nextId++;
  readonly ipc = new IpcMainHere();
  readonly session: SessionHere;
  /** Resolves when the page is usable. Rejects when the window is gone first. */
  readonly attached: Promise<void>;
  /** The object that main gets for these contents. Their maker sets it. */
  outer: EventEmitter & { readonly id: number } = this;
  /** Whether the window shows. */
  visible = true;
  readonly #world: ContentsWorld;
  readonly #preferences: Electron.WebPreferences;
  readonly #page: Page;
  readonly #loads = new Loads(this);
  readonly #requests: PageRequests;
  readonly #navigation: PageNavigation;
  readonly #ipc: PageIpc;
  readonly #view: PageView;
  readonly #attachedNow = Promise.withResolvers<void>();
  #title = '';
  #destroyed = false;
  #crashed = false;
  #debugged = false;
  #openHandler: OpenHandler | null = null;

  constructor(world: ContentsWorld, preferences: Electron.WebPreferences) {
    super();
    this.#world = world;
    this.#preferences = preferences;
    this.session = world.session;
    this.attached = this.#attachedNow.promise;
    this.attached.catch(() => undefined);
    this.#page = new Page(world.host, this, preferences.contextIsolation !== false);
    this.#requests = new PageRequests(this, this.#page, this.#loads, world.schemes);
    this.#navigation = new PageNavigation({
      attached: this.attached,
      page: this.#page,
      loads: this.#loads,
      requests: this.#requests,
      schemes: world.schemes,
    });
    const speaker = this;
    this.#ipc = new PageIpc(
      this.#page,
      {
        ipc: this.ipc,
        get outer() {
          return speaker.outer;
        },
      },
      world.ipcMain,
    );
    this.#view = new PageView(this.#page, this.attached);
  }

  /** Takes over a page that is paused before it has run anything, and lets it continue. */
  async attach(sessionId: string, targetId: string): Promise<void> {
    const page = this.#page;
    page.sessionId = sessionId;
    page.targetId = targetId;
    try {
      listen({ contents: this, page, loads: this.#loads, ipc: this.#ipc, schemes: this.#world.schemes });
      this.#requests.listen();
      await Promise.all([
        ...['Page.enable', 'Runtime.enable', 'Inspector.enable', 'Log.enable'].map((one) => page.send(one)),
        page.send('Page.setLifecycleEventsEnabled', { enabled: true }),
        // Only for the status of documents: nothing of them is stored.
        page.send('Network.enable', { maxTotalBufferSize: 1, maxResourceBufferSize: 1 }),
        ...this.#addScripts(),
        this.#world.host.flags.headless
          ? page.send('Emulation.setFocusEmulationEnabled', { enabled: true })
          : undefined,
        this.watchRequests(),
      ]);
      const { frameTree } = (await page.send('Page.getFrameTree')) as {
        frameTree: { frame: { id: string; url: string } };
      };
      page.mainFrameId = frameTree.frame.id;
      page.mainFrame.lastUrl = this.#world.schemes.toExternal(frameTree.frame.url);
      this.#attachedNow.resolve();
      // Answers only once the page continues.
      await page.send('Runtime.runIfWaitingForDebugger');
    } catch (error) {
      this.#attachedNow.reject(error);
    }
  }

  #addScripts(): Promise<Params>[] {
    const { preload, contextIsolation, nodeIntegration, sandbox, additionalArguments } = this.#preferences;
    const inSubFrames = this.#preferences.nodeIntegrationInSubFrames === true;
    const isolated = contextIsolation !== false;
    const { secrets } = this.#page;
    const schemes = this.#world.schemes.forPages();
    const script = preloadScript(
      secrets,
      {
        path: preload ?? null,
        source: preload === undefined ? '' : this.#readPreload(preload),
        inSubFrames,
        isolated,
        nodeInPage: nodeIntegration === true && !isolated && sandbox !== true,
        versions: process.versions,
        argv: [process.execPath, '--type=renderer', ...(additionalArguments ?? [])],
      },
      schemes,
    );
    const add = (source: string, world: object) =>
      this.#page.send('Page.addScriptToEvaluateOnNewDocument', { source, ...world });
    const world = isolated ? { executionContextName: preloadWorldName } : {};
    return [
      this.#page.send('Runtime.addBinding', { name: secrets.binding, ...world }),
      // The page's end of the bridge first, so that the preload's first exposeInMainWorld is answered at once.
      ...(isolated ? [add(pageScript(secrets, inSubFrames, schemes), {})] : []),
      add(script, isolated ? { worldName: preloadWorldName } : {}),
    ];
  }

  #readPreload(path: string): string {
    try {
      if (!isAbsolute(path)) throw new Error(`preload script must have absolute path: ${path}`);
      return readFileSync(path, 'utf8');
    } catch (error) {
      process.stderr.write(`Unable to load preload script: ${path}\n`);
      this.emit('preload-error', preventable(), path, error);
      return '';
    }
  }

  watchRequests(): Promise<void> {
    return this.#requests.watch();
  }

  /** Notes that the page is gone, for whatever reason. */
  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#attachedNow.reject(new Error('The window was closed.'));
    for (const frame of this.frames.values()) {
      frame.leave();
      this.#ipc.ports.leave(frame.id);
    }
    this.emit('destroyed', preventable());
  }

  preloadFailed(message: string, stack: string): void {
    const error = Object.assign(new Error(message), { stack });
    this.emit('preload-error', preventable(), this.#preferences.preload ?? '', error);
  }

  titled(title: string): void {
    this.#title = title;
    this.emit('page-title-updated', preventable(), title, true);
  }

  crashed(): void {
    this.#crashed = true;
    this.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 139 });
  }

  get frames(): ReadonlyMap<string, FrameHere> {
    return this.#page.frames;
  }

  get mainFrame(): FrameHere {
    return this.#page.mainFrame;
  }

  get targetId(): string {
    return this.#page.targetId;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  getURL(): string {
    const { lastUrl: url } = this.mainFrame;
    return url === 'about:blank' && !this.#loads.everLoaded ? '' : url;
  }

  getTitle(): string {
    return this.#title;
  }

  getType(): 'window' {
    return 'window';
  }

  getProcessId(): number {
    return this.id;
  }

  getOSProcessId(): number {
    return 0;
  }

  isLoading(): boolean {
    return this.#loads.busy;
  }

  isLoadingMainFrame(): boolean {
    return this.#loads.busy;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  getLastWebPreferences(): Electron.WebPreferences {
    return { ...this.#preferences };
  }

  getUserAgent(): string {
    return `keyturn-chromium-host/${process.versions.chrome ?? ''}`;
  }

  /** Resolves when the page has finished loading; rejects as Electron does (loads.ts). */
  loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    return this.#navigation.load(url, options);
  }

  loadFile(path: string, options: LoadFileOptions = {}): Promise<void> {
    if (typeof path !== 'string') throw new TypeError('Must pass filePath as a string');
    const url = pathToFileURL(resolve(this.#world.host.flags.appPath, path));
    if (options.search !== undefined) url.search = options.search;
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value);
    if (options.hash !== undefined) url.hash = options.hash;
    return this.loadURL(url.href);
  }

  reload(): void {
    this.#navigation.reload({});
  }

  reloadIgnoringCache(): void {
    this.#navigation.reload({ ignoreCache: true });
  }

  stop(): void {
    void this.#page.send('Page.stopLoading').catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]): void {
    this.mainFrame.send(channel, ...args);
  }

  sendTo(frameId: string, channel: string, args: unknown[]): void {
    this.#ipc.send(frameId, channel, args);
  }

  postMessage(...args: [channel: string, message: unknown, transfer?: unknown[]]): void {
    this.mainFrame.postMessage(...args);
  }

  postTo(frameId: string, args: readonly unknown[]): void {
    this.#ipc.post(frameId, args);
  }

  /** Runs code in the page's own world after its load. Returns a clone of the result. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.#loads.idle();
    return this.evaluateIn(this.#page.mainFrameId, mainWorld, String(code), userGesture);
  }

  async executeJavaScriptInIsolatedWorld(worldId: number, scripts: Electron.WebSource[]): Promise<unknown> {
    await this.#loads.idle();
    let last: unknown;
    for (const { code } of scripts) last = await this.evaluateIn(this.#page.mainFrameId, worldId, code);
    return last;
  }

  evaluateInFrame(frameId: string, code: string, userGesture: boolean): Promise<unknown> {
    return this.#page.evaluatePlainly(frameId, code, userGesture);
  }

  reloadFrame(frameId: string): void {
    if (frameId === this.#page.mainFrameId) this.reload();
    else void this.evaluateInFrame(frameId, 'location.reload()', false).catch(() => undefined);
  }

  evaluateIn(frameId: string, worldId: number, code: string, userGesture = false): Promise<unknown> {
    return this.#page.evaluate(frameId, worldId, code, userGesture);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** Handles a page's request for a window: by script, by link, or by the mouse. */
  askedToOpen(url: string, name: string, features: string, disposition: string): void {
    const details = {
      url: this.#world.schemes.toExternal(url),
      frameName: name,
      features,
      disposition,
      referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
    } as Electron.HandlerDetails;
    const answer: unknown = this.#openHandler === null ? { action: 'allow' } : this.#openHandler(details);
    if (answer === null || typeof answer !== 'object') {
      const found = answer === null ? 'null' : `of type '${typeof answer}'`;
      process.stderr.write(`The window open handler response must be an object, but was instead ${found}.\n`);
      return;
    }
    const { action, overrideBrowserWindowOptions } = answer as Electron.WindowOpenHandlerResponse & {
      overrideBrowserWindowOptions?: object;
    };
    if (action === 'allow') this.#world.openAllowed(details.url, overrideBrowserWindowOptions ?? {});
  }

  /** Chromium accepts this only at its start: the app must also pass it as a switch. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    if (this.#world.host.switches.get('webrtc-ip-handling-policy') !== policy)
      throw new Error(`not in the host: ${policy} without --webrtc-ip-handling-policy before ready`);
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#view.zoom = factor;
    void this.#view.applyZoom().catch(() => undefined);
  }

  getZoomFactor(): number {
    return this.#view.zoom;
  }

  capturePage(): Promise<{ toPNG(): Buffer }> {
    return this.#view.capture();
  }

  setColorScheme(scheme: 'light' | 'dark' | ''): Promise<void> {
    return this.#view.setColorScheme(scheme);
  }

  openDevTools(): void {
    process.stderr.write('keyturn chromium host: attach a DevTools client by --debug-port instead.\n');
  }

  /** Electron's Debugger (docs/api/debugger.md), commands only. */
  readonly debugger = {
    attach: () => {
      if (this.#debugged) throw new Error('Debugger is already attached to the target');
      this.#debugged = true;
    },
    detach: () => {
      this.#debugged = false;
    },
    isAttached: () => this.#debugged,
    sendCommand: async (method: string, params: Params = {}) => {
      if (!this.#debugged) throw new Error('No target available');
      return this.#page.send(method, params);
    },
  };

  forcefullyCrashRenderer(): void {
    void this.#page.send('Page.crash').catch(() => undefined);
  }

  focus(): void {
    void this.#page.send('Page.bringToFront').catch(() => undefined);
  }

  /** Calls the page's own DevTools session. */
  protocol(method: string, params: Params = {}): Promise<Params> {
    return this.#page.send(method, params);
  }
}
