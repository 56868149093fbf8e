import type { Host } from '../host.ts';
import { only } from '../not-here.ts';
import { AppHere } from './app.ts';
import { createBrowserWindow, type Pages } from './browser-window.ts';
import { createClipboard } from './clipboard.ts';
import {
  createDialog,
  createNotification,
  createShell,
  NativeThemeHere,
  nativeImage,
  PowerMonitorHere,
  TrayHere,
} from './desktop.ts';
import { IpcMainHere } from './ipc-main.ts';
import { MenuHere, MenuItemHere } from './menu.ts';
import { createProtocol } from './protocol.ts';
import { createSafeStorage } from './safe-storage.ts';
import { Schemes } from './schemes.ts';
import { createSession } from './session.ts';

/** Names of Electron's main process modules that are not here; asking one of them for anything says so. */
const absent = [
  'BaseWindow',
  'BrowserView',
  'MessageChannelMain',
  'ShareMenu',
  'TouchBar',
  'View',
  'WebContentsView',
  'autoUpdater',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'inAppPurchase',
  'net',
  'netLog',
  'parentPort',
  'powerSaveBlocker',
  'pushNotifications',
  'screen',
  'systemPreferences',
  'utilityProcess',
  'webContents',
  'webFrameMain',
] as const;

/** Everything `import … from 'electron'` gives, and the inner sides the host and the control channel work with. */
export function createElectron(host: Host, pages: Pages) {
  const schemes = new Schemes();
  const app = new AppHere(host);
  const ipcMain = new IpcMainHere();
  const nativeTheme = new NativeThemeHere();
  const powerMonitor = new PowerMonitorHere();
  const protocol = createProtocol(host, schemes, () => {
    for (const window of windows.all)
      void window.webContents.attached.then(() => window.webContents.watchRequests()).catch(() => undefined);
  });
  const { session, own } = createSession(host, protocol);
  const windows = createBrowserWindow({
    host,
    pages,
    app,
    contents: { host, schemes, ipcMain, session: own },
  });
  app.windows = () => [...windows.all];
  nativeTheme.apply = (scheme) => {
    for (const window of windows.all) void window.webContents.setColorScheme(scheme).catch(() => undefined);
  };
  app.on('browser-window-created', (_event, window) => {
    void window.webContents.setColorScheme(nativeTheme.scheme).catch(() => undefined);
  });
  host.events.on('opened-by-page', (openerId: string, url: string) => {
    const opener = [...windows.all].find(({ webContents }) => webContents.targetId === openerId);
    opener?.webContents.askedToOpen(url, '', '', 'foreground-tab');
  });
  const clipboard = createClipboard(host, () => [...windows.all][0]?.webContents ?? null);
  const safeStorage = createSafeStorage(host, () => app.getName());
  const electron: Record<string, unknown> = {
    app: only('app', app),
    BrowserWindow: windows.BrowserWindow,
    ClipboardItem: clipboard.ClipboardItem,
    Menu: MenuHere,
    MenuItem: MenuItemHere,
    Notification: createNotification(host),
    Tray: TrayHere,
    clipboard: clipboard.clipboard,
    dialog: createDialog(host),
    ipcMain: only('ipcMain', ipcMain),
    nativeImage,
    nativeTheme: only('nativeTheme', nativeTheme),
    powerMonitor: only('powerMonitor', powerMonitor),
    protocol,
    safeStorage,
    session,
    shell: createShell(host),
  };
  for (const name of absent) electron[name] = only(name, {});
  return { electron, app, windows, session: own, nativeTheme, powerMonitor, clipboard };
}

export type ElectronHere = ReturnType<typeof createElectron>;
