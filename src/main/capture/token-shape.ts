import { dashes, pastedText } from '../base/pasted-text.ts';
import {
  holdsEncoded,
  holdsShape,
  isFilledIn,
  isName,
  joinedBeside,
  leftOut,
  tokenShape,
  valuesIn,
} from './token-text.ts';
import { words } from './words.ts';

/** One of several values in a pasted text. */
export interface TokenChoice {
  readonly value: string;
  /** The position of the value, in words without any part of a value. */
  readonly where: string;
}

export type TokenText =
  /** `token`: it has a token's shape. `unusual`: it has not, but Okta promises no shape, and the text holds nothing else. */
  | { readonly shape: 'token' | 'unusual'; readonly value: string; readonly notes: readonly string[] }
  /** The text has more than one value with a token's shape; the person chooses. */
  | { readonly shape: 'several'; readonly choices: readonly TokenChoice[]; readonly notes: readonly string[] }
  /** The text is certainly something else, or it is uncertain. */
  | { readonly shape: 'refused'; readonly notes: readonly string[] };

const refused = (note: string): TokenText => ({ shape: 'refused', notes: [note] });

/**
 * A value in which an editor, a chat or a keyboard wrote other dashes in place of hyphens. A dash at its end may belong to the text around
 * it.
 */
const dashedValue = new RegExp(`(?<![\\w${dashes}])00[\\w${dashes}]{39}\\w(?![\\w${dashes}])`, 'gu');
const otherDash = new RegExp(`(?!-)[${dashes}]`, 'gu');

/** A value in which Markdown's backslashes stand in front of hyphens and underscores. */
const escapedValue = /(?<![\w\\-])00(?:\\?[_-]|[A-Za-z0-9]){40}(?![\w-])/g;
/** A value between the signs of Markdown that may also begin or end a longer value, on both sides alike. */
const markedValue = /(?<![\w-])(_{1,3}|~~)(?=00[\w-]{40}\1(?![\w-]))(00[\w-]{40})\1/g;

/** A text may be a whole command or file around a value. A longer text was copied by mistake. */
const longest = 20_000;
/** The longest value of an unknown shape: no header's value should be longer. */
const longestUnusual = 1_000;
/** More values than this are a list, and people cannot distinguish its entries by their fingerprints. */
const mostChoices = 4;

/** Okta's ids by their first letters (Okta Management API description). */
const ids: readonly (readonly [prefix: string, what: string])[] = [
  ['00T', words.shape.tokenId],
  ['00u', words.shape.userId],
  ['00g', words.shape.groupId],
  ['00o', words.shape.orgId],
  ['0oa', words.shape.clientId],
  ['nzo', words.shape.zoneId],
];

const placeholder = /[{}<>]|your[_-]?(okta)?[_-]?(api)?[_-]?token/i;
/** Words that stand where a value should be: those of programming languages, documents and examples. */
const standIn =
  /^(?:null|undefined|none|nil|nan|true|false|token|api[_-]?key|password|secret|change[_-]?me|redacted|x{3,}|(?:your|insert|enter|replace|put|paste|add)[_-][a-z_-]+)$/i;

/**
 * The beginnings of other products' secrets. Okta must never be sent one (GitHub, "Token formats"; GitLab, "Token prefixes"; Slack, "Token
 * types"; AWS IAM, "Unique identifiers"; npm, "About access tokens"; Stripe, "API keys"; for the others, GitHub, "Supported secret scanning patterns").
 */
const otherProducts: readonly (readonly [begins: RegExp, product: string])[] = [
  [/^(?:gh[pousr]_|github_pat_)/, words.products.github],
  [/^glpat-/, words.products.gitlab],
  [/^xox[abeoprs]-|^xapp-/, words.products.slack],
  [/^A[KS]IA[A-Z0-9]{16}$/, words.products.aws],
  [/^npm_/, words.products.npm],
  [/^[rs]k_(?:live|test)_/, words.products.stripe],
  [/^AIza[\w-]{35}$/, words.products.google],
  [/^sk-(?:proj|svcacct)-/, words.products.openai],
  [/^sk-ant-/, words.products.anthropic],
  [/^ATATT3/, words.products.atlassian],
  [/^dckr_pat_/, words.products.docker],
  [/^dop_v1_/, words.products.digitalocean],
];

const jwt = words.shape.jwt;

/**
 * Reads a pasted or typed text as an API token. If the text has exactly one value with a token's shape, takes it; the notes say what was
 * removed. If it has several, the person must choose. Refuses everything uncertain in plain words. Takes text without such a value only
 * when it is a single word. Notes never hold a part of a value. Never throws.
 */
