import type { Page } from 'playwright-core';
import type { Language } from '../../src/shared/languages.ts';
import { dictionary, type Pair } from './catalogs.ts';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Returns a sentence with marks as a regular expression that any argument fits. White space may differ around elements. */
const patternOf = (text: string): string =>
  text
    .split(/‹\d+›/)
    .map((part) => escaped(part).replaceAll(/\s+/g, '\\s*'))
    .join('.*');

/** Translates the names by which a spec finds the parts of a page. A name that is in no catalog, such as the label of a token, stays. */
class Translator {
  readonly #pairs: readonly Pair[];
  readonly #known = new Map<string, string | RegExp>();

  constructor(pairs: readonly Pair[]) {
    this.#pairs = pairs;
  }

  /** Returns the translated name, which finds what the English one finds. */
  name(name: string | RegExp, exact: boolean): string | RegExp {
    const key = `${exact} ${name}`;
    const known =
      this.#known.get(key) ?? (typeof name === 'string' ? this.#text(name, exact) : this.#regular(name));
    this.#known.set(key, known);
    return known;
  }

  /** Returns the translations of a whole sentence, or the sentence itself. A language may have two: Never is なし of a day, しない of a lock. */
  sentences(text: string): string[] {
    const found = this.#pairs.filter(({ english }) => english === text).map(({ translated }) => translated);
    return found.length === 0 ? [text] : [...new Set(found)];
  }

  #text(name: string, exact: boolean): string | RegExp {
    const whole = this.#pairs.filter(({ english }) => english === name);
    if (whole.length > 0)
      return either(
        whole.map(({ translated }) => patternOf(translated)),
        exact,
      );
    const filled = this.#pairs.flatMap((pair) => fill(pair, name));
    if (filled.length > 0) return either(filled.map(escaped), exact);
    // Code puts the full stop of the language after a word (shared/listed.ts).
    if (/\w\.$/.test(name)) {
      const word = this.#pairs.filter(({ english }) => english === name.slice(0, -1));
      if (word.length > 0)
        return either(
          word.map(({ translated }) => `${patternOf(translated)}[.。]`),
          exact,
        );
    }
    if (exact) return name;
    const parts = this.#pairs.filter(({ english }) => english.includes(name));
    return parts.length === 0
      ? name
      : either([escaped(name), ...parts.map(({ translated }) => patternOf(translated))], false);
  }

  #regular(name: RegExp): RegExp {
    const fits = ({ english }: Pair) => name.test(english) || name.test(english.replaceAll(/‹\d+›/g, '1'));
    const fitting = this.#pairs.filter((pair) => fits(pair) && pair.translated !== pair.english);
    if (fitting.length === 0) return name;
    // Two English names may have one translation. A translation that is also that of another name would find too much, but without any other
    // one nothing would be found: 完了 is Done and Finish.
    const others = new Set(this.#pairs.filter((pair) => !fits(pair)).map(({ translated }) => translated));
    const clear = fitting.filter(({ translated }) => !others.has(translated));
    const found = clear.length > 0 ? clear : fitting;
    const open = name.source.startsWith('^') ? '^' : '';
    const close = name.source.endsWith('$') ? '$' : '';
    const all = [...new Set(found.map(({ translated }) => patternOf(translated)))];
    return new RegExp(`${open}(?:${all.join('|')})${close}|${name.source}`, name.flags);
  }
}

function either(patterns: readonly string[], exact: boolean): RegExp {
  const all = [...new Set(patterns)].join('|');
  return exact ? new RegExp(`^(?:${all})$`) : new RegExp(`(?:${all})`, 'i');
}

/** Returns the translation of a pair that has arguments, filled with what a name has in their places. */
function fill({ english, translated }: Pair, name: string): string[] {
  if (!/‹\d+›/.test(english) || !/\p{L}{3}/u.test(english.replaceAll(/‹\d+›/g, ''))) return [];
  const marks = english.match(/‹\d+›/g) ?? [];
  const match = new RegExp(`^${english.split(/‹\d+›/).map(escaped).join('(.+)')}$`).exec(name);
  if (match === null) return [];
  return [marks.reduce<string>((text, mark, n) => text.replaceAll(mark, match[n + 1] ?? ''), translated)];
}

let translator: Translator | null = null;

/**
 * Makes the specs of this process find in a language what they name in English, from now on. It changes Playwright's classes once, so that
 * no spec needs a change.
 */
export async function findInLanguage(page: Page, language: Language): Promise<void> {
  translator = language === 'en' ? null : new Translator(await dictionary(language));
  if (translator !== null)
    for (const found of [page, page.locator('html')]) change(Object.getPrototypeOf(found));
}

/** Ends what findInLanguage() began. */
export function findInEnglish(): void {
  translator = null;
}

const changed = new WeakSet<object>();

/** The place of the name among the arguments of each method that finds by a name, and the field that holds it in an object. */
const named: Readonly<Record<string, string>> = {
  getByRole: 'name',
  filter: 'hasText',
  getByText: '',
  getByLabel: '',
  getByPlaceholder: '',
  getByTitle: '',
};

function change(prototype: Record<string, unknown>): void {
  if (changed.has(prototype)) return;
  changed.add(prototype);
  const inPlace = (method: string, translate: (args: unknown[], to: Translator) => unknown[]) => {
    const original = prototype[method];
    if (typeof original !== 'function') return;
    prototype[method] = function (this: unknown, ...args: unknown[]) {
      return Reflect.apply(original, this, translator === null ? args : translate(args, translator));
    };
  };
  for (const [method, field] of Object.entries(named)) {
    inPlace(method, (args, to) => {
      const exact = args.some(
        (one) => typeof one === 'object' && one !== null && 'exact' in one && one.exact === true,
      );
      const isName = (one: unknown) => typeof one === 'string' || one instanceof RegExp;
      if (field === '') return args.map((one) => (isName(one) ? to.name(one as string, exact) : one));
      return args.map((one) => {
        const name: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, field) : undefined;
        return isName(name) ? { ...(one as object), [field]: to.name(name as string, exact) } : one;
      });
    });
  }
  inPlace('fill', (args, to) => args.map((one) => (typeof one === 'string' ? to.sentences(one)[0] : one)));
  // A list of one choice takes the option that fits any of these.
  inPlace('selectOption', (args, to) =>
    args.map((one) => (typeof one === 'string' ? to.sentences(one) : one)),
  );
}

/** Returns the English sentences, or parts of at least two words, that a page shows or reads out although the language has its own. */
export async function englishOn(page: Page, language: Language): Promise<string[]> {
  const pairs = await dictionary(language);
  const theirs = pairs.map(({ translated }) => translated).join('\n');
  const parts = pairs
    .flatMap(({ english }) => english.split(/‹\d+›/))
    .map((part) => part.trim())
    .filter((part) => part.length >= 10 && /\p{L}\s+\p{L}/u.test(part) && !theirs.includes(part));
  const text = await page.evaluate<string>(`[
    document.body.innerText,
    ...['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll('[' + name + ']')].map((one) => one.getAttribute(name))),
  ].join('\\n')`);
  const plain = text.replaceAll(/[^\S\n]+/g, ' ');
  return [...new Set(parts)].filter((part) => plain.includes(part));
}
