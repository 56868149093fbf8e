import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** A translation has the names of its English file, and a file of the contract exports each shape with its type. */
const leftOut = ['src/languages/**', 'src/shared/contract/**'];

/** Returns the values that a source exports by name. */
const exported = (text: string): string[] =>
  [...text.matchAll(/^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm)].map(
    ([, name = '']) => name,
  );

/** Returns the names that a source takes from others, each with the path of its file from the root. `*` means all of them. */
function imported(file: string, text: string): { from: string; name: string }[] {
  const to = (path: string) => posix.join(dirname(file), path);
  const named = [...text.matchAll(/(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']+)'/g)].flatMap(
    ([, names = '', path = '']) =>
      names.split(',').map((one) => ({
        from: to(path),
        name:
          one
            .trim()
            .replace(/^type /, '')
            .split(' as ')[0] ?? '',
      })),
  );
  const whole = [...text.matchAll(/(?:import\(|import \* as \w+ from |typeof import\()\s*'(\.[^']+)'/g)];
  return [...named, ...whole.map(([, path = '']) => ({ from: to(path), name: '*' }))];
}

/** Returns each exported value that no other file imports, as `file: name`. */
function unused(sources: ReadonlyMap<string, string>, checked: (file: string) => boolean): string[] {
  const used = new Set(
    [...sources].flatMap(([file, text]) => imported(file, text)).map(({ from, name }) => `${from}: ${name}`),
  );
  // Code of another process names the path of the file that it imports.
  const names = new Set(
    [...sources.values()].flatMap((text) =>
      [...text.matchAll(/\/([\w.-]+\.(?:tsx?|mjs))['"`]?\)/g)].map(([, name = '']) => name),
    ),
  );
  const byPath = (file: string) => names.has(posix.basename(file));
  return [...sources]
    .filter(([file]) => checked(file) && !used.has(`${file}: *`) && !byPath(file))
    .flatMap(([file, text]) => exported(text).map((name) => `${file}: ${name}`))
    .filter((one) => !used.has(one));
}

const pattern = ['{src,tests,tools}/**/*.{ts,tsx,mjs}', '*.ts'];
const list = (glob: string | string[], exclude: string[] = []) =>
  globSync(glob, { cwd: root, exclude }).map((file) => file.replaceAll('\\', '/'));

describe('the exported values', () => {
  it('are each imported by another file', () => {
    const sources = new Map(list(pattern).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
    const checked = new Set(list(pattern, leftOut).filter((file) => /(?<!\.d)\.tsx?$/.test(file)));
    expect(checked.size).toBeGreaterThan(1000);
    expect(unused(sources, (file) => checked.has(file))).toEqual([]);
  });

  it.each([
    ['a value that nothing imports', 'export const lonely = 1;', ['a/one.ts: lonely']],
    [
      'a function that only its own file calls',
      'export function lonely() {}\nlonely();',
      ['a/one.ts: lonely'],
    ],
    ['an imported value', 'export const used = 1;', []],
    ['a value under another name', 'export class Known {}', []],
  ])('%s is found if it is unused', (_kind, text, found) => {
    const sources = new Map([
      ['a/one.ts', text],
      ['b/two.ts', "import { Known as Other, type T, used } from '../a/one.ts';"],
    ]);
    expect(unused(sources, (file) => file === 'a/one.ts')).toEqual(found);
  });
});
