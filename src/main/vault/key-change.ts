import { randomBytes } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { type Cell, CellUnreadable, open, seal } from './cells.ts';
import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { sealedColumns } from './migrations.ts';

/** How many cells are opened and sealed before others get their turn: about 5 ms. */
const chunk = 200;

const nothing = Buffer.alloc(0);

interface Anew {
  /** The bytes that the earlier key sealed; null where the value is a new one. */
  readonly was: Uint8Array | null;
  readonly now: Buffer;
}

type Column = (typeof sealedColumns)[number];

/** A row with one of its sealed values. */
interface Row {
  readonly place: number;
  readonly id: string | number;
  readonly sealed: Uint8Array;
}

/**
 * The change of a vault from one data key to another. `prepare` seals every value by the new key in memory, in small steps.
 * `writeCells`, inside a transaction, puts those into their cells and seals what was changed meanwhile. Stores that derive something else
 * from the key follow before that, by `tagBefore` and `tagNow`.
 */
export class KeyChange {
  readonly #db: Database;
  readonly #before: DataKey;
  readonly #now: DataKey;
  readonly #anew = new Map<string, Anew>();
  readonly #unreadable = new Set<string>();

  constructor(db: Database, before: DataKey, now: DataKey) {
    this.#db = db;
    this.#before = before;
    this.#now = now;
  }

  /** Returns how many of the values so far do not open by the earlier key. */
  get unreadable(): number {
    return this.#unreadable.size;
  }

  /** Rows of a query, as Vault.read gives them. */
  read<T>(sql: string, ...parameters: SQLInputValue[]): T[] {
    return this.#db.read<T>(sql, ...parameters);
  }

  /** Writes inside the transaction of the change. Throws as Vault.write does. */
  write(sql: string, ...parameters: SQLInputValue[]): void {
    this.#db.write(sql, ...parameters);
  }

  /** Returns a keyed hash by the earlier key. */
  tagBefore(context: string, bytes: Buffer): Buffer {
    return this.#before.tag(context, bytes);
  }

  /** Returns a keyed hash by the new key. */
  tagNow(context: string, bytes: Buffer): Buffer {
    return this.#now.tag(context, bytes);
  }

  /**
   * Returns the keyed hash, by the new key, of what the earlier one sealed; of a value that does not open, or without a context, random
   * bytes, by which nothing is found.
   */
  tagAnew(context: string | null, cell: Cell, sealed: Uint8Array): Buffer {
    const plain = this.#openBefore(cell, sealed);
    const tag = context === null || plain === null ? randomBytes(32) : this.#now.tag(context, plain);
    plain?.fill(0);
    return tag;
  }

  /** Seals a value by the new key for a cell; `writeCells` leaves that cell as it is. */
  sealNow(cell: Cell, plain: Uint8Array): Buffer {
    const now = seal(this.#now.cells, cell, plain);
    this.#anew.set(nameOf(cell), { was: null, now });
    return now;
  }

  /**
   * Returns what the earlier key sealed for `cell`, sealed by the new key for `to`. A value that does not open becomes no bytes at all: it
   * stays unreadable, and nothing that the earlier key might open is left of it.
   */
  anew(cell: Cell, sealed: Uint8Array, to: Cell = cell): Buffer {
    const name = nameOf(to);
    const known = this.#anew.get(name);
    if (known?.was != null && same(known.was, sealed)) return known.now;
    const now = this.#sealedAnew(cell, sealed, to);
    this.#anew.set(name, { was: sealed, now });
    return now;
  }

  /** Seals every value in memory; between chunks others get their turn. Stops when `goOn` says no. `tell` hears how many are done. */
  async prepare(goOn: () => boolean, tell: (done: number, of: number) => void): Promise<void> {
    const of = sealedColumns.reduce((sum, { table, column }) => sum + this.#count(table, column), 0);
    let done = 0;
    for (const each of sealedColumns) {
      for (const rows of this.#pages(each)) {
        if (!goOn()) return;
        for (const row of rows) this.anew(cellOf(each, row), row.sealed);
        done += rows.length;
        tell(done, Math.max(of, done));
        await setImmediate();
      }
    }
  }

  /** Puts every value that is still sealed by the earlier key into its cell anew. */
  writeCells(): void {
    for (const each of sealedColumns) {
      for (const rows of this.#pages(each)) {
        for (const row of rows) {
          const cell = cellOf(each, row);
          const known = this.#anew.get(nameOf(cell));
          if (known !== undefined && same(known.now, row.sealed)) continue;
          this.#db.write(
            `UPDATE ${each.table} SET ${each.column} = ? WHERE rowid = ?`,
            this.anew(cell, row.sealed),
            row.place,
          );
        }
      }
    }
  }

  #sealedAnew(cell: Cell, sealed: Uint8Array, to: Cell): Buffer {
    const plain = this.#openBefore(cell, sealed);
    if (plain === null) {
      this.#unreadable.add(nameOf(cell));
      return nothing;
    }
    try {
      return seal(this.#now.cells, to, plain);
    } finally {
      plain.fill(0);
    }
  }

  #openBefore(cell: Cell, sealed: Uint8Array): Buffer | null {
    try {
      return open(this.#before.cells, cell, sealed);
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }

  *#pages({ table, key, column }: Column): Generator<Row[]> {
    // Rows that are added between two pages would have `prepare` go on for as long as somebody writes; `writeCells` takes them in.
    const to = this.#db.read<{ n: number | null }>(`SELECT max(rowid) AS n FROM ${table}`)[0]?.n ?? 0;
    for (let from = Number.MIN_SAFE_INTEGER; ; ) {
      const rows = this.#db.read<Row>(
        `SELECT rowid AS place, ${key} AS id, ${column} AS sealed FROM ${table}
           WHERE rowid > ? AND rowid <= ? AND ${column} IS NOT NULL ORDER BY rowid LIMIT ${chunk}`,
        from,
        to,
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      from = last.place;
      yield rows;
    }
  }

  #count(table: string, column: string): number {
    return this.#db.read<{ n: number }>(`SELECT count(${column}) AS n FROM ${table}`)[0]?.n ?? 0;
  }
}

const cellOf = ({ table, column }: Column, row: Row): Cell => ({ table, rowId: String(row.id), column });

const nameOf = ({ table, rowId, column }: Cell): string => JSON.stringify([table, column, rowId]);

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
