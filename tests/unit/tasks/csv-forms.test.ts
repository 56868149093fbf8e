import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnFor } from '../../../src/main/features/tasks/column-names.ts';
import { csvForm, csvRows } from '../../../src/main/features/tasks/csv-file.ts';
import { profileOf } from '../../../src/main/features/tasks/profile-rows.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-csv-forms-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(content: string | Buffer): Promise<string[][]> {
  const path = join(folder, 'users.csv');
  writeFileSync(path, content);
  const rows: string[][] = [];
  for await (const row of csvRows(path, await csvForm(path))) rows.push(row);
  return rows;
}

const two = [
  ['login', 'title'],
  ['a', 'b'],
];

describe('reads what programs and people write', () => {
  it.each<[string, string | Buffer, string[][]]>([
    ['sep= in quotes', '"sep=;"\nlogin;title\na;b\n', two],
    ['sep= with old line ends', 'sep=;\rlogin;title\ra;b\r', two],
    ['a second byte order mark', '\uFEFF\uFEFFlogin,title\na,b\n', two],
    ['the end of a file of DOS', 'login,title\na,b\n\u001a', two],
    ['a title', 'User list 2026\n\nlogin,title\na,b\n', two],
    ['a title with its separators', '"User list";\n;\n;\nlogin;title\na;b\n', two],
    ['a comment', '# made by HR on 2026-11-28\r\nlogin\ttitle\r\na\tb\r\n', two],
    ['sep= and a title', 'sep=;\nUsers\nlogin;title\na;b\n', two],
    ['one column', 'login\na\n', [['login'], ['a']]],
    ['one unknown column', 'who\na;b\n', [['who'], ['a;b']]],
    [
      'names that no list knows',
      'who,what\nlogin,b\n',
      [
        ['who', 'what'],
        ['login', 'b'],
      ],
    ],
    ['blanks around cells', 'login , title\na , b\n', two],
    ['a no-break space behind a name', 'login\u00a0,title\na,b\n', two],
    [
      'a blank before a quote',
      'login, title\na, "x, y"\n',
      [
        ['login', 'title'],
        ['a', 'x, y'],
      ],
    ],
    ['a blank behind a quote', '"login" ,"title"\n"a" ,"b"\n', two],
    [
      'blanks in quotes',
      'login,title\na," b "\n',
      [
        ['login', 'title'],
        ['a', ' b '],
      ],
    ],
    [
      'an empty first cell between tabs',
      'login\ttitle\n\tb\n',
      [
        ['login', 'title'],
        ['', 'b'],
      ],
    ],
    [
      'digits that Excel must not shorten',
      'login,title\na,="00123"\n',
      [
        ['login', 'title'],
        ['a', '00123'],
      ],
    ],
    [
      'inches',
      'login,title\na,5" pipe\n',
      [
        ['login', 'title'],
        ['a', '5" pipe'],
      ],
    ],
    [
      'quotes in a cell',
      'login,title\na,x "y" z\n',
      [
        ['login', 'title'],
        ['a', 'x "y" z'],
      ],
    ],
  ])('%s', async (_what, content, rows) => expect(await rowsOf(content)).toEqual(rows));

  it('100,000 rows with a title', async () => {
    const rows = await rowsOf(`Users\nlogin;title\n${'a;b\n'.repeat(100_000)}`);
    expect(rows).toHaveLength(100_001);
    expect(rows.at(-1)).toEqual(['a', 'b']);
  }, 60_000);
});

it.each([
  [
    'a page that a program calls .xls',
    '<html><table><tr><td>login</td></tr></table></html>',
    'page or a document',
  ],
  ['XML of Excel', '\uFEFF<?xml version="1.0"?><Workbook/>', 'page or a document'],
  ['a PDF', '%PDF-1.4\n', 'page or a document'],
  ['JSON', '[\n  {"login": "a"}\n]', 'page or a document'],
  ['a letter', '{\\rtf1 login}', 'page or a document'],
  ['a separator between quotes in a cell', 'login,title\na,x "y, z"\n', 'line 2'],
  ['a quote that ends too early', 'login,title\na,b\na,"x" y, "z"\n', 'line 3'],
])('refuses %s, and says why', async (_what, content, said) => {
  await expect(rowsOf(content)).rejects.toMatchObject({
    failure: { sentence: expect.stringContaining(said) },
  });
});

it.each([
  [
    'login',
    [
      'Benutzername',
      'Login ID',
      'sAMAccountName',
      'Nom d’utilisateur',
      'Usuario',
      'ユーザー名',
      '用户名',
      '사용자 이름',
      'Логин',
    ],
  ],
  [
    'email',
    [
      'E-Mail-Adresse',
      'Adresse e-mail',
      'Courriel',
      'Correo electrónico',
      'メールアドレス',
      '邮箱',
      '이메일',
      'Электронная почта',
    ],
  ],
  ['firstName', ['Vorname', 'Prénom', 'Nombre', 'Nome', '名', '이름']],
  ['lastName', ['Nachname', 'Nom', 'Apellidos', 'Cognome', '姓', 'Фамилия']],
  ['mobilePhone', ['Handy', 'Mobiltelefon', '携帯電話']],
  ['employeeNumber', ['Personalnummer', '社員番号']],
])('knows the column of %s in other languages', (name, columns) => {
  for (const column of columns) expect([column, columnFor(['zzz', column], { name })]).toEqual([column, 1]);
});

describe('reads a cell in the type of its attribute', () => {
  const attribute = (type: 'boolean' | 'number' | 'integer') => ({
    ...{ name: 'x', title: 'x', type, itemType: 'string' as const, required: false },
    ...{ minLength: 0, maxLength: 100, allowed: null, pattern: null },
  });
  const readAs = (cell: string, type: 'boolean' | 'number' | 'integer') =>
    profileOf([cell], [{ attribute: attribute(type), column: 0 }]);
  it.each<[string, 'boolean' | 'number' | 'integer', boolean | number]>([
    ['TRUE', 'boolean', true],
    ['WAHR', 'boolean', true],
    ['FALSCH', 'boolean', false],
    ['VRAI', 'boolean', true],
    ['verdadero', 'boolean', true],
    ['ONWAAR', 'boolean', false],
    ['1,5', 'number', 1.5],
    ['-0,25', 'number', -0.25],
    ['１２', 'integer', 12],
  ])('%s as %s', (cell, type, value) => expect(readAs(cell, type).profile).toEqual({ x: value }));

  it.each<[string, 'boolean' | 'number' | 'integer']>([
    ['1', 'boolean'],
    ['yes', 'boolean'],
    ['maybe', 'boolean'],
    ['1,000', 'number'],
    ['1.000,5', 'number'],
    ['1 000', 'number'],
    ['1,5', 'integer'],
    ['٣', 'integer'],
    ['1e3', 'number'],
    ['0x10', 'integer'],
    ['12345678901234567890', 'integer'],
  ])('%s is no certain %s', (cell, type) => {
    const { profile, troubles } = readAs(cell, type);
    expect([profile, troubles.length]).toEqual([{}, 1]);
  });
});
