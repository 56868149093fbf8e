import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { HeldFile } from '../../../shared/contract/tasks.ts';
import { withoutMarks } from '../../base/csv.ts';
import { Failed } from '../../base/failure.ts';
import { codeOf } from '../../base/files.ts';
import { hasUsualName } from './column-names.ts';
import { JapaneseCount } from './japanese-count.ts';
import { words } from './words.ts';

/** How a CSV file is written, as far as Keyturn can tell. */
export interface CsvForm {
  readonly encoding: HeldFile['encoding'];
  /** The encoding's name for TextDecoder (WHATWG, Encoding). */
  readonly decoder: 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252';
  readonly separator: string;
  /** How many lines come before the names of the columns: Excel's `sep=;`, and the titles of a report. */
  readonly skipped: number;
}

/** The longest row, in characters. */
const longestRow = 1_000_000;
const headBytes = 65_536;
const separators = [',', ';', '\t', '|'] as const;

/**
 * Returns how a CSV file is written. The byte order mark or the zero bytes of UTF-16 give the encoding. Otherwise, a file of valid UTF-8 is
 * UTF-8. Any other file is Shift JIS, as Excel writes it in Japan, or else Latin-1, as Excel writes it in the West. The separator is the most frequent separator in the first line, outside of quotes.
 * Throws Failed `file`.
 */
export async function csvForm(path: string): Promise<CsvForm> {
  try {
    // A pipe would never open.
    if (!(await stat(path)).isFile()) throw new Failed('file', words.csv.noFile, words.csv.chooseAnother);
    const file = await open(path, 'r');
    const head = Buffer.alloc(headBytes);
    let length: number;
    try {
      ({ bytesRead: length } = await file.read(head, 0, headBytes, 0));
    } finally {
      await file.close();
    }
    const bytes = head.subarray(0, length);
    if (bytes.length === 0) throw new Failed('file', words.csv.empty, words.csv.chooseAnother);
    if (isWorkbook(bytes)) throw new Failed('file', words.csv.workbook, words.csv.saveAsCsv);
    const decoder = await decoderOf(path, bytes);
    const text = new TextDecoder(decoder).decode(bytes).replace(/^\uFEFF/, '');
    if (text.includes('\0')) throw new Failed('file', words.csv.noText, words.csv.chooseAnother);
    if (isPage(text)) throw new Failed('file', words.csv.page, words.csv.saveAsCsv);
    const [said] = /(?<=^"?sep=)./i.exec(text.split(lineEnd, 1)[0] ?? '') ?? [];
    const lines = text.split(lineEnd).slice(said === undefined ? 0 : 1);
    const titles = titlesAbove(lines, said);
    return {
      encoding: encodings[decoder],
      decoder,
      separator: said ?? likelySeparator(lines.slice(titles).find((line) => line.trim() !== '') ?? ''),
      skipped: titles + (said === undefined ? 0 : 1),
    };
  } catch (error) {
    throw error instanceof Failed ? error : notRead(error);
  }
}

const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  shift_jis: 'Shift_JIS',
  'windows-1252': 'Latin-1',
} as const satisfies Record<CsvForm['decoder'], HeldFile['encoding']>;

/** The first bytes of the workbooks of spreadsheets: a zip file (.xlsx, .ods, .numbers), and the older .xls. */
const workbooks = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('d0cf11e0', 'hex')];
const isWorkbook = (head: Buffer): boolean => workbooks.some((begin) => head.subarray(0, 4).equals(begin));

const lineEnd = /\r\n|\r|\n/;

