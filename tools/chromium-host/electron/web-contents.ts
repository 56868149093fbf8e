import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Params } from '../cdp.ts';
import { browserOf, type Host } from '../host.ts';
import { makeCodec } from '../page/codec.js';
import { encodeFunction, newSecrets, pageScript, preloadScript, type Secrets } from '../page/scripts.ts';
import { FrameHere } from './frame.ts';
import { IpcMainHere } from './ipc-main.ts';
import { netErrors } from './net-errors.ts';
import { preventable } from './preventable.ts';
import type { Schemes } from './schemes.ts';

export const isolatedWorld = 'Electron Isolated Context';
const codec = makeCodec(globalThis);

/** What all web contents share. */
export interface ContentsWorld {
  readonly host: Host;
  readonly schemes: Schemes;
  readonly ipcMain: IpcMainHere;
  readonly session: object;
  /** Opens a page that a page asked for and main allowed. */
  readonly openAllowed: (url: string, options: object) => void;
}

type World = 'main' | 'isolated';
type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;

let nextId = 1;

/** Electron's WebContents (docs/api/web-contents.md) on one page of Chromium. */
export class WebContentsHere extends EventEmitter {
  readonly id = nextId++;
  readonly ipc = new IpcMainHere();
  readonly session: object;
  readonly frames = new Map<string, FrameHere>();
  /** Resolves when the page can be used; rejects when the window is gone first. */
  readonly attached: Promise<void>;
  readonly #world: ContentsWorld;
  readonly #preferences: Electron.WebPreferences;
  readonly #secrets: Secrets = newSecrets();
  readonly #contexts = new Map<number, { frameId: string; world: World }>();
  #sessionId = '';
  #mainFrameId = '';
  #targetId = '';
  #title = '';
  #loading = false;
  #everLoaded = false;
  #destroyed = false;
  #zoom = 1;
  #ours = false;
  #openHandler: OpenHandler | null = null;
  #attachedNow: () => void = () => undefined;
  #attachFailed: (error: Error) => void = () => undefined;

  constructor(world: ContentsWorld, preferences: Electron.WebPreferences) {
    super();
    this.#world = world;
    this.#preferences = preferences;
    this.session = world.session;
    this.attached = new Promise((resolve, reject) => {
      this.#attachedNow = resolve;
      this.#attachFailed = reject;
    });
    this.attached.catch(() => undefined);
  }

