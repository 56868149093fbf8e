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

/** Electron's Session (docs/api/session.md): permissions, proxy and requests of the only session. */
export class SessionHere extends EventEmitter {
  readonly protocol: object;
  /** Set by the host: the page that asks for permissions. */
  asker: () => Electron.WebContents | null = () => null;
  readonly #host: Host;
  #request: RequestHandler = null;
  #check: CheckHandler = null;

  constructor(host: Host, protocol: object) {
    super();
    this.#host = host;
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
    await browserOf(this.#host).send('Storage.clearCookies');
  }

  getUserAgent(): string {
    return `keyturn-chromium-host/${process.versions.chrome ?? ''}`;
  }

  setSpellCheckerEnabled(): void {
    // Chromium has none of these without its services.
  }

  isPersistent(): boolean {
    return true;
  }

  /** Sets every permission in advance. Electron asks when needed; Chromium over CDP must know before. */
  async applyPermissions(): Promise<void> {
    if (!this.#host.ready) return;
    for (const [electron, chromium] of permissions) {
      const granted = await this.#judge(electron).catch(() => false);
      await browserOf(this.#host)
        .send('Browser.setPermission', {
          permission: { name: chromium },
          setting: granted ? 'granted' : 'denied',
        })
        .catch(() => undefined);
    }
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

/** Electron's `session`. There is only one. */
export function createSession(host: Host, protocol: object) {
  const own = new SessionHere(host, protocol);
  const defaultSession = only('session.defaultSession', own);
  return {
    own,
    defaultSession,
    session: only('session', {
      get defaultSession() {
        if (!host.ready) throw new Error('Session can only be received when app is ready');
        return defaultSession;
      },
    }),
  };
}
