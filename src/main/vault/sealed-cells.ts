import { CellUnreadable, open } from './cells.ts';
import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { sealedColumns } from './migrations.ts';

/** How much of a database a key opens. */
export interface Opened {
  /** How many sealed values open. */
  readonly cells: number;
  /** How many sealed values do not open. */
  readonly unreadable: number;
  /** How many of those that open are tokens' values. */
  readonly tokens: number;
  /** How many tokens have a value that does not open. */
  readonly unreadableTokens: number;
}

/** Opens every sealed value once, also of an older format, and returns how many open. Throws Failed `vault-problem` on a damaged page. */
export function openAll(db: Database, dataKey: DataKey): Opened {
  const found = { cells: 0, unreadable: 0, tokens: 0, unreadableTokens: 0 };
  for (const { table, key, column, ...more } of sealedColumns) {
    if (!db.hasColumn(table, column)) continue;
    const id = 'earlierKey' in more && !db.hasColumn(table, key) ? more.earlierKey : key;
    const isToken = table === 'tokens' && column === 'value';
    for (const row of db.read<{ id: string | number; sealed: Uint8Array }>(
      `SELECT ${id} AS id, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`,
    )) {
      try {
        open(dataKey.cells, { table, rowId: String(row.id), column }, row.sealed).fill(0);
        found.cells++;
        if (isToken) found.tokens++;
      } catch (error) {
        if (!(error instanceof CellUnreadable)) throw error;
        found.unreadable++;
        if (isToken) found.unreadableTokens++;
      }
    }
  }
  return found;
}
