import type { Check, RateLimit, TestFacts } from '../../../shared/contract/testing.ts';
import { series } from '../../../shared/listed.ts';
import { dayMs, fullDate } from '../../../shared/time-words.ts';
import type { ApiToken } from '../../okta/schemas.ts';
import { words } from './words.ts';

/** The state, detail, time and title of a check, as arguments of `Report.put`. */
type Said = readonly [state: Check['state'], detail: string, ms: null, title: string];

/**
 * Returns the status of a working token's owner, as the end of a sentence. Returns null when the account is switched off or not switched
 * on. A token does not depend on its owner's password (Okta, "What happens to the API token if the user's password expires").
 */
export function standingOf(status: string): string | null {
  switch (status) {
    case 'ACTIVE':
      return words.checks.active;
    case 'PASSWORD_EXPIRED':
      return words.checks.passwordExpired;
    case 'RECOVERY':
      return words.checks.passwordReset;
    default:
      return null;
  }
}

/** Returns the check of whether the owner's account is switched on. */
export function activeCheck(status: string): Said {
  if (status === 'ACTIVE') return ['ok', status, null, words.checks.ownerActive];
  return standingOf(status) === null
    ? ['failed', status, null, words.checks.ownerActive]
    : ['attention', words.checks.stillWorks(status), null, words.checks.ownerActive];
}

/** Returns the check of the owner's admin roles. It marks a super admin's token, because such a token may do everything. */
export function rolesCheck(roles: TestFacts['roles'], why: string): Said {
  if (roles === null) return ['unknown', words.checks.notKnown(why), null, words.checks.roles];
  if (roles.length === 0) return ['attention', words.checks.noRole, null, words.checks.roles];
  const labels = series(roles.map(({ label }) => label));
  return roles.some(({ type }) => type === 'SUPER_ADMIN')
    ? ['attention', words.checks.powerfulRoles(labels), null, words.checks.roles]
    : ['ok', labels, null, words.checks.roles];
}

/** Returns the check of where the token works from. An absent restriction means anywhere (Okta, ApiToken.network). */
export function networkCheck(token: ApiToken | null, why: string): Said {
  if (token === null) return ['unknown', words.checks.notKnown(why), null, words.checks.networkRestriction];
  const connection = token.network?.connection ?? 'ANYWHERE';
  if (connection === 'ANYWHERE') return ['attention', 'ANYWHERE', null, words.checks.anyAddress];
  const zones = (token.network?.include?.length ?? 0) + (token.network?.exclude?.length ?? 0);
  return ['ok', words.checks.inZones(connection, zones), null, words.checks.zonesOnly];
}

/**
 * Returns the check of when the token expires if nobody uses it again. With `sure`, Okta said so. Otherwise this test's own use restarts
 * the 30 days.
 */
export function expiryCheck(expiresAt: number, sure: boolean, now: number): Said {
  const days = Math.floor((expiresAt - now) / dayMs);
  const when = fullDate(expiresAt);
  const detail = sure ? words.checks.byOkta(when) : words.checks.afterThisUse(when);
  return [
    days <= 7 ? 'attention' : 'ok',
    detail,
    null,
    days < 1 ? words.checks.expiresToday : words.checks.expiresIn(days),
  ];
}

/** Returns the check of the remaining calls, in the limit that the test's own call counted against. */
export function rateLimitCheck(limit: RateLimit | null, now: number): Said {
  if (limit === null) return ['unknown', words.checks.noLimitHeaders, null, words.checks.rateLimitLeft];
  const seconds = Math.max(0, Math.ceil((limit.resetAt - now) / 1000));
  return [
    limit.remaining < limit.limit / 10 ? 'attention' : 'ok',
    words.checks.rateLimit(limit.remaining, limit.limit, limit.bucket, seconds),
    null,
    words.checks.rateLimitLeft,
  ];
}
