import { posix } from 'node:path';

/**
 * Returns what starts the app again, for an entry that outlives this run. An AppImage says itself where it is, since what runs is in a mount
 * that goes with it. Other Linux packages have a launcher beside Electron's program, which sees to the sandbox (resources/linux/keyturn.sh).
 */
export function programToStart(appImage: string | undefined, execPath: string): string {
  if (appImage !== undefined && appImage !== '') return appImage;
  return posix.basename(execPath) === 'keyturn-bin'
    ? posix.join(posix.dirname(execPath), 'keyturn')
    : execPath;
}
