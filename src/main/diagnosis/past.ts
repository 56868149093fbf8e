import type { TestRecord } from '../../shared/contract/models.ts';
import { lifeMs } from '../../shared/health.ts';
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
 * What earlier tests learnt of a value, newest first in `records`. When the value was pasted anew (`capturedAt` after `createdAt`), only
 * what came after counts: before it another value was tested.
 */
export function pastOf(records: readonly TestRecord[], createdAt: number, capturedAt: number): Past {
  const own = capturedAt > createdAt ? records.filter(({ at }) => at >= capturedAt) : records;
  const accepted = own.find(
    ({ outcome }) => outcome.kind === 'accepted' || outcome.kind === 'owner-inactive',
  );
  const first = <T>(of: (record: TestRecord) => T | null): T | null =>
    own.map(of).find((value) => value !== null) ?? null;
  return {
    acceptedAt: accepted?.at ?? null,
    expiresAt: accepted === undefined ? null : (accepted.facts.expiresAt ?? accepted.at + lifeMs),
    oktaTokenId: first(({ facts }) => facts.oktaTokenId),
    owner: first(({ facts }) => facts.owner),
    network: first(({ facts }) => facts.network),
  };
}
