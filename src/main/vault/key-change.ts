import { randomBytes } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { type Cell, CellUnreadable, open, seal } from './cells.ts';
import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { sealedColumns } from './migrations.ts';

/** How many cells are opened and sealed in one step before other work runs: about 5 ms. */
const chunk = 200;

const nothing = Buffer.alloc(0);

interface Anew {
  /** The bytes that the earlier key sealed; null for a new value. */
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
 * Changes a vault from one data key to another. `prepare` seals every value with the new key in memory, in small steps. `writeCells` runs
 * inside a transaction: it writes these values into their cells and seals what changed meanwhile. Stores that derive something else from
 * the key update it before that, with `tagBefore` and `tagNow`.
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

  /** Returns how many of the values so far do not open with the earlier key. */
  get unreadable(): number {
    return this.#unreadable.size;
  }

  /** Returns the rows of a query, as Vault.read does. */
  read<T>(sql: string, ...parameters: SQLInputValue[]): T[] {
    return this.#db.read<T>(sql, ...parameters);
  }

  /** Writes inside the transaction of the change. Throws as Vault.write does. */
  write(sql: string, ...parameters: SQLInputValue[]): void {
    this.#db.write(sql, ...parameters);
  }

  /** Returns a keyed hash with the earlier key. */
  tagBefore(context: string, bytes: Buffer): Buffer {
    return this.#before.tag(context, bytes);
  }

  /** Returns a keyed hash with the new key. */
  tagNow(context: string, bytes: Buffer): Buffer {
    return this.#now.tag(context, bytes);
  }

  /**
   * Returns the keyed hash, with the new key, of a value that the earlier key sealed. For an unreadable value, or without a context, it
   * returns random bytes that match nothing.
   */
  tagAnew(context: string | null, cell: Cell, sealed: Uint8Array): Buffer {
    const plain = this.#openBefore(cell, sealed);
    const tag = context === null || plain === null ? randomBytes(32) : this.#now.tag(context, plain);
    plain?.fill(0);
    return tag;
  }

  /** Seals a value for a cell with the new key; `writeCells` then leaves that cell alone. */
  sealNow(cell: Cell, plain: Uint8Array): Buffer {
    const now = seal(this.#now.cells, cell, plain);
    this.#anew.set(nameOf(cell), { was: null, now });
    return now;
  }

  /**
   * Returns a value that the earlier key sealed for `cell`, sealed with the new key for `to`. Returns no bytes for a value that does not
   * open: the value stays unreadable, and nothing remains that the earlier key might open.
   */
  anew(cell: Cell, sealed: Uint8Array, to: Cell = cell): Buffer {
    const name = nameOf(to);
    const known = this.#anew.get(name);
    if (known?.was != null && same(known.was, sealed)) return known.now;
    const now = this.#sealedAnew(cell, sealed, to);
    this.#anew.set(name, { was: sealed, now });
    return now;
  }

  /**
   * Seals every value in memory and lets other work run between chunks. Stops when `goOn` returns false. `tell` receives the number of
   * sealed values.
   */
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

  /** Writes every value that the earlier key still seals into its cell, sealed with the new key. */
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
    // Rows added during the loop would keep `prepare` running as long as something writes. `writeCells` handles these rows.
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
