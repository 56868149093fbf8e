import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, nativeTheme, powerMonitor, type WebContents } from 'electron';
import { demoFolderName, leaveDemoFolder, sweepDemoFolder, takeDemoFolder } from '../../demo/folder.ts';
import { methodNames } from '../../shared/contract/names.ts';
import { windowFolder } from '../../shared/languages.ts';
import type { Loaded } from '../app/load.ts';
import type { Features } from '../app/rest.ts';
import { systemClock } from '../base/clock.ts';
import { Failed } from '../base/failure.ts';
import { overwriteFreedMemory } from '../base/freed-memory.ts';
import { spoken } from '../base/language.ts';
import { readBeforeWindow } from '../features/settings/before-window.ts';
import { openChannels } from '../ipc/channels.ts';
import { isTrusted } from '../ipc/sender.ts';
import { redact } from '../okta/redact.ts';
import { appId } from '../platform/app-id.ts';
import { createDialogs } from '../platform/dialogs.ts';
import { createLog } from '../platform/log.ts';
import { type MenuCommand, setMenu } from '../platform/menu.ts';
import { closeNetwork, keepWebRtcInside } from '../platform/no-network.ts';
import { appOrigin, registerAppScheme, serveApp } from '../platform/scheme.ts';
import { ScreenLock } from '../platform/screen-lock.ts';
import { hardenContents, hardenSession, windowSession } from '../platform/session.ts';
import { AppTray } from '../platform/tray.ts';
import { trayImage } from '../platform/tray-image.ts';
import { openWindow } from '../platform/window.ts';
import { readyLine } from './beside.ts';
import { readCommandLine } from './command-line.ts';
import { installCommand } from './install-command.ts';
import { refusedExit, sandboxStart } from './sandbox.ts';
import { words } from './words.ts';
import { worldOf } from './world.ts';

// The app's start, from top to bottom. The calls that Electron wants before `ready` come first.
overwriteFreedMemory();
// Under `ulimit -f` a write that is too long ends the process. With this listener the write fails with EFBIG instead, and the app says so.
process.on('SIGXFSZ', () => undefined);
const here = import.meta.dirname;
const commandLine = readCommandLine(process.argv);
// electron-vite's development server serves the page only while it runs, never in a packaged app.
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const pageUrl = devServer ?? `${appOrigin}/index.html`;
const pageOrigin = devServer === undefined ? appOrigin : new URL(devServer).origin;

const sandbox = sandboxStart({
  noSandbox: app.commandLine.hasSwitch('no-sandbox'),
  isPackaged: app.isPackaged,
  uid: process.getuid?.(),
});
if (sandbox === 'refuse') {
  process.stderr.write(`${words.sandbox.notAsRoot}\n`);
  process.exit(refusedExit);
}
if (sandbox === 'enable') app.enableSandbox();
// This comes before the first window. By this id, notifications and the taskbar find the shortcut that the installer made.
if (process.platform === 'win32') app.setAppUserModelId(appId);
keepWebRtcInside();
registerAppScheme();
hardenContents(pageOrigin);

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  // The first instance comes to the front, and keeps its vault.
  process.stdout.write(`${words.index.alreadyRunning}\n`);
  app.quit();
}

