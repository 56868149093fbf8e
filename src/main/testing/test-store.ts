import { type TestRecord, testRecord } from '../../shared/contract/models.ts';
import { CellUnreadable } from '../vault/cells.ts';
import type { Vault } from '../vault/vault.ts';

const keptPerToken = 1000;

interface Row {
  id: string;
  record: Uint8Array;
}

/** Results of tests, the last thousand of each token. */
export class TestStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Keeps one result and, when Okta accepted the token, notes the use; one transaction. */
  keep(tokenId: string, record: TestRecord): void {
    this.#vault.transaction(() => {
      const cell = { table: 'tests', rowId: record.id, column: 'record' };
      this.#vault.write(
        'INSERT INTO tests (id, token_id, at, record) VALUES (?, ?, ?, ?)',
        record.id,
        tokenId,
        record.at,
        this.#vault.sealJson(cell, record),
      );
      if (record.outcome.kind === 'accepted') {
        this.#vault.write('UPDATE tokens SET last_accepted_at = ? WHERE id = ?', record.at, tokenId);
      }
      this.#vault.write(
        `DELETE FROM tests WHERE token_id = ?1 AND id NOT IN
           (SELECT id FROM tests WHERE token_id = ?1 ORDER BY at DESC, rowid DESC LIMIT ${keptPerToken})`,
        tokenId,
      );
    });
  }

  /** One token's results, newest first. */
  history(tokenId: string, limit: number): TestRecord[] {
    return this.#open(
      this.#vault.read<Row>(
        'SELECT id, record FROM tests WHERE token_id = ? ORDER BY at DESC, rowid DESC LIMIT ?',
        tokenId,
        limit,
      ),
    );
  }

  #open(rows: readonly Row[]): TestRecord[] {
    return rows.flatMap((row) => {
      try {
        const cell = { table: 'tests', rowId: row.id, column: 'record' };
        return [this.#vault.openJson(cell, testRecord, row.record)];
      } catch (error) {
        // A result that does not open is worth less than the page that shows the others.
        if (error instanceof CellUnreadable) return [];
        throw error;
      }
    });
  }
}
