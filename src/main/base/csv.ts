/**
 * The characters that a spreadsheet reads as the start of a formula or a command, and their full-width, small and raised forms, which some
 * spreadsheets convert back.
 */
const signs = '=+\\-@%|＝＋－＠％｜﹦﹢﹣﹫﹪⁼₌⁺₊⁻₋−';
/**
 * What may come before a cell, apart from the start of the text: the list separators of Windows in some languages, and line and page ends.
 */
const separators = ',;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029؛،、；，';
/** What a spreadsheet skips before a formula: blanks, invisible signs, quotes that it removes, and Keyturn's own mark. */
const passedOver = '\\s\\p{C}"\'';

const beginsFormula = new RegExp(
  `(?<=^|[${separators}])(?=[${passedOver}]*[${signs}])|^(?='*[\\t\\r\\n])`,
  'gu',
);
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * Returns a text in which no part is a formula, however a spreadsheet splits the line: an apostrophe precedes each part that would be one.
 *
 * Excel splits at the list separator of the system's language and accepts quotes only at the start of what it takes for a cell. In half of
 * Europe it therefore finds the cell `=1+1` in `a,"prod;=1+1"`, and quoting does not help. A first line `sep=,` would help, but then Excel
 * ignores the byte order mark, and all other programs read that line as a row. OWASP's apostrophe (CSV Injection) at the start of the whole
 * cell is not enough for the same reason, so one follows each sign that splits somewhere. A text that already has the apostrophe gets one
 * more. To read the original text, remove one apostrophe before each part that would be a formula. A text without such a part does not
 * change.
 */
const harmless = (text: string): string => text.replace(beginsFormula, "'");

const marked = new RegExp(`(?<=^|[${separators}])'(?=[${passedOver}]*[${signs}])|^'(?='*[\\t\\r\\n])`, 'gu');

/**
 * Returns the text of a cell that `csvLine` wrote, without the apostrophes. Returns any other text as it is. A file that Keyturn exported may
 * come back as the list of a job.
 */
export function withoutMarks(text: string): string {
  if (!text.includes("'")) return text;
  const original = text.replace(marked, '');
  return harmless(original) === text ? original : text;
}

/** Returns whether a spreadsheet takes some part of a text for a formula. */
export const hasFormula = (text: string): boolean => harmless(text) !== text;

/** Returns one row as a line of CSV (RFC 4180). No text in it is a formula; numbers do not change. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns the first line of a CSV file in UTF-8, with the byte order mark that Excel needs. */
export const csvHead = (columns: readonly string[]): string => `\uFEFF${csvLine(columns)}`;

/** Returns one table as a CSV file. */
export function csvOf(columns: readonly string[], rows: Iterable<readonly (string | number)[]>): string {
  const lines = [csvHead(columns)];
  for (const row of rows) lines.push(csvLine(row));
  return lines.join('');
}
