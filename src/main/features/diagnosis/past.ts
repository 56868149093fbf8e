import type { TestRecord } from '../../../shared/contract/testing.ts';
import { lifeMs } from '../../../shared/health.ts';
import type { Past } from './clues.ts';

/** Nothing is known yet, as of a value that was just captured. */
export const noPast: Past = {
  acceptedAt: null,
  expiresAt: null,
  oktaTokenId: null,
  owner: null,
  network: null,
};

/**
 * Returns what earlier tests learnt of a value. `records` are tests of this very value, newest first.
 */
export function pastOf(records: readonly TestRecord[]): Past {
  const accepted = records.find(
    ({ outcome }) => outcome.kind === 'accepted' || outcome.kind === 'owner-inactive',
  );
  const first = <T>(of: (record: TestRecord) => T | null): T | null =>
    records.map(of).find((value) => value !== null) ?? null;
  return {
    acceptedAt: accepted?.at ?? null,
    expiresAt: accepted === undefined ? null : (accepted.facts.expiresAt ?? accepted.at + lifeMs),
    oktaTokenId: first(({ facts }) => facts.oktaTokenId),
    owner: first(({ facts }) => facts.owner),
    network: first(({ facts }) => facts.network),
  };
}
