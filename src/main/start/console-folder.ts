import { posix, win32 } from 'node:path';

/**
 * Returns the folder where the app of this account keeps its data, for a process without Electron: `appData` of Electron's documents
 * (docs/api/app.md, getPath) and the app's name below it. Pure.
 */
export function userDataOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32')
    return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Keyturn');
  if (platform === 'darwin') return posix.join(home, 'Library/Application Support/Keyturn');
  return posix.join(env.XDG_CONFIG_HOME || posix.join(home, '.config'), 'Keyturn');
}
