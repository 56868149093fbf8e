import { readFileSync } from 'node:fs';

/** A part of a title that a table or a variable fills: `%s`, `$name` or `${name}`. */
const placeholder = /%[sdifjo#%]|\$\{[^}]*\}|\$[\w.]+/g;

/** A title of a test or of a group: characters, and null for each placeholder. */
type Title = readonly (string | null)[];

function titleOf(text: string): Title {
  const title: (string | null)[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    title.push(...text.slice(from, match.index), null);
    from = match.index + match[0].length;
  }
  return [...title, ...text.slice(from)];
}

/** Returns the titles in a test's source: the first text of `it(`, `test(` or `describe(`, or of the call that follows a table or a condition. */
function titlesIn(source: string): Title[] {
  const literal = /(?:\b(?:it|test|describe)(?:\.\w+)*\(|\)\()\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...source.matchAll(literal)].map(([, , text = '']) => titleOf(text.replaceAll(/\\(.)/g, '$1')));
}

/** Returns whether `words` are a part of a title, where `fills` says what may take the place of a placeholder. */
function isPart(title: Title, words: string, fills: (text: string) => boolean): boolean {
  const fits = (at: number, from: number): boolean => {
    if (from === words.length) return true;
    if (at === title.length) return false;
    if (title[at] !== null) return title[at] === words[from] && fits(at + 1, from + 1);
    for (let to = words.length; to > from; to--) {
      if (fits(at + 1, to) && fills(words.slice(from, to))) return true;
    }
    return false;
  };
  return title.some((_, at) => fits(at, 0));
}

/**
 * Returns whether a test's file has a test whose name contains `words`. A name is the titles of its groups and its own, joined by spaces.
 * The text in the place of a placeholder must be in the file, where quotes do not count.
 */
export function hasTest(file: string, words: string): boolean {
  const source = readFileSync(file, 'utf8');
  const bare = (text: string): string => text.replaceAll(/['"`]/g, '');
  const data = bare(source);
  const fills = (text: string): boolean => data.includes(bare(text));
  const titles = titlesIn(source);
  return titles.some(
    (title) =>
      isPart(title, words, fills) || titles.some((group) => isPart([...group, ' ', ...title], words, fills)),
  );
}
