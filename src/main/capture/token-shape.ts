import { pastedText } from '../base/pasted-text.ts';
import { holdsShape, isName, joinedBeside, leftOut, tokenShape, valuesIn } from './token-text.ts';

/** One of several values in a pasted text. */
export interface TokenChoice {
  readonly value: string;
  /** Where it stood, in words that hold no part of any value. */
  readonly where: string;
}

export type TokenText =
  /** `token`: shaped like one. `unusual`: not, but Okta promises no shape, and nothing else stood beside it. */
  | { readonly shape: 'token' | 'unusual'; readonly value: string; readonly notes: readonly string[] }
  /** More than one value of a token's shape: the person says which. */
  | { readonly shape: 'several'; readonly choices: readonly TokenChoice[]; readonly notes: readonly string[] }
  /** Surely something else, or not certain. */
  | { readonly shape: 'refused'; readonly notes: readonly string[] };

const refused = (note: string): TokenText => ({ shape: 'refused', notes: [note] });

/** A whole command or file may stand around a value; what is longer was copied by mistake and is not ours to take. */
const longest = 20_000;
/** A value of no known shape is no longer than any header's value ought to be. */
const longestUnusual = 1_000;
/** More values than this are a list, and nobody tells its entries apart by their fingerprints. */
const mostChoices = 4;

/** Okta's ids by their first letters (Okta Management API description). */
const ids: readonly (readonly [prefix: string, what: string])[] = [
  ['00T', "the token's ID, not its value. The value is shown once, when the token is made."],
  ['00u', 'the ID of a user, not a token.'],
  ['00g', 'the ID of a group, not a token.'],
  ['00o', 'the ID of an org, not a token.'],
  ['0oa', 'the client ID of an app, not a token.'],
  ['nzo', 'the ID of a network zone, not a token.'],
];

const placeholder = /[{}<>]|your[_-]?(okta)?[_-]?(api)?[_-]?token/i;
const jwt = 'This is an OAuth access token. Keyturn keeps API tokens, which Okta makes in the Admin Console.';

/**
 * Reads what was pasted or typed as an API token. Where exactly one value of a token's shape stands in the text, it is taken, and the notes
 * say what was left out; where there are several, the person is asked; everything that is not certain is refused in plain words. A text
 * without a value of that shape is taken only when it is one bare word. Notes never hold a part of a value. Never throws.
 */
export function readTokenText(raw: string): TokenText {
  const { text, hadInvisible, hadFullWidth } = pastedText(raw);
  const seen = [
    ...(hadInvisible ? ['Invisible characters were left out.'] : []),
    ...(hadFullWidth ? ['Full-width letters were changed to plain ones.'] : []),
  ];
  if (text.length > longest) return tooLong(text);
  const found = valuesIn(text);
  const values = [...new Set(found.map(({ value }) => value))];
  if (values.length > mostChoices) {
    return refused(`This holds ${values.length} different values of tokens. Copy one of them alone.`);
  }
  if (values.length > 1) {
    const choices = values.map((value, n) => ({ value, where: whereIs(text, value, n) }));
    return { shape: 'several', choices, notes: seen };
  }
  if (found.length > 0 && joinedBeside(text, found)) {
    return refused(
      'A second value may stand in this, with other characters joined to it. Copy the token value alone.',
    );
  }
  const [first] = found;
  const last = found.at(-1);
  if (first !== undefined && last !== undefined) {
    const around = leftOut(text.slice(0, first.from), text.slice(last.to));
    const spaces = text !== text.trim() && around.length === 0 ? ['Spaces around it were left out.'] : [];
    const twice = found.length > 1 ? ['The same value stood there more than once.'] : [];
    return { shape: 'token', value: first.value, notes: [...seen, ...around, ...twice, ...spaces] };
  }
  return readOther(text, seen);
}

const tooLong = (text: string): TokenText =>
  refused(
    `This is ${text.length.toLocaleString('en')} characters of text, far more than a token has. Copy the token value alone.`,
  );

