import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameOf, textsIn } from '../../support/texts-in.ts';

const root = join(import.meta.dirname, '../../../src/renderer');
const list = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The only sheets that are no modules: the values of the look, and what elements are by default. */
const ofElements = ['ui/base.css', 'ui/tokens.css'];

const modules = list('**/*.module.css');
const sources = list('**/*.{ts,tsx}');

/** Returns the selectors of a sheet, one each. */
function selectors(css: string): string[] {
  const rules = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .matchAll(/([^{};]+)\{/g);
  return [...rules]
    .map(([, selector = '']) => selector.trim())
    .filter((selector) => !selector.startsWith('@'))
    .flatMap((selector) => selector.split(/,\s*/));
}

/** Returns the classes that a selector names. */
const classesOf = (selector: string): string[] =>
  [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name);

/** Returns the name by which a source file knows a module, or null. */
function nameIn(source: string, module: string): string | null {
  for (const [, name = '', path = ''] of read(source).matchAll(/import (\w+) from '(.+\.module\.css)'/g)) {
    if (posix.join(posix.dirname(source), path) === module) return name;
  }
  return null;
}

/** Returns the classes that stand in the source as bare words: each would be a class that no module holds. */
const bareClasses = (source: string, text: string): string[] =>
  textsIn(source, text, (_node, words, above) => {
    const parent = above.at(-1);
    if (parent?.type === 'BinaryExpression' || !/[\w-]/.test(words.replaceAll('\0', ''))) return false;
    return above.some(
      ({ type, name }) => type === 'JSXAttribute' && /^(class|className)$/.test(nameOf(name)),
    );
  }).map(({ line, text: words }) => `${source}:${line}: ${words}`);

it('places everything by the direction of the text, so that the window also works from right to left', () => {
  const physical =
    /^\s*((margin|padding|border)-(left|right)(-\w+)?|left|right|text-align: (left|right)|float|border-(top|bottom)-(left|right)-radius)\b/;
  const found = list('**/*.css').flatMap((file) =>
    read(file)
      .split('\n')
      .filter((line) => physical.test(line) || /^\s*(margin|padding): (\S+) (\S+) \2 (?!\3;)\S+;/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found.filter((line) => !/: (left|right) \d+px center[,;]$/.test(line))).toEqual([]);
});

describe('one sheet styles a class', () => {
  it('has only modules beside the two sheets of elements', () => {
    expect(list('**/*.css').filter((file) => !file.endsWith('.module.css'))).toEqual(ofElements);
    expect(ofElements.flatMap((file) => selectors(read(file)).flatMap(classesOf))).toEqual([]);
  });

  it('has no rule in a module that reaches beyond its own elements', () => {
    expect(modules.length).toBeGreaterThan(25);
    const loose = modules.flatMap((file) =>
      selectors(read(file))
        .filter((selector) => classesOf(selector).length === 0 || /:global|composes/.test(selector))
        .map((selector) => `${file}: ${selector}`),
    );
    expect(loose).toEqual([]);
    expect(modules.filter((file) => /:global|composes:/.test(read(file)))).toEqual([]);
  });

  it('puts every part of ui in the layer that a page may override, and no page in a layer', () => {
    const layered = modules.filter((file) => /^(?:\/\*.*\*\/\s*)?@layer (helpers|parts) \{/.test(read(file)));
    expect(layered).toEqual(modules.filter((file) => file.startsWith('ui/')));
  });

  it('has no class of a single plain word', () => {
    expect(sources.flatMap((file) => bareClasses(file, read(file)))).toEqual([]);
  });

  it.each([
    ['a literal', '<p className="muted" />'],
    ['one of two', "<p className={done ? styles.a : 'muted'} />"],
    ['a part of a template', '<p className={`muted $' + '{styles.a}`} />'],
  ])('finds a plain class as %s', (_name, source) => {
    expect(bareClasses('x.tsx', `export const X = () => ${source};`)).toHaveLength(1);
  });

  it.each(modules)('%s: uses every class that exists, and has every class that is used', (file) => {
    const classes = new Set(selectors(read(file)).flatMap(classesOf));
    const users = sources.flatMap((source) => {
      const name = nameIn(source, file);
      return name === null ? [] : [{ name, text: read(source) }];
    });
    expect(users.length).toBeGreaterThan(0);
    const used = new Set(
      users.flatMap(({ name, text }) =>
        [...text.matchAll(new RegExp(`(?<![\\w./])${name}\\.(\\w+)`, 'g'))].map(([, one = '']) => one),
      ),
    );
    // A class that is looked up by a state has the state's name.
    const byState = users.filter(({ name, text }) => new RegExp(`\\b${name}\\[`).test(text));
    const isLookedUp = (one: string) => byState.some(({ text }) => new RegExp(`\\b${one}['":]`).test(text));
    expect([...used].filter((name) => !classes.has(name))).toEqual([]);
    expect([...classes].filter((name) => !used.has(name) && !isLookedUp(name))).toEqual([]);
  });
});
