import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** The room of a file, as the diagram names it. */
function roomOf(file: string): string {
  const [, side = '', room = '', inner = ''] = file.split('/');
  if (side === 'main') return room;
  if (side !== 'renderer') return side;
  if (inner === '') return room === 'bridge.ts' ? 'bridge' : 'page';
  return room === 'app' ? 'window' : room === 'ui' ? 'ui' : 'pages';
}

/** Which room imports which, read from the imports themselves. A translation takes the place of its English file, so it is in no room. */
function edges(): string[] {
  const found = new Set<string>();
  for (const path of globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: ['src/languages/**'] })) {
    const file = path.replaceAll('\\', '/');
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const to = relative(root, resolve(root, dirname(file), target)).replaceAll('\\', '/');
      // Every room may use these two, so the diagram leaves them out.
      if (['base', 'shared', roomOf(file)].includes(roomOf(to))) continue;
      found.add(`${roomOf(file)} --> ${roomOf(to)}`);
    }
  }
  return [...found].sort();
}

it('docs/architecture.md draws the rooms with their present imports', () => {
  const docs = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const drawn = docs.match(/^\s+\w+ --> \w+$/gm)?.map((line) => line.trim()) ?? [];
  expect(drawn.toSorted()).toEqual(edges());
});

it('docs/architecture.md says of each feature what it does', () => {
  const docs = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const [, table = ''] = docs.split('| Feature | What it does |');
  const named = [...table.matchAll(/^\| `(\w+)` \| \S/gm)].map(([, name]) => name);
  expect(named).toEqual(readdirSync(join(root, 'src/main/features')).toSorted());
});
