import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bridgeTable } from '../../../tools/docs/bridge-table.ts';

it('docs/bridge.md describes the present contract (npm run docs writes it)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../docs/bridge.md'), 'utf8')).toBe(bridgeTable());
});
