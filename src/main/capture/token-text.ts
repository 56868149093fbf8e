import { cut } from '../../shared/clip.ts';
import { dashes } from '../base/pasted-text.ts';
import { type Size, words } from './words.ts';

/** A value with a token's shape in a text. */
export interface Found {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** 42 characters that start with 00. Okta promises no shape; every public scanner for its tokens looks for this one. */
export const tokenShape = /^00[\w-]{40}$/;

/** Returns whether a value of that shape is filled in by one sign, as `00xxxx…` in documents. */
export const isFilledIn = (value: string): boolean => /^00([xX0_-])\1{39}$/.test(value);

/** Private keys and JWTs are other secrets. A part of one may look like a token but is none. */
const otherSecrets =
  /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)|\bey[JK][\w-]*\.[\w-]+(?:\.[\w-]*)*/g;

/** Returns the text with each character of other secrets replaced by a space, so that positions do not change. */
export const withoutOtherSecrets = (text: string): string =>
  text.replace(otherSecrets, (secret) => ' '.repeat(secret.length));

/**
 * Characters that connect a run of token characters to longer text: letters, `%` codes, base64, dotted names. The run is then only a part
 * of that text. Scripts that write words without spaces join nothing.
 */
const joinsBefore =
  /(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}])[\p{L}\p{M}\p{N}%+~/@\\]$|[\p{L}\p{N}_-][.:]$|&#$/u;
const joinsBehind =
  /^(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}])[\p{L}\p{M}\p{N}%+~/@]|[.][\p{L}\p{N}_-]|=+[\p{L}\p{N}_-])/u;
