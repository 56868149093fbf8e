import type { OutcomeKind } from './contract/outcome.ts';
import type { TestRecord } from './contract/testing.ts';
import type { Token } from './contract/tokens.ts';
import { ago, dayMs, inDays, since } from './time-words.ts';

/** How `token` stands once `record` is its result: what main keeps, and what the window shows before it is told. */
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

/** Colour means one thing only, and a word goes with it. */
export type Health = 'Healthy' | 'Attention' | 'Failing' | 'Rotating' | 'Revoked';

export interface TokenHealth {
  readonly health: Health;
  /** The line under the label: what to know of it now. */
  readonly reason: string;
  /** What needs hands first is highest. */
  readonly urgency: number;
}

/** Okta's tokens live 30 days from their last use, and each use starts them anew (Okta, create an API token). */
export const lifeMs = 30 * dayMs;

/** When a token was last used, by the expiry Okta tells of it. */
export const lastUseBy = (expiresAt: number): number => expiresAt - lifeMs;
const soonMs = 7 * dayMs;

/** Outcomes that are the token's own; the others say nothing of it. */
const failures: ReadonlySet<OutcomeKind> = new Set([
  'not-accepted',
  'not-allowed',
  'owner-inactive',
  'zone-blocked',
]);

/** When the token expires if nobody uses it again: as Okta said, or 30 days after the last use known here. */
export function expiryOf(token: Token): { at: number; sure: boolean } {
  const facts = token.known;
  if (facts?.expiresAt != null && token.lastAcceptedAt === token.lastTest?.at) {
    return { at: facts.expiresAt, sure: facts.expiryBasis === 'okta' };
  }
  return { at: (token.lastAcceptedAt ?? token.capturedAt) + lifeMs, sure: false };
}

/** When the next rotation is due, by the interval a person chose. */
export const rotationDueOf = (token: Token): number => token.capturedAt + token.rotateEveryDays * dayMs;

/** Whether the owner may do everything, as far as the last test could read. */
export const isOverPrivileged = (token: Token): boolean =>
  token.known?.roles?.some(({ type }) => type === 'SUPER_ADMIN') ?? false;

const rotationWords: Readonly<Record<NonNullable<Token['rotation']>['state'], string>> = {
  planned: 'Waiting for the new token',
  captured: 'New token captured',
  compared: 'Compared, ready to hand over',
  'handing-over': 'Waiting for the old token to fall quiet',
  revoking: 'Revoke asked for, not proven yet',
  'rolled-back': 'Undone; the new token is still kept',
};

/** How a token stands at `now`. */
export function healthOf(token: Token, now: number): TokenHealth {
  const attention = (reason: string, urgency: number): TokenHealth => ({
    health: 'Attention',
    reason,
    urgency,
  });
  if (token.rotation !== null) {
    const { mode, state } = token.rotation;
    return mode === 'leaked' && token.revokedAt !== null
      ? { health: 'Revoked', reason: 'Leaked and revoked; waiting for its replacement', urgency: 98 }
      : { health: 'Rotating', reason: rotationWords[state], urgency: state === 'revoking' ? 65 : 55 };
  }
  if (token.revokedAt !== null) {
    return { health: 'Revoked', reason: `Revoked ${ago(token.revokedAt, now)}, with proof`, urgency: 0 };
  }
  if (!token.readable) return attention('Paste it again: the kept value does not open', 95);
  const { lastTest } = token;
  if (lastTest !== null && failures.has(lastTest.outcome.kind)) {
    return {
      health: 'Failing',
      reason: `${lastTest.outcome.word} since ${since(lastTest.at, now)}`,
      urgency: 100,
    };
  }
  const expiry = expiryOf(token).at;
  if (expiry < now) return attention('Has most likely expired: 30 days without use', 90);
  if (expiry - now <= soonMs) return attention(`Unused, expires ${inDays(expiry, now)}`, 80);
  const due = rotationDueOf(token);
  if (due < now) return attention('Rotation is due', 70);
  if (due - now <= soonMs) return attention(`Rotation due ${inDays(due, now)}`, 60);
  if (lastTest === null) return attention('Never tested', 50);
  if (lastTest.outcome.kind !== 'accepted') {
    return attention(`${lastTest.outcome.word} when tested ${ago(lastTest.at, now)}`, 40);
  }
  if (isOverPrivileged(token)) return attention('Its owner is a super admin', 30);
  return {
    health: 'Healthy',
    reason: `Tested ${ago(lastTest.at, now)}, ${lastTest.tookMs} ms`,
    urgency: 0,
  };
}
