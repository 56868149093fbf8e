import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isInterpreterName } from '../../../src/main/features/programs/interpreters.ts';
import { fileOfProcess } from '../../../src/main/features/programs/program-file-linux.ts';
import { newFolder } from '../vault/helpers.ts';

describe('the name of a program', () => {
  it.each([
    ...[
      'node',
      'nodejs',
      'python3',
      'python3.11',
      'python3.13t',
      'pypy3',
      'ruby3.1',
      'perl5.36.0',
      'perl',
      'php8.2',
    ],
    ...[
      'java',
      'lua5.4',
      'luajit-2.1.0',
      'sh',
      'bash',
      'dash',
      'zsh-5.9',
      'pwsh',
      'busybox',
      'env',
      'gmake',
      'awk',
    ],
    ...[
      'curl',
      'wget',
      'nc',
      'openssl',
      'ld-linux-x86-64.so.2',
      'ld-2.31.so',
      'ld-musl-x86_64.so.1',
      'ld64.so.2',
    ],
    ...[
      'qemu-x86_64',
      'tclsh8.6',
      'Node.exe',
      'gdb',
      'vim',
      'dotnet',
      'deno',
      'bun',
      'beam.smp',
      'osascript',
    ],
    ...[
      'ocaml',
      'ocamlrun',
      'swipl',
      'R',
      'Rscript',
      'julia',
      'guile-3.0',
      'octave-cli-8.4.0',
      'dart',
      'gawk',
    ],
    ...['mawk', 'make', 'bc', 'sqlite3', 'psql', 'jq', 'gst', 'raku', 'iex', 'k6', 'php-fpm8.2', 'toybox'],
  ])('%s stands for one that does what it is told', (name) => {
    expect(isInterpreterName(name)).toBe(true);
  });

  it.each(['terraform', 'okta-report', 'sync2', 'shasum-ok', 'nodemon-go', 'curler', 'environment', 'a', ''])(
    '"%s" does not',
    (name) => {
      expect(isInterpreterName(name)).toBe(false);
    },
  );
});

