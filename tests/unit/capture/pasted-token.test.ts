import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokenText } from '../../../src/main/capture/token-shape.ts';

const token = '00AbcdefghijklmnopqrstuvwxyzABCDEFGHIJKL_-';
const dashed = '00Abcdefghi-klmnopqrstuvwxyzABCDEF-HIJKL_x';
const other = '00ZyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQP-_1';

describe('exactly one value of a token’s shape is taken, and the notes say what was left out', () => {
  it.each([
    [`SSWS SSWS ${token}`, /"SSWS " in front/],
    [`$env:OKTA_API_TOKEN="${token}"`, /The text "\$env:OKTA_API_TOKEN=" in front/],
    [`$env:OKTA_API_TOKEN = "${token}"`, /The text "\$env:OKTA_API_TOKEN =" in front/],
    [`$Env:OKTA_API_TOKEN='${token}'`, /Quotes/],
    [`set OKTA_API_TOKEN=${token}`, /The text "set OKTA_API_TOKEN="/],
    [`setx OKTA_API_TOKEN "${token}"`, /The text "setx OKTA_API_TOKEN"/],
    [`setx OKTA_API_TOKEN ${token} /M`, /3 characters? after|2 characters? after/],
    [`"token": "${token}",`, /the comma or period after it/],
    [`{"okta":{"client":{"orgUrl":"https://x","token":"${token}"}}}`, /characters in front of it/],
    [`-H "Authorization: SSWS ${token}"`, /"SSWS " in front/],
    [`curl -s -H 'Authorization: SSWS ${token}' https://acme.okta.com/api/v1/users`, /after it/],
    [`OKTA-TOKEN=${token}`, /The text "OKTA-TOKEN="/],
    [`--token ${token}`, /The text "--token"/],
    [`TF_VAR_api_token=${token}`, /in front of the value/],
    [`api_token = "${token}"`, /The text "api_token ="/],
    [`<token>${token}</token>`, /in front of the value/],
    [`<add key="okta:Token" value="${token}" />`, /in front of the value/],
    [`[default]\nokta_token = ${token}\n`, /in front of it/],
    [`id: 00u94e3cn9kSEO3c51s5, token: ${token}`, /Other text was left out/],
    [`The token is ${token}.`, /Other text was left out: 12 characters in front of it/],
    [`${token},`, /comma or period/],
    [`${token}.`, /comma or period/],
    [`${token};`, /comma or period/],
    [`\u200e${token}`, /Invisible characters/],
    [`\u2068${token}\u2069`, /Invisible characters/],
    [`\u202a${token}\u202c`, /Invisible characters/],
    [`${token.slice(0, 9)}\u00ad${token.slice(9)}`, /Invisible characters/],
    [`\u001b[32m${token}\u001b[0m`, /Invisible characters/],
    [`０0${token.slice(2)}`, /Full-width/],
    [`„${token}“`, /Quotes/],
    [`${token}\n${token}`, /same value was in it more than once/],
  ])('%j', (raw, said) => {
    const read = readTokenText(raw);
    expect(read).toMatchObject({ shape: 'token', value: token });
    expect(read.notes.join(' ')).toMatch(said);
  });
});

describe('another dash in the place of a hyphen', () => {
  it.each(['–', '—', '―', '−', '‐', '‑', '‒', '﹘', '﹣', '－', '⁃', '─', '➖', 'ー'])(
    '%s is read as a hyphen',
    (dash) => {
      const pasted = dashed.replaceAll('-', dash);
      for (const raw of [pasted, `SSWS ${pasted}`, `OKTA_API_TOKEN="${pasted}"`, `${pasted} ${dashed}`]) {
        const read = readTokenText(raw);
        expect(read).toMatchObject({ shape: 'token', value: dashed });
        expect(read.notes[0]).toMatch(/^(Dashes in the value|Full-width letters) were changed/);
      }
    },
  );

  it.each([
    `curl –token ${dashed}`,
    `curl —token ${dashed}`,
    `curl ––token ${dashed}`,
    `curl –H "token: ${dashed}"`,
  ])('in front of a name is a part of the command: %s', (raw) => {
    const read = readTokenText(raw);
    expect(read).toMatchObject({ shape: 'token', value: dashed });
    expect(read.notes[0]).toMatch(/^The text "[–—]{0,2}token:?" in front/);
  });

  it.each([
    ['may stand for two hyphens', `${dashed.slice(0, 10)}—${dashed.slice(12)}`],
    ['may end the text around the value', `${dashed.slice(0, 41)}–`],
    ['is in a part of a value', dashed.slice(0, 30).replace('-', '–')],
  ])('that %s is refused', (_what, raw) => {
    expect(readTokenText(raw)).toMatchObject({
      shape: 'refused',
      notes: [expect.stringMatching(/^This holds a dash/)],
    });
  });

  it('between two values leaves both', () => {
    expect(readTokenText(`${dashed}–${other}`)).toMatchObject({ shape: 'several' });
  });
});

