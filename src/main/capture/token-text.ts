import { type Size, words } from './words.ts';

/** A value of a token's shape that stands in a text. */
export interface Found {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** 42 characters that begin with 00. Okta promises no shape; every public scanner for its tokens looks for this one. */
export const tokenShape = /^00[\w-]{40}$/;

/** Private keys and JWTs are other secrets; what a part of one looks like says nothing. */
const otherSecrets =
  /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)|\bey[JK][\w-]*\.[\w-]+(?:\.[\w-]*)*/g;

/** Returns the text with other secrets blanked out, each character by a space, so that places stay as they are. */
export const withoutOtherSecrets = (text: string): string =>
  text.replace(otherSecrets, (secret) => ' '.repeat(secret.length));

/** What holds on to a run of token characters, so that the run is a part of something longer: letters, `%` codes, base64, dotted names. */
const joinsBefore = /[\p{L}\p{M}\p{N}%+~/@\\]$|[\p{L}\p{N}_-][.:]$|&#$/u;
const joinsBehind = /^(?:[\p{L}\p{M}\p{N}%+~/@]|[.][\p{L}\p{N}_-]|=+[\p{L}\p{N}_-])/u;
/** A colon or a dot that ends a name, as in `token:00...`; what stands in front of it is no part of a value then. */
const namedBefore = /(?:^|[^\w.:%-])["']?[A-Za-z$][\w$-]{0,60}["']?:$/;

/** A name with dots that ends in a colon may be a host and its port, so it counts only where its words are those of tokens' names. */
const dottedBefore = /(?:^|[^\w.:%-])["']?([A-Za-z$][\w$.-]{0,60})["']?:$/;

const isNamed = (before: string): boolean =>
  namedBefore.test(before) || isName(dottedBefore.exec(before)?.[1] ?? '');

/** Returns every value of a token's shape that stands by itself, in order; a value that stands twice comes twice. */
export function valuesIn(text: string): Found[] {
  const searched = withoutOtherSecrets(text);
  return [...searched.matchAll(/[\w-]+/g)].flatMap(({ 0: value, index }) => {
    if (!tokenShape.test(value)) return [];
    const before = searched.slice(Math.max(0, index - 80), index);
    const behind = searched.slice(index + value.length, index + value.length + 4);
    const isJoined = (joinsBefore.test(before) && !isNamed(before)) || joinsBehind.test(behind);
    return isJoined ? [] : [{ value, from: index, to: index + value.length }];
  });
}

/** Returns true when something of a token's shape stands in the text at all, be it as a part of something longer. */
export const holdsShape = (text: string): boolean => /00[\w-]{40}/.test(withoutOtherSecrets(text));

/** Returns true when another value of a token's shape stands beside those that were found, joined to what stands around it. */
export function joinedBeside(text: string, found: readonly Found[]): boolean {
  const known = new Set(found.map(({ value }) => value));
  return [...withoutOtherSecrets(text).matchAll(/[\w-]+/g)].some(
    ([run]) => tokenShape.test(run) && !known.has(run),
  );
}

const quote = `"'\`“”„‟‘’‚‛«»‹›「」『』`;
const openers = new RegExp(`[${quote}<(\\[{*\\\\]+$`);
const closers = new RegExp(`^[${quote}>)\\]}*\\\\]+`);

/** Words that names of tokens are made of. A name of these words alone holds no secret and may be repeated. */
const nameWords =
  /^(?:a(?:pi|ccess|dmin|uth(?:orization)?)|bearer|c(?:lient|onfig)|env|export|header|h|key|my|new|okta|old|org|pass(?:word)?|prod(?:uction)?|secret|set|setx|ssws|test|tf|token|tokenvalue|apitoken|value|var|x)$/i;

/** Returns true when `name` is made of words that names of tokens are made of, as OKTA_API_TOKEN is. */
export const isName = (name: string): boolean =>
  name !== '' &&
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .every((word) => nameWords.test(word));

/** `export NAME=`, `$env:NAME = `, `set NAME=`, `setx NAME `, `NAME: `, `"NAME": `, `-H NAME: `, `<NAME>`, at the end of what is in front of a value. */
const named =
  /(?:(?:export|set|setx|env|let|const|var)\s+|\$env:|\$|--?)?["']?([A-Za-z][\w.-]{0,60})["']?\s*(?:[=:]+>?|>)\s*$/i;
const namedBySpace = /(?:setx\s+|--)([A-Za-z][\w-]{0,60})\s+$/i;

/** Returns what was peeled off on the way to a value, one sentence each; no sentence repeats what may be a secret. */
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
      isName(word) ? words.text.nameAs(whole.replaceAll(/["']/g, '').trim().slice(0, 80)) : words.shape.name,
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

/** The size of a text that is left out, or null for none. */
function sizeOf(text: string): Size | null {
  const length = text.trim().length;
  if (length === 0) return null;
  return { length, lines: text.split('\n').filter((line) => line.trim() !== '').length };
}
