import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../src/renderer');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const files = globSync('**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const makesOne = (file: string) => /\bcreate<[^>]*>/.test(read(file));

it('changes a store only by the named actions of its own file', () => {
  expect(files.filter(makesOne).length).toBeGreaterThan(9);
  const changers = files.filter((file) => /\.setState\(/.test(read(file)));
  expect(changers.length).toBeGreaterThan(9);
  expect(changers.filter((file) => !makesOne(file))).toEqual([]);
  // A file that makes a store changes that one and no other.
  const others = changers.flatMap((file) => {
    const text = read(file);
    const own = [...text.matchAll(/export const (use\w+) = create</g)].map(([, name]) => name);
    return [...text.matchAll(/\b(use\w+)\.setState\(/g)]
      .filter(([, name]) => !own.includes(name))
      .map(([, name]) => `${file}: ${name}`);
  });
  expect(others).toEqual([]);
});

it('keeps the tests of tokens and of the wizard in one store, which hears each event of main once', () => {
  const heard = files.flatMap((file) =>
    [...read(file).matchAll(/\bevents\.(\w+)\(/g)].map(([, name = '']) => ({ file, name })),
  );
  expect(heard.length).toBeGreaterThan(15);
  const twice = heard.filter(({ name }, n) => heard.findIndex((one) => one.name === name) !== n);
  expect(twice).toEqual([]);
});

it('keeps the failure of a call in one hook', () => {
  expect(files.filter((file) => /useState<Failure/.test(read(file)))).toEqual(['ui/use-call.ts']);
});
