import type { Check, RateLimit, TestFacts } from '../../../shared/contract/testing.ts';
import { dayMs } from '../../../shared/time-words.ts';
import type { ApiToken } from '../../okta/schemas.ts';

/** State, detail, time and title of a check, as `Report.put` takes them. */
type Said = readonly [state: Check['state'], detail: string, ms: null, title: string];

/**
 * How an owner stands whose token works, as the end of a sentence; null when their account is switched off or not switched on. A token
 * does not depend on its owner's password (Okta, "What happens to the API token if the user's password expires").
 */
export function standingOf(status: string): string | null {
  switch (status) {
    case 'ACTIVE':
      return 'active';
    case 'PASSWORD_EXPIRED':
      return 'whose password has expired';
    case 'RECOVERY':
      return 'whose password is being reset';
    default:
      return null;
  }
}

/** Whether the owner's account is switched on. */
export function activeCheck(status: string): Said {
  if (status === 'ACTIVE') return ['ok', status, null, 'Owner is active'];
  return standingOf(status) === null
    ? ['failed', status, null, 'Owner is active']
    : ['attention', `${status}: the token goes on working`, null, 'Owner is active'];
}

/** The owner's admin roles. A super admin's token is worth a look: it may do everything. */
export function rolesCheck(roles: TestFacts['roles'], why: string): Said {
  if (roles === null) return ['unknown', `Not known: ${why}.`, null, 'Roles'];
  if (roles.length === 0) return ['attention', 'The owner has no admin role.', null, 'Roles'];
  const labels = roles.map(({ label }) => label).join(', ');
  return roles.some(({ type }) => type === 'SUPER_ADMIN')
    ? ['attention', `${labels}: more than almost any program needs`, null, 'Roles']
    : ['ok', labels, null, 'Roles'];
}

/** From where the token may be used. An absent restriction means anywhere (Okta, ApiToken.network). */
export function networkCheck(token: ApiToken | null, why: string): Said {
  if (token === null) return ['unknown', `Not known: ${why}.`, null, 'Network restriction'];
  const connection = token.network?.connection ?? 'ANYWHERE';
  if (connection === 'ANYWHERE') return ['attention', 'ANYWHERE', null, 'May be used from any address'];
  const zones = (token.network?.include?.length ?? 0) + (token.network?.exclude?.length ?? 0);
  return [
    'ok',
    `${connection}, ${zones} ${zones === 1 ? 'zone' : 'zones'}`,
    null,
    'May be used from network zones only',
  ];
}

/** When it expires if nobody uses it again. `sure`: Okta said so; otherwise this test's own use starts the 30 days anew. */
export function expiryCheck(expiresAt: number, sure: boolean, now: number): Said {
  const days = Math.floor((expiresAt - now) / dayMs);
  const when = new Date(expiresAt).toISOString().slice(0, 10);
  const detail = sure ? `${when}, by Okta` : `about ${when}: 30 days after this use`;
  return [
    days <= 7 ? 'attention' : 'ok',
    detail,
    null,
    days < 1 ? 'Expires within a day' : `Expires in ${days} days unless used`,
  ];
}

/** What is left of the limit that the test's own call counted against. */
export function rateLimitCheck(limit: RateLimit | null, now: number): Said {
  if (limit === null) return ['unknown', 'Okta sent no rate limit headers.', null, 'Rate limit left'];
  const seconds = Math.max(0, Math.ceil((limit.resetAt - now) / 1000));
  return [
    limit.remaining < limit.limit / 10 ? 'attention' : 'ok',
    `${limit.remaining} of ${limit.limit} for ${limit.bucket}, resets in ${seconds} s`,
    null,
    'Rate limit left',
  ];
}
