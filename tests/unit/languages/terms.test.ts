import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/shared/languages.ts';
import { entriesOf, type Makes, type Pair, pairsOf, translations } from '../../support/catalogs.ts';
import { endings, type Term, terms } from './terms.ts';

type Translated = Exclude<Language, 'en'>;

const read = new Map<Translated, Promise<Pair[]>>();

/** Returns every sentence of a language with its English one, and reads the catalogs once. */
function sentences(language: Translated): Promise<Pair[]> {
  const known = read.get(language) ?? readSentences(language);
  read.set(language, known);
  return known;
}

async function readSentences(language: Translated): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const file of translations(language)) {
    const translated = new Map((await entriesOf(file, language)).map(({ path, value }) => [path, value]));
    for (const { path, value } of await entriesOf(file, 'en')) {
      const other = translated.get(path);
      if (typeof value === 'string' && typeof other === 'string')
        pairs.push({ english: value, translated: other });
      else if (typeof value === 'function') pairs.push(...pairsOf(value as Makes, other as Makes));
    }
  }
  return pairs.filter(({ english, translated }) => english !== translated);
}

/** Returns the sentences whose English has the term and whose translation does not have the term's translation. */
const without = (pairs: readonly Pair[], { finds, otherSense }: Term, language: Translated): string[] =>
  pairs
    .filter(({ english }) => finds.en.test(english) && otherSense?.test(english) !== true)
    .filter(({ translated }) => !finds[language].test(translated))
    .map(({ english, translated }) => `${english} => ${translated}`);

/** Returns the sentences whose translation has the term and whose English does not. */
const beyond = (pairs: readonly Pair[], { finds }: Term, language: Translated): string[] =>
  pairs
    .filter(({ translated }) => finds[language].test(translated))
    .filter(({ english }) => !finds.en.test(english) && !meansTheSame.test(english))
    .map(({ english, translated }) => `${english} => ${translated}`);

/** English sentences that say revoke, cancel or undo in other words. */
const meansTheSame =
  /^Leave it$|no longer always allowed|Okta ended the old token|rolled back|restores the changed users|bring it back|brought back|break|broke/i;

describe.each<Translated>(['de', 'ja'])('the translation %s', (language) => {
  it('has one word for each term', { timeout: 120_000 }, async () => {
    const pairs = await sentences(language);
    expect(Object.fromEntries(terms.map((one) => [one.en, without(pairs, one, language)]))).toEqual(
      Object.fromEntries(terms.map((one) => [one.en, []])),
    );
  });

  it('keeps revoke, cancel and undo three words', { timeout: 120_000 }, async () => {
    const pairs = await sentences(language);
    expect(endings.flatMap((one) => beyond(pairs, one, language))).toEqual([]);
  });
});

it('the terms are the ones in docs/languages.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/languages.md'), 'utf8');
  const rows = [...page.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, ...cells]) => cells);
  expect(rows.slice(1)).toEqual(terms.map(({ en, de, ja }) => [en, de, ja]));
});
