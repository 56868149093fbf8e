import { z } from 'zod';
import { text, time, whole } from './shapes.ts';

/** The fourteen results of a call to Okta. The list is closed: a new kind changes the contract. */
export const outcomeKind = z.enum([
  'accepted',
  'not-accepted',
  'not-allowed',
  'rate-limited',
  'owner-inactive',
  'zone-blocked',
  'not-an-okta-org',
  'policy',
  'no-network',
  'proxy',
  'tls',
  'timeout',
  'okta-trouble',
  'unexpected-answer',
]);
export type OutcomeKind = z.infer<typeof outcomeKind>;

/** The result of a call or a test, in words a person can act on, with the facts that support asks for. */
export const outcome = z.object({
  kind: outcomeKind,
  /** The first words on the page: "Working", "Not accepted", ... */
  word: text(40),
  /** What happened and, if known, why. */
  sentence: text(600),
  /** What to do now; empty when there is nothing to do. */
  remedy: text(600),
  status: whole.nullable(),
  /** Okta's error code, for example E0000011. */
  errorCode: text(40).nullable(),
  /** Okta's errorId from the body. */
  errorId: text(120).nullable(),
  /** The answer's X-Okta-Request-Id. */
  requestId: text(120).nullable(),
  /** When a rate-limited call can be repeated. */
  retryAt: time.nullable(),
});
export type Outcome = z.infer<typeof outcome>;