function start(): void {
  const ours = new Set<WebContents>();
  let window: BrowserWindow | null = null;

  const { demo } = commandLine;
  const folder = app.getPath('userData');
  if (demo) {
    process.once('exit', () => leaveDemoFolder(folder));
    // Whoever started the demo stops reading when its window shows.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  }
  const userData = demo ? takeDemoFolder(folder) : folder;
  const log = createLog(join(userData, 'keyturn.log'), systemClock, redact);
  const plain = readBeforeWindow(join(userData, 'settings.json'));
  // Everything behind the window is loaded after the window is asked for. Until then nothing is open, so there is nothing to lock.
  let behind: Loaded | null = null;
  const features = () => behind?.parts.features ?? null;
  /** Does what the menu, the tray or a notification asks for. What comes before the features have started waits for them. */
  const withFeatures = (act: (features: Features) => void): void => {
    void loaded.then(({ parts }) => parts.whenStarted(act));
  };
  const lock = (): void => behind?.front.lock();
  const dialogs = createDialogs(() => window);

  const show = (): void => {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const openToken = (tokenId: string | null, rotate = false): void => {
    show();
    withFeatures(({ publish }) => {
      if (tokenId === null) publish('command', { name: 'upcoming' });
      else publish('openToken', { tokenId, rotate });
    });
  };
  const tray = new AppTray(
    {
      calm: join(here, '../../resources/tray', trayImage(process.platform, false)),
      attention: join(here, '../../resources/tray', trayImage(process.platform, true)),
    },
    {
      show,
      open: (tokenId) => openToken(tokenId),
      testAll: () => withFeatures(({ keyturn }) => keyturn.testAll()),
      lock,
      quit: () => app.quit(),
    },
  );

  nativeTheme.themeSource = plain.theme;
  tray.want(plain.showInTray && !demo);
  const session = windowSession();
  hardenSession(session);
  // A developer's own server is on the network.
  if (devServer === undefined) closeNetwork(session);
  serveApp(join(here, '..', windowFolder(spoken())), session.protocol);
  setMenu(
    (command: MenuCommand) => {
      if (command === 'lock') lock();
      else withFeatures(({ publish }) => publish('command', { name: command }));
    },
    () => window?.webContents ?? null,
    () => void installCommand(join(process.resourcesPath, 'bin/keyturn'), dialogs, log),
  );

  /** Resolves when the vault was looked for. */
  const opened = Promise.withResolvers<void>();
  const sweep = (): void => {
    try {
      sweepDemoFolder(join(folder, demoFolderName));
    } catch (error) {
      log.note('demo.not-swept', { error: String(error) });
    }
  };

  const open = (): void => {
    window = openWindow({
      preload: join(here, '../preload/index.cjs'),
      url: pageUrl,
      contentProtection: plain.contentProtection,
      startMinimised: plain.startMinimised,
      onReady: () => {
        process.stdout.write(`${readyLine}\n`);
        // The keyring is asked only now, because the system may show a prompt, and an invisible app should show none.
        void loaded.then(async ({ parts }) => {
          void screenLock.start();
          await parts.start().catch(() => {
            // The log has the reason. The window says it at each call.
            process.stderr.write(`${words.index.restDoesNotLoad}\n`);
          });
          opened.resolve();
          if (!demo) sweep();
        });
      },
      onFailed: (reason) => {
        log.note('window.failed', { reason });
        process.stderr.write(`${words.index.pageDoesNotLoad(reason)}\n`);
        app.exit(1);
      },
    });
    const { webContents } = window;
    ours.add(webContents);
    window.on('closed', () => {
      ours.delete(webContents);
      window = null;
    });
  };
  open();

  const onSleep = (): void => {
    if (behind?.front.settings.plain.lockOnSuspend) lock();
  };
  const screenLock = new ScreenLock(
    {
      onLock: () => {
        if (behind?.front.settings.plain.lockOnScreenLock) lock();
      },
      onSleep,
      onChange: () => features()?.keyturn.systemChanged(),
    },
    systemClock,
  );

  const world = worldOf({
    ...{ folder, userData, log, dialogs, tray, plain },
    extraCaFile: commandLine.extraCa,
    bundles: join(here, '..'),
    pageUrl,
    windowNow: () => window,
    openToken,
    screenLock: () => screenLock.view,
    endForUpdate,
  });
  const send = (channel: string, payload: unknown): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, payload);
  };
  // The front is loaded while the window's own process starts (app/parts.ts). Questions of the page wait for it.
  const inDemo = demo ? import('./demo-world.ts').then(({ demoWorld }) => demoWorld(world)) : null;
  const loaded = Promise.all([import('../app/load.ts'), inDemo])
    .then(([{ openParts }, its]) => {
      behind = openParts(its?.world ?? world, send);
      behind.parts.begin();
      return behind;
    })
    .catch((error: unknown): Promise<Loaded> => {
      log.note('features.failed', { error: String(error) });
      const refused = error instanceof Failed ? words.demo.refused(error.message) : null;
      process.stderr.write(`${refused ?? words.index.partDoesNotLoad}\n`);
      app.exit(1);
      return new Promise(() => undefined);
    });
  /** Resolves when the page may ask. The page of the demo waits for the demo's tokens, so that it does not begin with an empty list. */
  const answering = async () => {
    const { answer } = (await loaded).parts;
    if (inDemo !== null) {
      await opened.promise;
      const { prepare } = await inDemo;
      await prepare(answer).catch((error: unknown) => log.note('demo.not-filled', { error: String(error) }));
    }
    return answer;
  };
  openChannels(ipcMain, (event) => isTrusted(event, ours, pageOrigin), methodNames, answering(), log);

  app.on('second-instance', () => {
    show();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });

  powerMonitor.on('suspend', onSleep);
  powerMonitor.on('resume', () => {
    const whole = features();
    if (whole === null) behind?.front.autoLock.catchUp();
    else whole.keyturn.wake();
  });

  app.on('window-all-closed', () => app.quit());
  let ended = false;
  const end = (): Promise<void> => {
    screenLock.stop();
    const all = behind?.parts.end() ?? Promise.resolve();
    return all.finally(() => {
      ended = true;
    });
  };
  /** The next version starts before this one is gone. It must find the vault closed, and the lock of the single instance free. */
  async function endForUpdate(): Promise<void> {
    await end();
    app.releaseSingleInstanceLock();
  }
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void end().finally(() => app.quit());
  });
}
