import { BrowserWindow, nativeTheme } from 'electron';

export interface WindowOptions {
  readonly preload: string;
  readonly url: string;
  readonly contentProtection: boolean;
  readonly startMinimised: boolean;
  /** Called once, when the first frame can be shown. */
  readonly onReady: () => void;
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
  void window.loadURL(options.url);
  return window;
}
