import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-bin-'));
  // npm makes a link of this kind in its folder of programs.
  mkdirSync(join(folder, 'bin'));
  symlinkSync(resolve(root, bin.keyturn), join(folder, 'bin/keyturn'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const env = () => ({
  ...process.env,
  XDG_CONFIG_HOME: folder,
  PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
});
const keyturn = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync('keyturn', words, {
    cwd: folder,
    env: env(),
    encoding: 'utf8',
    input: '',
  });
  return { status, stdout, stderr };
};

it.skipIf(process.platform === 'win32')(
  'npm’s bin runs the commands of keyturn, in the folder of the terminal',
  () => {
    expect(keyturn('help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: keyturn') });
    expect(keyturn('ls')).toEqual({
      status: 69,
      stdout: '',
      stderr: 'keyturn: Keyturn does not run. Start it, or add --start to the command.\n',
    });
    expect(keyturn('lss').status).toBe(64);
    writeFileSync(join(folder, '.keyturn.toml'), 'token = 1\n');
    expect(keyturn('test').stderr).toContain(join(folder, '.keyturn.toml'));
  },
);
