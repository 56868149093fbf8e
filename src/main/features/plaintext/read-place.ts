import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath } from 'node:fs/promises';
import { NotReplaced } from '../../base/files.ts';
import { textOfBytes } from '../../base/text-of-bytes.ts';

/** The content of a file, or why it was not read. */
export type ReadPlace =
  | { readonly text: string; readonly bytes: Buffer }
  | { readonly not: 'absent' | 'unreadable' | 'too-large' | 'binary' };

/** The length of the beginning that shows whether a file is binary. */
const firstBytes = 8_192;

/**
 * Returns whether an open file is the one at a path without links. A folder on the way may have become a link after it was listed. Linux
 * says where an open file is (proc(5)). Elsewhere the path and the file must agree.
 */
async function isAt(file: FileHandle, path: string): Promise<boolean> {
  const known = await readlink(`/proc/self/fd/${file.fd}`).catch(() => null);
  if (known !== null) return known === path;
  const [there, opened] = [await lstat(path), await file.stat()];
  return there.ino === opened.ino && there.dev === opened.dev && (await realpath(path)) === path;
}

/**
 * Reads a file of at most `mostBytes` as text. It follows a link, also in the place of a folder, only with `throughLinks`, and does not wait
 * for a pipe or a device. Never rejects.
 */
export async function readPlace(path: string, mostBytes: number, throughLinks: boolean): Promise<ReadPlace> {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const file = await open(path, O_RDONLY | O_NONBLOCK | (throughLinks ? 0 : O_NOFOLLOW)).catch(
    (error: NodeJS.ErrnoException) => error.code ?? '',
  );
  if (typeof file === 'string') {
    return { not: ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(file) ? 'absent' : 'unreadable' };
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return { not: 'absent' };
    if (!throughLinks && !(await isAt(file, path))) return { not: 'unreadable' };
    if (stat.size > mostBytes) return { not: 'too-large' };
    const first = Buffer.alloc(Math.min(firstBytes, stat.size));
    await file.read(first, 0, first.length, 0);
    const [a, b] = first;
    const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
    if (!isUtf16 && first.includes(0)) return { not: 'binary' };
    const bytes = await file.readFile();
    return bytes.length > mostBytes ? { not: 'too-large' } : { text: textOfBytes(bytes).text, bytes };
  } catch (error) {
    return { not: error instanceof NotReplaced ? 'binary' : 'unreadable' };
  } finally {
    await file.close();
  }
}
