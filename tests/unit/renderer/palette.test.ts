import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { isNode, type Node } from '../../support/texts-in.ts';
import { notInPalette } from './not-in-palette.ts';

const root = join(import.meta.dirname, '../../../src/renderer');
const elements = new Set(['Button', 'button', 'Switch', 'Setting', 'Menu']);

const rootOf = (chain: string): string => chain.slice(0, chain.indexOf('.'));

/** Returns the names of the catalogs' sentences in a node, as the code writes them, for example `words.xrayCard.xRay`. */
function wordsIn(source: string, node: Node): string[] {
  const text = source.slice(node.start, Number(node.end));
  const all = text.match(/\b(?:words|shared|pageShared|settingNames|ui)(?:\.\w+)+/g) ?? [];
  return [...new Set(all)];
}

/** Returns the names of the sentences that the controls of a file bear. */
function controlsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found: string[] = [];
  const look = (node: Node): void => {
    if (node.type === 'JSXElement') {
      const { name, attributes } = node.openingElement as unknown as { name: Node; attributes: Node[] };
      if (elements.has(source.slice(name.start, Number(name.end)))) {
        for (const child of node.children as Node[]) {
          if (child.type === 'JSXExpressionContainer') found.push(...wordsIn(source, child));
        }
        for (const one of attributes) {
          if (/^(aria-label|name|items|label)=/.test(source.slice(one.start)))
            found.push(...wordsIn(source, one));
        }
      }
    }
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) look(one);
    }
  };
  look(parseSync(file, source).program as unknown as Node);
  return found;
}

/** Returns how the palette's files name a sentence of another room: by the room, and not by `words`. */
const palette = ['app/palette-places.ts', 'app/palette-entries.ts']
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

const aliases = new Map(
  [...palette.matchAll(/import \{ (.*?) \} from '\.\.\/([a-z]+)\/(?:page-)?words\.ts'/g)].flatMap(
    ([, names, folder]) =>
      (names ?? '')
        .split(', ')
        .filter((name) => name.startsWith('words as '))
        .map((name) => [name.replace('words as ', ''), String(folder)] as const),
  ),
);

const inPalette = new Set(
  [...palette.matchAll(/\b(\w+)((?:\.\w+)+)/g)].map(([, alias, path]) => {
    const folder = aliases.get(String(alias)) ?? (alias === 'words' ? 'app' : null);
    return folder === null ? `${alias}${path}` : `${folder}: words${path}`;
  }),
);

/** Returns the name of a sentence with its folder, if it is a sentence of one folder. */
const named = (file: string, chain: string): string =>
  rootOf(chain) === 'words' ? `${dirname(file)}: ${chain}` : chain;

it('the palette has each control of the window, or the list of exceptions says why not', () => {
  const files = globSync('**/*.tsx', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  expect(aliases.size).toBeGreaterThan(8);
  const missing: string[] = [];
  const met = new Set<string>();
  let seen = 0;
  for (const file of files) {
    for (const chain of controlsOf(file)) {
      seen += 1;
      const name = named(file, chain);
      const exception = Object.keys(notInPalette).find((one) =>
        [`${file}: ${chain}`, file, chain].includes(one),
      );
      if (exception !== undefined) met.add(exception);
      else if (!inPalette.has(name)) missing.push(`${file}: ${chain}`);
    }
  }
  expect(seen).toBeGreaterThan(250);
  expect(missing).toEqual([]);
  // The list has no exception that nothing needs.
  expect(Object.keys(notInPalette).filter((one) => !met.has(one))).toEqual([]);
});
