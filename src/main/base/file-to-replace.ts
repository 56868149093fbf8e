import { type BigIntStats, closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { NotReplaced } from './files.ts';
import { words } from './words.ts';

/**
 * Returns the bytes of a small file that may be replaced, and the facts that `replaceFile` needs. Never opens a pipe or a device, which
 * might block forever. Throws NotReplaced, or the system's error.
 */
export function readToReplace(
  path: string,
  mostBytes: number,
): { readonly bytes: Buffer; readonly file: BigIntStats } {
  const check = (file: BigIntStats): void => {
    if (!file.isFile()) throw new NotReplaced(words.files.notSmallText);
    if (file.size > mostBytes) throw new NotReplaced(words.files.overSize(Math.floor(mostBytes / 1_000_000)));
    if ((file.mode & 0o222n) === 0n) {
      throw new NotReplaced(words.files.readOnlyAllow);
    }
    if (file.nlink > 1n) {
      throw new NotReplaced(words.files.hasSecondName);
    }
  };
  check(statSync(path, { bigint: true }));
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const file = fstatSync(handle, { bigint: true });
    check(file);
    return { bytes: readFileSync(handle), file };
  } finally {
    closeSync(handle);
  }
}