/** A colon that ends a name, as in `token:00...`. The text before it is then not a part of a value. */
const namedBefore = /(?:^|[^\w.:%-])["']?[\p{L}$][\p{L}\p{M}\p{N}_$-]{0,60}["']?:$/u;

/** A name with dots and a final colon may be a host and its port, so it counts only when its words are those of token names. */
const dottedBefore = /(?:^|[^\w.:%-])["']?([A-Za-z$][\w$.-]{0,60})["']?:$/;

const isNamed = (before: string): boolean =>
  namedBefore.test(before) || isName(dottedBefore.exec(before)?.[1] ?? '');

/**
 * A run of token characters. The hyphen of a shell's default, as in `${NAME:-00...}`, and an option of one letter, as in `-b00...`, are not a
 * part of it.
 */
const separate = /(?:\$\{\w{1,80}:?-|(?<=^|\s)-[A-Za-z](?=00))?([\w-]+)/g;
/** The password in an address, which an `@` ends. */
const passwordBefore = /:\/\/[^\s/@:]{0,80}:$/;

/** Returns every separate value with a token's shape, in order, with repetitions. */
export function valuesIn(text: string): Found[] {
  const searched = withoutOtherSecrets(text);
  return [...searched.matchAll(separate)].flatMap(({ 0: whole, 1: value = '', index: start }) => {
    if (!tokenShape.test(value)) return [];
    const index = start + whole.length - value.length;
    const before = searched.slice(Math.max(0, start - 80), start);
    const behind = searched.slice(index + value.length, index + value.length + 4);
    const isPassword = behind.startsWith('@') && passwordBefore.test(before);
    const isJoined = (joinsBefore.test(before) && !isNamed(before)) || joinsBehind.test(behind);
    return isJoined && !isPassword ? [] : [{ value, from: index, to: index + value.length }];
  });
}

/** Returns whether the text contains a token's shape anywhere, also as a part of longer text. */
export const holdsShape = (text: string): boolean => /00[\w-]{40}/.test(withoutOtherSecrets(text));

/** Returns whether the text has a token's shape in base64, as Kubernetes writes secrets and HTTP writes Basic credentials. */
export const holdsEncoded = (text: string): boolean =>
  [...withoutOtherSecrets(text).matchAll(/[\w+/-]{56,}/g)].some(
    // Node reads both alphabets of base64 (Node, Buffer, "base64url").
    ([run]) => valuesIn(Buffer.from(run, 'base64').toString('latin1')).length > 0,
  );

/** Returns whether the text has another value with a token's shape, apart from the found ones, that is joined to the text around it. */
export function joinedBeside(text: string, found: readonly Found[]): boolean {
  const known = new Set(found.map(({ value }) => value));
  return [...withoutOtherSecrets(text).matchAll(/[\w-]+/g)].some(
    ([run]) => tokenShape.test(run) && !known.has(run),
  );
}

const quote = `"'\`“”„‟‘’‚‛«»‹›「」『』`;
const openers = new RegExp(`[${quote}<(\\[{*\\\\]+$`);
const closers = new RegExp(`^[${quote}>)\\]}*\\\\]+`);

/** The words in names of tokens. A name of only these words holds no secret and may be repeated. */
const nameWords =
  /^(?:a(?:pi|ccess|dmin|uth(?:orization)?)|bearer|c(?:lient|onfig)|env|export|header|h|key|my|new|okta|old|org|pass(?:word)?|prod(?:uction)?|secret|set|setx|ssws|test|tf|token|tokenvalue|apitoken|value|var|x)$/i;

/** Returns whether `name` consists of words in names of tokens, as OKTA_API_TOKEN does. */
export const isName = (name: string): boolean =>
  name !== '' &&
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .every((word) => nameWords.test(word));

/**
 * `export NAME=`, `$env:NAME = `, `set NAME=`, `setx NAME `, `NAME: `, `"NAME": `, `-H NAME: `, `<NAME>`, at the end of the text before a
 * value. Editors write `–NAME` for `--NAME`.
 */
const named = new RegExp(
  `(?:(?:export|set|setx|env|let|const|var)\\s+|\\$env:|\\$|[${dashes}]{1,2})?["']?([A-Za-z][\\w.\\-]{0,60})["']?\\s*(?:[=:]+>?|>)\\s*$`,
  'iu',
);
const namedBySpace = new RegExp(`(?:setx\\s+|--|(?!-)[${dashes}]{1,2})([A-Za-z][\\w\\-]{0,60})\\s+$`, 'iu');

/** Returns what was removed around a value, one sentence each. No sentence repeats a possible secret. */
export function leftOut(before: string, behind: string): string[] {
  const notes: string[] = [];
  let front = before;
  let back = behind;
  let quotes = false;
  let mark = false;
  const outer = (): void => {
    const peeled = front.replace(openers, '');
    if (peeled !== front) quotes = true;
    front = peeled;
    const rest = back.replace(closers, '');
    if (rest !== back) quotes = true;
    back = rest;
    const found = /^(?:\s*[,;.:!?…])+(?=\s|$|["'}\]>)])/.exec(back);
    if (found !== null) {
      mark = true;
      back = back.slice(found[0].length).replace(closers, '');
    }
  };
  outer();
  const scheme = front.replace(/(?:\bSSWS\s+)+$/i, '');
  const hadScheme = scheme !== front;
  front = scheme;
  if (hadScheme) outer();
  const name = named.exec(front) ?? namedBySpace.exec(front);
  if (name !== null) {
    const [whole, word = ''] = name;
    notes.push(
      isName(word) ? words.text.nameAs(cut(whole.replaceAll(/["']/g, '').trim(), 80)) : words.shape.name,
    );
    front = front.slice(0, -whole.length);
  }
  outer();
  if (quotes && mark) notes.push(words.text.quotesAndMark);
  else if (quotes) notes.push(words.shape.quotes);
  else if (mark) notes.push(words.shape.mark);
  if (hadScheme) notes.push(words.shape.ssws);
  const [inFront, after] = [sizeOf(front), sizeOf(back)];
  if (inFront !== null && after !== null) notes.push(words.text.around(inFront, after));
  else if (inFront !== null) notes.push(words.text.inFront(inFront));
  else if (after !== null) notes.push(words.text.after(after));
  return notes;
}

/** Returns the size of a removed text; null when it is empty. */
function sizeOf(text: string): Size | null {
  const length = text.trim().length;
  if (length === 0) return null;
  return { length, lines: text.split('\n').filter((line) => line.trim() !== '').length };
}
