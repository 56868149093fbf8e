import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { programToStart } from './program-path.ts';

/** Returns the program of this Keyturn, with the words that come before its switches. In development the app's folder follows the program. */
export function ownProgram(): string[] {
  const program = programToStart(process.env.APPIMAGE, process.execPath);
  return [program, ...(app.isPackaged ? [] : [app.getAppPath()])];
}

/**
 * Returns the program and the arguments that start another process of this Keyturn with these switches. A program of Node names in `execArgv` what
 * comes before the script (Node, process.execArgv); as root Chromium needs `--no-sandbox` there, too.
 */
export function anotherKeyturn(switches: readonly string[]): [program: string, args: string[]] {
  const [program = '', ...folder] = ownProgram();
  const sandbox = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
  return [program, [...process.execArgv, ...folder, ...sandbox, ...switches]];
}

/** Quits as a person does, and then starts this Keyturn again with the same words. */
export function startAgain(): void {
  app.relaunch({
    execPath: programToStart(process.env.APPIMAGE, process.execPath),
    args: process.argv.slice(1),
  });
  app.quit();
}

/** Returns the text of app-update.yml beside this program, or null when there is none. */
function updateConfiguration(): string | null {
  try {
    return readFileSync(join(process.resourcesPath, 'app-update.yml'), 'utf8');
  } catch {
    return null;
  }
}

/** Returns what decides whether this program can replace itself. An AppImage and a portable program name themselves in the environment. */
export const programHere = () => ({
  platform: process.platform,
  isPackaged: app.isPackaged,
  isAppImage: (process.env.APPIMAGE ?? '') !== '',
  isPortable: process.env.PORTABLE_EXECUTABLE_FILE !== undefined,
  configuration: app.isPackaged ? updateConfiguration() : null,
});
