import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Host } from '../host.ts';
import { preventable } from './preventable.ts';
import { SingleInstance } from './single-instance.ts';
import { switchesOf } from './switches.ts';

type Closable = { focus(): void; close(): void; destroy(): void; isDestroyed(): boolean };

/** The folders in a person's home, by Electron's name. It does not read XDG's `user-dirs`, which may move them. */
const homeFolders: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: process.platform === 'darwin' ? 'Movies' : 'Videos',
};

/** Electron's `app` (docs/api/app.md): the part that the app and Electron's own specs of the emulated modules use. */
export class AppHere extends EventEmitter {
  readonly #host: Host;
  readonly #paths = new Map<string, string>();
  readonly #instance = new SingleInstance();
  readonly #whenReady = Promise.withResolvers<void>();
  #name: string;
  #quitting = false;
  /** Set by the host: ends Chromium. */
  endChromium: () => Promise<void> = async () => undefined;
  /** Set by the host: the open windows. */
  windows: () => Closable[] = () => [];

  constructor(host: Host) {
    super();
    this.#host = host;
    this.#name = host.flags.appName;
    if (host.flags.userDataDir !== null) this.#paths.set('userData', host.flags.userDataDir);
  }

  /** Called when the last window is gone (Electron, shell/browser/browser.cc, OnWindowAllClosed). */
  lastWindowGone(): void {
    if (this.#ended) return;
    if (this.#quitting) this.#shutDown();
    else if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed', preventable());
  }

  /** Called when a window refuses to close, so the app does not quit. */
  closeCancelled(): void {
    this.#quitting = false;
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
      switchesOf(process.argv).some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      this.#host.switches.get(name) ??
      switchesOf(process.argv)
        .find((arg) => arg.startsWith(`--${name}=`))
        ?.slice(name.length + 3) ??
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
      case 'crashDumps':
        return join(this.getPath('userData'), 'Crashpad');
      case 'assets':
      case 'module':
        return name === 'assets' ? dirname(process.execPath) : process.execPath;
      default:
        if (homeFolders[name] !== undefined) return join(homedir(), homeFolders[name]);
        throw new Error(`Failed to get '${name}' path`);
    }
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    this.#paths.set(name, path);
  }

  /** Returns "DIRECT", or the environment's proxy, in the form of a PAC answer. */
  async resolveProxy(): Promise<string> {
    const proxy = process.env.https_proxy ?? process.env.HTTPS_PROXY ?? '';
    return proxy === '' || !URL.canParse(proxy) ? 'DIRECT' : `PROXY ${new URL(proxy).host}`;
  }

  setAppUserModelId(): void {
    // Windows only.
  }

  setAboutPanelOptions(): void {
    // There is no such panel.
  }

  /** Only checks the time of the call: Chromium sandboxes its renderers unless root runs them. */
  enableSandbox(): void {
    if (this.#host.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  isReady(): boolean {
    return this.#host.ready;
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    return this.#instance.request(this.getPath('userData'), additionalData, ({ argv, cwd, data }) => {
      // It is not emitted before `ready` (Electron, docs/api/app.md).
      void this.whenReady().then(() => this.emit('second-instance', preventable(), argv, cwd, data));
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
    this.windows()[0]?.focus();
  }

  /** Starts the app again after this one ends. Each call adds one start (Electron, docs/api/app.md, app.relaunch). */
  relaunch({ args = process.argv.slice(1), execPath }: Electron.RelaunchOptions = {}): void {
    this.#next.push({ args, execPath: execPath ?? null });
  }

  readonly #next: { args: readonly string[]; execPath: string | null }[] = [];

  #startNext(): void {
    for (const { args, execPath } of this.#next) {
      const [command, before] =
        execPath === null || execPath === process.execPath ? this.#host.flags.command : [execPath, []];
      spawn(command, [...before, ...args], { stdio: 'inherit', detached: true }).unref();
    }
  }

  /** Emits before-quit, closes the windows, and emits will-quit and quit. A listener can prevent each of the first three (Electron, shell/browser/browser.cc, Quit). */
  quit(): void {
    if (this.#quitting || this.#ended) return;
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    const windows = this.windows();
    if (windows.length === 0) this.#shutDown();
    for (const window of windows) window.close();
  }

  #shutDown(): void {
    const will = preventable();
    this.emit('will-quit', will);
    this.#quitting = false;
    if (!will.defaultPrevented) this.#end(0);
  }

  /** Closes the windows without asking; before `ready` it emits no events (shell/browser/browser.cc, ExitWithCode). */
  exit(code = 0): void {
    if (this.#ended) return;
    if (this.#host.ready) this.#end(code);
    else {
      this.#ended = true;
      void this.#instance.greeting.finally(() => process.exit(code));
    }
  }

  #end(code: number): void {
    this.#ended = true;
    for (const window of this.windows()) window.destroy();
    this.emit('quit', preventable(), code);
    this.#instance.release();
    void Promise.all([this.#instance.greeting, this.endChromium()]).finally(() => {
      // Chromium releases its profile only now.
      this.#startNext();
      process.exit(code);
    });
  }

  #ended = false;

  /** Whether the app asked to end, so that Chromium's end is no accident. */
  get ending(): boolean {
    return this.#ended;
  }

  /** Called by the host once everything is ready. */
  becomeReady(): void {
    this.#host.ready = true;
    this.emit('ready', preventable(), {});
    this.#whenReady.resolve();
  }
}
