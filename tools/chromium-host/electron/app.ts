import { EventEmitter } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../host.ts';
import { preventable } from './preventable.ts';
import { SingleInstance } from './single-instance.ts';

type Closable = { close(): void; isDestroyed(): boolean };

/** Electron's `app` (docs/api/app.md), as much of it as the app and Electron's own specs of the emulated modules use. */
export class AppHere extends EventEmitter {
  readonly #host: Host;
  readonly #paths = new Map<string, string>();
  readonly #instance = new SingleInstance();
  readonly #whenReady = Promise.withResolvers<void>();
  #name: string;
  #quitting = false;
  /** Set by the host: ends Chromium. */
  endChromium: () => Promise<void> = async () => undefined;
  /** Set by the host: the windows there are. */
  windows: () => Closable[] = () => [];

  constructor(host: Host) {
    super();
    this.#host = host;
    this.#name = host.flags.appName;
    if (host.flags.userDataDir !== null) this.#paths.set('userData', host.flags.userDataDir);
    this.on('last-window-gone', () => {
      if (this.#quitting) return;
      if (this.listenerCount('window-all-closed') === 0) this.quit();
      else this.emit('window-all-closed');
    });
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  get isPackaged(): boolean {
    return false;
  }

  readonly commandLine: Electron.CommandLine = {
    appendArgument: (value: string) => void this.#host.switches.set(value.replace(/^--/, ''), ''),
    appendSwitch: (name: string, value = '') => void this.#host.switches.set(name, value),
    hasSwitch: (name: string) =>
      this.#host.switches.has(name) ||
      process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      this.#host.switches.get(name) ??
      process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ??
      '',
    removeSwitch: (name: string) => void this.#host.switches.delete(name),
  };

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#host.flags.appVersion;
  }

  getAppPath(): string {
    return this.#host.flags.appPath;
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  getPath(name: string): string {
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
    switch (name) {
      case 'home':
        return homedir();
      case 'temp':
        return tmpdir();
      case 'appData':
        if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
        return process.platform === 'win32' ? (process.env.APPDATA ?? homedir()) : config;
      case 'userData':
      case 'sessionData':
        return name === 'userData' ? join(this.getPath('appData'), this.#name) : this.getPath('userData');
      case 'logs':
        return join(this.getPath('userData'), 'logs');
      case 'exe':
        return process.execPath;
      case 'downloads':
      case 'documents':
      case 'desktop':
        return join(homedir(), `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  setAppUserModelId(): void {
    // Windows only.
  }

  setAboutPanelOptions(): void {
    // There is no such panel.
  }

  /** Chromium's renderers are sandboxed unless root runs them. */
  enableSandbox(): void {
    if (this.#host.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  isReady(): boolean {
    return this.#host.ready;
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    return this.#instance.request(this.getPath('userData'), additionalData, ({ argv, cwd, data }) => {
      // Never before `ready` (Electron, docs/api/app.md).
      void this.whenReady().then(() => this.emit('second-instance', {}, argv, cwd, data));
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance.held;
  }

  releaseSingleInstanceLock(): void {
    this.#instance.release();
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    this.#openAtLogin = settings.openAtLogin === true;
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAtLogin: this.#openAtLogin,
      wasOpenedAtLogin: false,
      status: this.#openAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: this.#openAtLogin,
      launchItems: [],
    };
  }

  #openAtLogin = false;

  focus(): void {
    this.emit('browser-window-focus', {});
  }

  /** before-quit, the windows' close, will-quit, quit: each of the first three can be prevented. */
  quit(): void {
    if (this.#quitting) return;
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    for (const window of this.windows()) {
      window.close();
      if (!window.isDestroyed()) {
        this.#quitting = false;
        return;
      }
    }
    const will = preventable();
    this.emit('will-quit', will);
    this.#quitting = false;
    if (!will.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    if (this.#ended) return;
    this.#ended = true;
    this.emit('quit', {}, code);
    void Promise.all([this.#instance.greeting, this.endChromium()]).finally(() => process.exit(code));
  }

  #ended = false;

  /** Whether the end was asked for, so that Chromium's going is no accident. */
  get ending(): boolean {
    return this.#ended;
  }

  /** For the host: everything is there now. */
  becomeReady(): void {
    this.#host.ready = true;
    this.emit('ready', {}, {});
    this.#whenReady.resolve();
  }
}
