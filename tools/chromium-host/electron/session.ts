import { EventEmitter } from 'node:events';
import { browserOf, type Host } from '../host.ts';
import { only } from '../not-here.ts';

/** Electron's names of permissions, and Chromium's over CDP (Browser.setPermission). */
const permissions: readonly (readonly [electron: Permission, chromium: string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['display-capture', 'display-capture'],
  ['window-management', 'window-management'],
  ['local-fonts', 'local-fonts'],
  ['storage-access', 'storage-access'],
];

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0];
type Permission = Parameters<NonNullable<CheckHandler>>[1];

/** Electron's Session (docs/api/session.md): permissions, proxy and downloads of the default session or of one partition. */
export class SessionHere extends EventEmitter {
  readonly protocol: object;
  /** Set by the host: the page that asks for permissions. */
  asker: () => Electron.WebContents | null = () => null;
  readonly #host: Host;
  readonly #partition: string | null;
  #context: Promise<string> | null = null;
  #request: RequestHandler = null;
  #check: CheckHandler = null;
  /** The permissions that are being set, and those that wait for it. */
  #applied: Promise<void> = Promise.resolve();
  #applying: Promise<void> | null = null;

  constructor(host: Host, protocol: object, partition: string | null = null) {
    super();
    this.#host = host;
    this.#partition = partition;
    this.protocol = protocol;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
    void this.applyPermissions();
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
    void this.applyPermissions();
  }

  /** Denies every device: Chromium gives a page none without its own dialog, which nobody answers here. */
  setDevicePermissionHandler(handler: DeviceHandler): void {
    if (handler !== null && typeof handler !== 'function')
      throw new TypeError('handler must be null or a function');
  }

  /** Sets the pages' own proxy: `direct`, or `fixed_servers` with one HTTP proxy. Loopback uses it according to `<-loopback>`. */
  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    if (config.mode === 'direct') {
      this.#host.proxy?.by(null);
      return;
    }
    const { proxyRules = '', proxyBypassRules } = config;
    const named = URL.canParse(proxyRules) ? new URL(proxyRules) : null;
    if (config.mode !== 'fixed_servers' || named?.protocol !== 'http:' || proxyBypassRules !== '<-loopback>')
      throw new Error('not in the host: session.setProxy with other rules than one HTTP proxy for all');
    this.#host.proxy?.by({ host: named.hostname, port: Number(named.port || 80) });
  }

  async clearCache(): Promise<void> {
    // Each run has the cache of a fresh profile.
  }

  async clearStorageData(): Promise<void> {
    await browserOf(this.#host).send('Storage.clearCookies', await this.context());
  }

  getUserAgent(): string {
    return `keyturn-chromium-host/${process.versions.chrome ?? ''}`;
  }

  setSpellCheckerEnabled(): void {
    // Chromium has none of these without its services.
  }

  isPersistent(): boolean {
    return this.#partition === null;
  }

  /**
   * Returns what names this session in a call to Chromium: nothing for the default one. A partition is a browser context, which Chromium keeps
   * in memory only. On a screen it is Chromium's own session in a folder that ends with the app (cli.ts): a window of another one would have
   * tabs and an address bar.
   */
  async context(): Promise<{ browserContextId?: string }> {
    if (this.#partition === null || !this.#host.flags.headless) return {};
    this.#context ??= this.#made();
    return { browserContextId: await this.#context };
  }

  async #made(): Promise<string> {
    const browser = browserOf(this.#host);
    const { browserContextId } = await browser.send('Target.createBrowserContext');
    const downloads = { behavior: 'deny', eventsEnabled: true, browserContextId };
    await browser.send('Browser.setDownloadBehavior', downloads);
    return String(browserContextId);
  }

  /**
   * Sets every permission in advance. Electron asks when needed; Chromium over CDP must know before. Handlers that main sets one after another
   * are asked once.
   */
  applyPermissions(): Promise<void> {
    if (!this.#host.ready) return Promise.resolve();
    this.#applying ??= this.#applied.then(() => {
      this.#applying = null;
      this.#applied = this.#apply();
      return this.#applied;
    });
    return this.#applying;
  }

  async #apply(): Promise<void> {
    const context = await this.context();
    const judged = await Promise.all(
      permissions.map(async ([electron, chromium]) => ({
        permission: { name: chromium },
        setting: (await this.#judge(electron).catch(() => false)) ? 'granted' : 'denied',
      })),
    );
    await Promise.all(
      judged.map((one) =>
        browserOf(this.#host)
          .send('Browser.setPermission', { ...one, ...context })
          .catch(() => undefined),
      ),
    );
  }

  async #judge(permission: Permission): Promise<boolean> {
    const request = this.#request;
    const details = { isMainFrame: true, requestingUrl: '' };
    const contents = this.asker();
    if (this.#check !== null && !this.#check(contents, permission, '', details)) return false;
    // Without a handler Electron grants everything (docs/tutorial/security.md, item 5).
    if (request === null) return true;
    // No page exists yet, so nothing can ask.
    if (contents === null) return false;
    return new Promise((resolve) => request(contents, permission, resolve, details));
  }
}

/** Electron's `session`: the default one, and partitions in memory. Those with `persist:` are not in the host. */
export function createSession(host: Host, protocol: object) {
  const own = new SessionHere(host, protocol);
  const defaultSession = only('session.defaultSession', own);
  const partitions = new Map<string, { own: SessionHere; outer: SessionHere }>();
  const fromPartition = (partition: string): SessionHere => {
    if (!host.ready) throw new Error('Session can only be received when app is ready');
    if (partition === '') return defaultSession;
    if (partition.startsWith('persist:'))
      throw new Error(`not in the host: session.fromPartition(${JSON.stringify(partition)})`);
    const known = partitions.get(partition);
    if (known !== undefined) return known.outer;
    const inner = new SessionHere(host, protocol, partition);
    const outer = only('session.fromPartition()', inner);
    partitions.set(partition, { own: inner, outer });
    return outer;
  };
  return {
    own,
    /** Returns the session of a window's `webPreferences`, inside and as main sees it. */
    of: ({ session, partition = '' }: Electron.WebPreferences): { own: SessionHere; outer: SessionHere } => {
      const outer = (session as SessionHere | undefined) ?? fromPartition(partition);
      return [...partitions.values()].find((one) => one.outer === outer) ?? { own, outer: defaultSession };
    },
    session: only('session', {
      fromPartition,
      get defaultSession() {
        if (!host.ready) throw new Error('Session can only be received when app is ready');
        return defaultSession;
      },
    }),
  };
}
