import { z } from 'zod';
import { type PastTest, type TestRecord, testFacts, testRecord } from '../../../shared/contract/testing.ts';
import { clockSlackMs } from '../../../shared/time-words.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';

const keptPerToken = 1000;

const toldId = z.object({ facts: testFacts.pick({ oktaTokenId: true }) });

interface Row {
  id: string;
  record: Uint8Array;
}

/** Keeps the results of tests, the last thousand of each token. */
export class TestStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /**
   * Keeps one result of the value with this number, or of the present one, in one transaction. Notes the use when Okta accepted the present
   * value.
   */
  keep(tokenId: string, record: TestRecord, valueNo: number | null = null): void {
    this.#vault.transaction(() => {
      const cell = { table: 'tests', rowId: record.id, column: 'record' };
      this.#vault.write(
        `INSERT INTO tests (id, token_id, at, record, value_no)
           VALUES (?1, ?2, ?3, ?4, coalesce(?5, (SELECT value_no FROM tokens WHERE id = ?2)))`,
        record.id,
        tokenId,
        record.at,
        this.#vault.sealJson(cell, record),
        valueNo,
      );
      if (record.outcome.kind === 'accepted') {
        this.#vault.write(
          'UPDATE tokens SET last_accepted_at = ?1 WHERE id = ?2 AND value_no = coalesce(?3, value_no)',
          record.at,
          tokenId,
          valueNo,
        );
      }
      // A wrong clock has dated an earlier result, which must not stay the newest.
      this.#vault.write(
        'UPDATE tests SET at = ?1 WHERE token_id = ?2 AND at > ?1 + ?3',
        record.at,
        tokenId,
        clockSlackMs,
      );
      this.#vault.write(
        `DELETE FROM tests WHERE token_id = ?1 AND id NOT IN
           (SELECT id FROM tests WHERE token_id = ?1 ORDER BY at DESC, rowid DESC LIMIT ${keptPerToken})`,
        tokenId,
      );
    });
  }

  /** Returns the results of a token's present value, newest first. It leaves out the results of earlier values. */
  ofPresentValue(tokenId: string, limit: number): TestRecord[] {
    return this.#open(
      this.#vault.read<Row>(
        `SELECT tests.id, record FROM tests JOIN tokens ON tokens.id = token_id AND tokens.value_no = tests.value_no
           WHERE token_id = ? ORDER BY at DESC, tests.rowid DESC LIMIT ?`,
        tokenId,
        limit,
      ),
      testRecord,
    );
  }

  /** Returns one token's results, newest first, including those of its earlier values. It is for the history that a person reads. */
  history(tokenId: string, limit: number): PastTest[] {
    return this.#vault
      .read<Row & { present: number }>(
        `SELECT tests.id, record, tests.value_no = tokens.value_no AS present FROM tests JOIN tokens ON tokens.id = token_id
           WHERE token_id = ? ORDER BY at DESC, tests.rowid DESC LIMIT ?`,
        tokenId,
        limit,
      )
      .flatMap((row) =>
        this.#open([row], testRecord).map((record) => ({ ...record, ofPresentValue: row.present === 1 })),
      );
  }

  /** Returns Okta's ids of kept tokens from the tests, with their orgs. It skips results that cannot be decrypted. */
  oktaTokenIds(): { orgId: string; oktaTokenId: string }[] {
    return this.#vault
      .read<Row & { org_id: string }>(
        'SELECT tests.id, record, org_id FROM tests JOIN tokens ON tokens.id = token_id',
      )
      .flatMap((row) =>
        this.#open([row], toldId).flatMap(({ facts: { oktaTokenId } }) =>
          oktaTokenId === null ? [] : [{ orgId: row.org_id, oktaTokenId }],
        ),
      );
  }

  #open<T>(rows: readonly Row[], schema: z.ZodType<T>): T[] {
    return rows.flatMap((row) => {
      try {
        const cell = { table: 'tests', rowId: row.id, column: 'record' };
        return [this.#vault.openJson(cell, schema, row.record)];
      } catch (error) {
        // The page still shows the other results when one cannot be decrypted.
        if (error instanceof CellUnreadable) return [];
        throw error;
      }
    });
  }
}
