import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  async function start(file: string, args: readonly string[]): Promise<number> {
    const child = spawn(file, args, { stdio: ['pipe', 'ignore', 'ignore'] });
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
