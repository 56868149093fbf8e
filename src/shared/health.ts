import type { OutcomeKind } from './contract/outcome.ts';
import type { ServiceApp } from './contract/service.ts';
import type { TestRecord } from './contract/testing.ts';
import type { Token } from './contract/tokens.ts';
import { ago, clockSlackMs, dayMs, inDays, since } from './time-words.ts';
import { words } from './words.ts';

/** Returns `token` with `record` as a test result. Main stores the token. The window shows it before main's event arrives. */
export function withTest(token: Token, record: TestRecord): Token {
  const { facts, ...test } = record;
  const newest =
    token.lastTest === null ||
    token.lastTest.at <= record.at ||
    // A wrong clock has dated the earlier test.
    token.lastTest.at - record.at > clockSlackMs;
  return {
    ...token,
    lastTest: newest ? test : token.lastTest,
    known: newest ? facts : token.known,
    lastAcceptedAt: record.outcome.kind === 'accepted' ? record.at : token.lastAcceptedAt,
  };
}

/** Every health, in the order in which a person should look at them. */
export const healths = ['Failing', 'Attention', 'Rotating', 'Healthy', 'Revoked'] as const;

/** The health of a credential. Each has one colour, and its word is beside the colour. */
export type Health = (typeof healths)[number];

/** The health of a credential and its reason. */
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

/** The days without use from which a token counts as unused. Okta ends it after 30 days. */
export const unusedDays = 20;

/** The outcomes that mean a failing credential. The others say nothing about it. */
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

/** Returns when the next key of an app is due, by the interval that the person chose. */
export const keyDueOf = (app: ServiceApp): number => app.madeAt + app.rotateEveryDays * dayMs;

/** Something that comes due for a credential. */
export interface Due {
  readonly kind: 'expiry' | 'rotation';
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly reason: string;
  readonly urgency: number;
}

/** Returns a rotation that is due within seven days of `now` or overdue, or null. `at` is when it is due. */
function rotationWithinWeek(at: number, now: number): Due | null {
  if (at < now) return { kind: 'rotation', at, reason: words.health.rotationIsDue, urgency: 70 };
  if (at - now > soonMs) return null;
  return { kind: 'rotation', at, reason: words.health.rotationDue(inDays(at, now)), urgency: 60 };
}

/** Returns what comes due for a token within seven days of `now` or is overdue, the most urgent first. */
export function dueWithinWeek(token: Token, now: number): Due[] {
  const expiry = expiryOf(token).at;
  const due: Due[] = [];
  if (expiry < now) due.push({ kind: 'expiry', at: expiry, reason: words.health.expired, urgency: 90 });
  else if (expiry - now <= soonMs) {
    due.push({ kind: 'expiry', at: expiry, reason: words.health.expires(inDays(expiry, now)), urgency: 80 });
  }
  const rotation = rotationWithinWeek(rotationDueOf(token), now);
  return rotation === null ? due : [...due, rotation];
}

/** Returns whether the owner is a super admin, as far as the last test could read. */
export const isOverPrivileged = (token: Token): boolean =>
  token.known?.roles?.some(({ type }) => type === 'SUPER_ADMIN') ?? false;

const attention = (reason: string, urgency: number): TokenHealth => ({
  health: 'Attention',
  reason,
  urgency,
});

/** The known facts of the newest test of a credential. */
type Test = Pick<TestRecord, 'at' | 'tookMs' | 'outcome'> | null;

/** Returns the health of a credential that Okta refused, or null. */
const refused = (test: Test, now: number): TokenHealth | null =>
  test !== null && failures.has(test.outcome.kind)
    ? {
        health: 'Failing',
        reason: words.health.failingSince(test.outcome.word, since(test.at, now)),
        urgency: 100,
      }
    : null;

/** Returns the health of a credential whose rotation is due within a week, or null. */
function toRotate(at: number, now: number): TokenHealth | null {
  const due = rotationWithinWeek(at, now);
  return due === null ? null : attention(due.reason, due.urgency);
}

/** Returns the health of a credential whose newest test says that it works, or null. */
const working = (test: Test, now: number): TokenHealth | null =>
  test?.outcome.kind === 'accepted'
    ? { health: 'Healthy', reason: words.health.tested(ago(test.at, now), test.tookMs), urgency: 0 }
    : null;

/** Returns the health of a credential that no test has shown to work. */
const notShown = (test: Test, now: number): TokenHealth =>
  test === null
    ? attention(words.health.neverTested, 50)
    : attention(words.health.whenTested(test.outcome.word, ago(test.at, now)), 40);

/** Returns the health of an app whose key is being rotated, or null. */
function keyRotates(rotation: ServiceApp['keyRotation']): TokenHealth | null {
  if (rotation === null || rotation.endedAt !== null) return null;
  const { state } = rotation;
  const reason = words.health.keyRotation[state as keyof typeof words.health.keyRotation];
  return { health: 'Rotating', reason, urgency: state === 'switched' ? 65 : 55 };
}

/** Returns the health of an OAuth service app at `now`. Its key does not expire. An app that Okta refuses is failing, also during a rotation. */
export function appHealthOf(app: ServiceApp, now: number): TokenHealth {
  if (!app.readable) return attention(words.health.keyDoesNotOpen, 95);
  if (app.clientId === null) return attention(words.health.notSetUp, 50);
  const { lastTest, keyRotation } = app;
  return (
    refused(lastTest, now) ??
    keyRotates(keyRotation) ??
    toRotate(keyDueOf(app), now) ??
    working(lastTest, now) ??
    notShown(lastTest, now)
  );
}

/** Returns the health of a token at `now`. */
export function healthOf(token: Token, now: number): TokenHealth {
  if (token.rotation !== null) {
    const { mode, state } = token.rotation;
    if (mode === 'leaked' && token.revokedAt !== null) {
      return { health: 'Revoked', reason: words.health.leaked, urgency: 98 };
    }
    const { movingToApp, rotation } = words.health;
    const reason = mode === 'to-app' && state === 'handing-over' ? movingToApp : rotation[state];
    return { health: 'Rotating', reason, urgency: state === 'revoking' ? 65 : 55 };
  }
  if (token.revokedAt !== null) {
    return { health: 'Revoked', reason: words.health.revoked(ago(token.revokedAt, now)), urgency: 0 };
  }
  if (!token.readable) return attention(words.health.doesNotOpen, 95);
  const { lastTest } = token;
  const failing = refused(lastTest, now);
  if (failing !== null) return failing;
  const [due] = dueWithinWeek(token, now);
  if (due !== undefined) return attention(due.reason, due.urgency);
  const healthy = working(lastTest, now);
  if (healthy === null) return notShown(lastTest, now);
  return isOverPrivileged(token) ? attention(words.health.superAdmin, 30) : healthy;
}
