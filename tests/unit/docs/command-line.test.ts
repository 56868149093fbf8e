import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandLinePage } from '../../../tools/docs/command-line.ts';

it('docs/command-line.md equals --help (npm run docs writes it)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../docs/command-line.md'), 'utf8')).toBe(
    commandLinePage(),
  );
});
