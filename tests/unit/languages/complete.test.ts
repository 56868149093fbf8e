import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/shared/languages.ts';
import { catalogs, entriesOf, textIn, translations } from '../../support/catalogs.ts';
import { same } from './same.ts';

/** What a function of a catalog may be given, each by its place: a text, a number, a list, a function that makes a link, and no text. */
const kinds: readonly ((place: number) => unknown)[] = [
  (place) => `‹${place}›`,
  (place) => 741 + place,
  (place) => [`‹${place}›`, `‹${place}+›`],
  (place) => () => `‹${place}›`,
];

/** Returns every list of arguments for a function of so many parameters. */
const listsOf = (length: number, place = 0): unknown[][] =>
  place === length
    ? [[]]
    : kinds.flatMap((kind) => listsOf(length, place + 1).map((rest) => [kind(place), ...rest]));

/** Returns the arguments that a text shows. */
const shownIn = (text: string, length: number): number[] =>
  Array.from({ length }, (_, place) => place).filter(
    (place) => text.includes(`‹${place}›`) || text.includes(String(741 + place)),
  );

/** Returns what a function makes of arguments, or null where they are not of its types. */
function said(make: (...args: unknown[]) => unknown, args: readonly unknown[]): string | null {
  try {
    const text = textIn(make(...args));
    return /undefined|\[object|=>|NaN/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Returns the arguments that the English sentence shows and the translated one does not. */
function lost(english: (...args: unknown[]) => unknown, other: (...args: unknown[]) => unknown): string[] {
  return listsOf(english.length).flatMap((args) => {
    const text = said(english, args);
    if (text === null) return [];
    const translated = textIn(other(...args));
    const there = shownIn(translated, args.length);
    const missing = shownIn(text, args.length).filter((place) => !there.includes(place));
    return missing.length === 0 ? [] : [`${missing.join()} of "${text}" in "${translated}"`];
  });
}

describe.each(languages.filter((one) => one !== 'en'))('the translation %s', (language) => {
  it('has a file for each file of English sentences, and no other', () => {
    expect(translations(language)).toEqual(catalogs());
  });

  it('has each sentence, says it in another way, and shows every argument', {
    timeout: 120_000,
  }, async () => {
    const there = new Set(translations(language));
    const wrong: string[] = [];
    const used = new Set<string>();
    let count = 0;
    for (const file of catalogs().filter((one) => there.has(one))) {
      const english = await entriesOf(file, 'en');
      const translated = new Map((await entriesOf(file, language)).map(({ path, value }) => [path, value]));
      const others = [...translated.keys()].filter((path) => !english.some((one) => one.path === path));
      wrong.push(...others.map((path) => `${path} is not in English`));
      for (const { path, value } of english) {
        count++;
        const other = translated.get(path);
        if (typeof other !== typeof value) wrong.push(`${path} is missing`);
        else if (typeof value === 'function') {
          wrong.push(
            ...lost(value as never, other as never)
              .slice(0, 1)
              .map((why) => `${path} loses ${why}`),
          );
        } else if (value === other && typeof value === 'string' && /\p{L}{2}/u.test(value)) {
          if (same[language].has(value) || same.every.has(value)) used.add(value);
          else wrong.push(`${path} is still "${value}"`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1_500);
    // No text is on the list that nothing needs.
    expect([...same[language]].filter((text) => !used.has(text))).toEqual([]);
  });
});
