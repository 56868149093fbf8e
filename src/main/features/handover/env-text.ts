import { parse } from 'dotenv';
import { formOf } from '../../../shared/env-value.ts';
import { NotReplaced } from '../../base/files.ts';
import { textOfBytes } from '../../base/text-of-bytes.ts';
import { type Place, placesOf } from './env-places.ts';
import { words } from './words.ts';

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
  const { text, bytesOf, inside, read } = textOfBytes(bytes);
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
