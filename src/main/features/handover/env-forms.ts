import { NotReplaced } from '../../base/files.ts';
import { valuesIn } from '../../capture/token-text.ts';
import type { Assignment, EnvLines } from './env-places.ts';
import { words } from './words.ts';

/**
 * Throws NotReplaced for a file, or for a value, in another form than that of .env files. People also choose files in YAML, JSON, TOML and
 * HCL, and programs. A new value in place of half of a list, or a new line at the end of JSON, would break the file for its reader.
 */
export function refuseOtherForms(text: string, key: string, lines: EnvLines): void {
  // sops refuses a file whose content differs from the sum that it holds.
  if (text.includes('ENC[AES256_GCM,')) throw new NotReplaced(words.envForms.encrypted);
  const { assignments, others } = lines;
  const ofKey = assignments.filter(({ name }) => name === key);
  const [first, last] = [ofKey[0], ofKey.at(-1)];
  if (first === undefined || last === undefined) {
    refuseNewLine(text, key, lines);
    return;
  }
  for (const one of ofKey) {
    if (isOther(text, one, others)) throw otherForm(text, one.line, key);
  }
  if (others.some((at) => first.line < at && at < last.line)) {
    throw new NotReplaced(words.envForms.parts(key));
  }
}

/** Returns the error for a key that a line has in another form than that of .env files. */
export const otherForm = (text: string, line: number, key: string): NotReplaced =>
  new NotReplaced(words.envForms.otherForm(key, numberOf(text, line)));

/** Throws NotReplaced for a file in which the place for a new key is not certain, or which already has the key in another form. */
function refuseNewLine(text: string, key: string, { assignments, others }: EnvLines): void {
  const named = others.find((at) => namesOf(lineFrom(text, at)).includes(key));
  if (named !== undefined) throw otherForm(text, named, key);
  const inYaml = assignments.every(({ sign }) => sign === ':') ? assignments[0]?.line : undefined;
  const inObject = assignments.find(
    ({ sign, written }) => sign === ' =' && /^[{[(]/.test(written) && namesOf(written).includes(key),
  );
  if (inObject !== undefined) throw otherForm(text, inObject.line, key);
  const other = others[0] ?? inYaml;
  if (other !== undefined) throw new NotReplaced(words.envForms.noEnvFile(key, numberOf(text, other)));
}

/** The forms of a value that other languages read: text over several lines of TOML, Python, HCL and shells, calls, and `r"..."`. */
const ofOthers = /^(?:"""|'''|<<[-~]?\s*(["']?)\w+\1$|\p{L}{1,2}["']|(["']).*\2\.\p{L})|\\$|[[(]\s*["']/u;
/** The same in YAML: text over several lines, anchors and tags. */
const ofYaml = /^(?:[|>][-+\d]*$|[&!]\S)/;
/** A string with the sign that ends it in JavaScript, Nix and others. */
const closed = /^(["']).*\1\s*[,;]$/;

function isOther(
  text: string,
  { mark, written, sign, end, line }: Assignment,
  others: readonly number[],
): boolean {
  if (holdsBase64(written)) return true;
  // A shell runs this command. A token has no blanks.
  if (mark === '`') return /\s/.test(written) && valuesIn(written).length === 0;
  if (mark !== '') return false;
  if (sign === ':' && (ofYaml.test(written) || goesOnInYaml(text, line, end, others))) return true;
  if (sign !== '=' && closed.test(written)) return true;
  const isJson = written.startsWith('{');
  return (!isJson && ofOthers.test(written)) || (/^[[(]/.test(written) && valuesIn(written).length > 0);
}

/** Returns whether `written` is base64 with a token in it, as in a Secret of Kubernetes. */
const holdsBase64 = (written: string): boolean =>
  /^[A-Za-z0-9+/]{56,400}={0,2}$/.test(written) &&
  valuesIn(Buffer.from(written, 'base64').toString('latin1')).length > 0;

/** Returns whether YAML reads the line below as more of the value, because it is indented deeper and sets no name. */
function goesOnInYaml(text: string, line: number, end: number, others: readonly number[]): boolean {
  const next = others.find((at) => at > end);
  if (next === undefined || text.slice(end, next).trim() !== '') return false;
  return indentOf(text, next) > indentOf(text, line);
}

const indentOf = (text: string, at: number): number => lineFrom(text, at).search(/\S|$/);

/** Returns the words of a line that can be names. Full-width and invisible characters do not hide one. */
const namesOf = (line: string): string[] =>
  line
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .match(/[\w.]+/g) ?? [];

/** The most characters of a line that are read. */
const mostOfLine = 4_000;
const lineFrom = (text: string, at: number): string =>
  /^[^\r\n]*/.exec(text.slice(at, at + mostOfLine))?.[0] ?? '';

/** Returns the number of the line that begins at a position, from 1. */
const numberOf = (text: string, at: number): number =>
  (text.slice(0, at).match(/\r\n?|\n/g)?.length ?? 0) + 1;