/** What a program writes as a page although its name ends in .csv or .xls, as reports on the web do. */
const isPage = (text: string): boolean =>
  /^(?:\s*<(?:!doctype|\?xml|html|table|meta)\b|\s*(?:\[\s*)?\{\s*"|%PDF-|\{\\rtf)/i.test(text);

/** How far below the top the names of the columns may be. */
const mostTitles = 10;

/**
 * Returns how many lines are above the names of the columns. They have at most one cell each, and the line of names has a usual name. It is 0
 * for a file that begins with its names.
 */
function titlesAbove(lines: readonly string[], said: string | undefined): number {
  for (const [n, line] of lines.slice(0, mostTitles + 1).entries()) {
    const cells = line
      .split(said ?? likelySeparator(line))
      .map((cell) => cell.replace(/^[\s"]+|[\s"]+$/g, ''));
    const filled = cells.filter((cell) => cell !== '');
    if (hasUsualName(filled)) return filled.length > 1 ? n : 0;
    if (filled.length > 1) return 0;
  }
  return 0;
}

async function decoderOf(path: string, head: Buffer): Promise<CsvForm['decoder']> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // UTF-16 without a mark: the first line has names of columns, and every other byte of a Latin letter is zero.
  const zero = (at: number) => head[at] === 0 && head[at + 2] === 0;
  if (head.length % 2 === 0 && zero(1) && head[0] !== 0 && head[2] !== 0) return 'utf-16le';
  if (head.length % 2 === 0 && zero(0) && head[1] !== 0 && head[3] !== 0) return 'utf-16be';
  if (await isAll(path, 'utf-8')) return 'utf-8';
  const japanese = new JapaneseCount();
  const isJapanese = await isAll(path, 'shift_jis', (text) => japanese.add(text));
  return isJapanese && japanese.isLikely ? 'shift_jis' : 'windows-1252';
}

/** Returns whether the whole file is text of an encoding. Gives each part of the text to `take`. */
async function isAll(
  path: string,
  encoding: CsvForm['decoder'],
  take?: (text: string) => void,
): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      const text = decoder.decode(chunk, { stream: true });
      take?.(text);
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function likelySeparator(line: string): string {
  const outside = line.replace(/"(?:[^"]|"")*"?/g, '');
  const counted = separators.map((one) => ({ one, n: outside.split(one).length }));
  return counted.reduce((best, next) => (next.n > best.n ? next : best)).one;
}

/**
 * Reads the rows of a CSV file one after the other. The column names come first. Only a few rows are in memory at a time. Rows may be
 * shorter or longer than the first. It skips empty rows, and leaves out the apostrophes of an export of Keyturn. Throws Failed `file`, which names the line.
 */
export async function* csvRows(path: string, form: CsvForm): AsyncGenerator<string[]> {
  // The parser loads when the first file is read.
  const { CsvError, parse } = await import('csv-parse');
  const parser = parse({
    delimiter: form.separator,
    from_line: 1 + form.skipped,
    relax_column_count: true,
    // Files that were put together have several kinds of line ends. By itself the parser looks for that of the first line only.
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
    // A spreadsheet writes an empty row with its separators.
    skip_records_with_empty_values: true,
    max_record_size: longestRow,
    // Excel writes `="00123"`, people write `5" pipe` and a blank before a quote.
    relax_quotes: true,
    trim: true,
  });
  let columns: number | null = null;
  const source = Readable.from(textOf(path, form.decoder));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      columns ??= row.length;
      // A separator may belong to the text between quotes that are not at the ends of a cell.
      if (row.length > columns && row.some((cell) => cell.includes('"'))) {
        throw badRow(String(parser.info.lines - 1));
      }
      yield row.map(textOfCell);
    }
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error.lines === 'number' ? String(error.lines) : '';
      throw badRow(line, error.code);
    }
    throw error instanceof Failed ? error : notRead(error);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

const badRow = (line: string, code?: string): Failed =>
  new Failed('file', words.csv.badRow(line), words.csv.mendIt, code);

/** Returns the text of a cell. A spreadsheet writes digits that are no number as a formula, so that it keeps the zeros in front. */
const textOfCell = (cell: string): string => withoutMarks(/^="([^"]*)"$/.exec(cell)?.[1] ?? cell);

async function* textOf(path: string, encoding: CsvForm['decoder']): AsyncGenerator<string> {
  // TextDecoder removes a byte order mark by itself, but not the one of a program that adds a second one.
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield textOnly(decoder.decode(chunk, { stream: true }));
  yield textOnly(decoder.decode());
}

/** Returns a text without byte order marks and without the sign by which DOS ends a file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
const textOnly = (text: string): string => text.replace(/[\uFEFF\u001a]/g, '');

const notRead = (error: unknown): Failed =>
  new Failed('file', words.csv.notRead, words.csv.chooseAnother, codeOf(error));
