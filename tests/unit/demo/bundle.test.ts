import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../../out/main');
const files = readdirSync(main).filter((name) => name.endsWith('.js'));
const codeOf = (file: string) => readFileSync(join(main, file), 'utf8');
/** A sentence that only the fake Okta has. */
const holdsFake = (file: string) => codeOf(file).includes('This is a fake Okta for trying Keyturn.');

/** Returns a file of the build with everything that it imports at once. */
function loadedBy(entry: string): Set<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const [, name = ''] of codeOf(file).matchAll(
      /^(?:import|export)[^\n]*?(?:from )?["']\.\/([\w.-]+\.js)["']/gm,
    ))
      loaded.add(name);
  }
  return loaded;
}

it('the fake Okta is in one file of the build, which nothing but the demo loads', () => {
  const [fake, ...others] = files.filter(holdsFake);
  expect(fake).toMatch(/^demo-world-/);
  expect(others).toEqual([]);
  const entries = files.filter((name) => /^(index|start|load|rest)(-[\w-]{8})?\.js$/.test(name));
  expect(entries).toHaveLength(4);
  const loaded = entries.flatMap((entry) => [...loadedBy(entry)]);
  expect(loaded.length).toBeGreaterThan(10);
  expect(loaded).not.toContain(fake);
});
