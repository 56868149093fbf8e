import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** What the code calls Electron's objects, and what Electron's documents call them. */
const names: Readonly<Record<string, string>> = {
  window: 'win',
  contents: 'contents',
  webContents: 'contents',
  notification: 'notification',
  tray: 'tray',
};
/** Where a name above, or `target`, is something else than in the other files. */
const inFile: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/main/platform/menu.ts': { target: 'contents' },
  'src/main/platform/no-network.ts': { target: 'ses' },
  'src/main/platform/session.ts': { target: 'ses' },
  // The app's own AppTray.
  'src/main/start/index.ts': { tray: '' },
  'src/main/start/world.ts': { tray: '' },
};

/** Electron's members that the source uses, as Electron's documents write them. */
function used(): string[] {
  const found = new Set<string>();
  for (const path of globSync('src/{main,preload}/**/*.ts', { cwd: root })) {
    const file = path.replaceAll('\\', '/');
    const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const imported = [...text.matchAll(/import \{([^}]*)\} from 'electron'/g)].flatMap(([, list = '']) =>
      list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type ')),
    );
    if (imported.length === 0) continue;
    const nameOf = (object: string) =>
      imported.includes(object) ? object : (inFile[file]?.[object] ?? names[object] ?? '');
    const calls = /(?<![\w'/-])(?:this\.#)?(\w+)\??\.(\w+)(?:\('([\w-]+)')?/g;
    for (const [, object = '', member = '', event] of text.matchAll(calls)) {
      const name = nameOf(object);
      if (name === '') continue;
      const isEvent = (member === 'on' || member === 'once') && event !== undefined;
      found.add(isEvent ? `${name}.on('${event}')` : `${name}.${member}`);
    }
    for (const [, made = ''] of text.matchAll(/new (\w+)\(/g))
      if (imported.includes(made)) found.add(`new ${made}`);
  }
  return [...found].sort();
}

/** The rows of docs/testing.md's table, cell by cell. */
function rows(): string[][] {
  const docs = readFileSync(join(root, 'docs/testing.md'), 'utf8');
  const table = docs.split('### What the app uses of Electron')[1]?.split('\n### ')[0] ?? '';
  return table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(2, -2).split(' | '));
}

const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

it('docs/testing.md names each member of Electron that the app uses, and no other', () => {
  const named = rows().flatMap(([api = '']) => quoted(api));
  expect(named.toSorted()).toEqual(used());
});

it('each row names its test', () => {
  const without = rows().filter(([, , , test = '']) => quoted(test).length === 0);
  expect(without.map(([, , , test]) => test)).toEqual(['by hand on macOS and Windows']);
});

it('docs/testing.md names only tests and files that exist', () => {
  const docs = readFileSync(join(root, 'docs/testing.md'), 'utf8');
  const named = [
    ...quoted(docs).filter((name) => /^(unit|e2e|security)\/[\w/-]+$/.test(name)),
    ...rows().flatMap(([, , , test = '']) => quoted(test).filter((name) => !name.includes('/'))),
  ].map((name) => [name, `host/conformance/${name}.ts`, `${name}.test.ts`, `${name}.spec.ts`]);
  const sources = quoted(docs)
    .filter((name) => /^(app|base|platform|start|tools|tests|src|resources)\/[\w./-]+\.\w+$/.test(name))
    .map((name) => [name, `../${name}`, `../src/main/${name}`]);
  const absent = [...named, ...sources].filter(
    (paths) => !paths.some((path) => existsSync(join(root, 'tests', path))),
  );
  expect(absent.map(([name]) => name)).toEqual([]);
});
