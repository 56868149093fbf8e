import { expect, it } from 'vitest';
import { inFileName } from '../../../src/main/base/file-name.ts';

it.each([
  ['HR import', 'HR-import'],
  ['Payroll: Q3/Q4', 'Payroll-Q3-Q4'],
  ['../../etc/passwd', 'etc-passwd'],
  ['..', ''],
  ['CON', 'CON'],
  ['name. . ', 'name'],
  ['-rf *', 'rf'],
  ['本番トークン', '本番トークン'],
  ['Größe cafe\u0301', 'Größe-café'],
  ['हिन्दी', 'हिन्दी'],
  ['👩‍👩‍👧', ''],
  ['a\u202etxt.exe\0b\nc', 'a-txt.exe-b-c'],
  ['\ud800a', 'a'],
  ['<b>|"?*:\\</b>', 'b-b'],
])('%j is %j in a file name', (name, part) => {
  expect(inFileName(name)).toBe(part);
});

it('leaves room for the rest of the name in 255 bytes, and cuts no character', () => {
  for (const letter of ['x', 'ü', '本', '\u{20000}']) {
    const part = inFileName(letter.repeat(500));
    expect(part).toBe(letter.repeat(40));
    expect(Buffer.byteLength(`rotation-${part}-2026-12-24.json`)).toBeLessThanOrEqual(255);
  }
});
