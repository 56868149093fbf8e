import { parse } from 'dotenv';
import { formOf } from '../../../shared/env-value.ts';
import { NotReplaced } from '../../base/files.ts';
import { textOfBytes } from '../../base/text-of-bytes.ts';
import { holdsShape, valuesIn } from '../../capture/token-text.ts';
import { otherForm, refuseOtherForms } from './env-forms.ts';
import { type EnvLines, envLinesOf, type Place } from './env-places.ts';
import { words } from './words.ts';

// A shell continues with another command or assignment here, but dotenv reads all of it as the value.
const shellGoesOn = /[;&|]\s|[;&|]\s*export\b|\s[A-Za-z_]\w*=/;

/** Returns whether a shell would continue the last line with the next one, because it ends in a backslash. */
function goesOnBelow(text: string): boolean {
  const end = text.endsWith('\r\n') ? 2 : /[\r\n]$/.test(text.slice(-1)) ? 1 : 0;
  const body = text.slice(0, text.length - end);
  const line = body.slice(Math.max(body.lastIndexOf('\n'), body.lastIndexOf('\r')) + 1).trimStart();
  return line.endsWith('\\') && !line.startsWith('#');
}

/** Returns whether other text stands behind the token, as in `TOKEN=00... node app.js`. In an object of JSON, the text belongs to the value. */
function goesOnBehindToken(written: string): boolean {
  const end = valuesIn(written)[0]?.to;
  return end !== undefined && !written.startsWith('{') && /^["']?\s+\S/.test(written.slice(end));
}

function replaced(text: string, { start, end, mark, written }: Place, value: string, key: string): string {
  if (mark === '' && (shellGoesOn.test(written) || goesOnBehindToken(written))) {
    throw new NotReplaced(words.envText.restOfLine(key));
  }
  const next = text.slice(end);
  const given = within(written, value, key);
  // In their own quotes, the signs around the value stay as they are.
  const isSafe = mark !== '' && given !== value && formOf(value, mark) === `${mark}${value}${mark}`;
  const form = isSafe ? `${mark}${given}${mark}` : formed(given, mark, key);
  return `${text.slice(0, start)}${form}${next.startsWith('#') ? ' ' : ''}${next}`;
}

/** What a whole header has before its value, and what ends the value there. */
const header = /^([\s\S]*\bSSWS\s+)[^"'`\\]*([\s\S]*)$/i;

/**
 * Returns `value` with the text that stands around the earlier value, as in `"SSWS 00..."`, `"Authorization: SSWS 00..."` or
 * `{"token":"00..."}`. The program sends or reads all of it. Marks without a letter are no such text. Throws NotReplaced when it is not
 * certain which part is the earlier value.
 */
function within(written: string, value: string, key: string): string {
  const earlier = valuesIn(written);
  const [one] = earlier;
  if (earlier.length > 1 || (one === undefined && holdsShape(written) && !/^[\w-]+$/.test(written))) {
    throw new NotReplaced(words.envText.whichPart(key));
  }
  const [, scheme = '', behind = ''] = header.exec(written) ?? [];
  const [before, after] =
    one === undefined ? [scheme, behind] : [written.slice(0, one.from), written.slice(one.to)];
  return /\p{L}/u.test(before + after) ? `${before}${value}${after}` : value;
}

function formed(value: string, mark: string, key: string): string {
  const form = formOf(value, mark);
  if (form !== null) return form;
  throw new NotReplaced(words.envText.signs(key));
}

/**
 * Returns the text of an .env file with a new value for `key`, in its place or at the end. Nothing else changes: quotes, `export`, comments,
 * line ends, and the text of a header around the value stay. When the key occurs several times, every place gets the value, because most readers use the
 * last one and some the first. Throws NotReplaced.
 */
export function withKey(text: string, key: string, value: string): string {
  const lines = envLinesOf(text);
  refuseOtherForms(text, key, lines);
  const places = lines.assignments.filter(({ name }) => name === key);
  if (places.length > 0) {
    // The replacement begins at the end, so that each earlier place keeps its position.
    return places.reduceRight((now, place) => replaced(now, place, value, key), text);
  }
  const ends = text.match(/\r\n?|\n/g);
  const end = ends?.at(-1) ?? '\n';
  const lastLineIsOpen = text !== '' && !/[\r\n]/.test(text.slice(-1));
  const goesOn = goesOnBelow(text);
  return `${text}${lastLineIsOpen ? end : ''}${goesOn ? end : ''}${newLine(lines, key, value)}${end}`;
}

/** Returns the line for a new key. In a file with blanks around each sign, such as one of Terraform's, it has the form of the others. */
function newLine({ assignments }: EnvLines, key: string, value: string): string {
  const isSpaced = assignments.length > 0 && assignments.every(({ sign }) => sign === ' =');
  if (!isSpaced) return `${key}=${formed(value, '', key)}`;
  const mark = assignments.findLast((one) => one.mark !== '')?.mark ?? '';
  return `${key} = ${formed(value, mark, key)}`;
}

/**
 * Returns the bytes of an .env file with a new value for `key`, and the number of places. It first reads the result with dotenv: the key
 * must have the value, and every other key its earlier value. Throws NotReplaced.
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
    after[key] === within(before[key] ?? '', value, key) &&
    Object.keys({ ...before, ...after }).every((name) => name === key || before[name] === after[name]);
  const places = envLinesOf(text).assignments.filter(({ name }) => name === key);
  if (!isSame) {
    const inYaml = places.find(({ sign }) => sign === ':');
    throw inYaml === undefined
      ? new NotReplaced(words.envText.ambiguous(key))
      : otherForm(text, inYaml.line, key);
  }
  return { bytes: next, places: places.length };
}
