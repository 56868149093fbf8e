import type { UpdatesOff } from '../../../shared/contract/updates.ts';

/** What decides whether this program can replace itself. */
export interface Program {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Whether it runs out of an AppImage. */
  readonly isAppImage: boolean;
  /** Whether it is the portable program of Windows. */
  readonly isPortable: boolean;
  /** The text of app-update.yml, which electron-builder puts beside a program that was packed for publishing; null when there is none. */
  readonly configuration: string | null;
}

/**
 * Returns why this program does not update itself, or null when it does. Pure. On Windows electron-updater checks the signature against the names
 * in `publisherName`, and checks nothing where there are none (NsisUpdater, verifySignature), so such a program counts as unsigned.
 */
export function offByProgram(program: Program): UpdatesOff | null {
  const { platform, isPackaged, isAppImage, isPortable, configuration } = program;
  if (!isPackaged) return 'development';
  if (platform === 'linux' && !isAppImage) return 'package';
  if (isPortable) return 'portable';
  if (configuration === null || !/^url: '?https:\/\//m.test(configuration)) return 'unsigned';
  if (platform === 'win32' && !/^publisherName:/m.test(configuration)) return 'unsigned';
  return null;
}
