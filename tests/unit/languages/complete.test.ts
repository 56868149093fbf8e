import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/shared/languages.ts';
import { catalogs, entriesOf, type Makes, pairsOf, translations } from '../../support/catalogs.ts';
import { chooses, oktas, same } from './same.ts';

const src = join(import.meta.dirname, '../../../src');

/** Returns the arguments that the English sentence shows and the translated one does not. */
const lost = (english: Makes, other: Makes): string[] =>
  pairsOf(english, other).flatMap((pair) => {
    const missing = (pair.english.match(/‹\d+›/g) ?? []).filter((mark) => !pair.translated.includes(mark));
    return missing.length === 0 ? [] : [`${missing.join()} of "${pair.english}" in "${pair.translated}"`];
  });

/** Tells whether a text is translated: not an address, not a code of the pages of tools, and no word of Okta's. */
const isTranslated = (path: string, text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  !/^(https?:|\/)/.test(text) &&
  !/^shared\/connect\/.*\.(id|value)$/.test(path) &&
  !oktas.test(path);

/** Returns what is wrong with a translation of an English sentence, or null. `ours` has the texts that are the same in both. */
function faultOf(path: string, english: unknown, other: unknown, ours: ReadonlySet<string>): string | null {
  if (typeof other !== typeof english) return `${path} is missing`;
  if (typeof english === 'string') {
    const isStill = english === other && isTranslated(path, english);
    return isStill && !ours.has(english) && !same.every.has(english) ? `${path} is still "${english}"` : null;
  }
  if (typeof english !== 'function' || chooses.has(path)) return null;
  const [why] = lost(english as Makes, other as Makes);
  return why === undefined ? null : `${path} loses ${why}`;
}

describe.each(languages.filter((one) => one !== 'en'))('the translation %s', (language) => {
  it('has a file for each file of English sentences, and no other', () => {
    expect(translations(language)).toEqual(catalogs());
  });

  it('has each sentence, says it in another way, and shows every argument', {
    timeout: 120_000,
  }, async () => {
    const wrong: string[] = [];
    const texts = new Set<unknown>();
    let count = 0;
    for (const file of translations(language)) {
      const translated = new Map((await entriesOf(file, language)).map(({ path, value }) => [path, value]));
      for (const { path, value } of await entriesOf(file, 'en')) {
        count++;
        const fault = faultOf(path, value, translated.get(path), same[language]);
        if (fault !== null) wrong.push(fault);
        if (value === translated.get(path)) texts.add(value);
        translated.delete(path);
      }
      wrong.push(...[...translated.keys()].map((path) => `${path} is not in English`));
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1_500);
    // The list has no text that nothing needs.
    expect([...same[language]].filter((text) => !texts.has(text))).toEqual([]);
  });

  it('imports types, and the words and rules that English imports, but nothing that keeps or asks', () => {
    const foreign = translations(language).flatMap((file) => {
      const path = join(src, 'languages', language, file);
      return [...readFileSync(path, 'utf8').matchAll(/^import (?!type )[^;]*?from '([^']+)';/gms)]
        .map(([, from = '']) => join(dirname(path), from).slice(src.length + 1))
        .filter((from) => !allowed.some((pattern) => pattern.test(from)))
        .map((from) => `${file}: ${from}`);
    });
    expect(foreign).toEqual([]);
  });
});

/** What a translation may import besides types. */
const allowed = [
  /^(languages\/\w+\/)?(main|renderer|shared|demo)\/(.*\/)?[\w-]*words\.ts$/,
  /^shared\/(plural|listed|credential-counts|time-words|locale)\.ts$/,
  /^(languages\/\w+\/)?shared\/connect\/[\w-]+\.ts$/,
  /^renderer\/ui\/nodes\.ts$/,
];

describe('the check reports', () => {
  const none: ReadonlySet<string> = new Set();
  const count = (of: number) => `${of} tokens`;

  it.each<[string, unknown, unknown, string | null]>([
    ['a sentence that is missing', 'It is full.', undefined, 'a: b is missing'],
    ['a sentence that is still English', 'It is full.', 'It is full.', 'a: b is still "It is full."'],
    ['a lost argument', count, () => 'Tokens', 'a: b loses ‹0› of "‹0› tokens" in "Tokens"'],
    ['a text in place of a function', count, 'Tokens', 'a: b is missing'],
    ['nothing where a sentence is translated', 'It is full.', 'Es ist voll.', null],
    ['nothing where an argument stays', count, (of: number) => `${of} Zeichen`, null],
    ['nothing where an address stays', 'https://okta.com', 'https://okta.com', null],
  ])('%s', (_what, english, other, fault) => {
    expect(faultOf('a: b', english, other, none)).toBe(fault);
  });
});
