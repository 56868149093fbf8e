import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../../out/main');
const codeOf = (file: string) => readFileSync(join(main, file), 'utf8');
const files = readdirSync(main);
const required = (file: string) =>
  [...codeOf(file).matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, name = '']) => name);

it('guard is a program of its own in the build, and Git starts before the search loads', () => {
  const own = files.filter((name) => name.endsWith('.cjs'));
  expect(own.map((name) => name.replace(/-[\w-]{8}\.cjs$/, '')).sort()).toEqual([
    'guard-guard-search',
    'guard-staged',
    'guard-windows-command',
    'guard-words',
    'guard.cjs',
  ]);
  // It loads Node's own parts and its own files.
  const outside = own
    .flatMap(required)
    .filter((name) => !name.startsWith('node:') && !own.includes(name.slice(2)));
  expect(outside).toEqual([]);
  const [search = ''] = own.filter((name) => name.startsWith('guard-guard-search'));
  const [staged = ''] = own.filter((name) => name.startsWith('guard-staged'));
  expect(required(search)).toContain('node:crypto');
  expect(required(staged).filter((name) => name.startsWith('node:'))).not.toContain('node:crypto');
  // Main's own part of it has no import that would load another command.
  const [command = ''] = files.filter((name) => /^command-[\w-]{8}\.js$/.test(name));
  const loaded = [...codeOf(command).matchAll(/^import .* from "\.\/([^"]+)"/gm)].map(
    ([, name = '']) => name,
  );
  expect(loaded.map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['start-language']);
  expect(codeOf(command)).toContain('import("./guard.cjs")');
  expect(loaded.map(codeOf).join('\n')).not.toMatch(/from "electron"/);
});

it('the program speaks the language that main chose', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-guard-'));
  try {
    const code = `require(${JSON.stringify(join(main, 'guard.cjs'))}).guard(${JSON.stringify(folder)}, 'de').then(process.exit)`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', code], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: folder, GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    expect(stderr).toMatch(/^keyturn: .*Git wurde nicht gefunden|^keyturn: git wurde nicht gefunden/i);
    expect(status).toBe(127);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
