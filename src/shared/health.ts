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

/** Every health, in the order in which a person should look at them. */
export const healths = ['Failing', 'Attention', 'Rotating', 'Healthy', 'Revoked'] as const;

/** The health of a token. Each has one colour, and its word stands beside the colour. */
export type Health = (typeof healths)[number];

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

/** The days without use from which a token counts as unused. Okta ends it after 30. */
export const unusedDays = 20;

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

/** Something that comes due for a token. */
export interface Due {
  readonly kind: 'expiry' | 'rotation';
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly reason: string;
  readonly urgency: number;
}

/** Returns what comes due for a token within seven days of `now` or is overdue, the most urgent first. */
export function dueWithinWeek(token: Token, now: number): Due[] {
  const expiry = expiryOf(token).at;
  const rotation = rotationDueOf(token);
  const due: Due[] = [];
  if (expiry < now) due.push({ kind: 'expiry', at: expiry, reason: words.health.expired, urgency: 90 });
  else if (expiry - now <= soonMs) {
    due.push({ kind: 'expiry', at: expiry, reason: words.health.expires(inDays(expiry, now)), urgency: 80 });
  }
  if (rotation < now) {
    due.push({ kind: 'rotation', at: rotation, reason: words.health.rotationIsDue, urgency: 70 });
  } else if (rotation - now <= soonMs) {
    const reason = words.health.rotationDue(inDays(rotation, now));
    due.push({ kind: 'rotation', at: rotation, reason, urgency: 60 });
  }
  return due;
}

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
  const [due] = dueWithinWeek(token, now);
  if (due !== undefined) return attention(due.reason, due.urgency);
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
