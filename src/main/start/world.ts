import { userInfo } from 'node:os';
import { app, type BrowserWindow, nativeTheme } from 'electron';
import type { World } from '../app/world.ts';
import { systemClock } from '../base/clock.ts';
import type { Dialogs, Log } from '../base/ports.ts';
import type { BeforeWindow } from '../features/settings/before-window.ts';
import { offByProgram } from '../features/updates/off.ts';
import { createClipboard } from '../platform/clipboard.ts';
import { hostName } from '../platform/host-name.ts';
import { startAtLogin } from '../platform/login-item.ts';
import { createNotifier } from '../platform/notifier.ts';
import { createOpener } from '../platform/opener.ts';
import { anotherKeyturn, programHere, startAgain } from '../platform/own-program.ts';
import { readPolicySource } from '../platform/policy-source.ts';
import { createKeyring } from '../platform/safe-storage.ts';
import { createSystemProof } from '../platform/system-proof.ts';
import type { AppTray } from '../platform/tray.ts';
import { startBeside } from './beside.ts';

/** What the start has made before the app, and the app's world needs. */
interface Started {
  /** Keyturn's own folder. `userData` is the folder of this run, which differs in the demo. */
  readonly folder: string;
  readonly userData: string;
  readonly log: Log;
  readonly dialogs: Dialogs;
  readonly tray: AppTray;
  readonly plain: BeforeWindow;
  readonly extraCaFile: string | null;
  readonly bundles: string;
  readonly pageUrl: string;
  readonly windowNow: () => BrowserWindow | null;
  readonly openToken: (tokenId: string | null, rotate?: boolean) => void;
  readonly screenLock: World['screenLock'];
  readonly endForUpdate: () => Promise<void>;
}

/** Returns what the app needs of this computer, of its window and of Electron. */
export function worldOf(started: Started): Omit<World, 'publish'> {
  const { folder, userData, log, dialogs, tray, plain, windowNow, openToken } = started;
  let atLogin = plain.startAtLogin;
  return {
    userData,
    extraCaFile: started.extraCaFile,
    info: {
      version: app.getVersion(),
      host: hostName(),
      platform: process.platform,
      electron: process.versions.electron ?? '',
      chrome: process.versions.chrome ?? '',
      node: process.versions.node,
      demo: false,
    },
    bundles: started.bundles,
    clock: systemClock,
    keyring: createKeyring(),
    readPolicy: readPolicySource,
    orgRefusal: null,
    systemProof: createSystemProof(systemClock),
    clipboard: createClipboard(),
    opener: createOpener(),
    dialogs,
    log,
    // This asks the app and not the window's session, whose proxy leads nowhere.
    resolveProxy: (url) => app.resolveProxy(url),
    // Not a reload: script may have given the page another address in the history.
    reloadWindow: () => {
      const loading = windowNow()?.loadURL(started.pageUrl);
      void loading?.catch(() => undefined);
    },
    onSettings: (settings) => {
      nativeTheme.themeSource = settings.theme;
      windowNow()?.setContentProtection(settings.contentProtection);
      tray.want(settings.showInTray);
      // The entry changes only when the person changed the setting here. An entry that was made by other means is left alone.
      if (settings.startAtLogin !== atLogin) startAtLogin(settings.startAtLogin);
      atLogin = settings.startAtLogin;
    },
    screenLock: started.screenLock,
    user: userInfo().username,
    notify: createNotifier((tokenId) => openToken(tokenId)),
    showRotation: (tokenId) => openToken(tokenId, true),
    findCaller: async (theirs, ours) => {
      if (process.platform !== 'linux')
        return (await import('../features/programs/caller.ts')).unnamed(theirs);
      return (await import('../features/programs/caller-linux.ts')).findLinuxCaller(theirs, ours);
    },
    raise: () => {
      const window = windowNow();
      if (window?.isMinimized() === true) window.restore();
      window?.showInactive();
    },
    onTray: (state) => tray.set(state),
    updates: {
      offByProgram: offByProgram(programHere()),
      restart: startAgain,
      load: async () =>
        (await import('../platform/updater.ts')).createUpdater(log, {
          end: started.endForUpdate,
          quit: () => app.quit(),
        }),
    },
    startDemo: () => startBeside(...anotherKeyturn(['--demo', `--user-data=${folder}`])),
  };
}
