import type { SQLInputValue } from 'node:sqlite';
import type { Check } from '../../shared/check.ts';
import { Secret } from '../base/secret.ts';
import { type Cell, CellUnreadable, open, seal } from './cells.ts';
import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';

/** What features use of an open vault: rows, and values sealed for their cell. */
export abstract class VaultContents {
  /** Returns the database and the key of the open vault. Throws Failed `vault-locked` when the vault is not open. */
  protected abstract opened(): { db: Database; key: DataKey };

  readonly #openings = new WeakMap<DataKey, object>();

  /** Returns an object that identifies this opening of the vault, and lives as long as its key is held. Throws Failed `vault-locked`. */
  opening(): object {
    const { key } = this.opened();
    const known = this.#openings.get(key) ?? {};
    this.#openings.set(key, known);
    return known;
  }

  /** Returns the rows of a query. Throws Failed `vault-locked` when the vault is not open, and `vault-problem` when it is damaged. */
  read<T>(sql: string, ...parameters: SQLInputValue[]): T[] {
    return this.opened().db.read<T>(sql, ...parameters);
  }

  /** Runs one statement. Throws Failed `vault-locked`, `disk-full`, `read-only` or `vault-problem`. */
  write(sql: string, ...parameters: SQLInputValue[]): void {
    this.opened().db.write(sql, ...parameters);
  }

  /** Whether `transaction` is at work, so that a failure undoes all of its work. */
  get inTransaction(): boolean {
    return this.opened().db.inTransaction;
  }

  /** Runs `work` as one transaction; transactions may be nested. Throws as `write` does. */
  transaction<T>(work: () => T): T {
    return this.opened().db.transaction(work);
  }

  /** Moves the log into the file, so that no older page holds what was removed. Call it outside a transaction. Throws as `write` does. */
  emptyLog(): void {
    this.opened().db.emptyLog();
  }

  sealJson(cell: Cell, value: unknown): Buffer {
    const plain = Buffer.from(JSON.stringify(value), 'utf8');
    const sealed = seal(this.opened().key.cells, cell, plain);
    plain.fill(0);
    return sealed;
  }

  /** Opens a sealed JSON value. Throws CellUnreadable when it does not open or does not match `schema`. */
  openJson<T>(cell: Cell, schema: Check<T>, sealed: Uint8Array): T {
    const plain = open(this.opened().key.cells, cell, sealed);
    try {
      const parsed = schema.safeParse(JSON.parse(plain.toString('utf8')));
      if (!parsed.success) throw new CellUnreadable(`${cell.table}.${cell.column} has another form`);
      return parsed.data;
    } finally {
      plain.fill(0);
    }
  }

  sealSecret(cell: Cell, secret: Secret): Buffer {
    return secret.use((bytes) => seal(this.opened().key.cells, cell, bytes));
  }

  /** Opens a sealed secret. The caller wipes it. Throws CellUnreadable. */
  openSecret(cell: Cell, sealed: Uint8Array): Secret {
    return Secret.fromBytes(open(this.opened().key.cells, cell, sealed));
  }

  /** Returns a keyed hash. Equal hashes in one context mean equal values, so nothing needs to be opened to compare them. */
  tag(context: string, bytes: Buffer): Buffer {
    return this.opened().key.tag(context, bytes);
  }
}
