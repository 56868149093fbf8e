import type { SQLInputValue } from 'node:sqlite';
import type { z } from 'zod';
import { Secret } from '../base/secret.ts';
import { type Cell, CellUnreadable, open, seal } from './cells.ts';
import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';

/** What features do with an open vault: rows, and values sealed for their cell. */
export abstract class VaultContents {
  /** The database and key while the vault is open; throws Failed `vault-locked` otherwise. */
  protected abstract opened(): { db: Database; key: DataKey };

  /** Rows of a query. Throws Failed `vault-locked` when not open, `vault-problem` on damage. */
  read<T>(sql: string, ...parameters: SQLInputValue[]): T[] {
    return this.opened().db.read<T>(sql, ...parameters);
  }

  /** Throws Failed `vault-locked`, `disk-full`, `read-only` or `vault-problem`. */
  write(sql: string, ...parameters: SQLInputValue[]): void {
    this.opened().db.write(sql, ...parameters);
  }

  /** All of `work` or nothing; may be nested. Throws as `write` does. */
  transaction<T>(work: () => T): T {
    return this.opened().db.transaction(work);
  }

  sealJson(cell: Cell, value: unknown): Buffer {
    const plain = Buffer.from(JSON.stringify(value), 'utf8');
    const sealed = seal(this.opened().key.cells, cell, plain);
    plain.fill(0);
    return sealed;
  }

  /** Throws CellUnreadable when it does not open or is not of `schema`. */
  openJson<T>(cell: Cell, schema: z.ZodType<T>, sealed: Uint8Array): T {
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

  /** The caller wipes it. Throws CellUnreadable. */
  openSecret(cell: Cell, sealed: Uint8Array): Secret {
    return Secret.fromBytes(open(this.opened().key.cells, cell, sealed));
  }

  /** Tells whether two values of one context are the same without opening either. */
  tag(context: string, bytes: Buffer): Buffer {
    return this.opened().key.tag(context, bytes);
  }
}
