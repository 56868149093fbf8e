/** What a spreadsheet takes for the beginning of a formula or a command, and its full-width, small and raised forms, which some turn back. */
const signs = '=+\\-@%|＝＋－＠％｜﹦﹢﹣﹫﹪⁼₌⁺₊⁻₋−';
/** What may begin a cell besides the begin of the text: the list separators that Windows has for some language, line and page ends. */
const separators = ',;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029؛،、；，';
/** What is passed over on the way to a formula: blanks, signs nobody sees, quotes that a spreadsheet takes off, our own mark. */
const passedOver = '\\s\\p{C}"\'';

const beginsFormula = new RegExp(
  `(?<=^|[${separators}])(?=[${passedOver}]*[${signs}])|^(?='*[\\t\\r\\n])`,
  'gu',
);
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * A text in which no part is a formula, however a spreadsheet splits the line: an apostrophe stands in front of each part that would be one.
 *
 * Excel splits at the list separator of the system's language and knows quotes only at the beginning of what it takes for a cell. In half
 * of Europe it therefore finds the cell `=1+1` in `a,"prod;=1+1"`, and no quoting helps; a first line `sep=,` would, but makes Excel forget
 * the byte order mark and is a row of its own for everyone else. OWASP's apostrophe (CSV Injection) at the beginning of the whole cell is
 * not enough for the same reason, so one stands behind each sign that splits somewhere. A text that already has the apostrophe gets one
 * more, so that what was written is read back to the same text by taking one away in front of each part that would be a formula; a text
 * without such a part is as it was.
 */
const harmless = (text: string): string => text.replace(beginsFormula, "'");

/** Returns one row as a line of CSV (RFC 4180). No text in it is a formula; numbers are as they are. */
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
