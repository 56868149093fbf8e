import { BrowserWindow, nativeTheme } from 'electron';

export interface WindowOptions {
  readonly preload: string;
  readonly url: string;
  readonly contentProtection: boolean;
  readonly startMinimised: boolean;
  /** Called once, when the first frame can be shown. */
  readonly onReady: () => void;
  /** Called when the page itself cannot be loaded, with Chromium's name for why. */
  readonly onFailed: (reason: string) => void;
}

/** The app's one window, shown when its first frame is painted so that it never flashes white. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    title: 'Keyturn',
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
    // Closed, or loaded afresh by a lock, before the first load had ended: neither is a failure.
    if (!window.isDestroyed() && error.code !== 'ERR_ABORTED') options.onFailed(String(error.code ?? error));
  });
  return window;
}
