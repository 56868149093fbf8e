import type { OutcomeKind } from './contract/outcome.ts';
import type { TestRecord } from './contract/testing.ts';
import type { Token } from './contract/tokens.ts';
import { ago, dayMs, inDays, since } from './time-words.ts';
import { words } from './words.ts';

/** Returns `token` with `record` as a test result. Main stores it; the window shows it before main's event arrives. */
export function withTest(token: Token, record: TestRecord): Token {
  const { facts, ...test } = record;
  const newest = token.lastTest === null || token.lastTest.at <= record.at;
  return {
    ...token,
    lastTest: newest ? test : token.lastTest,
    known: newest ? facts : token.known,
    lastAcceptedAt: record.outcome.kind === 'accepted' ? record.at : token.lastAcceptedAt,
  };
}

/** The health of a token. Each has one colour, and its word stands beside the colour. */
export type Health = 'Healthy' | 'Attention' | 'Failing' | 'Rotating' | 'Revoked';

/** The health of a token and its reason. */
export interface TokenHealth {
  readonly health: Health;
  /** The line under the label that says why. */
  readonly reason: string;
  /** How soon a person should act; a higher number is more urgent. */
  readonly urgency: number;
}

/** How long an API token lives after its last use, in milliseconds: 30 days (Okta, create an API token). */
export const lifeMs = 30 * dayMs;

/** Returns the last use of a token from the expiry that Okta reports. Both are in milliseconds since 1970. */
export const lastUseBy = (expiresAt: number): number => expiresAt - lifeMs;
const soonMs = 7 * dayMs;

/** The outcomes that mean a failing token. The others say nothing about the token. */
const failures: ReadonlySet<OutcomeKind> = new Set([
  'not-accepted',
  'not-allowed',
  'owner-inactive',
  'zone-blocked',
]);

/** Returns when the token expires if nobody uses it again: Okta's own date (`sure`), or 30 days after the last known use. */
export function expiryOf(token: Token): { at: number; sure: boolean } {
  const facts = token.known;
  if (facts?.expiresAt != null && token.lastAcceptedAt === token.lastTest?.at) {
    return { at: facts.expiresAt, sure: facts.expiryBasis === 'okta' };
  }
  return { at: (token.lastAcceptedAt ?? token.capturedAt) + lifeMs, sure: false };
}

/** Returns when the next rotation is due, by the interval that the person chose. */
export const rotationDueOf = (token: Token): number => token.capturedAt + token.rotateEveryDays * dayMs;

/** Returns whether the owner is a super admin, as far as the last test could read. */
export const isOverPrivileged = (token: Token): boolean =>
  token.known?.roles?.some(({ type }) => type === 'SUPER_ADMIN') ?? false;

/** Returns the health of a token at `now`. */
export function healthOf(token: Token, now: number): TokenHealth {
  const attention = (reason: string, urgency: number): TokenHealth => ({
    health: 'Attention',
    reason,
    urgency,
  });
  if (token.rotation !== null) {
    const { mode, state } = token.rotation;
    return mode === 'leaked' && token.revokedAt !== null
      ? { health: 'Revoked', reason: words.health.leaked, urgency: 98 }
      : { health: 'Rotating', reason: words.health.rotation[state], urgency: state === 'revoking' ? 65 : 55 };
  }
  if (token.revokedAt !== null) {
    return { health: 'Revoked', reason: words.health.revoked(ago(token.revokedAt, now)), urgency: 0 };
  }
  if (!token.readable) return attention(words.health.doesNotOpen, 95);
  const { lastTest } = token;
  if (lastTest !== null && failures.has(lastTest.outcome.kind)) {
    return {
      health: 'Failing',
      reason: words.health.failingSince(lastTest.outcome.word, since(lastTest.at, now)),
      urgency: 100,
    };
  }
  const expiry = expiryOf(token).at;
  if (expiry < now) return attention(words.health.expired, 90);
  if (expiry - now <= soonMs) return attention(words.health.expires(inDays(expiry, now)), 80);
  const due = rotationDueOf(token);
  if (due < now) return attention(words.health.rotationIsDue, 70);
  if (due - now <= soonMs) return attention(words.health.rotationDue(inDays(due, now)), 60);
  if (lastTest === null) return attention(words.health.neverTested, 50);
  if (lastTest.outcome.kind !== 'accepted') {
    return attention(words.health.whenTested(lastTest.outcome.word, ago(lastTest.at, now)), 40);
  }
  if (isOverPrivileged(token)) return attention(words.health.superAdmin, 30);
  return {
    health: 'Healthy',
    reason: words.health.tested(ago(lastTest.at, now), lastTest.tookMs),
    urgency: 0,
  };
}
