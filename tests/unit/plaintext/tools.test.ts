import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { cleanText, marker } from '../../../src/main/features/plaintext/clean-text.ts';
import { foundIn, placesOf } from '../../../src/main/features/plaintext/found-values.ts';
import { KeptFinder, marksOf } from '../../../src/main/features/plaintext/kept-marks.ts';
import { kindOf, knownFiles } from '../../../src/main/features/plaintext/places.ts';
import { randomValue } from '../../support/random-value.ts';
import { toolForms } from './planted-tools.ts';

const nothingKept = new KeptFinder(marksOf([]));
const keptOf = (value: string) => new KeptFinder(marksOf([Secret.fromText(value)]));

describe('finds a token in the file of a tool, kept or not', () => {
  const rows = Object.entries(toolForms).map(([form, write], n) => ({ form, write, value: randomValue(n) }));
  it.each(rows)('$form', ({ write, value }) => {
    for (const kept of [nothingKept, keptOf(value)]) {
      const found = foundIn(write(value), kept, []);
      expect(new Set(found.map((one) => one.value))).toEqual(new Set([value]));
      const places = placesOf(value, write(value), kept);
      expect(places.map(({ from }) => from)).toContain(found[0]?.from);
    }
  });
});

it.each([
  ['a kept value', true],
  ['another value', false],
])('%s that is there a thousand times hides no other token', (_what, isKept) => {
  const [often, once] = [randomValue(1), randomValue(2)];
  const text = `${`curl -H 'Authorization: SSWS ${often}' x\n`.repeat(1_000)}OKTA_API_TOKEN=${once}\n`;
  const found = foundIn(text, isKept ? keptOf(often) : nothingKept, []);
  expect(new Set(found.map(({ value }) => value))).toEqual(new Set([often, once]));
  expect(found.length).toBeLessThan(30);
});

it('finds each of fifty tokens in one file', () => {
  const values = Array.from({ length: 50 }, (_, n) => randomValue(n));
  const text = values.map((value, n) => `OKTA_TOKEN_${n}=${value}\n`).join('');
  expect(foundIn(text, nothingKept, []).map(({ value }) => value)).toEqual(values);
});

describe('the name says what a file is', () => {
  it.each([
    ['.history', 'history'],
    ['.tcsh_history', 'history'],
    ['.python_history', 'history'],
    ['.node_repl_history', 'history'],
    ['PSReadLine/Visual Studio Code Host_history.txt', 'history'],
    ['.authinfo', 'netrc'],
    ['.flaskenv', 'env'],
    ['a/.dev.vars', 'env'],
    ['.bashrc', 'env'],
    ['.zprofile', 'env'],
    ['main.tofu', 'tfvars'],
    ['.terraform.d/credentials.tfrc.json', 'tfvars'],
    ['AppData\\Roaming\\terraform.rc', 'tfvars'],
    ['bashrc.md', 'other'],
    ['a/history', 'other'],
  ])('%s: %s', (path, kind) => expect(kindOf(`/home/a/${path}`)).toBe(kind));

  it('knows each file in the home folder that it can clean up', () => {
    const files = knownFiles({ home: '/home/a', platform: 'linux', env: {} });
    expect(files.filter((file) => kindOf(file) === 'other')).toEqual(['/home/a/.config/fish/config.fish']);
  });
});

describe('cleans up', () => {
  const value = randomValue(5);
  const clean = (path: string, text: string) =>
    cleanText(kindOf(path), path, text, placesOf(value, text, nothingKept));
  const comment = '# Keyturn removed OKTA_API_TOKEN. Run the program with: keyturn exec';
  it.each([
    [
      'a history of csh with its times',
      '/home/a/.history',
      `#+1764000000\nls\n#+1764000001\nsetenv OKTA_API_TOKEN ${value}\n#+1764000002\npwd\n`,
      '#+1764000000\nls\n#+1764000002\npwd\n',
    ],
    ['a history of Python', '.python_history', `import os\ntoken = '${value}'\nx\n`, 'import os\nx\n'],
    [
      'a script of a shell',
      '.zshrc',
      `a() {\n  export OKTA_API_TOKEN="${value}"\n}\n`,
      `a() {\n  : ${comment}\n}\n`,
    ],
    ['a file of Flask', '.flaskenv', `A=1\rOKTA_API_TOKEN='${value}'`, `A=1\r${comment}`],
    ['a default', '.env', `T=\${OKTA_API_TOKEN:-${value}}\n`, `T=\${OKTA_API_TOKEN:-${marker}}\n`],
    [
      'two settings in a line',
      '.env',
      `export OKTA=${value} A=1\n`,
      'export OKTA=taken-out-by-Keyturn A=1\n',
    ],
    ['base64', '.env', `OKTA_API_TOKEN=${Buffer.from(value).toString('base64')}\n`, `${comment}\n`],
    [
      'Emacs’ authinfo',
      '.authinfo',
      `machine a password ${value}`,
      'machine a password taken-out-by-Keyturn',
    ],
  ])('%s', (_what, path, text, next) => expect(clean(path, text)).toBe(next));

  it('an ordinary script of a shell, and changes no other line', () => {
    // The beginning of Debian's own .bashrc.
    const skel = [
      'case $- in',
      '    *i*) ;;',
      '      *) return;;',
      'esac',
      'HISTCONTROL=ignoreboth',
      'shopt -s histappend',
      `[ -x /usr/bin/lesspipe ] && eval "$(SHELL=/bin/sh lesspipe)"`,
      `PS1='\${debian_chroot:+($debian_chroot)}\\u@\\h:\\w\\$ '`,
      `alias l='ls -CF' # it's "short"`,
      '',
    ].join('\n');
    const text = `${skel}\nexport OKTA_API_TOKEN=${value}\n`;
    expect(clean('/home/a/.bashrc', text)).toBe(`${skel}\n: ${comment}\n`);
    expect(parse(clean('/home/a/.bashrc', text)).OKTA_API_TOKEN).toBeUndefined();
  });
});
