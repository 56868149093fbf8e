import { z } from 'zod';
import { text, time, whole } from './shapes.ts';

/** The thirteen ways a call to Okta can end. Closed: a new kind is a change of the contract. */
export const outcomeKind = z.enum([
  'accepted',
  'not-accepted',
  'not-allowed',
  'rate-limited',
  'owner-inactive',
  'zone-blocked',
  'not-an-okta-org',
  'no-network',
  'proxy',
  'tls',
  'timeout',
  'okta-trouble',
  'unexpected-answer',
]);
export type OutcomeKind = z.infer<typeof outcomeKind>;

/** One call's or one test's end, in words a person can act on, with what support would ask for. */
export const outcome = z.object({
  kind: outcomeKind,
  /** The first words on the page: "Working", "Not accepted", ... */
  word: text(40),
  /** What happened, and why as far as it is known. */
  sentence: text(600),
  /** What to do now; empty when nothing is to be done. */
  remedy: text(600),
  status: whole.nullable(),
  /** Okta's error code, for example E0000011. */
  errorCode: text(40).nullable(),
  /** Okta's errorId of the body. */
  errorId: text(120).nullable(),
  /** X-Okta-Request-Id of the answer. */
  requestId: text(120).nullable(),
  /** When a rate-limited call may be made again. */
  retryAt: time.nullable(),
});
export type Outcome = z.infer<typeof outcome>;
