import type { TestRecord } from '../../../shared/contract/testing.ts';
import { lifeMs } from '../../../shared/health.ts';
import type { Past } from './clues.ts';

/** The past of a value that was just captured. Nothing is known. */
export const noPast: Past = {
  acceptedAt: null,
  expiresAt: null,
  oktaTokenId: null,
  owner: null,
  network: null,
};

/** Returns what earlier tests found out about a value. `records` are tests of this value, newest first. */
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
