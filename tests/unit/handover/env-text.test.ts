import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotReplaced } from '../../../src/main/base/files.ts';
import { withKey, withKeyInBytes } from '../../../src/main/features/handover/env-text.ts';
import { randomValue } from '../../support/random-value.ts';

const value = '00newValue_newValue_newValue_newValue_newVal';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-env-text-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const edit = (bytes: string | Buffer, key = 'TOKEN', given = value) =>
  withKeyInBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, key, given).bytes;

/** What a POSIX shell has of `keys` after `set -a; . file`, each behind its own NUL. */
function bySh(bytes: Buffer, keys: readonly string[]): string[] {
  const file = join(folder, 'sh.env');
  writeFileSync(file, bytes);
  const print = keys.map((key) => `printf '%s\\0' "$${key}"`).join('; ');
  const run = spawnSync('/bin/sh', ['-c', `set -a; . "$1"; ${print}`, 'sh', file], {
    env: { PATH: '/nonexistent' },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout.split('\0').slice(0, -1);
}

const v = value;
const old = randomValue(3);
/** Name, before, after; a shell reads those that are marked as dotenv does. */
const edits: readonly (readonly [name: string, before: string, after: string, sh?: 'sh'])[] = [
  ['plain', 'A=1\nTOKEN=old\nB=2\n', `A=1\nTOKEN=${v}\nB=2\n`, 'sh'],
  ['export, quotes and a comment', 'export TOKEN="old" # mine\n', `export TOKEN="${v}" # mine\n`, 'sh'],
  ['export with several blanks', 'export \t TOKEN=old\n', `export \t TOKEN=${v}\n`, 'sh'],
  ['single quotes', "TOKEN='old'", `TOKEN='${v}'`, 'sh'],
  ['backticks', 'TOKEN=`old`\n', `TOKEN=\`${v}\`\n`],
  ['empty quotes', `A=''\nTOKEN="" # c\n`, `A=''\nTOKEN="${v}" # c\n`, 'sh'],
  ['a # inside quotes', 'TOKEN="a # b" # c\n', `TOKEN="${v}" # c\n`, 'sh'],
  ['unquoted with a comment', 'TOKEN=old # note\nX=1', `TOKEN=${v} # note\nX=1`, 'sh'],
  ['unquoted with a # in it', 'TOKEN=old#er # note\n', `TOKEN=${v} # note\n`, 'sh'],
  ['a comment with quotes', `TOKEN=old # it's "mine\nB="x"\n`, `TOKEN=${v} # it's "mine\nB="x"\n`, 'sh'],
  ['several words', 'TOKEN=put your token here\n', `TOKEN=${v}\n`],
  ['blanks behind it', 'TOKEN=old  \t\nB=1\n', `TOKEN=${v}\nB=1\n`, 'sh'],
  ['empty value', 'TOKEN=\nB=2', `TOKEN=${v}\nB=2`, 'sh'],
  ['empty value with a comment', 'TOKEN= # get it from Ann\n', `TOKEN=${v} # get it from Ann\n`, 'sh'],
  ['empty value, tab, comment', 'TOKEN=\t# c\n', `TOKEN=${v}\t# c\n`, 'sh'],
  ['empty value, comment at once', 'TOKEN=# c\n', `TOKEN=${v} # c\n`],
  ['blanks for a value', 'TOKEN=   \nB=1\n', `TOKEN=${v}\nB=1\n`, 'sh'],
  ['blanks around the sign', '  TOKEN = old # c\n', `  TOKEN = ${v} # c\n`],
  ['blanks around the sign, quotes', 'TOKEN\t=\t"old"\n', `TOKEN\t=\t"${v}"\n`],
  ['indented', 'A=1\n\t  TOKEN=old\n', `A=1\n\t  TOKEN=${v}\n`, 'sh'],
  ['a colon', 'A: 1\nTOKEN: old # c\nB: 2\n', `A: 1\nTOKEN: ${v} # c\nB: 2\n`],
  ['a colon, quotes', 'TOKEN:   "old"\n', `TOKEN:   "${v}"\n`],
  ['a colon, empty, comment', 'TOKEN: # c\n', `TOKEN: ${v} # c\n`],
  ['an escaped quote', 'TOKEN="a\\"b" # c\nB=1\n', `TOKEN="${v}" # c\nB=1\n`, 'sh'],
  ['escaped quotes only', 'TOKEN="\\"\\""\nB="x"\n', `TOKEN="${v}"\nB="x"\n`, 'sh'],
  ['a value over lines', 'TOKEN="one\ntwo"\nB=1\n', `TOKEN="${v}"\nB=1\n`, 'sh'],
  ['a value over lines, single', "TOKEN='one\n\n  two' # c\nB=1", `TOKEN='${v}' # c\nB=1`, 'sh'],
  ['a value over lines, Windows', 'TOKEN="one\r\ntwo"\r\nB=1\r\n', `TOKEN="${v}"\r\nB=1\r\n`],
  [
    'the key inside another value only',
    'PEM="-----\nTOKEN=inside\n-----"\nB=1\n',
    `PEM="-----\nTOKEN=inside\n-----"\nB=1\nTOKEN=${v}\n`,
    'sh',
  ],
  [
    'the key inside another value, and below',
    "PEM='x\nexport TOKEN=inside\n'\nTOKEN=old\n",
    `PEM='x\nexport TOKEN=inside\n'\nTOKEN=${v}\n`,
    'sh',
  ],
  ['an open quote is no value over lines', 'A="x\nTOKEN=old\nB=1\n', `A="x\nTOKEN=${v}\nB=1\n`],
  ['text behind the quotes', 'TOKEN="a"b # c\n', `TOKEN=${v} # c\n`, 'sh'],
  ['Windows line ends', 'A=1\r\nTOKEN=old\r\n', `A=1\r\nTOKEN=${v}\r\n`],
  ['mixed line ends', 'A=1\r\nTOKEN=old\nB=2\rC=3', `A=1\r\nTOKEN=${v}\nB=2\rC=3`],
  ['old Mac line ends', 'A=1\rTOKEN=old\rB=2\r', `A=1\rTOKEN=${v}\rB=2\r`],
  ['missing, no line end at the end', 'A=1', `A=1\nTOKEN=${v}\n`, 'sh'],
  ['missing, Windows, no line end at the end', 'A=1\r\nB=2', `A=1\r\nB=2\r\nTOKEN=${v}\r\n`],
  ['missing, mixed: as the last line', 'A=1\r\nB=2\n', `A=1\r\nB=2\nTOKEN=${v}\n`],
  ['missing, empty file', '', `TOKEN=${v}\n`, 'sh'],
  ['missing, a backslash at the end', 'A=C:\\x\\\n', `A=C:\\x\\\n\nTOKEN=${v}\n`],
  ['missing, a comment that ends in a colon', '# Okta:\n', `# Okta:\nTOKEN=${v}\n`, 'sh'],
  [
    'another key begins or ends the same',
    'MY_TOKEN=x\nTOKEN_2=y\nTOKEN.X=z\nTOKEN-X=z\n',
    `MY_TOKEN=x\nTOKEN_2=y\nTOKEN.X=z\nTOKEN-X=z\nTOKEN=${v}\n`,
  ],
  ['a comment that names it', '# TOKEN=old\n#TOKEN=x\n', `# TOKEN=old\n#TOKEN=x\nTOKEN=${v}\n`, 'sh'],
  ['a value that names it', 'A=TOKEN=x\n', `A=TOKEN=x\nTOKEN=${v}\n`, 'sh'],
  ['twice', 'TOKEN=a\nA=1\nexport TOKEN="b"\n', `TOKEN=${v}\nA=1\nexport TOKEN="${v}"\n`, 'sh'],
  ['a reference to it', 'TOKEN=a\nCOPY="$TOKEN"\n', `TOKEN=${v}\nCOPY="$TOKEN"\n`],
  ['a byte order mark', '\uFEFFTOKEN=old\nB=1\n', `\uFEFFTOKEN=${v}\nB=1\n`],
  ['a byte order mark, key missing', '\uFEFFA=1\n', `\uFEFFA=1\nTOKEN=${v}\n`],
  ['no-break blanks', '\u00A0TOKEN\u00A0=\u00A0old\n', `\u00A0TOKEN\u00A0=\u00A0${v}\n`],
  ['other alphabets', 'A=日本é🙂\nTOKEN=ключ # ключ\n', `A=日本é🙂\nTOKEN=${v} # ключ\n`, 'sh'],
];

it.each([
  ['TOKEN="SSWS old"\n', `TOKEN="SSWS ${v}"\n`],
  ["TOKEN='ssws old' # header\n", `TOKEN='ssws ${v}' # header\n`],
  ['TOKEN=SSWS old\n', `TOKEN='SSWS ${v}'\n`],
  ['TOKEN=SSWS\n', `TOKEN=${v}\n`],
  ['TOKEN="SSWS " # header\n', `TOKEN="SSWS ${v}" # header\n`],
  ['TOKEN="SSWS\told"\n', `TOKEN="SSWS\t${v}"\n`],
  ['TOKEN="Authorization: SSWS old"\n', `TOKEN="Authorization: SSWS ${v}"\n`],
  [`TOKEN='"SSWS old"'\n`, `TOKEN='"SSWS ${v}"'\n`],
  ['TOKEN="\\"SSWS old\\""\n', `TOKEN="\\"SSWS ${v}\\""\n`],
  [`TOKEN='{"token":"${old}","n":1}'\n`, `TOKEN='{"token":"${v}","n":1}'\n`],
  [`TOKEN="https://x.example/?token=${old}&n=1"\n`, `TOKEN="https://x.example/?token=${v}&n=1"\n`],
  [`TOKEN=Bearer:${old}\n`, `TOKEN=Bearer:${v}\n`],
  [`TOKEN=${old},\n`, `TOKEN=${v}\n`],
  [`TOKEN=" ${old} "\n`, `TOKEN="${v}"\n`],
  ['A="SSWS old"\nTOKEN=old\n', `A="SSWS old"\nTOKEN=${v}\n`],
])('the text around the earlier value stays: %j', (before, after) => {
  expect(edit(before).toString()).toBe(after);
});

it.each([`TOKEN="${old} ${randomValue(4)}"\n`, `TOKEN="SSWS%20${old}"\n`])(
  'a value that may hold the token anywhere is refused: %j',
  (before) => {
    expect(() => edit(before)).toThrow('not certain what to replace');
  },
);

describe('one key of an .env file', () => {
  const cases = edits.map(([name, before, after, sh]) => ({ name, before, after, sh }));
  it.each(cases)('is replaced without any other change: $name', ({ before, after, sh }) => {
    const done = edit(before);
    expect(done.toString()).toBe(after);
    expect(parse(done)).toEqual({ ...parse(before), TOKEN: value });
    if (sh === undefined) return;
    const others = Object.keys(parse(before)).filter((key) => key !== 'TOKEN' && /^\w+$/.test(key));
    expect(bySh(done, ['TOKEN'])).toEqual([value]);
    expect(bySh(done, others)).toEqual(bySh(Buffer.from(before), others));
    // Once more is the same.
    expect(edit(done)).toEqual(done);
  });

  it('says how many places it was replaced in', () => {
    const places = (text: string) => withKeyInBytes(Buffer.from(text), 'TOKEN', value).places;
    expect([places('TOKEN=a\nTOKEN=b\nTOKEN: c\n'), places('TOKEN=a\n'), places('')]).toEqual([3, 1, 0]);
  });

  it.each([
    ['Latin-1', Buffer.from('NAME=M\xfcller\nTOKEN=old\nX=\xe9\xff\x80\n', 'latin1')],
    ['a byte order mark and Latin-1', Buffer.from('\xef\xbb\xbfTOKEN=old\nX=\xe9\n', 'latin1')],
    ['half a UTF-8 sign at the end', Buffer.from('TOKEN=old\nX=\xe2\x82', 'latin1')],
    ['Shift JIS, with a backslash as second byte', Buffer.from('X=\x95\x5c\nTOKEN=old\n', 'latin1')],
  ])('keeps every other byte of %s', (_name, before) => {
    const old = before.indexOf('old');
    const wanted = [before.subarray(0, old), Buffer.from(value), before.subarray(old + 3)];
    expect(edit(before)).toEqual(Buffer.concat(wanted));
  });

  it.each(['utf16le', 'utf16be'])('is edited in the encoding of the file: %s with its mark', (encoding) => {
    const coded = (text: string) => {
      const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
      return encoding === 'utf16be' ? bytes.swap16() : bytes;
    };
    const before = coded('A=日本\ud800\r\nTOKEN="old" # c\r\nB=ü\r\n');
    expect(edit(before)).toEqual(coded(`A=日本\ud800\r\nTOKEN="${value}" # c\r\nB=ü\r\n`));
    expect(edit(coded('A=1'))).toEqual(coded(`A=1\nTOKEN=${value}\n`));
  });

  it.each([
    ['UTF-16 without its mark', Buffer.from('TOKEN=old\n', 'utf16le')],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x54, 0, 0, 0])],
    ['half a UTF-16 sign', Buffer.from([0xff, 0xfe, 0x54])],
    ['a NUL', Buffer.from('A=\0\nTOKEN=old\n')],
    ['a shell’s second command', Buffer.from('TOKEN=old; export TOKEN\n')],
    ['a shell’s second command, quotes', Buffer.from('export TOKEN="old"; export B="x"\n')],
    ['a shell’s second assignment', Buffer.from('TOKEN=old OTHER=x\n')],
  ])('is left alone, with a sentence: %s', (_name, before) => {
    expect(() => edit(before)).toThrow(NotReplaced);
  });
});

