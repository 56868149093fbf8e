import { closeSync, openSync, readSync } from 'node:fs';

/** The first line of every age file (age-encryption.org/v1), and that of one in text form. */
export const ageFirstLine = 'age-encryption.org/v1\n';
export const ageArmorLine = '-----BEGIN AGE ENCRYPTED FILE-----';

/** What a file is that is not the wanted one, as far as its first bytes tell. */
export type OtherFile = 'empty' | 'age' | 'sqlite' | 'unknown';

/** Returns what a readable file is by its first bytes. Throws errors of the file system. */
export function otherFile(path: string): OtherFile {
  const head = Buffer.alloc(1_000);
  const file = openSync(path, 'r');
  try {
    return kindOf(head.subarray(0, readSync(file, head, 0, head.length, 0)));
  } finally {
    closeSync(file);
  }
}

/** Returns what the beginning of a file says that the file is. */
export function kindOf(head: Buffer): OtherFile {
  const text = head.subarray(0, 1_000).toString('latin1');
  if (text === '') return 'empty';
  if (text.startsWith('SQLite format 3\0')) return 'sqlite';
  return text.startsWith(ageFirstLine.trimEnd()) || text.replaceAll('\0', '').includes(ageArmorLine)
    ? 'age'
    : 'unknown';
}
