import type { z } from 'zod';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';

/** Keeps one sealed JSON document for each org or token, in a table of its own. */
export class SealedState<T> {
  readonly #vault: Vault;
  readonly #table: 'usage_cursors' | 'usage_limits' | 'usage_prefs';
  readonly #schema: z.ZodType<T>;
  readonly #empty: T;

  constructor(
    vault: Vault,
    table: 'usage_cursors' | 'usage_limits' | 'usage_prefs',
    schema: z.ZodType<T>,
    empty: T,
  ) {
    this.#vault = vault;
    this.#table = table;
    this.#schema = schema;
    this.#empty = empty;
  }

  /** Returns the document of `id`. Returns the empty state when there is none or it cannot be decrypted. */
  of(id: string): T {
    const [row] = this.#vault.read<{ state: Uint8Array }>(
      `SELECT state FROM ${this.#table} WHERE id = ?`,
      id,
    );
    if (row === undefined) return this.#empty;
    try {
      return this.#vault.openJson(this.#cell(id), this.#schema, row.state);
    } catch (error) {
      if (error instanceof CellUnreadable) return this.#empty;
      throw error;
    }
  }

  keep(id: string, state: T): void {
    this.#vault.write(
      `INSERT INTO ${this.#table} (id, state) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state`,
      id,
      this.#vault.sealJson(this.#cell(id), state),
    );
  }

  #cell(id: string) {
    return { table: this.#table, rowId: id, column: 'state' };
  }
}
