import type { z } from 'zod';
import { clockSlackMs } from '../../shared/time-words.ts';
import { CellUnreadable } from './cells.ts';
import type { Vault } from './vault.ts';

/** A result as a table keeps it. */
export interface ResultRow {
  id: string;
  record: Uint8Array;
}

/**
 * Keeps sealed results about tokens in one table, the newest `most` of each token. A result belongs to the value that it was made with
 * (`value_no`), so a later value does not get it.
 */
export class TokenResults<T extends { readonly id: string; readonly at: number }> {
  readonly #vault: Vault;
  readonly #table: 'tests' | 'xrays';
  readonly #schema: z.ZodType<T>;
  readonly #most: number;

  constructor(vault: Vault, table: 'tests' | 'xrays', schema: z.ZodType<T>, most: number) {
    this.#vault = vault;
    this.#table = table;
    this.#schema = schema;
    this.#most = most;
  }

  /** Keeps one result of the value with this number, or of the present value, and removes the oldest beyond the most. */
  keep(tokenId: string, record: T, valueNo: number | null): void {
    const table = this.#table;
    this.#vault.transaction(() => {
      this.#vault.write(
        `INSERT INTO ${table} (id, token_id, at, record, value_no)
           VALUES (?1, ?2, ?3, ?4, coalesce(?5, (SELECT value_no FROM tokens WHERE id = ?2)))`,
        record.id,
        tokenId,
        record.at,
        this.#vault.sealJson(this.#cell(record.id), record),
        valueNo,
      );
      // A wrong clock has dated an earlier result, which must not stay the newest.
      this.#vault.write(
        `UPDATE ${table} SET at = ?1 WHERE token_id = ?2 AND at > ?1 + ?3`,
        record.at,
        tokenId,
        clockSlackMs,
      );
      this.#vault.write(
        `DELETE FROM ${table} WHERE token_id = ?1 AND id NOT IN
           (SELECT id FROM ${table} WHERE token_id = ?1 ORDER BY at DESC, rowid DESC LIMIT ${this.#most})`,
        tokenId,
      );
    });
  }

  /** Returns the results of a token's present value, newest first. It leaves out the results of earlier values. */
  ofPresentValue(tokenId: string, limit: number): T[] {
    const table = this.#table;
    return this.#vault
      .read<ResultRow>(
        `SELECT ${table}.id, record FROM ${table} JOIN tokens ON tokens.id = token_id AND tokens.value_no = ${table}.value_no
           WHERE token_id = ? ORDER BY at DESC, ${table}.rowid DESC LIMIT ?`,
        tokenId,
        limit,
      )
      .flatMap((row) => this.opened(row));
  }

  /** Returns the record of a row, by a schema. Returns nothing when it cannot be decrypted, so that the page still shows the others. */
  opened(row: ResultRow): T[];
  opened<U>(row: ResultRow, schema: z.ZodType<U>): U[];
  opened(row: ResultRow, schema: z.ZodType = this.#schema): unknown[] {
    try {
      return [this.#vault.openJson(this.#cell(row.id), schema, row.record)];
    } catch (error) {
      if (error instanceof CellUnreadable) return [];
      throw error;
    }
  }

  #cell(id: string) {
    return { table: this.#table, rowId: id, column: 'record' };
  }
}
