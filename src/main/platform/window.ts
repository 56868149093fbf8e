import { BrowserWindow, nativeTheme } from 'electron';
import { words } from './words.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly url: string;
  readonly contentProtection: boolean;
  readonly startMinimised: boolean;
  /** Is called once, when the first frame can be shown. */
  readonly onReady: () => void;
  /** Is called with Chromium's name for the error when the page itself cannot be loaded. */
  readonly onFailed: (reason: string) => void;
}

/** Opens the app's one window. It is shown when its first frame is painted, so that it never flashes white. */
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
    // A window that was closed, or loaded again by a lock, before its first load ended is no failure.
    if (!window.isDestroyed() && error.code !== 'ERR_ABORTED') options.onFailed(String(error.code ?? error));
  });
  return window;
}
