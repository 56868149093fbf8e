import { isUtf8 } from 'node:buffer';
import { NotReplaced } from './files.ts';
import { words } from './words.ts';

/** The text of a file, and the way back to its bytes. No byte is lost: text that is not UTF-8 is read as one sign for each byte. */
export interface TextOfBytes {
  readonly text: string;
  readonly bytesOf: (text: string) => Buffer;
  /** Returns a value as it appears in `text`. It differs from the value when each sign is one byte. */
  readonly inside: (value: string) => string;
  /** Reads such bytes as text. */
  readonly read: (bytes: Buffer) => string;
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);
const same = (text: string): string => text;
const asUtf8 = (bytes: Buffer): string => bytes.toString('utf8');

/** Returns bytes as text: UTF-8 or, by their byte order mark, UTF-16. Throws NotReplaced for bytes that are not text. */
export function textOfBytes(bytes: Buffer): TextOfBytes {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return utf16Text(bytes, a === 0xfe);
  if (bytes.includes(0)) {
    throw new NotReplaced(words.textOfBytes.notText);
  }
  const mark = bytes.subarray(0, bytes.subarray(0, 3).equals(utf8Mark) ? 3 : 0);
  const content = bytes.subarray(mark.length);
  const valid = isUtf8(content);
  const encoding = valid ? 'utf8' : 'latin1';
  return {
    text: content.toString(encoding),
    bytesOf: (text) => Buffer.concat([mark, Buffer.from(text, encoding)]),
    inside: valid ? same : (value) => Buffer.from(value).toString('latin1'),
    read: asUtf8,
  };
}

/**
 * Reads the UTF-16 that PowerShell's `>` writes (Microsoft, about_Character_Encoding). Node keeps every unit of it, also halves of pairs.
 */
function utf16Text(bytes: Buffer, bigEnd: boolean): TextOfBytes {
  if (bytes.length % 2 !== 0) throw new NotReplaced(words.textOfBytes.halfCharacter);
  const turned = (given: Buffer): Buffer => (bigEnd ? Buffer.from(given).swap16() : given);
  const read = (given: Buffer): string => turned(given).subarray(2).toString('utf16le');
  const text = read(bytes);
  if (text.includes('\0')) throw new NotReplaced(words.textOfBytes.notUnicode);
  return {
    text,
    bytesOf: (next) => turned(Buffer.from(`\uFEFF${next}`, 'utf16le')),
    inside: same,
    read,
  };
}