/** Reads a text in which no value of a token's shape stands by itself. */
function readOther(whole: string, seen: readonly string[]): TokenText {
  const text = whole.trim();
  if (text.length > longestUnusual) return tooLong(text);
  if (text === '') return refused('There is no text in it.');
  if (/-----BEGIN/.test(text)) return refused('This is a private key or a certificate, not a token.');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1) {
    return refused(
      tokenShape.test(text.replaceAll(/\s/g, ''))
        ? 'This is a value that a line break has cut in two, or it is two things. Copy the token value alone, in one piece.'
        : 'This is several lines of text. Copy the token value alone.',
    );
  }
  if (/^["'<(]*https?:/i.test(text)) return refused('This is an address, not a token.');
  if (/^[{[]\s*"/.test(text)) return refused('This is JSON. Copy the token value out of it, alone.');
  const { word, notes } = bareWord(text);
  if (word === '') return refused('There is no text in it.');
  if (placeholder.test(word)) return refused('This is a placeholder such as {apiToken}, not a token.');
  if (/^[•●*·.]{4,}$/.test(word)) {
    return refused('These are the dots of a hidden value. Copy the value itself.');
  }
  if (/^Bearer\s|^ey[JK][\w-]+\./.test(word)) return refused(jwt);
  if (/\s/.test(word)) return refused('A token has no spaces in it. Copy the token value alone.');
  if (/[^\x21-\x7e]/.test(word)) {
    return refused('This holds letters that no token has. Copy the token value alone.');
  }
  const id = ids.find(([prefix]) => word.startsWith(prefix));
  if (id !== undefined && word.length === 20) return refused(`This is ${id[1]}`);
  if (!/^[\w-]+$/.test(word) || (holdsShape(text) && !word.startsWith('00'))) {
    return refused(
      holdsShape(text)
        ? 'A token may stand in this, but other characters are joined to it, so it is not certain where it ends. Copy the token value alone.'
        : 'This holds more than a token, or something else: a token has letters, digits, - and _ only. Copy the token value alone.',
    );
  }
  if (/^(?:00[\w-]{40}){2,}$/.test(word)) {
    return refused('Two values or more stand here without a space between them. Copy one of them alone.');
  }
  if (/^(?=.*[_-])[A-Z_-]+$/.test(word)) {
    return refused('This is the name of a setting, not the value behind it. Copy the token value alone.');
  }
  return { shape: 'unusual', value: word, notes: [...seen, ...notes, doubt(word)].slice(0, 6) };
}

/** What is wrong with the shape of a bare word. */
function doubt(word: string): string {
  if (/^00[\w-]*$/.test(word) && word.length < 42) {
    return `It has ${word.length} characters where Okta's tokens have 42, so some of it may be missing. The test will tell.`;
  }
  if (/^[\w-]{40,70}$/.test(word) && !word.startsWith('00')) {
    return "It does not begin with 00 as Okta's tokens do; it may be the client secret of an OAuth app. The test will tell.";
  }
  return "It is not shaped like Okta's tokens: 42 characters beginning with 00. The test will tell.";
}

/** Returns the word that is left when what usually stands around a value is peeled off, and what was peeled off. */
function bareWord(text: string): { word: string; notes: readonly string[] } {
  const notes = new Set<string>();
  const strip = (from: string, pattern: RegExp, note: string): string => {
    const next = from.replace(pattern, '');
    if (next !== from) notes.add(note);
    return next;
  };
  let word = text;
  for (let before = ''; word !== before; ) {
    before = word;
    word = strip(word, /^["'`´“”„‘’«»]+|["'`´“”„‘’«»]+$/g, 'Quotes around it were left out.');
    word = strip(word, /[,;.]+$/, 'The comma or period behind it was left out.');
    word = strip(word, /^SSWS\s+/i, '"SSWS " in front was left out; Keyturn adds it by itself.');
    word = strip(
      word,
      /^(?:(?:export|set|setx)\s+)?(?:\$env:)?["']?[A-Za-z][\w.-]*["']?\s*[=:]\s*(?=\S)/i,
      'The name in front of the value was left out.',
    ).trim();
  }
  return { word, notes: [...notes] };
}

/** Where a value stands among several, in words. */
function whereIs(text: string, value: string, n: number): string {
  const before = text.slice(0, text.indexOf(value));
  const line = before.split('\n').length;
  const ordinal = ['first', 'second', 'third', 'fourth'][n] ?? '';
  const name = /([A-Za-z][\w.-]{0,60})["']?\s*(?:[=:]|\s)\s*(?:SSWS\s+)*["'`]*$/i.exec(before)?.[1];
  const named = name !== undefined && isName(name) ? `, behind ${name}` : '';
  return `The ${ordinal} one${text.includes('\n') ? `, line ${line}` : ''}${named}`;
}
