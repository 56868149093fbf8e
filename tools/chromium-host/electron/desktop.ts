import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { browserOf, type Host } from '../host.ts';
import { only } from '../not-here.ts';
import type { MenuHere } from './menu.ts';

/** Electron's `shell` (docs/api/shell.md). */
export function createShell(host: Host) {
  return only('shell', {
    async openExternal(url: string): Promise<void> {
      if (!URL.canParse(url)) throw new Error('Invalid URL');
      host.seen.opened.push(url);
      if (host.flags.openExternal === 'record') return;
      if (host.flags.openExternal === 'window') {
        await browserOf(host).send('Target.createTarget', { url, newWindow: !host.flags.headless });
        return;
      }
      const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
      const child = spawn(command, [url], { stdio: 'ignore', detached: true });
      await new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', () => reject(new Error('Failed to open URL')));
      });
      child.unref();
    },
    async openPath(path: string): Promise<string> {
      host.seen.opened.push(path);
      return '';
    },
    showItemInFolder(path: string): void {
      host.seen.opened.push(path);
    },
    beep(): void {
      // Nobody hears it.
    },
  });
}

/** Electron's `dialog` (docs/api/dialog.md): answered by a test in advance, cancelled otherwise. */
export function createDialog(host: Host) {
  // The first answer that waits; a dialog nobody prepared for is one that was cancelled.
  const answer = async (cancelled: object): Promise<object> => ({
    ...cancelled,
    ...((host.dialogAnswers.shift() as object | undefined) ?? {}),
  });
  return only('dialog', {
    showOpenDialog: () => answer({ canceled: true, filePaths: [] }),
    showSaveDialog: () => answer({ canceled: true, filePath: '' }),
    showMessageBox: () => answer({ response: 0, checkboxChecked: false }),
    showErrorBox(title: string, content: string): void {
      process.stderr.write(`${title}: ${content}\n`);
    },
  });
}

/** Electron's `nativeTheme` (docs/api/native-theme.md); the system is light unless the control channel says otherwise. */
export class NativeThemeHere extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system';
  systemDark = false;
  /** Set by the host: tells the pages. */
  apply: (scheme: 'light' | 'dark') => void = () => undefined;

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source;
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: '${source}'`);
    const before = this.shouldUseDarkColors;
    this.#source = source;
    this.changed(before);
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.systemDark : this.#source === 'dark';
  }

  get shouldUseHighContrastColors(): boolean {
    return false;
  }

  get shouldUseInvertedColorScheme(): boolean {
    return false;
  }

  get scheme(): 'light' | 'dark' {
    return this.shouldUseDarkColors ? 'dark' : 'light';
  }

  changed(before: boolean): void {
    this.apply(this.scheme);
    if (before !== this.shouldUseDarkColors) this.emit('updated');
  }
}

/** Electron's `powerMonitor` (docs/api/power-monitor.md): its events come by the control channel. */
export class PowerMonitorHere extends EventEmitter {
  getSystemIdleTime(): number {
    return 0;
  }

  getSystemIdleState(): 'active' {
    return 'active';
  }

  isOnBatteryPower(): boolean {
    return false;
  }
}

/** Electron's Notification (docs/api/notification.md) as data. */
export function createNotification(host: Host) {
  return class NotificationHere extends EventEmitter {
    readonly title: string;
    readonly body: string;
    readonly options: object;

    constructor(options: { title?: string; body?: string } = {}) {
      super();
      this.title = options.title ?? '';
      this.body = options.body ?? '';
      this.options = options;
    }

    static isSupported(): boolean {
      return true;
    }

    show(): void {
      host.seen.notifications.push(this);
      this.emit('show', {});
    }

    close(): void {
      this.emit('close', {});
    }
  };
}

/** Electron's Tray (docs/api/tray.md) as data. */
export class TrayHere extends EventEmitter {
  static readonly all = new Set<TrayHere>();
  image: unknown;
  toolTip = '';
  menu: MenuHere | null = null;

  constructor(image: unknown) {
    super();
    this.image = image;
    TrayHere.all.add(this);
  }

  setImage(image: unknown): void {
    this.image = image;
  }

  setToolTip(text: string): void {
    this.toolTip = text;
  }

  setContextMenu(menu: MenuHere | null): void {
    this.menu = menu;
  }

  setTitle(): void {
    // macOS only.
  }

  destroy(): void {
    TrayHere.all.delete(this);
  }

  isDestroyed(): boolean {
    return !TrayHere.all.has(this);
  }
}

/** Electron's `nativeImage` (docs/api/native-image.md): where an image comes from, not its pixels. */
export const nativeImage = only('nativeImage', {
  createEmpty: () => ({ isEmpty: () => true, path: '' }),
  createFromPath: (path: string) => ({ isEmpty: () => false, path }),
  createFromBuffer: (buffer: Buffer) => ({ isEmpty: () => buffer.length === 0, toPNG: () => buffer }),
});
