import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startBeside } from '../../../src/main/start/beside.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-beside-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts a program of these lines beside this process. */
function beside(...lines: string[]): Promise<void> {
  const file = join(folder, 'program.mjs');
  writeFileSync(file, lines.join('\n'));
  return startBeside(process.execPath, [file]);
}

it('ends when the other window shows, and the other program continues', async () => {
  await beside("console.log('keyturn: window ready');", 'setTimeout(() => process.exit(3), 300);');
});

it('ends when a running one came to the front', async () => {
  await beside("console.log('keyturn: already running');");
});

it('fails with what the program says about itself', async () => {
  const refused = beside(
    "console.error('noise of Chromium');",
    "console.error('keyturn: /x holds other things than a demo.');",
    'process.exit(77);',
  );
  await expect(refused).rejects.toMatchObject({
    failure: { sentence: 'The demo did not start.', smallPrint: '/x holds other things than a demo.' },
  });
});

it('fails when there is no such program', async () => {
  await expect(startBeside(join(folder, 'missing'), [])).rejects.toThrow('The demo did not start.');
});
