import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/main/base/csv.ts';
import { csvForm, csvRows } from '../../../src/main/features/tasks/csv-file.ts';
import { codeOf } from '../main/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyturn-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));
let n = 0;

async function read(bytes: string | Buffer) {
  const path = join(folder, `${n++}.csv`);
  writeFileSync(path, bytes);
  const form = await csvForm(path);
  const rows: string[][] = [];
  for await (const row of csvRows(path, form)) rows.push(row);
  return { ...form, rows };
}
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('a CSV file of users', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', ',', 'UTF-8'],
    ['a byte order mark', '\uFEFFa,b\r\n1,2\r\n', ',', 'UTF-8'],
    ['one line end of Windows and one of Unix', 'a,b\r\n1,2\n', ',', 'UTF-8'],
    ['one line end of Unix and one of Windows', 'a,b\n1,2\r\n', ',', 'UTF-8'],
    ['line ends of old Macs', 'a,b\r1,2\r', ',', 'UTF-8'],
    ['semicolons', 'a;b\r\n1;2', ';', 'UTF-8'],
    ['tabs', 'a\tb\n1\t2\n', '\t', 'UTF-8'],
    ['Excel’s first line', 'sep=;\r\na;b\r\n1;2\r\n', ';', 'UTF-8'],
    ['UTF-16, as Excel’s Unicode text', Buffer.from('\uFEFFa\tb\r\n1\t2\r\n', 'utf16le'), '\t', 'UTF-16'],
    ['UTF-16 without its mark', Buffer.from('a\tb\r\n1\t2\r\n', 'utf16le'), '\t', 'UTF-16'],
    ['UTF-16 the other way round, without its mark', utf16be('a,b\r\n1,2\r\n'), ',', 'UTF-16'],
    ['UTF-16 the other way round', utf16be('\uFEFFa,b\r\n1,2\r\n'), ',', 'UTF-16'],
  ])('with %s', async (_kind, bytes, separator, encoding) => {
    expect(await read(bytes)).toMatchObject({
      separator,
      encoding,
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
  });

  it('in Latin-1 keeps its letters, even when the first special letter is far behind the header', async () => {
    const far = `login,name\n${'x,y\n'.repeat(40_000)}`;
    const { encoding, rows } = await read(Buffer.from(`${far}a@b.c,Jürgen Müßig\n`, 'latin1'));
    expect(encoding).toBe('Latin-1');
    expect(rows.at(-1)).toEqual(['a@b.c', 'Jürgen Müßig']);
  });

  /** Bytes of Shift JIS, as Excel writes them in Japan (JIS X 0208). */
  const names = Buffer.from('96bc914f2c8ea9907d2c8354835e8d5d0d0a8e5293632c91bf98592c974c82e00d0a', 'hex');

  it.each([
    [
      'Shift_JIS',
      Buffer.concat([Buffer.from('login,'), names]),
      'Shift_JIS',
      ['login', '名前', '自図', 'サタ江'],
    ],
    [
      'Shift JIS, only halfwidth',
      Buffer.from('login,\xd4\xcf\xc0\xde\r\na,\xc0\xdb\xb3\r\n', 'latin1'),
      'Shift_JIS',
      ['login', 'ﾔﾏﾀﾞ'],
    ],
    [
      'German in Latin-1',
      Buffer.from('login,J\xe4ger M\xfcller\r\na,B\xe4r\r\n', 'latin1'),
      'Latin-1',
      ['login', 'Jäger Müller'],
    ],
    ['one accent in Latin-1', Buffer.from('login,B\xe4r\r\n', 'latin1'), 'Latin-1', ['login', 'Bär']],
    [
      'French in Latin-1',
      Buffer.from('login,Ren\xe9e \xc9lo\xefse\r\n', 'latin1'),
      'Latin-1',
      ['login', 'Renée Éloïse'],
    ],
    [
      'capitals in Latin-1',
      Buffer.from('login,M\xc4\xdfIG \xc5NGSTR\xd6M\r\n', 'latin1'),
      'Latin-1',
      ['login', 'MÄßIG ÅNGSTRÖM'],
    ],
  ])('in %s keeps its letters', async (_kind, bytes, encoding, first) => {
    const read_ = await read(bytes);
    expect([read_.encoding, read_.rows[0]]).toEqual([encoding, first]);
  });

  it('that Keyturn exported comes back without the apostrophes in front of formulas', async () => {
    const row = ['+49 170 1234567', "O'Brien", '=1+1', "'", 'a;-b', '\tx'];
    expect((await read(csvOf(['login', 'b', 'c', 'd', 'e', 'f'], [row]))).rows[1]).toEqual(row);
  });

  it('with quotes, separators and line ends in them', async () => {
    const { rows, separator } = await read('login,note\r\n"a@b.c","one; ""two""; three\r\nfour; five"\r\n');
    expect(separator).toBe(',');
    expect(rows[1]).toEqual(['a@b.c', 'one; "two"; three\r\nfour; five']);
  });

  it('with two kinds of line ends keeps its rows apart', async () => {
    const rows = [
      ['login', 'x'],
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ];
    expect((await read('login,x\r\na,b\nc,d\re,f\r\n')).rows).toEqual(rows);
    expect((await read('login,x\na,b\r\nc,d\ne,f')).rows).toEqual(rows);
  });

  it('with rows of another length and empty lines', async () => {
    expect((await read('a,b\n1\n\n1,2,3\n')).rows).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it.each([
    ['with separators only, as a spreadsheet writes them', 'a,b\n1,2\n,\n,\n'],
    ['with separators only in front of the names', ',\n,\na,b\n1,2\n'],
    ['with blanks only', 'a,b\n \t , \u00a0\n1,2\n   \n'],
    ['with quotes around nothing', 'a,b\n"",""\n1,2\n" ",\n'],
  ])('skips empty rows %s', async (_what, text) => {
    expect((await read(text)).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it.each([
    [
      'a workbook of Excel or LibreOffice',
      Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'latin1'),
    ],
    ['a workbook of an old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ])('is refused when it is %s, with what to do', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({
      failure: {
        sentence: 'The file is a workbook of a spreadsheet, and not a CSV file.',
        remedy: 'Save it as CSV in the spreadsheet, then choose that file.',
      },
    });
  });

  it('is refused when it is a folder or a pipe, and nothing waits', async () => {
    const noFile = { failure: { code: 'file', sentence: 'This is not a file.' } };
    await expect(csvForm(folder)).rejects.toMatchObject(noFile);
    if (process.platform === 'win32') return;
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    await expect(csvForm(pipe)).rejects.toMatchObject(noFile);
  });

  it('with formulas returns them as text', async () => {
    expect((await read('a,b\n=1+1,@x\n')).rows[1]).toEqual(['=1+1', '@x']);
  });

  it.each([
    ['an open quote', 'a,b\n"1,2\n3,4\n'],
    ['nothing', ''],
    ['bytes of a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1])],
  ])('with %s is refused in a sentence', async (_kind, bytes) => {
    expect(await codeOf(() => read(bytes))).toBe('file');
  });

  it('of 40 MB is read with constant memory', { timeout: 60_000 }, async () => {
    const path = join(folder, 'large.csv');
    const line = `someone-with-a-long-name@acme.com,${'x'.repeat(160)}\n`;
    writeFileSync(path, `login,note\n${line.repeat(Math.ceil(40_000_000 / line.length))}`);
    const form = await csvForm(path);
    let rows = 0;
    let most = 0;
    const before = process.memoryUsage.rss();
    for await (const row of csvRows(path, form)) {
      if (row.length === 2 && ++rows % 10_000 === 0) most = Math.max(most, process.memoryUsage.rss());
    }
    expect(rows).toBeGreaterThan(200_000);
    // The file alone would be 40 MB, and 80 MB as text.
    expect((most - before) / 1_000_000).toBeLessThan(150);
  });
});
