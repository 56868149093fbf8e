import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hardCoded } from './hard-coded.ts';

const root = join(import.meta.dirname, '../../../src/renderer');

/** Returns the texts that the check finds in the return of a component. */
const inJsx = (jsx: string) => hardCoded('sample.tsx', `const A = () => ${jsx};`).map(({ text }) => text);
const inCode = (code: string) => hardCoded('sample.ts', code).map(({ text }) => text);

describe('the words of the window are in the catalogs', () => {
  const all = globSync('**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  // A feature that is on the first screen has two: what only pages show loads with the pages.
  const catalogs = all.filter((file) => /\/(page-)?words\.ts$/.test(file));
  const files = all.filter((file) => !catalogs.includes(file));
  const read = (file: string) => readFileSync(join(root, file), 'utf8');

  it('has no text for people in any other file', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      hardCoded(file, read(file)).map(({ line, text }) => `${file}:${line}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('has no word that nothing shows', async () => {
    expect(catalogs.length).toBeGreaterThan(15);
    const unused: string[] = [];
    for (const catalog of catalogs) {
      const folder = dirname(catalog);
      const users = files
        .filter((file) => folder === 'ui' || dirname(file) === folder)
        .map(read)
        .join('\n');
      const objects: Record<string, object> = await import(join(root, catalog));
      const paths = Object.entries(objects).flatMap(([name, object]) =>
        Object.entries(object).flatMap(([key, entry]: [string, unknown]) =>
          typeof entry === 'object' && entry !== null && !users.includes(`${name}.${key}[`)
            ? Object.keys(entry).map((word) => `${name}.${key}.${word}`)
            : [`${name}.${key}`],
        ),
      );
      expect(paths.length).toBeGreaterThan(0);
      unused.push(
        ...paths
          .filter((path) => !new RegExp(`\\b${path}\\b`).test(users))
          .map((path) => `${catalog}: ${path}`),
      );
    }
    expect(unused).toEqual([]);
  });
});

describe('the check reports', () => {
  it.each([
    ['text between tags', '<p>Saved</p>', 'Saved'],
    ['a word in lower case between tags', '<p>{count} calls</p>', 'calls'],
    ['a string as a child', "<p>{'saved'}</p>", 'saved'],
    ['a choice of strings', "<p>{done ? 'saved' : ''}</p>", 'saved'],
    ['a string behind a condition', "<p>{done && 'saved'}</p>", 'saved'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample is source text
    ['a template as a child', '<p>{`saved ${count}`}</p>', 'saved'],
    ['joined strings', "<p>{'saved ' + count}</p>", 'saved'],
    ['an attribute that is read out', '<p aria-label="list" />', 'list'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample is source text
    ['an attribute that is shown', '<input placeholder={`filter ${org}`} />', 'filter'],
    ['a prop of our own component', '<Button hint="press twice" />', 'press twice'],
    ['a prop that nobody knows yet', '<Brand motto="keep" />', 'keep'],
    ['the name of a dialog', '<Dialog name="remove" />', 'remove'],
    ['a choice in a prop', "<Confirm act={sure ? 'remove' : keep} />", 'remove'],
    ['a sentence handed to a handler', "<Button onClick={() => say('It is saved')} />", 'It is saved'],
    ['words in a list in a prop', "<Choice options={[['a', 'Reads more']]} />", 'Reads more'],
  ])('%s', (_kind, jsx, text) => {
    expect(inJsx(jsx).join()).toContain(text);
  });

  it.each([
    ['a sentence', "const said = 'it is saved';", 'it is saved'],
    ['a word that begins in upper case', "const heading = { code: 'Saved' };", 'Saved'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample is source text
    ['a template', 'const said = `${count} calls`;', 'calls'],
    ['a word that goes on', "const said = 'reading…';", 'reading…'],
  ])('%s outside of elements', (_kind, code, text) => {
    expect(inCode(code).join()).toContain(text);
  });
});

describe('the check accepts', () => {
  it.each([
    ['classes', '<p className={done ? "muted small" : "mono"} />'],
    ['the name that a form sends', '<Field name="passphrase" label={words.a} />'],
    ['a value that is compared', "<p>{state === 'Healthy' && words.a}</p>"],
    ['a value of a closed union', "<Stage state={done ? 'done' : 'now'} />"],
    ['a call with a key', "<p>{count('allowed')}</p>"],
  ])('%s', (_kind, jsx) => {
    expect(inJsx(jsx)).toEqual([]);
  });

  it.each([
    ['an import', "import { a } from 'A package';"],
    ['a type', "type Page = 'Tokens' | 'All tokens';"],
    ['a selector', "document.querySelector('dialog[open], main');"],
    ['a code', "const ready = 'read-only';"],
  ])('%s', (_kind, code) => {
    expect(inCode(code)).toEqual([]);
  });
});
