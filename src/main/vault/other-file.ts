import { closeSync, openSync, readSync } from 'node:fs';

/** The first line of every age file (age-encryption.org/v1), and that of one in text form. */
export const ageFirstLine = 'age-encryption.org/v1\n';
export const ageArmorLine = '-----BEGIN AGE ENCRYPTED FILE-----';

/** What a file is that is neither a backup nor an age file. Both ways to bring tokens in refuse it in the same words. */
export type StrangeFile = 'packed' | 'page' | 'passwords' | 'beside' | 'encoded' | 'blank';

/** What a file is that is not the wanted one, as far as its first bytes tell. */
export type OtherFile = 'empty' | 'age' | 'sqlite' | StrangeFile | 'unknown';

/** The first bytes of zip, gzip, bzip2, xz, zstd, 7z and RAR. */
const packed = ['PK\x03\x04', '\x1f\x8b', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd', '7z\xbc\xaf', 'Rar!'];
/** The first bytes of KeePass. */
const keePass = '\x03\xd9\xa2\x9a';
/** The beginning of an export of Bitwarden, KeePass or 1Password. */
const passwords =
  /^\s*\{\s*"(?:encrypted|passwordProtected|folders)"\s*:|<KeePassFile|"(?:uuid|typeName)"\s*:.*"securityLevel"/s;
/** The first bytes of a file that macOS puts beside each file on a disk of another system, with the name ._x (AppleDouble). */
const appleDouble = '\0\x05\x16\x07';
/** The first characters of a backup and of an age file in base64, as a mail holds them. */
const encoded = ['SQLite format', 'age-encryption'].map((text) =>
  Buffer.from(text).toString('base64').replaceAll('=', '').slice(0, -1),
);

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
  const bare = text.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (text.startsWith(ageFirstLine.trimEnd()) || bare.includes(ageArmorLine)) return 'age';
  return strangeKindOf(text, bare);
}

function strangeKindOf(text: string, bare: string): StrangeFile | 'unknown' {
  if (text.replaceAll('\0', '') === '') return 'blank';
  if (packed.some((one) => text.startsWith(one))) return 'packed';
  if (text.startsWith(appleDouble)) return 'beside';
  if (text.startsWith(keePass) || passwords.test(text)) return 'passwords';
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(bare)) return 'page';
  return encoded.some((one) => bare.includes(one)) ? 'encoded' : 'unknown';
}
