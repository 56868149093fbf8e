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
