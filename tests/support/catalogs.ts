import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/shared/languages.ts';

const src = join(import.meta.dirname, '../../src');

/** Files of `shared/connect` that hold no sentence. */
const withoutWords = ['shared/connect/tool.ts', 'shared/connect/tools.ts'];

/** Returns the files of sentences, by their paths below `src`, and the file of the locale. Each language translates all of them. */
export const catalogs = (): string[] =>
  [
    ...globSync('{main,renderer,shared,demo}/**/{words,page-words}.ts', { cwd: src }),
    ...globSync('shared/connect/*.ts', { cwd: src }),
    'shared/locale.ts',
  ]
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !withoutWords.includes(file))
    .sort();

/** Returns the translations that a language has, by the paths of their English files. */
export const translations = (language: Language): string[] =>
  globSync('**/*.ts', { cwd: join(src, 'languages', language) })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** A sentence of the catalogs, or a function that makes one. */
export interface Entry {
  /** The file and the names that lead to it, such as `renderer/tasks/words.ts: words.searchForm.find`. */
  readonly path: string;
  readonly value: unknown;
}

/** Returns every sentence that a file of a language exports. */
export async function entriesOf(file: string, language: Language): Promise<Entry[]> {
  const folder = language === 'en' ? src : join(src, 'languages', language);
  const exported: Record<string, unknown> = await import(join(folder, file));
  return leaves(exported, `${file}:`);
}

function leaves(value: unknown, path: string): Entry[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, inner]) => leaves(inner, `${path}${path.endsWith(':') ? ' ' : '.'}${name}`));
}

/** Returns all text in what a function of a catalog returned: a sentence, several of them, or elements of React. */
export function textIn(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textIn).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.values('props' in value ? (value.props as object) : value)
    .map(textIn)
    .join(' ');
}

/** A function of a catalog: it makes a sentence of its arguments. */
export type Makes = (...args: unknown[]) => unknown;

/** The mark of an argument by its place. A number cannot hold one, so that a number of its own stands for it. */
const markOf = (place: number): string => `‹${place}›`;
const numberOf = (place: number): number => 741 + place;

/** Returns an object whose every field is the mark. It throws where it is used as anything else, so that no sentence is made without its mark. */
const fieldsOf = (place: number): unknown => {
  const refuse = (): never => {
    throw new TypeError('It has fields only.');
  };
  return new Proxy(
    {},
    {
      get: (_, name) => (typeof name === 'string' ? markOf(place) : refuse()),
      has: refuse,
      ownKeys: refuse,
    },
  );
};

/**
 * What a function may be given, by the place: a text, a number, a list, a function that puts a part of the sentence into an element, and an
 * object with terms.
 */
const kinds: readonly ((place: number) => unknown)[] = [
  (place) => markOf(place),
  (place) => numberOf(place),
  (place) => [markOf(place)],
  (place) => (part: unknown) => `${markOf(place)}${part}${markOf(place)}`,
  fieldsOf,
];

const listsOf = (length: number, place = 0): unknown[][] =>
  place === length
    ? [[]]
    : kinds.flatMap((kind) => listsOf(length, place + 1).map((rest) => [kind(place), ...rest]));

/** Returns what a function makes of these arguments, with their marks, or null where they are not of its types. */
function said(make: Makes, args: readonly unknown[]): string | null {
  try {
    const text = textIn(make(...args))
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (/undefined|\[object|=>|NaN/.test(text)) return null;
    return args.reduce<string>((so, _, place) => so.replaceAll(String(numberOf(place)), markOf(place)), text);
  } catch {
    return null;
  }
}

/** An English sentence with marks for its arguments, and its translation. */
export interface Pair {
  readonly english: string;
  readonly translated: string;
}

/** Returns the sentences of two functions for every arguments that both take, with marks for the arguments. */
export const pairsOf = (english: Makes, translated: Makes): Pair[] =>
  listsOf(english.length).flatMap((args) => {
    const pair = { english: said(english, args), translated: said(translated, args) };
    return pair.english === null || pair.translated === null ? [] : [pair as Pair];
  });

/** Returns every sentence of the catalogs that a language has, with its translation. */
export async function dictionary(language: Language): Promise<Pair[]> {
  const there = new Set(translations(language));
  const pairs: Pair[] = [];
  for (const file of catalogs().filter((one) => there.has(one))) {
    const translated = new Map((await entriesOf(file, language)).map(({ path, value }) => [path, value]));
    for (const { path, value } of await entriesOf(file, 'en')) {
      const other = translated.get(path);
      if (typeof value === 'string' && typeof other === 'string') {
        pairs.push({ english: value, translated: other });
      } else if (typeof value === 'function' && typeof other === 'function') {
        pairs.push(...pairsOf(value as Makes, other as Makes).flatMap(withParts));
      }
    }
  }
  return [...new Map(pairs.map((pair) => [`${pair.english}\0${pair.translated}`, pair])).values()];
}

/** Returns a sentence without the marks of its elements, and the text of each of its elements. */
function withParts(pair: Pair): Pair[] {
  const parts = ({ english, translated }: Pair): Pair[] =>
    [...english.matchAll(/(‹\d+›)([^‹]+)\1/g)].flatMap(([, mark = '', text = '']) => {
      const other = new RegExp(`${mark}([^‹]+)${mark}`).exec(translated)?.[1];
      return other === undefined ? [] : [{ english: text, translated: other }];
    });
  const bare = (text: string): string => text.replaceAll(/(‹\d+›)([^‹]+)\1/g, '$2');
  return [{ english: bare(pair.english), translated: bare(pair.translated) }, ...parts(pair)];
}
