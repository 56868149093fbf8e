import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { firstLoad } from '../../../tools/setup/budget.ts';

const sizeOf = (code: string) => gzipSync(code, { level: 9 }).length;
const chunk = (fileName: string, imports: string[] = []) => ({
  fileName,
  code: `/* ${fileName} */ ${'x'.repeat(fileName.length * 100)}`,
  isEntry: fileName === 'entry.js',
  imports,
});

it('the budget counts the entry and all that it imports at once, and nothing that is loaded later', () => {
  const chunks = [
    chunk('entry.js', ['shared.js', 'react']),
    chunk('shared.js', ['deep.js', 'entry.js']),
    chunk('deep.js'),
    chunk('pages.js', ['shared.js']),
  ];
  const counted = chunks.filter(({ fileName }) => fileName !== 'pages.js');
  expect(firstLoad(chunks)).toBe(counted.reduce((sum, { code }) => sum + sizeOf(code), 0));
});
