import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { writeEnvFile } from '../../../src/main/features/handover/env-file.ts';
import { unwatched } from '../main/unwatched.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const value = '00newValue_newValue_newValue_newValue_newVal';
const isRoot = process.getuid?.() === 0;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-env-'));
  file = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path = file) =>
  writeEnvFile({ kind: 'env-file', path, key: 'TOKEN' }, Secret.fromText(value), new HandClock(), unwatched);
const put = (text: string | Buffer, mode = 0o600) => {
  writeFileSync(file, text);
  chmodSync(file, mode);
};
const has = (program: string) => spawnSync(program, ['--version']).status === 0;
const out = (program: string, ...args: string[]) => {
  const run = spawnSync(program, args, { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return run.stdout;
};

describe('keeps', () => {
  it.each([0o600, 0o640, 0o664, 0o200 | 0o444])('the mode %o, and leaves no other file beside it', (mode) => {
    put('TOKEN=old\n', mode);
    const run = write();
    expect(run).toMatchObject({ ok: true, sentence: `TOKEN in ${file} was replaced.` });
    expect(JSON.stringify(run)).not.toContain(value);
    expect(readFileSync(file, 'utf8')).toBe(`TOKEN=${value}\n`);
    expect(statSync(file).mode & 0o7777).toBe(mode);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('a symbolic link, a chain of links, and a link to another folder', () => {
    mkdirSync(join(folder, 'real'));
    const target = join(folder, 'real', 'secrets.env');
    writeFileSync(target, 'TOKEN=old\n');
    symlinkSync(join('real', 'secrets.env'), join(folder, 'second'));
    symlinkSync('second', file);
    expect(write()).toMatchObject({ ok: true });
    expect([file, join(folder, 'second')].map((link) => lstatSync(link).isSymbolicLink())).toEqual([
      true,
      true,
    ]);
    expect(readFileSync(target, 'utf8')).toBe(`TOKEN=${value}\n`);
    expect(readdirSync(join(folder, 'real'))).toEqual(['secrets.env']);
  });

  it.runIf(isRoot)('its own owner and group (root only)', () => {
    put('TOKEN=old\n', 0o640);
    chownSync(file, 12_345, 23_456);
    expect(write()).toMatchObject({ ok: true });
    expect(statSync(file)).toMatchObject({ uid: 12_345, gid: 23_456 });
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it.runIf(has('setfacl'))('an access control list (needs the package acl)', () => {
    put('TOKEN=old\n', 0o600);
    out('setfacl', '-m', 'u:12345:r,g:23456:rw', file);
    const before = out('getfacl', '-np', file);
    expect(write()).toMatchObject({ ok: true });
    expect(out('getfacl', '-np', file)).toBe(before);
    expect(before).toContain('user:12345:r--');
  });

  it.runIf(has('setfattr'))('extended attributes (needs the package attr)', () => {
    put('TOKEN=old\n', 0o600);
    out('setfattr', '-n', 'user.owner-team', '-v', 'platform', file);
    expect(write()).toMatchObject({ ok: true });
    expect(out('getfattr', '--absolute-names', '-d', file)).toContain('user.owner-team="platform"');
  });

  it('every byte of a file that is not UTF-8', () => {
    put(Buffer.from('NAME=M\xfcller\r\nTOKEN="old" # c\r\n', 'latin1'));
    expect(write()).toMatchObject({ ok: true });
    expect(readFileSync(file, 'latin1')).toBe(`NAME=M\xfcller\r\nTOKEN="${value}" # c\r\n`);
  });
});

it('says that a key was added, or stood in several places', () => {
  put('');
  expect(write().sentence).toBe(`TOKEN was added at the end of ${file}.`);
  put('TOKEN=a\nTOKEN=b\n');
  expect(write().sentence).toContain('in all 2 places');
  expect(readFileSync(file, 'utf8')).toBe(`TOKEN=${value}\nTOKEN=${value}\n`);
});

it('leaves a file alone that already has the value', () => {
  put(`TOKEN=${value}\n`);
  const before = statSync(file, { bigint: true });
  expect(write()).toMatchObject({ ok: true });
  expect(statSync(file, { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
});

it('removes what an earlier attempt left that was killed, and nothing younger or other', () => {
  put('TOKEN=old\n');
  const left = ['.env.keyturn-0123456789ab', '.env.keyturn-ba9876543210', '.env.keyturn-mine', '.env.local'];
  for (const name of left) writeFileSync(join(folder, name), 'x');
  for (const name of [0, 2, 3].map((n) => left[n] ?? '')) utimesSync(join(folder, name), 1, 1);
  expect(write()).toMatchObject({ ok: true });
  expect(readdirSync(folder).sort()).toEqual(['.env', ...left.slice(1)].sort());
});

describe('is refused with a sentence, and nothing changes', () => {
  const refused: readonly (readonly [name: string, make: () => void, words: string])[] = [
    ['no file', () => undefined, 'it does not exist'],
    ['a link to nothing', () => symlinkSync('nowhere', file), 'it does not exist'],
    ['a link to itself', () => symlinkSync('.env', file), 'its links lead in a circle'],
    ['a folder', () => mkdirSync(file), 'not a small text file'],
    ['a pipe', () => void out('mkfifo', file), 'not a small text file'],
    ['a device', () => symlinkSync('/dev/zero', file), 'not a small text file'],
    ['a big file', () => put('x'.repeat(1_000_001)), 'over 1 MB'],
    ['a read-only file', () => put('TOKEN=old\n', 0o400), 'read-only'],
    ['a program', () => put(Buffer.from('\x7fELF\0\0\0TOKEN=old\n', 'latin1')), 'no text in UTF-8'],
    [
      'a second name',
      () => {
        put('TOKEN=old\n');
        linkSync(file, join(folder, 'second'));
      },
      'hard link',
    ],
  ];
  it.each(refused)('%s', (_name, make, words) => {
    make();
    const see = () => readdirSync(folder).map((name) => [name, lstatSync(join(folder, name)).ino]);
    const before = see();
    expect(write()).toMatchObject({ ok: false, sentence: expect.stringContaining(words) });
    expect(write().sentence).toMatch(/^\/.* was not changed: .*[^.]\.$/);
    expect(see()).toEqual(before);
  });

  it('a path that is so long that it would hide the reason', () => {
    const path = join(folder, ...Array.from({ length: 20 }, () => 'a'.repeat(100)), '.env');
    const { sentence } = write(path);
    expect(sentence).toContain('.env was not changed: it does not exist.');
    expect(sentence.length).toBeLessThan(400);
  });

  it.runIf(isRoot && has('setpriv'))('a file of another account in a folder of ours (root only)', () => {
    put('TOKEN=old\n', 0o666);
    chownSync(file, 12_345, 12_345);
    chmodSync(folder, 0o777);
    const script = `
      import { writeEnvFile } from ${JSON.stringify(join(import.meta.dirname, '../../../src/main/features/handover/env-file.ts'))};
      import { Secret } from ${JSON.stringify(join(import.meta.dirname, '../../../src/main/base/secret.ts'))};
      process.setgid(23456); process.setuid(23456);
      const how = { kind: 'env-file', path: ${JSON.stringify(file)}, key: 'TOKEN' };
      console.log(writeEnvFile(how, Secret.fromText('new'), { now: () => 0 }, () => () => undefined).sentence);
    `;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(run.stdout).toContain('it belongs to another account');
    expect(readFileSync(file, 'utf8')).toBe('TOKEN=old\n');
    expect(readdirSync(folder)).toEqual(['.env']);
  });
});
