import type { Outcome, OutcomeKind } from '../../../shared/contract/outcome.ts';
import type { RateLimit } from '../../../shared/contract/testing.ts';
import type { Clues, Past } from './clues.ts';

export type FailedKind = Exclude<OutcomeKind, 'accepted'>;

/** A failed test, the facts known before it, and the results of the checks. */
export interface Findings {
  readonly outcome: Outcome;
  readonly host: string;
  readonly past: Past;
  readonly rateLimit: RateLimit | null;
  readonly clues: Clues;
  /** ms since 1970 */
  readonly now: number;
}
