import type { Host } from '../host.ts';
import { notHere, only } from '../not-here.ts';
import { AppHere } from './app.ts';
import { createBrowserWindow, type Pages } from './browser-window.ts';
import { createClipboard } from './clipboard.ts';
import { ClipboardPage } from './clipboard-page.ts';
import { createDialog } from './dialog.ts';
import { IpcMainHere } from './ipc-main.ts';
import { MenuHere } from './menu.ts';
import { MenuItemHere, menuOwner } from './menu-item.ts';
import { MessageChannelMain } from './message-ports.ts';
import { nativeImage } from './native-image.ts';
import { NativeThemeHere } from './native-theme.ts';
import { createNet } from './net.ts';
import { createNotification } from './notification.ts';
import { PowerMonitorHere } from './power-monitor.ts';
import { createProtocol } from './protocol.ts';
import { createSafeStorage } from './safe-storage.ts';
import { Schemes } from './schemes.ts';
import { createSession } from './session.ts';
import { createShell } from './shell.ts';
import { createSystemPreferences } from './system-preferences.ts';
import { createTray } from './tray.ts';

/** The main process modules of Electron that this host does not have. Any access to one of them throws with a clear message. */
const absent = [
  'BaseWindow',
  'BrowserView',
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
  'netLog',
  'parentPort',
  'powerSaveBlocker',
  'pushNotifications',
  'screen',
  'utilityProcess',
  'webFrameMain',
] as const;

/** Returns everything `import … from 'electron'` gives, and the internals that the host and the control channel use. */
export function createElectron(host: Host, pages: Pages) {
  const schemes = new Schemes();
  const app = new AppHere(host);
  const ipcMain = new IpcMainHere();
  const nativeTheme = new NativeThemeHere();
  const powerMonitor = new PowerMonitorHere();
  const { net, fetch } = createNet(schemes);
  const protocol = createProtocol(
    host,
    schemes,
    (url, init) => fetch(url, init),
    () => {
      for (const { webContents } of windows.all)
        void webContents.attached.then(() => webContents.watchRequests()).catch(() => undefined);
    },
  );
  const { session, own, of } = createSession(host, protocol);
  const windows = createBrowserWindow({
    host,
    pages,
    app,
    contents: { host, schemes, ipcMain },
    sessionOf: of,
  });
  app.windows = () => [...windows.all];
  menuOwner.windows = () => [...windows.all].map((one) => windows.outside(one));
  menuOwner.appName = () => app.getName();
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
  const clipboard = createClipboard(
    new ClipboardPage(host, pages, () => [...windows.all][0]?.webContents ?? null),
  );
  const safeStorage = createSafeStorage(host, () => app.getName());
  const electron: Record<string, unknown> = {
    app: only('app', app),
    BrowserWindow: windows.BrowserWindow,
    ClipboardItem: clipboard.ClipboardItem,
    Menu: MenuHere,
    MenuItem: MenuItemHere,
    MessageChannelMain,
    Notification: createNotification(host),
    Tray: createTray(host),
    clipboard: clipboard.clipboard,
    dialog: createDialog(host),
    ipcMain,
    nativeImage,
    nativeTheme: only('nativeTheme', nativeTheme),
    net,
    powerMonitor: only('powerMonitor', powerMonitor),
    protocol,
    safeStorage,
    session,
    shell: createShell(host),
    systemPreferences: createSystemPreferences(host),
    webContents: only('webContents', {
      getAllWebContents: () => [...windows.all].map(({ webContents }) => webContents),
      getFocusedWebContents: () => [...windows.all].find((one) => one.isFocused())?.webContents ?? null,
      fromId: (id: number) => [...windows.all].find(({ webContents }) => webContents.id === id)?.webContents,
    }),
  };
  for (const name of absent) electron[name] = notHere(name);
  const contentsOf = (frameId: string) =>
    [...windows.all].map(({ webContents }) => webContents).find(({ frames }) => frames.has(frameId)) ?? null;
  return { electron, app, windows, session: own, contentsOf, nativeTheme, powerMonitor, clipboard };
}

export type ElectronHere = ReturnType<typeof createElectron>;
