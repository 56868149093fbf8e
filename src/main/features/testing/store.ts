import { z } from 'zod';
import { type PastTest, type TestRecord, testFacts, testRecord } from '../../../shared/contract/testing.ts';
import { type ResultRow, TokenResults } from '../../vault/token-results.ts';
import type { Vault } from '../../vault/vault.ts';

const keptPerToken = 1000;

const toldId = z.object({ facts: testFacts.pick({ oktaTokenId: true }) });

/** Keeps the results of tests, the last thousand of each token. */
export class TestStore {
  readonly #vault: Vault;
  readonly #tests: TokenResults<TestRecord>;

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#tests = new TokenResults(vault, 'tests', testRecord, keptPerToken);
  }

  /**
   * Keeps one result of the value with this number, or of the present one, in one transaction. Notes the use when Okta accepted the present
   * value.
   */
  keep(tokenId: string, record: TestRecord, valueNo: number | null = null): void {
    this.#vault.transaction(() => {
      this.#tests.keep(tokenId, record, valueNo);
      if (record.outcome.kind === 'accepted') {
        this.#vault.write(
          'UPDATE tokens SET last_accepted_at = ?1 WHERE id = ?2 AND value_no = coalesce(?3, value_no)',
          record.at,
          tokenId,
          valueNo,
        );
      }
    });
  }

  /** Returns the results of a token's present value, newest first. It leaves out the results of earlier values. */
  ofPresentValue(tokenId: string, limit: number): TestRecord[] {
    return this.#tests.ofPresentValue(tokenId, limit);
  }

  /** Returns one token's results, newest first, including those of its earlier values. It is for the history that a person reads. */
  history(tokenId: string, limit: number): PastTest[] {
    return this.#vault
      .read<ResultRow & { present: number }>(
        `SELECT tests.id, record, tests.value_no = tokens.value_no AS present FROM tests JOIN tokens ON tokens.id = token_id
           WHERE token_id = ? ORDER BY at DESC, tests.rowid DESC LIMIT ?`,
        tokenId,
        limit,
      )
      .flatMap((row) =>
        this.#tests.opened(row).map((record) => ({ ...record, ofPresentValue: row.present === 1 })),
      );
  }

  /** Returns Okta's ids of kept tokens from the tests, with their orgs. It skips results that cannot be decrypted. */
  oktaTokenIds(): { orgId: string; oktaTokenId: string }[] {
    return this.#vault
      .read<ResultRow & { org_id: string }>(
        'SELECT tests.id, record, org_id FROM tests JOIN tokens ON tokens.id = token_id',
      )
      .flatMap((row) =>
        this.#tests
          .opened(row, toldId)
          .flatMap(({ facts: { oktaTokenId } }) =>
            oktaTokenId === null ? [] : [{ orgId: row.org_id, oktaTokenId }],
          ),
      );
  }
}
