import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../../src');
const staticImport = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/gm;

/** Returns the files that load together with a file, by their paths below `src`. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
    loadedWith(join(dirname(file), path), seen);
  }
  return seen;
}

it.each(['entry', 'console'])('main chooses the language before it loads a sentence: %s.ts', (name) => {
  const loaded = [...loadedWith(join(src, 'main/start', `${name}.ts`))].map((file) => relative(src, file));
  expect(loaded).toContain(join('main', 'features', 'settings', 'before-window.ts'));
  const translated = loaded.filter((path) => existsSync(join(src, 'languages/de', path)));
  // A file of sentences keeps the language of the moment when it loads.
  expect(translated).toEqual([]);
});
