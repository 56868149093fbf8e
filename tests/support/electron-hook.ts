import type { watchClock } from '../../tools/chromium-host/moved-clock.ts';
import type { Commands, KeyringTrouble, Message, ShownBox, TouchIdAnswer } from './control.ts';

export interface HookOptions {
  /** The hook's own file, which follows `-r` in the arguments. */
  readonly file: string;
  readonly keyring: KeyringTrouble | null;
  /** The name that safeStorage gives its backend, whatever the backend is; null leaves it unchanged. */
  readonly storageBackend: string | null;
  /** Whether the computer has Touch ID, which `Commands` answer. */
  readonly touchId: boolean;
}

/** The hook's answers, in Electron's main process. */
export interface Hook extends Commands {
  /** Returns the real host, so that no result names another one. */
  runsOn(): string;
}

/**
 * `Commands` inside Electron's main process, made before the app's own script runs (`-r`, default_app/main.ts). It replaces the desktop
 * only where a test cannot see or answer it: dialogs, notifications, the tray, the browser, the clock. It is passed as text, so it uses
 * only its parameters and Node's globals. Every importer gets the same Electron module objects, so replacing a method here replaces it for
 * the app. Classes cannot be replaced; their prototypes are changed.
 */
function electronHook(
  electron: typeof import('electron'),
  watch: typeof watchClock,
  options: HookOptions,
): Hook {
  const { app, clipboard, dialog, ipcMain, Menu, nativeImage, nativeTheme, powerMonitor, safeStorage } =
    electron;
  const { BrowserWindow, Notification, shell, systemPreferences, Tray } = electron;

  // The app must find its normal arguments.
  const own = process.argv.indexOf(options.file);
  if (own > 0) process.argv.splice(1, own);

  const move = watch();

  const answers: object[] = [];
  const boxes: ShownBox[] = [];
  /** Returns the options of a dialog. They come last, after the optional window. */
  const lastOf = <T>(args: readonly unknown[]): Partial<T> => (args.at(-1) ?? {}) as Partial<T>;
  const answered = async <T extends object>(otherwise: T): Promise<T> => ({
    ...otherwise,
    ...(answers.shift() ?? {}),
  });
  dialog.showOpenDialog = () => answered({ canceled: true, filePaths: [] });
  dialog.showSaveDialog = () => answered({ canceled: true, filePath: '' });
  dialog.showMessageBox = (...args: unknown[]) => {
    const {
      message = '',
      detail = '',
      buttons = [],
      defaultId = 0,
      cancelId = 0,
    } = lastOf<Electron.MessageBoxOptions>(args);
    boxes.push({ message, detail, buttons: [...buttons], defaultId });
    return answered({ response: cancelId, checkboxChecked: false });
  };

  const opened: string[] = [];
  shell.openExternal = async (url) => {
    opened.push(url);
  };
  shell.showItemInFolder = () => undefined;

  const notifications: Electron.Notification[] = [];
  Notification.isSupported = () => true;
  Notification.prototype.show = function (this: Electron.Notification) {
    notifications.push(this);
    this.emit('show', {});
  };

  const files = new WeakMap<object, string>();
  const fromPath = nativeImage.createFromPath;
  nativeImage.createFromPath = (path) => {
    const image = Reflect.apply(fromPath, nativeImage, [path]);
    files.set(image, path);
    return image;
  };
  const trays = new Map<Electron.Tray, { image: string; toolTip: string; menu: Electron.Menu | null }>();
  const trayOf = (tray: Electron.Tray) => {
    const known = trays.get(tray) ?? { image: '', toolTip: '', menu: null };
    trays.set(tray, known);
    return known;
  };
  const { destroy, setContextMenu, setImage, setToolTip } = Tray.prototype;
  Tray.prototype.setImage = function (this: Electron.Tray, image) {
    trayOf(this).image = typeof image === 'string' ? image : (files.get(image) ?? '');
    Reflect.apply(setImage, this, [image]);
  };
  Tray.prototype.setToolTip = function (this: Electron.Tray, text) {
    trayOf(this).toolTip = text;
    Reflect.apply(setToolTip, this, [text]);
  };
  Tray.prototype.setContextMenu = function (this: Electron.Tray, menu) {
    trayOf(this).menu = menu;
    Reflect.apply(setContextMenu, this, [menu]);
  };
  Tray.prototype.destroy = function (this: Electron.Tray) {
    trays.delete(this);
    Reflect.apply(destroy, this, []);
  };

  // A test must not change the system's own theme. While the app follows the system, it gets this theme.
  let systemDark = false;
  let followed: Electron.NativeTheme['themeSource'] = 'system';
  let holder: object | null = nativeTheme;
  while (holder !== null && !Object.hasOwn(holder, 'themeSource')) holder = Object.getPrototypeOf(holder);
  const theme = holder === null ? undefined : Object.getOwnPropertyDescriptor(holder, 'themeSource');
  let receiver: object = nativeTheme;
  const applyTheme = () => {
    const source = followed === 'system' ? (systemDark ? 'dark' : 'light') : followed;
    if (theme?.set !== undefined) Reflect.apply(theme.set, receiver, [source]);
  };
  Object.defineProperty(nativeTheme, 'themeSource', {
    configurable: true,
    get: () => followed,
    set(this: object, source: Electron.NativeTheme['themeSource']) {
      receiver = this;
      followed = source;
      applyTheme();
    },
  });

  const messages: Message[] = [];
  let recording = false;
  const note = (direction: Message['direction'], channel: string, carried: unknown) => {
    if (!recording) return;
    // Writes out every distinguishable value, of any type.
    const text = JSON.stringify(carried, (_key, value) => {
      if (typeof value === 'bigint') return `${value}n`;
      if (value instanceof Error) return { name: value.name, message: value.message };
      if (value instanceof Map || value instanceof Set) return [...value];
      if (ArrayBuffer.isView(value))
        return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
      return value;
    });
    messages.push({ direction, channel, text: text ?? 'undefined' });
  };
  const handle = ipcMain.handle;
  ipcMain.handle = (channel, listener) =>
    Reflect.apply(handle, ipcMain, [
      channel,
      async (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => {
        note('in', channel, args);
        const value: unknown = await listener(event, ...args);
        note('out', channel, value);
        return value;
      },
    ]);
  app.on('web-contents-created', (_created, contents) => {
    contents.on('ipc-message', (_event, channel, ...args) => note('in', channel, args));
    contents.on('ipc-message-sync', (_event, channel, ...args) => note('in', channel, args));
    const send = contents.send;
    contents.send = (channel, ...args) => {
      note('out', channel, args);
      Reflect.apply(send, contents, [channel, ...args]);
    };
  });

  const { keyring, storageBackend } = options;
  if (keyring === 'none') {
    // This is Chromium's own name for it. It must be set before `ready`.
    app.commandLine.appendSwitch('password-store', 'basic');
  }
  if (keyring === 'flaky') {
    const unavailable = (call: string) => async () => {
      throw new Error(`safeStorage.${call} is temporarily unavailable. Please try again.`);
    };
    safeStorage.encryptStringAsync = unavailable('encryptStringAsync');
    safeStorage.decryptStringAsync = unavailable('decryptStringAsync');
  }
  if (keyring === 'lost') {
    const decrypt = safeStorage.decryptStringAsync;
    const ofThisRun = new Set<string>();
    const encrypt = safeStorage.encryptStringAsync;
    safeStorage.encryptStringAsync = async (text) => {
      const bytes: Buffer = await Reflect.apply(encrypt, safeStorage, [text]);
      ofThisRun.add(bytes.toString('latin1'));
      return bytes;
    };
    safeStorage.decryptStringAsync = async (bytes) => {
      if (!ofThisRun.has(bytes.toString('latin1')))
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
      return Reflect.apply(decrypt, safeStorage, [bytes]);
    };
  }
  if (storageBackend !== null) {
    type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;
    safeStorage.getSelectedStorageBackend = () => storageBackend as Backend;
  }

  const touchId: { answers: TouchIdAnswer; readonly asked: string[] } = { answers: 'cancelled', asked: [] };
  if (options.touchId) {
    systemPreferences.canPromptTouchID = () => touchId.answers !== 'absent';
    systemPreferences.promptTouchID = async (reason) => {
      touchId.asked.push(reason);
      if (touchId.answers !== 'given') throw new Error('Canceled by user.');
    };
  }

  const raw = /^electron application\/osclipboard;format="(.*)"$/;
  return {
    runsOn: () =>
      process.versions['keyturn-chromium-host'] === undefined
        ? `Electron ${process.versions.electron}`
        : 'Chromium host, started as Electron is',
    clickMenu(...path) {
      let menu = Menu.getApplicationMenu() ?? undefined;
      for (const [depth, label] of path.entries()) {
        const item = menu?.items.find((one) => one.label === label);
        if (item === undefined) return false;
        if (depth === path.length - 1 && item.enabled) item.click();
        menu = item.submenu;
      }
      return true;
    },
    trays: () => [...trays.values()].map(({ toolTip, image }) => ({ toolTip, image })),
    clickTray(label) {
      const [tray] = trays.values();
      const item = tray?.menu?.items.find((one) => one.label.startsWith(label));
      if (item?.enabled === true) item.click();
      return item !== undefined;
    },
    notifications: () => notifications.map(({ title, body }) => ({ title, body })),
    clickNotification: () => notifications.at(-1)?.emit('click', {}) ?? false,
    opened: () => [...opened],
    answerDialog: (answer) => void answers.push(answer),
    touchIdAnswers: (answer) => {
      touchId.answers = answer;
    },
    touchIdAsked: () => [...touchId.asked],
    messageBoxes: () => [...boxes],
    power: (event) => {
      // These events exist on macOS and Windows only (docs/api/power-monitor.md).
      if (process.platform !== 'linux' || !event.endsWith('-screen'))
        powerMonitor.emit(event as 'suspend', {});
    },
    readClipboard: () => clipboard.readText(),
    writeClipboard: (text) => clipboard.writeText(text),
    async clipboardFormats() {
      const found: Record<string, string> = {};
      for (const item of await clipboard.read()) {
        for (const type of item.types) {
          const [, name] = raw.exec(type) ?? [];
          if (name === undefined) continue;
          const blob = await item.getType(type);
          found[name] = blob instanceof Blob ? await blob.text() : '';
        }
      }
      return found;
    },
    systemTheme(dark) {
      systemDark = dark;
      applyTheme();
    },
    ipc() {
      recording = true;
      return [...messages];
    },
    takeIpc() {
      recording = false;
      return messages.splice(0);
    },
    windows: () =>
      BrowserWindow.getAllWindows().map((window) => ({
        title: window.getTitle(),
        visible: window.isVisible(),
        minimized: window.isMinimized(),
        focused: window.isFocused(),
        contentProtected: window.isContentProtected(),
        url: window.webContents.getURL(),
      })),
    closeWindow: () => BrowserWindow.getAllWindows()[0]?.close(),
    tellPage: (channel, payload) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, payload),
    moveClock: (ms) => move(ms),
  };
}

