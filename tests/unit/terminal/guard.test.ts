import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandRequest } from '../../../src/main/features/commands/requests.ts';
import { searchStaged } from '../../../src/main/terminal/guard-search.ts';
import { GitRepository } from '../../support/git-repository.ts';
import { randomValue } from '../../support/random-value.ts';

const root = join(import.meta.dirname, '../../..');
const value = randomValue(31);
let folder: string;
let git: GitRepository;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-guard-'));
  const program = `
    const { runCommand } = await import(${JSON.stringify(`${root}/src/main/terminal/run.ts`)});
    const words = process.argv.slice(1);
    const world = { userData: ${JSON.stringify(join(folder, 'Keyturn'))}, version: '1.2.3', startApp: () => undefined };
    process.exit(await runCommand(['keyturn', ...words], words, world));`;
  git = new GitRepository(folder, [process.execPath, '--input-type=module', '-e', program, '--']);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const notRunning =
  'keyturn: Keyturn does not run or answer, so guard searched this commit only for the shape of tokens.\n';
const commits = () => git.run('git', 'rev-list', '--all', '--count').out.trim();

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('in a repository of Git', () => {
  it('the hook refuses a commit with a token in it, says where, and writes no value', () => {
    const installed = git.run('keyturn', 'guard', '--install');
    expect(installed).toMatchObject({ code: 0, err: '' });
    git.stage('src/a.ts', 'export const a = 1;\n');
    expect(git.commit()).toMatchObject({ code: 0, err: notRunning });
    git.stage('deploy/prod.env', `PORT=80\nOKTA_API_TOKEN=${value}\n`);
    git.stage('a name\nwith ünusual "signs".yaml', `okta:\r\n  token: ${value}\r\n`);
    const refused = git.commit();
    expect(refused.code).toBe(1);
    expect(refused.err).toBe(
      [
        notRunning.trimEnd(),
        'keyturn: this commit holds 2 API tokens of Okta, so guard refused it.',
        '  a name\\u{a}with ünusual "signs".yaml:2  shaped like an API token',
        '  deploy/prod.env:2  shaped like an API token',
        'Take it out of the file, stage the file again, and commit. If it is not a token: git commit --no-verify',
        '',
      ].join('\n'),
    );
    expect(`${refused.err}${refused.out}`).not.toContain(value.slice(4, 20));
    expect(commits()).toBe('1');
  });

  it.each<[string, Buffer]>([
    ['a zero byte', Buffer.from(`OKTA_API_TOKEN=${value}\0\n`)],
    ['zero bytes between texts', Buffer.from(`\0\x01OKTA_API_TOKEN\0${value}\0okta\0`)],
    ['UTF-16 without a mark', Buffer.from(`OKTA_API_TOKEN=${value}\n`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`OKTA_API_TOKEN=${value}\n`, 'utf16le').swap16()],
    ['half a character of UTF-16', Buffer.from(`\ufeffOKTA_API_TOKEN=${value}\n`, 'utf16le').subarray(0, -1)],
  ])('finds a token in a file that is not text: %s', (_what, bytes) => {
    git.stage('data.bin', bytes);
    const refused = git.run('keyturn', 'guard');
    expect(refused.err).toContain('data.bin:1  shaped like an API token');
    expect(refused.code).toBe(1);
  });

  it('finds a token that the configuration of the repository hides, and runs no program that it names', () => {
    const ran = join(folder, 'ran');
    const evil = join(folder, 'evil');
    writeFileSync(evil, `#!/bin/sh\necho "$0" >> '${ran}'\n`, { mode: 0o755 });
    git.stage('.env', `OKTA_API_TOKEN=${value}\n`);
    git.stage('below/empty', '');
    git.run('git', 'config', 'diff.relative', 'true');
    // `keyturn` runs in the folder below, where Git then sees nothing of the folders above.
    expect(git.run('sh', '-c', 'cd below && keyturn guard')).toMatchObject({
      code: 1,
      err: expect.stringContaining('.env:1  shaped like an API token'),
    });
    const hash = (text: string) =>
      git.run('sh', '-c', `printf '%s' '${text}' | git hash-object -w --stdin`).out.trim();
    git.run('git', 'replace', git.run('git', 'rev-parse', ':.env').out.trim(), hash('clean'));
    expect(git.run('keyturn', 'guard').code).toBe(1);
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'diff.external',
      'diff.x.textconv',
      'filter.x.smudge',
    ]) {
      git.run('git', 'config', name, evil);
    }
    git.write('.gitattributes', '* diff=x filter=x\n');
    expect(git.run('keyturn', 'guard').code).toBe(1);
    expect(existsSync(ran)).toBe(false);
  });

  it('asks no server for a missing object', () => {
    const ran = join(folder, 'ran');
    const evil = join(folder, 'evil');
    writeFileSync(evil, `#!/bin/sh\necho ran >> '${ran}'\nexit 1\n`, { mode: 0o755 });
    git.run('git', 'update-index', '--add', '--cacheinfo', `100644,${'1'.repeat(40)},a.env`);
    const set = ([name, value]: readonly [string, string]) => git.run('git', 'config', name, value);
    [
      ['core.repositoryformatversion', '1'] as const,
      ['extensions.partialClone', 'evil'] as const,
      ['remote.evil.url', `ext::${evil} %S`] as const,
      ['remote.evil.promisor', 'true'] as const,
      ['protocol.ext.allow', 'always'] as const,
    ].map(set);
    expect(git.run('keyturn', 'guard').code).toBe(74);
    expect(existsSync(ran)).toBe(false);
  });

  it('checks what is staged, not what is in the folder', () => {
    git.stage('.env', `OKTA_API_TOKEN=${value}\n`);
    git.write('.env', 'OKTA_API_TOKEN=\n');
    expect(git.run('keyturn', 'guard').code).toBe(1);
    git.stage('.env', 'OKTA_API_TOKEN=\n');
    git.write('.env', `OKTA_API_TOKEN=${value}\n`);
    expect(git.run('keyturn', 'guard').code).toBe(0);
  });

  it('ignores a file that the commit deletes or does not touch', () => {
    git.stage('.env', `OKTA_API_TOKEN=${value}\n`);
    git.stage('old.env', `OKTA_API_TOKEN=${value}\n`);
    expect(git.commit().code).toBe(0);
    git.run('git', 'rm', '--quiet', 'old.env');
    git.stage('a', 'b');
    expect(git.run('keyturn', 'guard').code).toBe(0);
  });

  it('reads UTF-16, finds nothing in a picture, and names a file that is too large', () => {
    git.stage('picture.png', randomBytes(200_000));
    git.stage('large.txt', `${'x '.repeat(4_100_000)}\nSSWS ${value}\n`);
    expect(git.run('keyturn', 'guard')).toMatchObject({
      code: 0,
      err: `keyturn: large.txt is larger than 8 MB, so guard did not search it.\n${notRunning}`,
    });
    git.stage('set.ps1', Buffer.from(`\uFEFF$env:OKTA_API_TOKEN = "${value}"\r\n`, 'utf16le'));
    expect(git.run('keyturn', 'guard').err).toContain('  set.ps1:1  shaped like an API token\n');
  });

  it('finds each token of a commit of many files, in the order of Git, and ignores none of them', () => {
    // Two processes of Git read so many files.
    for (let n = 0; n < 250; n++) {
      const isBad = n === 3 || n === 120 || n === 121 || n === 249;
      git.write(
        `many/${String(n).padStart(3, '0')}.env`,
        isBad ? `OKTA_API_TOKEN=${value}\n` : `PORT=${n}\n`,
      );
    }
    git.run('git', 'add', '.');
    const refused = git.run('keyturn', 'guard');
    expect(refused.code).toBe(1);
    expect(refused.err.match(/many\/\d+/g)).toEqual(['many/003', 'many/120', 'many/121', 'many/249']);
  });

  it('says so when Git lost the content of a staged file, and refuses the commit', () => {
    git.stage('a.env', 'PORT=80\n');
    rmSync(join(git.path, '.git/objects'), { recursive: true });
    mkdirSync(join(git.path, '.git/objects'));
    expect(git.run('keyturn', 'guard')).toMatchObject({
      code: 74,
      err: 'keyturn: Git did not find a file that is staged. Run git fsck.\n',
    });
  });

  it('--install writes a hook that runs, once, and leaves another hook unchanged', () => {
    const hook = join(git.path, '.git/hooks/pre-commit');
    expect(git.run('keyturn', 'guard', '--install').out).toBe(
      `The hook ${hook} is written. It runs before each commit.\n`,
    );
    expect(statSync(hook).mode & 0o111).not.toBe(0);
    const written = readFileSync(hook, 'utf8');
    expect(git.run('keyturn', 'guard', '--install')).toMatchObject({
      code: 0,
      out: `The hook ${hook} runs keyturn guard already.\n`,
    });
    expect(readFileSync(hook, 'utf8')).toBe(written);
    writeFileSync(hook, '#!/bin/sh\nnpm test\n');
    expect(git.run('keyturn', 'guard', '--install')).toEqual({
      code: 73,
      out: '',
      err: `keyturn: another hook is at ${hook}, and guard leaves it unchanged. Add this line to it: keyturn guard || exit $?\n`,
    });
    expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\nnpm test\n');
  });

  it('--install leaves no half of a hook where the disk is full, and writes through no link', () => {
    const hooks = join(git.path, '.git/hooks');
    mkdirSync(hooks, { recursive: true });
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', hooks]).status === 0) {
      try {
        for (let n = 0; n < 8; n++)
          spawnSync('dd', ['if=/dev/zero', `of=${hooks}/filler${n}`, 'bs=4096', 'count=1']);
        const before = readdirSync(hooks);
        expect(git.run('keyturn', 'guard', '--install')).toMatchObject({
          code: 73,
          err: expect.stringContaining('the disk is full'),
        });
        expect(readdirSync(hooks)).toEqual(before);
      } finally {
        spawnSync('umount', [hooks]);
      }
    }
    symlinkSync(join(folder, 'outside'), join(hooks, 'pre-commit'));
    expect(git.run('keyturn', 'guard', '--install').code).toBe(73);
    expect(existsSync(join(folder, 'outside'))).toBe(false);
  });

  it('refuses a commit when keyturn is not on PATH, and says so in a line', () => {
    git.run('keyturn', 'guard', '--install');
    git.stage('a', 'b');
    rmSync(join(folder, 'bin/keyturn'));
    const refused = git.commit();
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('keyturn is not on PATH, so nothing searched this commit for tokens.');
  });

  it('says outside of a repository that Git did not answer', () => {
    rmSync(join(git.path, '.git'), { recursive: true });
    for (const more of [[], ['--install']]) {
      const said = git.run('keyturn', 'guard', ...more);
      expect(said.code).toBe(74);
      expect(said.err).toMatch(/^keyturn: Git did not say what is staged: /);
    }
  });
});

it('lists what it finds in the order of Git, also when the files come in another order', async () => {
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    const bytes = Buffer.from(`OKTA_API_TOKEN=${value}\n`);
    const end = await searchStaged(
      async (take) => {
        for (const n of [2, 0, 1]) await take({ path: `file-${n}`, n, bytes });
      },
      join(folder, 'Keyturn'),
    );
    expect(end).toBe(1);
  } finally {
    vi.restoreAllMocks();
  }
  expect(written.join('').match(/file-\d/g)).toEqual(['file-0', 'file-1', 'file-2']);
});

it('asks the app for marks, and the app refuses a request that carries content of the files', () => {
  expect(commandRequest.safeParse({ command: 'guard' }).success).toBe(true);
  expect(commandRequest.safeParse({ command: 'guard', text: 'x' }).success).toBe(false);
});
