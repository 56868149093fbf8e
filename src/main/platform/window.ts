import { BrowserWindow, nativeTheme } from 'electron';
import { windowPartition } from './session.ts';
import { words } from './words.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly url: string;
  readonly contentProtection: boolean;
  readonly startMinimised: boolean;
  /** Called once, when the first frame can be shown. */
  readonly onReady: () => void;
  /** Called with Chromium's name for the error when the page itself does not load. */
  readonly onFailed: (reason: string) => void;
}

/** Opens the app's one window. The window shows when its first frame is painted, so that it never flashes white. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    title: words.appName,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131416' : '#f6f6f4',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      partition: windowPartition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      // Electron shows alert, confirm and prompt as dialogs of the system, and script could ask for a passcode by one.
      disableDialogs: true,
    },
  });
  window.setContentProtection(options.contentProtection);
  window.once('ready-to-show', () => {
    if (options.startMinimised) window.minimize();
    else window.show();
    options.onReady();
  });
  // `will-frame-navigate` does not come for about:blank (Electron, docs/api/web-contents.md), and each page gets the bridge.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isSamePage(url, options.url)) void window.loadURL(options.url).catch(() => undefined);
  });
  window.loadURL(options.url).catch((error: { code?: string }) => {
    // It is no failure when the window closes, or when a lock reloads it, before its first load ends.
    if (!window.isDestroyed() && error.code !== 'ERR_ABORTED') options.onFailed(String(error.code ?? error));
  });
  return window;
}

/** Returns whether two addresses differ in nothing but the part behind `#`. */
function isSamePage(one: string, other: string): boolean {
  const plain = (text: string): string => {
    const url = new URL(text);
    url.hash = '';
    return url.href;
  };
  return plain(one) === plain(other);
}
