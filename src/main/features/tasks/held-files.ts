import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { clip } from '../../../shared/clip.ts';
import type { HeldFile } from '../../../shared/contract/tasks.ts';
import { Failed } from '../../base/failure.ts';
import type { Dialogs } from '../../base/ports.ts';
import { columnOfUsers } from './column-names.ts';
import { type CsvForm, csvForm, csvRows } from './csv-file.ts';
import { words } from './words.ts';

const mostColumns = 500;
const mostHeld = 10;
const sampleRows = 5;

interface Held {
  readonly path: string;
  readonly form: CsvForm;
  readonly columns: readonly string[];
}

/** Holds the CSV files that the person chose. The window knows each file by an id, and never by a path. */
export class HeldFiles {
  readonly #dialogs: Dialogs;
  readonly #held = new Map<string, Held>();

  constructor(dialogs: Dialogs) {
    this.#dialogs = dialogs;
  }

  /** Asks for a file in a system dialog and returns its beginning. Returns null when the person cancelled. Throws Failed `file`. */
  async choose(): Promise<HeldFile | null> {
    const path = await this.#dialogs.openFile(words.csv.choose, ['csv', 'txt', 'tsv']);
    if (path === null) return null;
    const form = await csvForm(path);
    const first: string[][] = [];
    for await (const row of csvRows(path, form)) {
      if (first.push(row) > sampleRows) break;
    }
    const [columns, ...sample] = first;
    if (columns === undefined) throw new Failed('file', words.csv.empty, words.csv.chooseAnother);
    if (columns.length > mostColumns)
      throw new Failed('file', words.csv.manyColumns, words.csv.chooseAnother);
    const fileId = randomUUID();
    this.#held.set(fileId, { path, form, columns });
    for (const id of [...this.#held.keys()].slice(0, -mostHeld)) this.#held.delete(id);
    return {
      fileId,
      name: clip(basename(path), 300),
      columns: columns.map((name) => clip(name, 200)),
      sample: sample.map((row) => row.slice(0, mostColumns).map((cell) => clip(cell, 200))),
      column: columnOfUsers(columns),
      encoding: form.encoding,
      separator: form.separator,
    };
  }

  /** Returns the name of a held file. Throws Failed `not-found`. */
  nameOf(fileId: string): string {
    return basename(this.#get(fileId).path);
  }

  /** Returns the names of the columns of a held file. Throws Failed `not-found`. */
  columnsOf(fileId: string): readonly string[] {
    return this.#get(fileId).columns;
  }

  /** Reads the rows of a held file below its first one. Throws Failed `file` when the file has changed since the person chose it. */
  async *rows(fileId: string): AsyncGenerator<string[]> {
    const { path, form, columns } = this.#get(fileId);
    let isFirst = true;
    for await (const row of csvRows(path, form)) {
      if (!isFirst) yield row;
      else if (JSON.stringify(row) !== JSON.stringify(columns)) {
        throw new Failed('file', words.csv.changed, words.csv.chooseAgain);
      }
      isFirst = false;
    }
  }

  /** Forgets every file. */
  forget(): void {
    this.#held.clear();
  }

  #get(fileId: string): Held {
    const held = this.#held.get(fileId);
    if (held === undefined) throw new Failed('not-found', words.csv.notHeld, words.csv.chooseAgain);
    return held;
  }
}
