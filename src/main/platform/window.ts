import { BrowserWindow, nativeTheme } from 'electron';
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
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.setContentProtection(options.contentProtection);
  window.once('ready-to-show', () => {
    if (options.startMinimised) window.minimize();
    else window.show();
    options.onReady();
  });
  window.loadURL(options.url).catch((error: { code?: string }) => {
    // It is no failure when the window closes, or when a lock reloads it, before its first load ends.
    if (!window.isDestroyed() && error.code !== 'ERR_ABORTED') options.onFailed(String(error.code ?? error));
  });
  return window;
}
