import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, withoutMarks } from '../../../src/main/base/csv.ts';

const formula = /^[\s\p{C}"]*[=+\-@%|＝＋－＠％｜﹦﹢﹣﹫﹪⁼₌⁺₊⁻₋−]/u;

/** The cells that Excel makes of the file where the system's list separator is `separator`: quotes count only at the beginning of a cell. */
function asExcelSplits(csv: string, separator: string): string[] {
  const cells: string[] = [];
  const text = csv.slice(1);
  for (let at = 0; at < text.length; at++) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
    }
    for (; at < text.length && text[at] !== separator && !/[\r\n]/.test(text[at] ?? ''); at++)
      cell += text[at];
    cells.push(cell);
  }
  return cells;
}

/** As the documentation says: one apostrophe less in front of each part that would be a formula. */
const unmarked = (text: string): string =>
  text.replace(
    /(?<=^|[,;|\t\r\n\v\f\u0085\u2028\u2029؛،、；，])'(?=[\s\p{C}"']*[=+\-@%|＝＋－＠％｜﹦﹢﹣﹫﹪⁼₌⁺₊⁻₋−])|^'(?='*[\t\r\n])/gu,
    '',
  );

const rowOf = (csv: string): string[] => parse(csv, { bom: true, relax_column_count: true })[1] ?? [];
const csvWith = (text: string) => csvOf(['n', 'text', 'last'], [[1, text, 'end']]);
const separators = [',', ';', '\t', '|', '؛', '،', '、', '；', '，'];

function expectHarmless(text: string): void {
  const csv = csvWith(text);
  const [, read = ''] = rowOf(csv);
  expect(rowOf(csv)).toHaveLength(3);
  expect(unmarked(read)).toBe(text);
  expect(withoutMarks(read)).toBe(text);
  for (const separator of separators) {
    for (const cell of asExcelSplits(csv, separator)) expect(cell).not.toMatch(formula);
    // A reader that knows no quotes at all, and one that ends lines where Unicode does.
    for (const line of csv.slice(1).split(/[\r\n\v\f\u0085\u2028\u2029]/)) {
      for (const cell of line.split(separator)) expect(cell).not.toMatch(formula);
    }
  }
}

const signs = ['=', '+', '-', '@', '%', '|', '＝', '＋', '－', '＠', '％', '｜', '﹦', '−'];
const fronts = [
  ...[
    '',
    ' ',
    '   ',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\u00A0',
    '\u3000',
    '\u200B',
    '\uFEFF',
    '\u202E',
    '\0',
    "'",
    '"',
    '""',
  ],
  ...separators.flatMap((one) => [`prod${one}`, `prod${one} `, `prod${one}"`, `a"${one}`]),
  ...['prod;\n', 'prod\n', 'prod\r', 'a\u2028', 'a\u0085', "prod;'", ';;', '";"'],
];
describe('a cell of a CSV file', () => {
  it.each(signs)('is no formula and is read back the same, whatever stands before its %s', (sign) => {
    for (const front of fronts) expectHarmless(`${front}${sign}1+1;${sign}cmd|' /C calc'!A0`);
  });

  it.each(['\tx', '\rx', '\nx', "'\tx", "'=1", "''=1", "'x", "x;'=1", '||x', '=', ';=', 'x;"=A1&"'])(
    'reads back the same: %j',
    (text) => expectHarmless(text),
  );

  it.each([
    'plain',
    'a=b',
    '2026-11-24T00:00:00.001Z',
    'a - b',
    'a@b.example',
    '100 %',
    "it's",
    'a; b',
    'ü,"x"\ny',
  ])('is unchanged when nothing in it is a formula: %j', (text) =>
    expect(rowOf(csvWith(text))).toEqual(['1', text, 'end']),
  );

  it('may be a number below zero', () => {
    expect(csvOf(['n'], [[-5]])).toBe('\uFEFFn\r\n-5\r\n');
  });

  it('shows its apostrophe in front of each part', () => {
    expect(csvWith('prod;=1+1')).toContain(`\r\n1,"prod;'=1+1",end\r\n`);
  });

  it('reads back the same for every text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...signs, ...fronts, ...separators, 'x', "'", '"', '\n'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        expectHarmless,
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('the mark of a cell', () => {
  it.each(["O'Brien", "'quoted'", "rock 'n' roll", "it's 5 o'clock", "'", "''", "'a'=b", "l'=eau"])(
    'is no apostrophe that a person wrote: %s',
    (text) => {
      expect(withoutMarks(text)).toBe(text);
    },
  );
});