describe('what is written', () => {
  const odd = ['a$b', 'a`id`b', "it's", 'say "x"', 'a b', ' a ', 'a#b', 'a # b', 'a\\b', '~a', 'a;b', 'a&b'];
  const files = ['', 'TOKEN=old\n', 'TOKEN="old" # c\n', "TOKEN='old'\n", 'export TOKEN=old # c\n'];

  it.each(
    [...odd, '$&$1$$', '(a)', '*', '!x', 'a=b', 'é', 'a\'"', '$(id)', '$'.concat('{HOME}')].map((one) => [
      one,
    ]),
  )('reads back the same with dotenv and with a shell, or is refused: %s', (given) => {
    // Only a mix of single quotes with what a shell expands between double ones has no common form.
    if (given === `a'"`) return expect(() => edit('', 'TOKEN', given)).toThrow(NotReplaced);
    for (const before of files) {
      const done = edit(before, 'TOKEN', given);
      expect([parse(done).TOKEN, ...bySh(done, ['TOKEN'])]).toEqual([given, given]);
    }
  });

  it.each(['a\nb', 'a\rb', 'a\0b', 'a\u001bb', `'$`, `'"`, 'a\\', `a'\\b`])('is refused: %j', (given) => {
    for (const before of files) expect(() => edit(before, 'TOKEN', given)).toThrow(NotReplaced);
  });

  it('takes characters of a pattern literally', () => {
    expect(withKey('TOKEN=old\n', 'TOKEN', '$&$1$$')).toBe(`TOKEN='$&$1$$'\n`);
  });
});