  /** Takes a page over, paused before it has run anything, and lets it go on. */
  async attach(sessionId: string, targetId: string): Promise<void> {
    this.#sessionId = sessionId;
    this.#targetId = targetId;
    try {
      this.#listen();
      const preload = this.#preferences.preload ?? null;
      const source =
        preload === null
          ? ''
          : readPreload(preload, (error) => this.emit('preload-error', {}, preload, error));
      const inSubFrames = this.#preferences.nodeIntegrationInSubFrames === true;
      await Promise.all([
        this.#send('Page.enable'),
        this.#send('Runtime.enable'),
        this.#send('Inspector.enable'),
        this.#send('Page.setLifecycleEventsEnabled', { enabled: true }),
        this.#send('Runtime.addBinding', {
          name: this.#secrets.binding,
          executionContextName: isolatedWorld,
        }),
        // The page's end of the bridge first, so that the preload's first exposeInMainWorld is answered at once.
        this.#send('Page.addScriptToEvaluateOnNewDocument', {
          source: pageScript(this.#secrets, inSubFrames),
        }),
        this.#send('Page.addScriptToEvaluateOnNewDocument', {
          source: preloadScript(this.#secrets, {
            path: preload,
            source,
            inSubFrames,
            versions: process.versions,
          }),
          worldName: isolatedWorld,
        }),
        this.#world.host.flags.headless
          ? this.#send('Emulation.setFocusEmulationEnabled', { enabled: true })
          : undefined,
        this.watchRequests(),
      ]);
      const { frameTree } = (await this.#send('Page.getFrameTree')) as {
        frameTree: { frame: { id: string; url: string } };
      };
      this.#mainFrameId = frameTree.frame.id;
      this.#frame(frameTree.frame.id, null).url = this.#world.schemes.toExternal(frameTree.frame.url);
      this.#attachedNow();
      // Answers only once the page goes on.
      await this.#send('Runtime.runIfWaitingForDebugger');
    } catch (error) {
      this.#attachFailed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Sets which requests main gets to see: its own schemes', and every navigation. */
  async watchRequests(): Promise<void> {
    await this.#send('Fetch.enable', {
      patterns: [
        { urlPattern: this.#world.schemes.handlesOrdinary ? '*' : 'https://*.localhost/*' },
        { urlPattern: '*', resourceType: 'Document' },
      ],
    });
  }

  /** The page has gone, however that came. */
  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#attachFailed(new Error('The window was closed.'));
    for (const frame of this.frames.values()) frame.detached = true;
    this.emit('destroyed');
  }

  get mainFrame(): FrameHere {
    return this.#frame(this.#mainFrameId, null);
  }

  get targetId(): string {
    return this.#targetId;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  getURL(): string {
    const { url } = this.mainFrame;
    return url === 'about:blank' && !this.#everLoaded ? '' : url;
  }

  getTitle(): string {
    return this.#title;
  }

  getType(): string {
    return 'window';
  }

  getProcessId(): number {
    return this.id;
  }

  getOSProcessId(): number {
    return 0;
  }

  isLoading(): boolean {
    return this.#loading;
  }

  isLoadingMainFrame(): boolean {
    return this.#loading;
  }

  isCrashed(): boolean {
    return false;
  }

  getLastWebPreferences(): Electron.WebPreferences {
    return { ...this.#preferences };
  }

  getUserAgent(): string {
    return `keyturn-chromium-host/${process.versions.chrome ?? ''}`;
  }

  /** Resolves when the page has finished loading; rejects as Electron does: `ERR_… (-n) loading '…'`. */
  async loadURL(url: string): Promise<void> {
    await this.attached;
    this.#ours = true;
    const finished = this.#finished();
    finished.catch(() => undefined);
    const internal = this.#world.schemes.toInternal(url);
    const { errorText, loaderId } = (await this.#send('Page.navigate', { url: internal })) as {
      errorText?: string;
      loaderId?: string;
    };
    if (errorText !== undefined) {
      const name = errorText.replace('net::', '');
      const code = netErrors[name] ?? -2;
      this.emit('did-fail-load', {}, code, name, url, true, 0, 0);
      throw Object.assign(new Error(`${name} (${code}) loading '${url}'`), { code: name, errno: code, url });
    }
    if (loaderId !== undefined) await finished;
  }

  async loadFile(
    path: string,
    options: { query?: Record<string, string>; search?: string; hash?: string } = {},
  ): Promise<void> {
    const { pathToFileURL } = await import('node:url');
    const url = pathToFileURL(path);
    if (options.search !== undefined) url.search = options.search;
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value);
    if (options.hash !== undefined) url.hash = options.hash;
    await this.loadURL(url.href);
  }

  reload(): void {
    this.#ours = true;
    void this.#send('Page.reload').catch(() => undefined);
  }

  reloadIgnoringCache(): void {
    this.#ours = true;
    void this.#send('Page.reload', { ignoreCache: true }).catch(() => undefined);
  }

  stop(): void {
    void this.#send('Page.stopLoading').catch(() => undefined);
  }

  /** Throws when the arguments cannot be cloned. */
  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    this.sendTo(this.#mainFrameId, channel, args);
  }

  sendTo(frameId: string, channel: string, args: unknown[]): void {
    const text = codec.encode(args);
    this.#note('out', channel, text);
    this.#deliver(frameId, { k: 'event', channel, args: text });
  }

  /** Runs in the page's own world, after its load; gives a clone of what the code comes to. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.attached;
    if (!this.#everLoaded || this.#loading)
      await new Promise((resolve) => this.once('did-stop-loading', resolve));
    return this.evaluateIn(this.#mainFrameId, 'main', code, userGesture);
  }

  async executeJavaScriptInIsolatedWorld(worldId: number, scripts: { code: string }[]): Promise<unknown> {
    if (worldId !== 999) throw new Error('not in the host: an isolated world other than 999, the preload’s');
    let last: unknown;
    for (const { code } of scripts) last = await this.evaluateIn(this.#mainFrameId, 'isolated', code, false);
    return last;
  }

  /** Evaluates in one frame's world. */
  async evaluateIn(frameId: string, world: World, code: string, userGesture = false): Promise<unknown> {
    const contextId = this.#contextOf(frameId, world);
    if (contextId === null) throw new Error('The frame has no such world now.');
    const ran = (await this.#send('Runtime.evaluate', {
      expression: code,
      contextId,
      awaitPromise: true,
      userGesture,
      allowUnsafeEvalBlockedByCSP: false,
    })) as unknown as Evaluated;
    if (ran.exceptionDetails !== undefined) throw thrownBy(ran.exceptionDetails);
    const { result } = ran;
    if (result.objectId === undefined) return primitive(result);
    const encoded = (await this.#send('Runtime.callFunctionOn', {
      functionDeclaration: encodeFunction,
      objectId: result.objectId,
      arguments: [{ objectId: result.objectId }],
      returnByValue: true,
    })) as unknown as Evaluated;
    if (encoded.exceptionDetails !== undefined) throw new Error('An object could not be cloned.');
    return codec.decode(String(encoded.result.value));
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** A page asked for a window; by script, by link, or by the mouse. */
  askedToOpen(url: string, name: string, features: string, disposition: string): void {
    const details = {
      url: this.#world.schemes.toExternal(url),
      frameName: name,
      features,
      disposition,
      referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
    } as Electron.HandlerDetails;
    const answer = this.#openHandler?.(details) ?? { action: 'allow' as const };
    if (answer.action === 'allow')
      this.#world.openAllowed(details.url, answer.overrideBrowserWindowOptions ?? {});
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#zoom = factor;
    void this.#applyZoom();
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  openDevTools(): void {
    process.stderr.write('keyturn chromium host: attach a DevTools client by --debug-port instead.\n');
  }

  forcefullyCrashRenderer(): void {
    void this.#send('Page.crash').catch(() => undefined);
  }

  focus(): void {
    void this.#send('Page.bringToFront').catch(() => undefined);
  }

  /** Page.captureScreenshot as a PNG, in the smallest form of a NativeImage. */
  async capturePage(): Promise<{ toPNG(): Buffer }> {
    const { data } = (await this.#send('Page.captureScreenshot', { format: 'png' })) as { data: string };
    return { toPNG: () => Buffer.from(data, 'base64') };
  }

  /** Follows nativeTheme. */
  async setColorScheme(scheme: 'light' | 'dark' | ''): Promise<void> {
    await this.attached;
    await this.#send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
  }

  /** A call of the page's own DevTools session, for what lies around it. */
  protocol(method: string, params: Params = {}): Promise<Params> {
    return this.#send(method, params);
  }

  #send(method: string, params: Params = {}): Promise<Params> {
    return browserOf(this.#world.host).send(method, params, this.#sessionId);
  }

  async #applyZoom(): Promise<void> {
    await this.attached;
    if (this.#zoom === 1) return void (await this.#send('Emulation.clearDeviceMetricsOverride'));
    await this.#send('Emulation.clearDeviceMetricsOverride');
    const { cssLayoutViewport } = (await this.#send('Page.getLayoutMetrics')) as {
      cssLayoutViewport: { clientWidth: number; clientHeight: number };
    };
    await this.#send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(cssLayoutViewport.clientWidth / this.#zoom),
      height: Math.round(cssLayoutViewport.clientHeight / this.#zoom),
      deviceScaleFactor: this.#zoom,
      mobile: false,
    });
  }

  #finished(): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = () => {
        this.off('did-finish-load', done);
        this.off('destroyed', ended);
        resolve();
      };
      const ended = () => reject(new Error('The window was closed.'));
      this.once('did-finish-load', done);
      this.once('destroyed', ended);
    });
  }

  #frame(id: string, parentId: string | null): FrameHere {
    const known = this.frames.get(id);
    if (known !== undefined) return known;
    const frame = new FrameHere(this, id, parentId);
    this.frames.set(id, frame);
    return frame;
  }

  #contextOf(frameId: string, world: World): number | null {
    for (const [id, context] of this.#contexts) {
      if (context.frameId === frameId && context.world === world) return id;
    }
    return null;
  }

  #deliver(frameId: string, message: object): void {
    const contextId = this.#contextOf(frameId, 'isolated');
    if (contextId === null || this.#destroyed) return;
    void this.#send('Runtime.evaluate', {
      contextId,
      expression: `globalThis[${JSON.stringify(this.#secrets.deliver)}]?.(${JSON.stringify(message)})`,
      silent: true,
    }).catch(() => undefined);
  }

  #note(direction: 'in' | 'out', channel: string, text: string): void {
    if (this.#world.host.recordIpc) this.#world.host.seen.ipc.push({ direction, channel, text });
  }

  #listen(): void {
    const on = (method: string, run: (params: never) => void) =>
      browserOf(this.#world.host).on(method, this.#sessionId, run as (params: Params) => void);

    on(
      'Runtime.executionContextCreated',
      ({
        context,
      }: {
        context: { id: number; name: string; auxData: { frameId: string; isDefault: boolean } };
      }) => {
        const { id, name, auxData } = context;
        if (auxData.isDefault) this.#contexts.set(id, { frameId: auxData.frameId, world: 'main' });
        else if (name === isolatedWorld)
          this.#contexts.set(id, { frameId: auxData.frameId, world: 'isolated' });
      },
    );
    on('Runtime.executionContextDestroyed', ({ executionContextId }: { executionContextId: number }) =>
      this.#contexts.delete(executionContextId),
    );
    on('Runtime.executionContextsCleared', () => this.#contexts.clear());
    on(
      'Runtime.bindingCalled',
      ({
        name,
        payload,
        executionContextId,
      }: {
        name: string;
        payload: string;
        executionContextId: number;
      }) => {
        if (name !== this.#secrets.binding) return;
        const context = this.#contexts.get(executionContextId);
        void this.#receive(
          context === undefined ? null : (this.frames.get(context.frameId) ?? null),
          JSON.parse(payload),
        );
      },
    );
    on('Runtime.consoleAPICalled', ({ type, args }: { type: string; args: RemoteObject[] }) => {
      const message = args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' ');
      this.emit(
        'console-message',
        { level: type, message, lineNumber: 0, sourceId: '', frame: this.mainFrame },
        type === 'error' ? 3 : 1,
        message,
        0,
        '',
      );
    });

    on(
      'Page.frameAttached',
      ({ frameId, parentFrameId }: { frameId: string; parentFrameId: string }) =>
        void this.#frame(frameId, parentFrameId),
    );
    on('Page.frameDetached', ({ frameId, reason }: { frameId: string; reason: string }) => {
      const frame = this.frames.get(frameId);
      if (frame === undefined || reason === 'swap') return;
      frame.detached = true;
      this.frames.delete(frameId);
    });
    on(
      'Page.frameNavigated',
      ({
        frame: told,
      }: {
        frame: {
          id: string;
          parentId?: string;
          url: string;
          urlFragment?: string;
          securityOrigin: string;
          name?: string;
        };
      }) => {
        const frame = this.#frame(told.id, told.parentId ?? null);
        frame.url = this.#world.schemes.toExternal(`${told.url}${told.urlFragment ?? ''}`);
        frame.origin = originOf(this.#world.schemes.toExternal(told.securityOrigin));
        frame.name = told.name ?? '';
        if (told.parentId === undefined) {
          this.#mainFrameId = told.id;
          this.#everLoaded = true;
          this.emit('did-navigate', {}, frame.url, 200, 'OK');
        }
        this.emit(
          'did-frame-navigate',
          {},
          frame.url,
          200,
          'OK',
          told.parentId === undefined,
          this.id,
          frame.routingId,
        );
      },
    );
    on('Page.navigatedWithinDocument', ({ frameId, url }: { frameId: string; url: string }) => {
      const frame = this.#frame(frameId, null);
      frame.url = this.#world.schemes.toExternal(url);
      this.emit('did-navigate-in-page', {}, frame.url, frameId === this.#mainFrameId);
    });
    on('Page.frameStartedLoading', ({ frameId }: { frameId: string }) => {
      if (frameId !== this.#mainFrameId || this.#loading) return;
      this.#loading = true;
      this.emit('did-start-loading');
    });
    on('Page.frameStoppedLoading', ({ frameId }: { frameId: string }) => {
      if (frameId !== this.#mainFrameId || !this.#loading) return;
      this.#loading = false;
      this.emit('did-stop-loading');
    });
    on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    on('Page.loadEventFired', () => {
      this.emit('did-finish-load');
      this.emit('did-frame-finish-load', {}, true, this.id, this.mainFrame.routingId);
      void this.#send('Runtime.evaluate', { expression: 'document.title', returnByValue: true })
        .then((ran) => {
          this.#title = String((ran as unknown as Evaluated).result.value ?? '');
          this.emit('page-title-updated', preventable(), this.#title, true);
        })
        .catch(() => undefined);
    });
    on('Page.lifecycleEvent', ({ name, frameId }: { name: string; frameId: string }) => {
      if (name === 'firstPaint' && frameId === this.#mainFrameId && this.#everLoaded)
        this.emit('first-paint');
    });
    on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 }),
    );
    on('Fetch.requestPaused', (paused: Paused) => void this.#request(paused));
    on(
      'Page.javascriptDialogOpening',
      () => void this.#send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined),
    );
  }

  async #request(paused: Paused): Promise<void> {
    const { requestId, request, frameId, resourceType, redirectedRequestId } = paused;
    try {
      if (
        resourceType === 'Document' &&
        !this.#mayNavigate(request.url, frameId, redirectedRequestId !== undefined)
      ) {
        await this.#send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
      const handled = this.#world.schemes.handlerOf(request.url);
      if (handled === null) {
        await this.#send('Fetch.continueRequest', { requestId });
        return;
      }
      const hasBody = request.postData !== undefined && !['GET', 'HEAD'].includes(request.method);
      const response = await handled.handler(
        new Request(handled.url, {
          method: request.method,
          headers: Object.entries(request.headers),
          ...(hasBody ? { body: Buffer.from(request.postData ?? '', 'utf8') } : {}),
        }),
      );
      if (response.type === 'error') throw new Error('Response.error()');
      const body = Buffer.from(await response.arrayBuffer());
      await this.#send('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: body.toString('base64'),
      });
    } catch {
      await this.#send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => undefined);
    }
  }

  /** Asks main, unless main itself navigates (Electron, docs/api/web-contents.md, will-navigate). */
  #mayNavigate(internal: string, frameId: string, redirected: boolean): boolean {
    const isMainFrame = frameId === this.#mainFrameId;
    const url = this.#world.schemes.toExternal(internal);
    const details = {
      url,
      isMainFrame,
      isSameDocument: false,
      isInPlace: false,
      frame: this.frames.get(frameId) ?? null,
      initiator: null,
    };
    if (redirected) {
      const event = preventable(details);
      this.emit('will-redirect', event, url, false, isMainFrame);
      return !event.defaultPrevented;
    }
    if (isMainFrame && this.#ours) {
      this.#ours = false;
      return true;
    }
    const event = preventable(details);
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  async #receive(frame: FrameHere | null, message: FromPage): Promise<void> {
    if (message.k === 'open') {
      this.askedToOpen(message.request.url, message.request.name, message.request.features, 'foreground-tab');
      return;
    }
    if (message.k === 'preload-error') {
      this.emit(
        'preload-error',
        {},
        this.#preferences.preload ?? '',
        Object.assign(new Error(message.message), { stack: message.stack }),
      );
      return;
    }
    this.#note('in', message.channel, message.args);
    const args = codec.decode(message.args) as unknown[];
    const senderFrame = frame;
    const event = {
      ...preventable(),
      type: 'frame',
      sender: this,
      processId: this.id,
      frameId: frame?.routingId ?? 0,
      get senderFrame() {
        return senderFrame === null || senderFrame.detached ? null : senderFrame;
      },
      ports: [],
      reply: (channel: string, ...values: unknown[]) =>
        frame !== null && this.sendTo(frame.id, channel, values),
    };
    const registries = [frame?.ipc, this.ipc, this.#world.ipcMain].filter((one) => one !== undefined);
    if (message.k === 'send') {
      this.emit('ipc-message', event, message.channel, ...args);
      for (const registry of registries) registry.emit(message.channel, event, ...args);
      return;
    }
    const answer = (body: object) =>
      frame !== null && this.#deliver(frame.id, { k: 'answer', id: message.id, ...body });
    const handler = registries.map((one) => one.handlerOf(message.channel)).find((one) => one !== undefined);
    if (handler === undefined) {
      answer({ ok: false, error: `Error: No handler registered for '${message.channel}'` });
      return;
    }
    try {
      const value = codec.encode(await handler(event, ...args));
      this.#note('out', message.channel, value);
      answer({ ok: true, value });
    } catch (error) {
      process.stderr.write(
        `Error occurred in handler for '${message.channel}': ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      answer({ ok: false, error: String(error) });
    }
  }
}

interface RemoteObject {
  readonly type: string;
  readonly subtype?: string;
  readonly value?: unknown;
  readonly unserializableValue?: string;
  readonly description?: string;
  readonly objectId?: string;
  readonly className?: string;
}
interface Evaluated {
  readonly result: RemoteObject;
  readonly exceptionDetails?: { readonly text: string; readonly exception?: RemoteObject };
}
interface Paused {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postData?: string;
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
}
type FromPage =
  | { readonly k: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly k: 'send'; readonly channel: string; readonly args: string }
  | {
      readonly k: 'open';
      readonly request: { readonly url: string; readonly name: string; readonly features: string };
    }
  | { readonly k: 'preload-error'; readonly message: string; readonly stack: string };

const originOf = (origin: string): string =>
  origin === '://' || origin === '' ? 'null' : origin.replace(/\/$/, '');

function readPreload(path: string, failed: (error: unknown) => void): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    process.stderr.write(`Unable to load preload script: ${path}\n`);
    failed(error);
    return '';
  }
}

function primitive(result: RemoteObject): unknown {
  if (result.unserializableValue === undefined) {
    if (result.type === 'symbol') throw new Error('An object could not be cloned.');
    return result.type === 'undefined' ? undefined : result.value;
  }
  const text = result.unserializableValue;
  return text.endsWith('n') ? BigInt(text.slice(0, -1)) : Number(text);
}

function thrownBy({ text, exception }: NonNullable<Evaluated['exceptionDetails']>): unknown {
  if (exception === undefined) return new Error(text);
  if (exception.subtype !== 'error')
    return exception.objectId === undefined ? primitive(exception) : new Error(exception.description ?? text);
  const [first = ''] = (exception.description ?? '').split('\n    at ');
  const message = first.startsWith(`${exception.className}: `)
    ? first.slice((exception.className ?? '').length + 2)
    : first;
  const error = new Error(message);
  error.name = exception.className ?? 'Error';
  if (exception.description !== undefined) error.stack = exception.description;
  return error;
}
