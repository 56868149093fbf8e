import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type Language, languages } from '../../src/shared/languages.ts';

// electron-vite puts the configuration into one file, and keeps of each part only its `import.meta.url`.
const src = fileURLToPath(new URL('../../src', import.meta.url));
const others: readonly Language[] = languages.filter((language) => language !== 'en');

/** Returns the path of a file below `src`, with slashes. */
const below = (file: string): string => relative(src, file).split(sep).join('/');

/** Returns the files that a language translates, by their paths below `src`. */
function translatedIn(language: Language): ReadonlySet<string> {
  const folder = join(src, 'languages', language);
  return new Set(globSync('**/*.ts', { cwd: folder }).map((file) => file.split(sep).join('/')));
}

const translationOf = (path: string, language: Language): string => join(src, 'languages', language, path);

/** Returns the path below `src` that a relative import means, or null for every other import. */
function imported(source: string, importer: string | undefined): string | null {
  if (!source.startsWith('.') || importer === undefined) return null;
  return below(resolve(dirname(importer.split('?')[0] ?? ''), source));
}

/** React Aria's own few words are in files of 34 languages. The name that each of ours has there. */
const ofReactAria: Readonly<Record<Language, string>> = { en: 'en-US', de: 'de-DE', ja: 'ja-JP' };

/**
 * A build step that makes the window speak one language: an import of a file that the language translates gets the translation. React Aria
 * keeps its words of this language only.
 */
export function oneLanguage(language: Language): Plugin {
  const translated = translatedIn(language);
  const otherWords = new RegExp(
    `react-(aria|stately)/dist/.*/intl/.*/(?!${ofReactAria[language]})[a-z]{2}-[A-Z]{2}\\.m?js$`,
  );
  return {
    name: 'one-language',
    enforce: 'pre',
    resolveId(source, importer) {
      const path = imported(source, importer);
      if (path === null || !translated.has(path)) return null;
      const translation = translationOf(path, language);
      // A translation may use its English file.
      return importer === translation ? null : translation;
    },
    load: (id) => (otherWords.test(id) ? 'export default {}' : null),
    transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="${language}">`),
  };
}

const virtual = '\0translated:';

/** Returns the names that a file of sentences exports, without its types. */
const exportsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name);

/**
 * A build step that makes main speak the language that its entry chooses (src/main/base/language.ts): a file that a language translates
 * becomes one that has every translation and exports the chosen one. Main is built once, because it loads from the disk. The
 * translations add about 3 ms to the 160 ms until main answers the window's first call (R15 before and after).
 */
export function everyLanguage(): Plugin {
  const translated = new Map(others.map((language) => [language, translatedIn(language)] as const));
  const has = (path: string, language: Language) => translated.get(language)?.has(path) === true;
  return {
    name: 'every-language',
    enforce: 'pre',
    resolveId(source, importer) {
      const path = imported(source, importer);
      if (path === null || !others.some((language) => has(path, language))) return null;
      const isOwn = others.some((language) => importer === translationOf(path, language));
      return isOwn ? null : `${virtual}${path}`;
    },
    load(id) {
      if (!id.startsWith(virtual)) return null;
      const path = id.slice(virtual.length);
      const english = join(src, path);
      const spoken = others.filter((language) => has(path, language));
      const names = new Map(spoken.map((language) => [language, exportsOf(translationOf(path, language))]));
      const from = (language: Language, name: string) =>
        names.get(language)?.includes(name) === true ? `${language}.${name}` : `en.${name}`;
      const lines = [
        `import { inSpoken } from ${JSON.stringify(join(src, 'main/base/language.ts'))};`,
        `import * as en from ${JSON.stringify(english)};`,
        ...spoken.map(
          (language) => `import * as ${language} from ${JSON.stringify(translationOf(path, language))};`,
        ),
        ...exportsOf(english).map(
          (name) =>
            `export const ${name} = inSpoken({ ${languages.map((one) => `${one}: ${from(one, name)}`).join(', ')} });`,
        ),
      ];
      return { code: lines.join('\n'), moduleType: 'js' };
    },
  };
}