const piece = fc.constantFrom(
  ...['\n', '\r\n', '\r', 'TOKEN', 'A', 'B.c', 'export ', '=', ' = ', ': ', ':', "'", '"', '`', '\\', '\\"'],
  ...['#', ' # c', ' ', '\t', '\u00A0', '\u2028', '\uFEFF', 'x', 'old', '$x', ';', 'é', '\nTOKEN=', '\nA="'],
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
);
const anyValue = fc.oneof(
  fc.stringMatching(/^00[\w-]{40}$/),
  fc.string({ minLength: 1 }),
  fc.stringMatching(/^[ -~]{1,8}$/),
);

/** The text of a file whose mark says UTF-16, which stays as it is; dotenv by itself reads UTF-8. */
function textOf(bytes: Buffer): string | Buffer {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return bytes.subarray(2).toString('utf16le');
  return mark === 'feff' ? Buffer.from(bytes).swap16().subarray(2).toString('utf16le') : bytes;
}

it('makes the key read the value and leaves the other keys, or changes nothing, for any file and value', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText.map((text) => Buffer.from(text)),
        fc.uint8Array().map(Buffer.from),
      ),
      anyValue,
      (before, given) => {
        let after: Buffer;
        try {
          after = edit(before, 'TOKEN', given);
        } catch (error) {
          expect(error).toBeInstanceOf(NotReplaced);
          return;
        }
        expect(parse(textOf(after))).toEqual({ ...parse(textOf(before)), TOKEN: given });
      },
    ),
    { numRuns: 3_000 },
  );
});

