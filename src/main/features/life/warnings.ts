import { clip } from '../../../shared/clip.ts';
import type { NoticeKind } from '../../../shared/contract/life.ts';
import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { TestFacts } from '../../../shared/contract/testing.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { expiryOf, keyDueOf, rotationDueOf } from '../../../shared/health.ts';
import { series } from '../../../shared/listed.ts';
import { dayMs, fullDate } from '../../../shared/time-words.ts';
import { words } from './words.ts';

/** The days before the forecast expiry on which Keyturn warns the person, once each. 0 is the expiry itself. */
const thresholds = [7, 3, 1, 0] as const;

/** A due warning. Its key makes sure that it is reported only once. */
export interface DueWarning {
  readonly key: string;
  readonly kind: NoticeKind;
  /** The token, or the app. */
  readonly tokenId: string;
  readonly sentence: string;
}

/**
 * The warnings for one token at `now`, and the warnings that these replace. After weeks of sleep, Keyturn warns once and not four times.
 */
export interface TokenWarnings {
  readonly due: DueWarning | null;
  /** Keys that no longer need a warning. */
  readonly passed: readonly string[];
}

/** A use moves the expiry by weeks, so expiries within a day of each other are the same expiry. */
const cycleOf = (expiresAt: number): number => Math.round(expiresAt / dayMs);

const expiryKey = (token: Token, threshold: number): string =>
  `expiry ${threshold} ${cycleOf(expiryOf(token).at)} ${token.id}`;

/** Returns the next times of a warning about a token, for the time while Keyturn is locked and cannot check. */
export function upcomingOf(token: Token, now: number): { at: number; days: number; key: string }[] {
  if (token.revokedAt !== null) return [];
  const { at } = expiryOf(token);
  return thresholds
    .map((days) => ({ at: at - days * dayMs, days, key: expiryKey(token, days) }))
    .filter((one) => one.at > now);
}

/** Returns the due warnings about a token's expiry at `now`. Pure. */
export function expiryWarning(token: Token, now: number): TokenWarnings {
  if (token.revokedAt !== null) return { due: null, passed: [] };
  const { at, sure } = expiryOf(token);
  const reached = thresholds.filter((days) => at - days * dayMs <= now);
  const nearest = reached.at(-1);
  if (nearest === undefined) return { due: null, passed: [] };
  const basis = sure ? words.warnings.asOktaSaid : words.warnings.byLastUse;
  return {
    due: {
      key: expiryKey(token, nearest),
      kind: nearest === 0 ? 'expired' : 'expiry',
      tokenId: token.id,
      sentence:
        nearest === 0
          ? words.warnings.expired(fullDate(at), basis)
          : words.warnings.expires(nearest, fullDate(at), basis),
    },
    passed: reached.filter((days) => days !== nearest).map((days) => expiryKey(token, days)),
  };
}

/** Returns the warning that a rotation is due, once for each captured value. Pure. */
export function rotationWarning(token: Token, now: number): DueWarning | null {
  if (token.revokedAt !== null || token.rotation !== null) return null;
  const due = rotationDueOf(token);
  if (due > now) return null;
  return {
    key: `rotation ${token.capturedAt} ${token.rotateEveryDays} ${token.id}`,
    kind: 'rotation-due',
    tokenId: token.id,
    sentence: words.warnings.rotationDue(fullDate(due), token.rotateEveryDays),
  };
}

/** Returns the warning that the next key of an app is due, once for each key. An app that is not finished has no key in Okta yet. Pure. */
export function keyWarning(app: ServiceApp, now: number): DueWarning | null {
  const rotating = app.keyRotation !== null && app.keyRotation.endedAt === null;
  const due = keyDueOf(app);
  if (app.clientId === null || rotating || due > now) return null;
  return {
    key: `key ${app.madeAt} ${app.rotateEveryDays} ${app.id}`,
    kind: 'key-due',
    tokenId: app.id,
    sentence: words.warnings.keyDue(fullDate(due), app.rotateEveryDays),
  };
}

export interface OwnerChange {
  /** The new state as an id, which does not depend on the language. */
  readonly id: string;
  readonly sentence: string;
  readonly before: string;
  readonly after: string;
}

const roleNames = (facts: TestFacts): string =>
  facts.roles === null
    ? ''
    : series(facts.roles.map(({ label }) => label).sort()) || words.warnings.noAdminRole;

/**
 * Returns what changed about a token's owner between two tests: another owner, another status, roles gained or lost. Returns null when
 * nothing changed or it is not known.
 */
export function ownerChange(before: TestFacts | null, after: TestFacts): OwnerChange | null {
  if (before?.owner == null || after.owner === null) return null;
  const was = before.owner;
  const is = after.owner;
  if (was.id !== is.id) {
    return { id: is.login, sentence: words.warnings.anotherOwner, before: was.login, after: is.login };
  }
  if (was.status !== is.status) {
    return {
      id: is.status,
      sentence:
        is.status === 'ACTIVE'
          ? words.warnings.ownerActive(is.login)
          : words.warnings.ownerNotActive(is.login, is.status),
      before: was.status,
      after: is.status,
    };
  }
  if (before.roles === null || after.roles === null) return null;
  const [roles, now] = [roleNames(before), roleNames(after)];
  if (roles === now) return null;
  const had = new Set(before.roles.map(({ label }) => label));
  const has = new Set(after.roles.map(({ label }) => label));
  const gained = [...has].filter((label) => !had.has(label));
  const lost = [...had].filter((label) => !has.has(label));
  const parts = [
    gained.length > 0 ? words.warnings.gained(gained) : '',
    lost.length > 0 ? words.warnings.lost(lost) : '',
  ].filter(Boolean);
  return {
    id: [...has].sort().join(', '),
    sentence: clip(words.warnings.rolesChanged(is.login, parts), 400),
    before: clip(roles, 300),
    after: clip(now, 300),
  };
}

/** Returns whether `now` is within quiet hours, which may include midnight. Both ends are local times. */
export function inQuietHours(quiet: { from: string; to: string } | null, now: number): boolean {
  if (quiet === null) return false;
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const [from, to] = [minutes(quiet.from), minutes(quiet.to)];
  const when = new Date(now);
  const at = when.getHours() * 60 + when.getMinutes();
  return from <= to ? at >= from && at < to : at >= from || at < to;
}

/** Returns whether a kept-alive token needs its call now: less than 7 days are left, and its end date has not come. Pure. */
export function needsKeepAlive(token: Token, setting: { until: number } | null, now: number): boolean {
  if (setting === null || setting.until <= now || token.revokedAt !== null || !token.readable) return false;
  const { at } = expiryOf(token);
  return at > now && at - now < 7 * dayMs;
}