export function readTokenText(raw: string): TokenText {
  const { text: pasted, hadInvisible, hadFullWidth } = pastedText(raw);
  const unescaped = pasted.replace(escapedValue, (value) => value.replaceAll('\\', ''));
  const plain = unescaped.replace(markedValue, '*$2*');
  const text = plain.replace(dashedValue, (value) => value.replace(otherDash, '-'));
  const seen = [
    ...(hadInvisible ? [words.shape.invisible] : []),
    ...(hadFullWidth ? [words.shape.fullWidth] : []),
    ...(unescaped === pasted ? [] : [words.shape.backslashes]),
    ...(text === plain ? [] : [words.shape.dashes]),
  ];
  if (text.length > longest) return tooLong(text);
  const found = valuesIn(text);
  const values = [...new Set(found.map(({ value }) => value))];
  if (values.length > mostChoices) {
    return refused(words.shape.manyValues(values.length));
  }
  if (values.length > 1) {
    const choices = values.map((value, n) => ({ value, where: whereIs(text, value, n) }));
    return { shape: 'several', choices, notes: seen };
  }
  if (found.length > 0 && joinedBeside(text, found)) {
    return refused(words.shape.maybeSecond);
  }
  const [first] = found;
  if (first !== undefined && isFilledIn(first.value)) return refused(words.shape.placeholder);
  const last = found.at(-1);
  if (first !== undefined && last !== undefined) {
    const around = leftOut(text.slice(0, first.from), text.slice(last.to));
    const spaces = text !== text.trim() && around.length === 0 ? [words.shape.spaces] : [];
    const twice = found.length > 1 ? [words.shape.twice] : [];
    return { shape: 'token', value: first.value, notes: [...seen, ...around, ...twice, ...spaces] };
  }
  return readOther(text, seen);
}

const tooLong = (text: string): TokenText => refused(words.shape.tooLong(text.length));

/** Reads a text without a separate value of a token's shape. */
function readOther(whole: string, seen: readonly string[]): TokenText {
  const text = whole.trim();
  if (holdsEncoded(text)) return refused(words.shape.base64);
  if (text.length > longestUnusual) return tooLong(text);
  if (text === '') return refused(words.shape.noText);
  if (/-----BEGIN/.test(text)) return refused(words.shape.privateKey);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1) {
    return refused(
      tokenShape.test(text.replaceAll(/\s/g, '')) ? words.shape.cutInTwo : words.shape.severalLines,
    );
  }
  if (/^["'<(]*https?:/i.test(text)) return refused(words.shape.address);
  if (/^[{[]\s*"/.test(text)) return refused(words.shape.json);
  const { word, notes } = bareWord(text);
  if (word === '') return refused(words.shape.noText);
  if (placeholder.test(word) || standIn.test(word)) return refused(words.shape.placeholder);
  if (/^[•●*·.]{4,}$/.test(word)) {
    return refused(words.shape.dots);
  }
  if (/^Bearer\s|^ey[JK][\w-]+\./.test(word)) return refused(jwt);
  if (/\s/.test(word)) return refused(words.shape.hasSpaces);
  if (/[^\x21-\x7e]/.test(word)) {
    const isDashed = /^[\w-]+$/.test(word.replace(otherDash, '-'));
    return refused(isDashed ? words.shape.otherDash : words.shape.foreignLetters);
  }
  const id = ids.find(([prefix]) => word.startsWith(prefix));
  if (id !== undefined && word.length === 20) return refused(id[1]);
  const other = otherProducts.find(([begins]) => begins.test(word));
  if (other !== undefined) return refused(words.shape.otherProduct(other[1]));
  // A word that has the shape only now was cut out of longer text.
  if (!/^[\w-]+$/.test(word) || tokenShape.test(word) || (holdsShape(text) && !word.startsWith('00'))) {
    return refused(holdsShape(text) ? words.shape.joined : words.shape.moreThanToken);
  }
  if (/^(?:00[\w-]{40}){2,}$/.test(word)) {
    return refused(words.shape.joinedValues);
  }
  if (/^(?=.*[_-])[A-Z_-]+$/.test(word)) {
    return refused(words.shape.settingName);
  }
  return { shape: 'unusual', value: word, notes: [...seen, ...notes, doubt(word)].slice(0, 6) };
}

/** Returns the problem with the shape of a single word. */
function doubt(word: string): string {
  if (/^00[\w-]*$/.test(word) && word.length < 42) {
    return words.shape.short(word.length);
  }
  if (/^(?:O[0O]|0O)[\w-]{40}$/i.test(word)) return words.shape.letterO;
  if (/^[\w-]{40,70}$/.test(word) && !word.startsWith('00')) {
    return words.shape.maybeClientSecret;
  }
  return words.shape.unusual;
}

/** Removes the usual text around a value. Returns the remaining word and what was removed. */
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
    word = strip(word, /^["'`´“”„‘’«»]+|["'`´“”„‘’«»]+$/g, words.shape.quotes);
    word = strip(word, /[,;.]+$/, words.shape.mark);
    word = strip(word, /^SSWS\s+/i, words.shape.ssws);
    word = strip(
      word,
      /^(?:(?:export|set|setx)\s+)?(?:\$env:)?["']?[A-Za-z][\w.-]*["']?\s*[=:]\s*(?=\S)/i,
      words.shape.name,
    ).trim();
  }
  return { word, notes: [...notes] };
}

/** Returns the position of one value among several, in words. */
function whereIs(text: string, value: string, n: number): string {
  const before = text.slice(0, text.indexOf(value));
  const line = before.split('\n').length;
  const name = /([A-Za-z][\w.-]{0,60})["']?\s*(?:[=:]|\s)\s*(?:SSWS\s+)*["'`]*$/i.exec(before)?.[1];
  const isNamed = name !== undefined && isName(name);
  return words.shape.where(n, text.includes('\n') ? line : null, isNamed ? name : null);
}
