import { posix } from 'node:path';

/**
 * Returns the program that starts the app again, for an entry that outlives this run. An AppImage runs from a temporary mount, and names
 * its own file. Other Linux packages have a launcher beside Electron's program, which takes care of the sandbox
 * (resources/linux/keyturn.sh).
 */
export function programToStart(appImage: string | undefined, execPath: string): string {
  if (appImage !== undefined && appImage !== '') return appImage;
  return posix.basename(execPath) === 'keyturn-bin'
    ? posix.join(posix.dirname(execPath), 'keyturn')
    : execPath;
}
