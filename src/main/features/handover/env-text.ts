import { parse } from 'dotenv';
import { formOf } from '../../../shared/env-value.ts';
import { NotReplaced } from '../../base/files.ts';
import { type Place, placesOf } from './env-places.ts';
import { words } from './words.ts';

/** The text of a file, and the way back to its bytes. No byte is lost on the way: what is not UTF-8 is read as one sign for each byte. */
interface EnvText {
  readonly text: string;
  readonly bytesOf: (text: string) => Buffer;
  /** Text as it stands in `text`: other than itself where each sign is one byte. */
  readonly inside: (value: string) => string;
  /** What a reader makes of such bytes. */
  readonly read: (bytes: Buffer) => string;
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);
const same = (text: string): string => text;
const asUtf8 = (bytes: Buffer): string => bytes.toString('utf8');

/** Reads bytes as UTF-8 or, by their byte order mark, as UTF-16. Throws NotReplaced for what is no text. */
function envTextOf(bytes: Buffer): EnvText {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return utf16TextOf(bytes, a === 0xfe);
  if (bytes.includes(0)) {
    throw new NotReplaced(words.envText.holdsBytesNo);
  }
  const mark = bytes.subarray(0, bytes.subarray(0, 3).equals(utf8Mark) ? 3 : 0);
  const content = bytes.subarray(mark.length);
  const valid = Buffer.from(asUtf8(content)).equals(content);
  const encoding = valid ? 'utf8' : 'latin1';
  return {
    text: content.toString(encoding),
    bytesOf: (text) => Buffer.concat([mark, Buffer.from(text, encoding)]),
    inside: valid ? same : (value) => Buffer.from(value).toString('latin1'),
    read: asUtf8,
  };
}

/** PowerShell's `>` writes UTF-16 (Microsoft, about_Character_Encoding). Node keeps every unit of it, halves of pairs too. */
function utf16TextOf(bytes: Buffer, bigEnd: boolean): EnvText {
  if (bytes.length % 2 !== 0) throw new NotReplaced(words.envText.beginsAsUtf);
  const turned = (given: Buffer): Buffer => (bigEnd ? Buffer.from(given).swap16() : given);
  const read = (given: Buffer): string => turned(given).subarray(2).toString('utf16le');
  const text = read(bytes);
  if (text.includes('\0')) throw new NotReplaced(words.envText.notTextFile);
  return {
    text,
    bytesOf: (next) => turned(Buffer.from(`\uFEFF${next}`, 'utf16le')),
    inside: same,
    read,
  };
}

// A shell goes on behind these; dotenv takes all of it for the value.
const shellGoesOn = /[;&|]\s|[;&|]\s*export\b|\s[A-Za-z_]\w*=/;

/** For a shell, a line that ends in a backslash goes on in the next one; dotenv looks for a value below `KEY:`. */
function goesOnBelow(text: string): boolean {
  const end = text.endsWith('\r\n') ? 2 : /[\r\n]$/.test(text.slice(-1)) ? 1 : 0;
  const body = text.slice(0, text.length - end);
  const line = body.slice(Math.max(body.lastIndexOf('\n'), body.lastIndexOf('\r')) + 1).trimStart();
  return (line.endsWith('\\') && !line.startsWith('#')) || /^(?:export\s+)?[\w.-]+:$/.test(line);
}

function replaced(text: string, { start, end, mark, written }: Place, value: string, key: string): string {
  if (mark === '' && shellGoesOn.test(written)) {
    throw new NotReplaced(words.envText.restOfLine(key));
  }
  const next = text.slice(end);
  return `${text.slice(0, start)}${formed(value, mark, key)}${next.startsWith('#') ? ' ' : ''}${next}`;
}

function formed(value: string, mark: string, key: string): string {
  const form = formOf(value, mark);
  if (form !== null) return form;
  throw new NotReplaced(words.envText.signs(key));
}

/**
 * The text of an .env file with the value of `key` replaced where it stands, or added at the end. Nothing else changes: quotes, `export`,
 * comments and line ends stay. Where the key stands more than once, every place gets the value, since most readers take the last and some
 * the first. Throws NotReplaced.
 */
export function withKey(text: string, key: string, value: string): string {
  const places = placesOf(text, key);
  if (places.length > 0) {
    // From the end on, so that the places before stay where they are.
    return places.reduceRight((now, place) => replaced(now, place, value, key), text);
  }
  const ends = text.match(/\r\n?|\n/g);
  const end = ends?.at(-1) ?? '\n';
  const lastLineIsOpen = text !== '' && !/[\r\n]/.test(text.slice(-1));
  const goesOn = goesOnBelow(text);
  return `${text}${lastLineIsOpen ? end : ''}${goesOn ? end : ''}${key}=${formed(value, '', key)}${end}`;
}

/**
 * The bytes of an .env file with the value of `key` replaced, and in how many places it stood. What came out is read by dotenv before it is given
 * back: the key has the value, and every other key has what it had. Throws NotReplaced.
 */
export function withKeyInBytes(
  bytes: Buffer,
  key: string,
  value: string,
): { readonly bytes: Buffer; readonly places: number } {
  const { text, bytesOf, inside, read } = envTextOf(bytes);
  const next = bytesOf(withKey(text, key, inside(value)));
  // dotenv's other parser takes minutes for a file of blank lines.
  const readBack = (one: Buffer) => parse(read(one), { fast: true });
  const [before, after] = [readBack(bytes), readBack(next)];
  const isSame =
    after[key] === value &&
    Object.keys({ ...before, ...after }).every((name) => name === key || before[name] === after[name]);
  if (!isSame) {
    throw new NotReplaced(words.envText.ambiguous(key));
  }
  return { bytes: next, places: placesOf(text, key).length };
}
