import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../src/renderer');
const list = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Sheets of features that are not modules yet. This list only gets shorter. */
const notYet = ['app/app.css', 'settings/settings.css', 'tokens/tokens-page.css', 'vault/vault.css'];

const modules = list('**/*.module.css');

/** The selectors of a sheet, one each. */
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

/** The classes of a module: what stands outside of `:global(...)`. */
const classesOf = (selector: string): string[] =>
  [...selector.replaceAll(/:global\([^)]*\)/g, '').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(
    ([, name = '']) => name,
  );

describe('a class is styled by one sheet', () => {
  it('has the sheets of features as modules', () => {
    const others = list('*/*.css').filter((file) => !file.endsWith('.module.css') && dirname(file) !== 'ui');
    expect(others.filter((file) => !notYet.includes(file))).toEqual([]);
    expect(notYet.filter((file) => !others.includes(file))).toEqual([]);
  });

  it('has in no module a rule that reaches beyond its own elements', () => {
    expect(modules.length).toBeGreaterThan(8);
    const loose = modules.flatMap((file) =>
      selectors(read(file))
        .filter((selector) => classesOf(selector).length === 0)
        .map((selector) => `${file}: ${selector}`),
    );
    expect(loose).toEqual([]);
  });

  it.each(modules)('%s: every class is used, and every class that is used is there', (file) => {
    const classes = new Set(selectors(read(file)).flatMap(classesOf));
    const users = list(`${dirname(file)}/*.tsx`).filter((user) =>
      read(user).includes(`'./${basename(file)}'`),
    );
    const text = users.map(read).join('\n');
    const used = new Set([...text.matchAll(/\bstyles\.(\w+)/g)].map(([, name = '']) => name));
    // A class that is looked up by a state has the state's name.
    const byState = /\bstyles\[/.test(text);
    expect([...used].filter((name) => !classes.has(name))).toEqual([]);
    expect([...classes].filter((name) => !used.has(name) && !(byState && text.includes(`${name}:`)))).toEqual(
      [],
    );
  });
});
