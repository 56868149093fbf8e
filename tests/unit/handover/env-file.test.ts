import {
  chmodSync,
  lstatSync,
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { withKey, writeEnvFile } from '../../../src/main/features/handover/env-file.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const value = '00newValue_newValue_newValue_newValue_newVal';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-env-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('one key of an .env file', () => {
  it.each([
    ['plain', 'A=1\nTOKEN=old\nB=2\n', `A=1\nTOKEN=${value}\nB=2\n`],
    ['quoted, with export and a comment', `export TOKEN="old" # mine\n`, `export TOKEN="${value}" # mine\n`],
    ['single quotes', `TOKEN='old'`, `TOKEN='${value}'`],
    ['unquoted with a comment', 'TOKEN=old # note\nX=1', `TOKEN=${value} # note\nX=1`],
    ['Windows line ends', 'A=1\r\nTOKEN=old\r\n', `A=1\r\nTOKEN=${value}\r\n`],
    ['missing, no line end at the end', 'A=1', `A=1\nTOKEN=${value}\n`],
    ['missing, empty file', '', `TOKEN=${value}\n`],
    [
      'only another key begins or ends the same',
      'MY_TOKEN=x\nTOKEN_2=y\n',
      `MY_TOKEN=x\nTOKEN_2=y\nTOKEN=${value}\n`,
    ],
    ['a comment that names it', '# TOKEN=old\n', `# TOKEN=old\nTOKEN=${value}\n`],
    ['empty value', 'TOKEN=\nB=2', `TOKEN=${value}\nB=2`],
  ])('is replaced: %s', (_name, before, after) => {
    expect(withKey(before, 'TOKEN', value)).toBe(after);
  });

  it('is not guessed at where it stands twice', () => {
    expect(withKey('TOKEN=a\nTOKEN=b\n', 'TOKEN', value)).toBeNull();
  });

  it('takes a value with signs that mean something to a pattern as it is', () => {
    expect(withKey('TOKEN=old\n', 'TOKEN', '$&$1$$')).toBe('TOKEN=$&$1$$\n');
  });
});

describe('writing it', () => {
  const write = (path: string) =>
    writeEnvFile({ kind: 'env-file', path, key: 'TOKEN' }, Secret.fromText(value), new HandClock());

  it('keeps the mode, follows a link, leaves nothing beside it and does not say the value', () => {
    const [file, link] = [join(folder, 'real.env'), join(folder, 'link.env')];
    writeFileSync(file, 'TOKEN=old\n');
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    const run = write(link);
    expect(run).toMatchObject({ ok: true });
    expect(JSON.stringify(run)).not.toContain(value);
    expect(readFileSync(file, 'utf8')).toBe(`TOKEN=${value}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['link.env', 'real.env']);
  });

  it('says what is wrong and changes nothing', () => {
    const file = join(folder, 'twice.env');
    writeFileSync(file, 'TOKEN=a\nTOKEN=b\n');
    expect(write(file)).toMatchObject({ ok: false, sentence: expect.stringContaining('more than once') });
    expect(readFileSync(file, 'utf8')).toBe('TOKEN=a\nTOKEN=b\n');
    expect(write(join(folder, 'none'))).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('not there'),
    });
    expect(write(folder)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('not a small text file'),
    });
  });
});
