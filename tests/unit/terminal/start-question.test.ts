import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const noTerminal =
  spawnSync('script', ['--version']).status === 0
    ? false
    : 'script, which makes a terminal, is not installed';

/** Runs `keyturn ls` in a terminal where no app runs, and answers the question whether to start it. Returns the exit code and the output. */
async function answered(keys: string): Promise<[code: number, out: string]> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-question-'));
  const program = `
    const { runCommand } = await import(${JSON.stringify(join(root, 'src/main/terminal/run.ts'))});
    // The started app does not answer either.
    const world = { userData: ${JSON.stringify(folder)}, version: '1', startApp: () => { console.log('started'); process.exit(3); } };
    process.exit(await runCommand(['keyturn', 'ls'], ['ls'], world));`;
  const command = `'${process.execPath}' --input-type=module -e '${program.replaceAll("'", "'\\''")}'`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (text.includes('[Y/n]')) child.stdin.write(keys);
  });
  const [code] = await once(child, 'close');
  rmSync(folder, { recursive: true });
  return [code, out.replaceAll('\r', '')];
}

it.skipIf(noTerminal)('in a terminal a command asks whether to start the app', async () => {
  expect(await answered('\r')).toEqual([3, expect.stringContaining('started')]);
  expect(await answered(' YES \r')).toEqual([3, expect.stringContaining('started')]);
  const no = 'keyturn: Keyturn does not run. Start it, or add --start to the command.\n';
  expect(await answered('n\r')).toEqual([69, expect.stringContaining(no)]);
});

it.skipIf(noTerminal)(
  'Ctrl+D is a no, and Ctrl+C ends the command, both without a trace of the code',
  async () => {
    const [code, out] = await answered('\x04');
    expect([code, out]).toEqual([69, expect.stringMatching(/\nkeyturn: Keyturn does not run\. .*\n$/)]);
    const [ended, said] = await answered('\x03');
    expect([ended, said]).toEqual([130, expect.not.stringContaining('Error')]);
  },
);