describe.runIf(process.platform === 'linux')('the file that a process runs from', () => {
  const running: ChildProcess[] = [];
  let folder: string;
  beforeEach(() => {
    folder = join(newFolder(), 'bin');
    mkdirSync(folder, { recursive: true });
  });
  afterEach(() => {
    vi.useRealTimers();
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  const real = (name: string) =>
    execFileSync('sh', ['-c', `readlink -f "$(command -v ${name})"`], { encoding: 'utf8' }).trim();
  const copied = (name: string, as: string) => {
    const file = join(folder, as);
    copyFileSync(real(name), file);
    chmodSync(file, 0o755);
    return file;
  };
  /** Starts a program that waits, and says when it runs. */
  async function start(file: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
    const child = spawn(file, args, { stdio: 'ignore', ...options });
    running.push(child);
    const { pid = 0 } = child;
    // Between fork and exec the process is still this one.
    await expect
      .poll(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim())
      .toBe(file.split('/').at(-1)?.slice(0, 15));
    return pid;
  }
  const answer = (pid: number, path: string, same = true) => fileOfProcess(pid, path, async () => same);
  const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

  it('is identified by its path and the SHA-256 of its content', async () => {
    const file = copied('sleep', 'okta-report');
    const pid = await start(file, ['60']);
    expect(await answer(pid, file)).toEqual({ file: { path: file, sha256: hashOf(file) }, notAlways: '' });
  });

  it('has another hash when its content changed in place, by one byte and with its times put back', async () => {
    const file = copied('sleep', 'okta-report');
    const then = new Date(Date.now() - 86_400_000);
    // What Keyturn reads now is old enough to be remembered.
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
    execFileSync('touch', ['-d', then.toISOString(), file]);
    const first = await start(file, ['60']);
    const before = await answer(first, file);
    running.splice(0).map((child) => child.kill('SIGKILL'));
    await expect.poll(() => answer(first, file)).toMatchObject({ file: null });
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]));
    execFileSync('touch', ['-d', then.toISOString(), file]);
    const after = await answer(await start(file, ['60']), file);
    expect(after.file?.sha256).toBe(hashOf(file));
    expect(after.file?.sha256).not.toBe(before.file?.sha256);
  });

  it('is not named when another file took its place, or it was removed, while it runs', async () => {
    const file = copied('sleep', 'okta-report');
    const pid = await start(file, ['60']);
    renameSync(copied('cat', 'newer'), file);
    const said = await answer(pid, file);
    expect(said.file).toBeNull();
    expect(said.notAlways).toContain('replaced or removed');
    rmSync(file);
    expect((await answer(pid, file)).file).toBeNull();
    // A file whose own name ends as the system marks a removed one.
    expect((await answer(pid, `${file} (deleted)`)).file).toBeNull();
  });

  it('is not named when the process now runs another program, or another process has its number', async () => {
    const file = copied('sleep', 'okta-report');
    const pid = await start(file, ['60']);
    expect((await answer(pid, join(dirname(file), 'other'))).file).toBeNull();
    expect((await answer(pid, file, false)).file).toBeNull();
    expect((await answer(2 ** 22 + 1, file)).file).toBeNull();
  });

  describe('of a program that no list of interpreters knows', () => {
    const why = async (args: readonly string[], options: SpawnOptions = {}) => {
      const file = join(folder, 'okta-report');
      if (!existsSync(file)) copied('tail', 'okta-report');
      // `tail` waits with any further arguments, because /dev/null is there.
      const pid = await start(file, ['-q', '-f', '/dev/null', ...args], { cwd: folder, ...options });
      return (await answer(pid, file)).notAlways;
    };
    beforeEach(() => writeFileSync(join(folder, 'script.okta'), 'get /api/v1/users'));

    it('says what it does when it was started with names, numbers and addresses', async () => {
      const plain = [
        'http://127.0.0.1:4730/terraform/api/v1/users?limit=2',
        '--',
        '--since=2026-11-01',
        '7',
        'x',
      ];
      expect(await why(plain)).toBe('');
    });

    it.each([
      ['script.okta'],
      ['../bin/script.okta'],
      ['-fscript.okta'],
      ['--script=script.okta'],
      ['@script.okta'],
      ['.'],
      ['/etc/passwd'],
    ])('does not say what it does when it was started with the file or folder %s', async (arg) => {
      expect(await why(['--', arg])).toMatch(/started with the file or folder .*may tell it what to do/);
    });

    it.each([['print(1)'], ['http get "x"'], ['a; b'], ["'x'"], ['get $x'], ['one\ntwo'], ['`id`']])(
      'does not say what it does when it was started with the code %s',
      async (arg) => {
        expect(await why(['--', arg])).toMatch(/was started with .*may tell it what to do/);
      },
    );

    it.each([['-'], ['/dev/stdin'], ['/dev/fd/0'], ['--script=/dev/fd/63'], ['/proc/self/fd/0']])(
      'does not say what it does when %s names its input',
      async (arg) => {
        expect(await why(['--', arg])).toContain('as its input');
      },
    );

    it('does not say what it does when it reads a file or another program', async () => {
      const input = openSync(join(folder, 'script.okta'), 'r');
      expect(await why([], { stdio: [input, 'ignore', 'ignore'] })).toContain('as its input');
      closeSync(input);
      expect(await why([], { stdio: ['pipe', 'ignore', 'ignore'] })).toContain('as its input');
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const end = openSync(pipe, 'r+');
      expect(await why([], { stdio: [end, 'ignore', 'ignore'] })).toContain('as its input');
      closeSync(end);
    });

    it('does not say what it does under the name of an interpreter, or without a command line', async () => {
      expect(await why([], { argv0: '/usr/bin/awk' })).toContain('a script or a command line');
      expect(await why(Array.from({ length: 1001 }, () => 'x'))).toContain('could not read the command line');
    });
  });

  it.each([
    ['node', ['-e', 'setInterval(() => 0, 1000)']],
    ['python3', ['-c', 'import time; time.sleep(60)']],
    ['perl', ['-e', 'sleep 60']],
    ['bash', ['-c', 'read x']],
    ['dash', ['-c', 'read x']],
    ['java', ['-version']],
  ])('of %s does not say what it does, also under another name', async (name, args) => {
    const found = name === 'node' ? process.execPath : name === 'python3' ? pythonFile() : real(name);
    if (found === '') return;
    expect((await answer(process.pid, found)).notAlways).toContain('a script or a command line');
    const file = join(folder, 'okta-report');
    copyFileSync(found, file);
    chmodSync(file, 0o755);
    const env = { ...process.env, LD_LIBRARY_PATH: `${dirname(found)}/../lib` };
    const child = spawn(file, args, { stdio: ['pipe', 'ignore', 'ignore'], env });
    running.push(child);
    await expect
      .poll(async () => (await answer(child.pid ?? 0, file)).notAlways, { timeout: 10_000 })
      .toContain('a script or a command line');
  });
});

/** Returns the file of Python itself, behind its launchers. */
const pythonFile = () =>
  execFileSync('python3', ['-c', 'import os, sys; print(os.path.realpath(sys.executable))'], {
    encoding: 'utf8',
  }).trim();
