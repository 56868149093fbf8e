import { type AppUpdater, autoUpdater } from 'electron-updater';
import type { Log, Updater } from '../base/ports.ts';

/** How this app ends. */
export interface EndOfApp {
  /** Closes what is open, so that the next version finds it free. */
  readonly end: () => Promise<void>;
  readonly quit: () => void;
}

/**
 * Returns electron-updater behind our port. It takes a newer version only, checks its signature (macOS, Windows) or its SHA-512 (AppImage) before
 * it says that it is ready, and replaces nothing before `install`.
 */
export function updaterOf(updater: AppUpdater, log: Log, app: EndOfApp): Updater {
  const note = (level: string) => (message: unknown) =>
    log.note('updates', { level, message: String(message) });
  updater.logger = { info: () => undefined, warn: note('warn'), error: note('error') };
  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  return {
    async look() {
      const found = await updater.checkForUpdates();
      if (found?.isUpdateAvailable !== true) return null;
      await found.downloadPromise;
      return found.updateInfo.version;
    },
    async install() {
      await app.end();
      // Nothing works in this process any more, so it ends also where the update fails. The log says why.
      updater.once('error', app.quit);
      updater.quitAndInstall(false, true);
    },
  };
}

/** Returns the updater of this program. */
export const createUpdater = (log: Log, app: EndOfApp): Updater => updaterOf(autoUpdater, log, app);