it('never refuses an ordinary file, makes every reader agree, and keeps all bytes around the values', () => {
  const written = fc.constantFrom('', 'old', '"old"', "'old'", '"a\\"b"', "'a\nTOKEN=b'", '"a # b"', 'a#b');
  const line = fc
    .tuple(
      fc.constantFrom('', 'export ', '  ', '\t'),
      fc.constantFrom('A', 'B', 'TOKEN', 'TOKEN_2', 'MY_TOKEN'),
      written,
      fc.constantFrom('', ' # c', ` # it's`, ' '),
    )
    .map((parts) => `${parts[0]}${parts[1]}=${parts[2]}${parts[3]}`);
  const lines = fc.array(fc.oneof(line, fc.constantFrom('', '# TOKEN=x', '  # "')), { maxLength: 8 });
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', ''), (all, end) => {
      const before = Buffer.from(`${all.join('\n')}${end}`);
      const after = edit(before);
      expect(parse(after)).toEqual({ ...parse(before), TOKEN: value });
      const names = ['A', 'B', 'TOKEN_2', 'MY_TOKEN'];
      const [token, ...others] = bySh(after, ['TOKEN', ...names]);
      expect(token).toBe(value);
      expect(others).toEqual(bySh(before, names));
      // The rest of both files without the values.
      const bare = (bytes: Buffer) => edit(bytes, 'TOKEN', 'x').toString();
      expect(bare(after)).toBe(bare(before));
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['quotes that never close', 'A="\\"x\n'.repeat(60_000)],
  ['escaped quotes', `A="${'\\"'.repeat(400_000)}\n`],
  ['blank lines', '\n'.repeat(900_000)],
  ['blanks', `A=${' '.repeat(900_000)}x\n`],
  ['lines of blanks', ' \n'.repeat(400_000)],
  ['blanks inside a value', `A=x${' '.repeat(900_000)}y\n`],
  ['blanks behind a name', `A${' '.repeat(900_000)}y\n`],
  ['one line of blanks', `${' '.repeat(900_000)}\n`],
  ['backslashes', `A=${'\\'.repeat(900_000)}x\n`],
  ['separators', `A=${'; '.repeat(400_000)}\n`],
])('edits a big file of %s in good time', { timeout: 60_000 }, (_name, text) => {
  const started = performance.now();
  const files = [`${text}TOKEN=old\n`, `TOKEN=old\n${text}`, `${text.slice(0, -1)} #\nTOKEN=old`];
  for (const before of files) expect(edit(before).includes(`TOKEN=${value}`)).toBe(true);
  // A line without a sign is none of an .env file.
  if (/^A {2}/.test(text)) expect(() => edit(text)).toThrow(NotReplaced);
  else expect(edit(text).includes(value)).toBe(true);
  const long = text.replace('A', 'TOKEN').replace('TOKEN ', 'TOKEN=x ');
  // A shell would read more behind semicolons.
  if (text.includes(';')) expect(() => edit(long)).toThrow(NotReplaced);
  else expect(edit(long).includes(value)).toBe(true);
  expect(performance.now() - started).toBeLessThan(10_000);
});
