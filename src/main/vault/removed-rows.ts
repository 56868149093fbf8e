import type { SQLInputValue } from 'node:sqlite';
import type { VaultContents } from './vault-contents.ts';

/** Rows by one column: every row of `table` where `column` is `value`. */
export interface RowsWhere {
  readonly table: string;
  readonly column: string;
  readonly value: string;
}

interface Row {
  readonly table: string;
  readonly columns: Record<string, SQLInputValue>;
}

/** A reference that a removal sets to NULL, because the row that holds it stays. */
interface Cut {
  readonly table: string;
  readonly key: string;
  readonly id: SQLInputValue;
  readonly column: string;
  readonly value: SQLInputValue;
}

/** Rows as the vault holds them: their sensitive values stay sealed for their cells. */
export interface RemovedRows {
  /** Each row comes after the rows that it refers to. */
  readonly rows: readonly Row[];
  readonly cuts: readonly Cut[];
}

interface ForeignKey {
  readonly child: string;
  readonly from: string;
  readonly to: string;
  readonly on_delete: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Returns the rows named by `roots`, and every row that SQLite removes with them by its foreign keys. */
export function rowsRemovedWith(vault: VaultContents, roots: readonly RowsWhere[]): RemovedRows {
  const rows = new Map<string, Row>();
  const cuts: Cut[] = [];
  const collect = ({ table, column, value }: RowsWhere): void => {
    const found = vault.read<Record<string, SQLInputValue>>(
      `SELECT rowid AS its_rowid, * FROM ${quoted(table)} WHERE ${quoted(column)} = ? ORDER BY rowid`,
      value,
    );
    for (const { its_rowid, ...columns } of found) {
      const name = `${table} ${String(its_rowid)}`;
      if (rows.has(name)) continue;
      rows.set(name, { table, columns });
      for (const { child, from, to, on_delete } of childrenOf(vault, table)) {
        const parent = columns[to];
        if (typeof parent !== 'string') continue;
        if (on_delete === 'CASCADE') collect({ table: child, column: from, value: parent });
        if (on_delete === 'SET NULL') cuts.push(...cutsOf(vault, child, from, parent));
      }
    }
  };
  for (const root of roots) collect(root);
  return { rows: [...rows.values()], cuts };
}

/** Puts the rows and references back. Call it in a transaction. Throws SQLite's error when another row took a unique value meanwhile. */
export function putBack(vault: VaultContents, { rows, cuts }: RemovedRows): void {
  for (const { table, columns } of rows) {
    const names = Object.keys(columns);
    vault.write(
      `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(columns),
    );
  }
  for (const { table, key, id, column, value } of cuts) {
    vault.write(
      `UPDATE ${quoted(table)} SET ${quoted(column)} = ? WHERE ${quoted(key)} = ? AND ${quoted(column)} IS NULL`,
      value,
      id,
    );
  }
}

/** Overwrites the sealed values in memory. */
export function wipeRows({ rows }: RemovedRows): void {
  for (const { columns } of rows) {
    for (const value of Object.values(columns)) if (value instanceof Uint8Array) value.fill(0);
  }
}

/** Returns the foreign keys that refer to a table. */
const childrenOf = (vault: VaultContents, table: string): ForeignKey[] =>
  vault.read<ForeignKey>(
    `SELECT s.name AS child, k."from", coalesce(k."to", 'id') AS "to", k.on_delete
     FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS k
     WHERE s.type = 'table' AND k."table" = ?`,
    table,
  );

function cutsOf(vault: VaultContents, table: string, column: string, value: string): Cut[] {
  const [primary] = vault.read<{ name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk = 1', table);
  const key = primary?.name ?? 'id';
  return vault
    .read<{ id: SQLInputValue }>(
      `SELECT ${quoted(key)} AS id FROM ${quoted(table)} WHERE ${quoted(column)} = ?`,
      value,
    )
    .map(({ id }) => ({ table, key, id, column, value }));
}