it.each([
  [`${token}\n${other}`, ['The first one, line 1', 'The second one, line 2']],
  [
    `OLD_TOKEN=${token} NEW_TOKEN=${other}`,
    ['The first one, after OLD_TOKEN', 'The second one, after NEW_TOKEN'],
  ],
  [`${token} ${other} ${token}`, ['The first one', 'The second one']],
])('asks about two values, each once: %j', (raw, where) => {
  const read = readTokenText(raw);
  expect(read.shape).toBe('several');
  if (read.shape !== 'several') return;
  expect(read.choices.map((choice) => choice.where)).toEqual(where);
  expect(read.choices.map(({ value }) => value)).toEqual([token, other]);
});

it.each(['$env:OKTA_API_TOKEN="abc"', 'OKTA-TOKEN=abc', '00abc,', 'export X=abc', '"abc"'])(
  'keeps nothing around a value of another shape: %s',
  (raw) => {
    const read = readTokenText(raw);
    if ('value' in read) expect(read.value).toMatch(/^[\w-]+$/);
  },
);

it('reads text around one value as that value, a question or a refusal, and puts no part of it in a note', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'];
  const value = fc
    .array(fc.constantFrom(...letters), { minLength: 40, maxLength: 40 })
    .map((chosen) => `00${chosen.join('')}`);
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '"',
        "'",
        '`',
        '“',
        '”',
        '(',
        ')',
        '<',
        '>',
        '[',
        ']',
        '{',
        '}',
        ',',
        '.',
        ';',
        ':',
        '=',
        ' = ',
        ': ',
        ' ',
      ],
      ...[
        '\n',
        '\r\n',
        '\t',
        '\u00a0',
        '\u200b',
        '\u200e',
        '\u202e',
        '\u2066',
        '\u00ad',
        '\ufeff',
        '\\n',
        '%',
        '&',
        '/',
      ],
      ...[
        'SSWS ',
        'ssws ',
        'Bearer ',
        'Authorization: ',
        'export ',
        'set ',
        '$env:',
        'OKTA_API_TOKEN',
        'OKTA-TOKEN',
        'token',
      ],
      ...[
        '-H ',
        'curl ',
        'https://acme.okta.com',
        '00u94e3cn9kSEO3c51s5',
        '00T94e3cn9kSEO3c51s5',
        '#',
        '--',
        '- ',
        '| ',
      ],
    ),
    fc.string({ maxLength: 6 }),
  );
  const around = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  let taken = 0;
  fc.assert(
    fc.property(around, value, around, (before, secret, behind) => {
      // By chance the text around it is another value of the shape; the tables cover that.
      const runs = `${before}${secret}${behind}`
        .replaceAll(/[\u200b\u200e\u202e\u2066\u00ad\ufeff]/g, '')
        .match(/[\w-]+/g);
      fc.pre(runs?.every((run) => run === secret || !/^00[\w-]{40}$/.test(run)) ?? true);
      const read = readTokenText(`${before}${secret}${behind}`);
      const said = read.notes.join(' ');
      for (let at = 0; at + 8 <= secret.length; at++) expect(said).not.toContain(secret.slice(at, at + 8));
      // A letter, a digit, - or _ that touches the value makes it another one; nobody can tell it apart then.
      const touches =
        /[\w-]$/.test(before.replaceAll(/[\u200b\u200e\u202e\u2066\u00ad\ufeff]/g, '')) ||
        /^[\w-]/.test(behind.replaceAll(/[\u200b\u200e\u202e\u2066\u00ad\ufeff]/g, ''));
      if (read.shape === 'token') {
        expect(read.value).toBe(secret);
        taken += 1;
      } else if (read.shape === 'unusual') {
        expect(touches).toBe(true);
      }
    }),
    { numRuns: 4000 },
  );
  expect(taken).toBeGreaterThan(800);
});

it.each([
  ['two values stuck together', token + other, /without a space between them/],
  ['a value beside one that is joined to a path', `/${other} "${token}"`, /second value may be/],
  ['one value twice', token + token, /without a space between them/],
  ['a value behind a name that may be a host', `A.0:${token}`, /joined/],
  ['the name of a setting', 'OKTA_API_TOKEN', /name of a setting/],
])('refuses %s', (_what, raw, why) => {
  const read = readTokenText(raw);
  expect(read.shape).toBe('refused');
  expect(read.notes.join(' ')).toMatch(why);
});

it('takes a value behind a dotted name of its kind', () => {
  for (const name of ['okta.token', 'okta.client.token', '"okta.api-token"'])
    expect(readTokenText(`${name}:${token}`)).toMatchObject({ shape: 'token', value: token });
});
