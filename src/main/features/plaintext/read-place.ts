import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { NotReplaced } from '../../base/files.ts';
import { textOfBytes } from '../../base/text-of-bytes.ts';

/** The content of a file, or why it was not read. */
export type ReadPlace =
  | { readonly text: string; readonly bytes: Buffer }
  | { readonly not: 'absent' | 'unreadable' | 'too-large' | 'binary' };

/** The length of the beginning that shows whether a file is binary. */
const firstBytes = 8_192;

/**
 * Reads a file of at most `mostBytes` as text. It follows a link only with `throughLinks`, and does not wait for a pipe or a device. Never
 * rejects.
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