/** Keeps a copy of the app's output from its very start: Playwright shows output only after it has attached. */
const copied = (output: string): string => `
const { appendFileSync } = require('node:fs');
for (const stream of [process.stdout, process.stderr]) {
  const { write } = stream;
  stream.write = function (chunk, ...rest) {
    appendFileSync(${JSON.stringify(output)}, chunk);
    return Reflect.apply(write, this, [chunk, ...rest]);
  };
}`;

const place = "Symbol.for('keyturn electron hook')";

/** Returns the script for `-r`: the hook and its dependencies, as text. `output` is the file for a copy of the app's output. */
export const hookScript = (
  watch: typeof watchClock,
  options: Omit<HookOptions, 'file'>,
  output: string,
): string =>
  `'use strict';${copied(output)}
globalThis[${place}] = (${electronHook})(require('electron'), (${watch}), { ...${JSON.stringify(options)}, file: __filename });
`;

/** Runs one command of the hook in Electron's main process, through Playwright's evaluate. */
export function callHook(
  _electron: unknown,
  { name, args }: { readonly name: string; readonly args: readonly unknown[] },
): unknown {
  const hook: unknown = Reflect.get(globalThis, Symbol.for('keyturn electron hook'));
  const command: unknown = Reflect.get(hook as object, name);
  return Reflect.apply(command as (...given: unknown[]) => unknown, hook, args);
}
