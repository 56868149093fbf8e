import type { RateLimit } from '../../shared/contract/testing.ts';
import { words } from './words.ts';

/** Header values as undici returns them: repeated headers are a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const plain = /^\d{1,15}$/;

const numbers = (headers: Headers, name: string): number[] => {
  const value = headers[name];
  // Almost every answer has one plain number here.
  if (typeof value === 'string' && plain.test(value)) return [Number(value)];
  return (Array.isArray(value) ? value : [value])
    .flatMap((one) => String(one ?? '').split(','))
    .map((one) => one.trim())
    .filter((one) => plain.test(one))
    .map(Number);
};

const buckets: readonly (readonly [prefix: string, name: string])[] = [
  ['/api/v1/api-tokens', words.buckets.apiTokens],
  ['/api/v1/apps', words.buckets.apps],
  ['/api/v1/groups', words.buckets.groups],
  ['/api/v1/logs', words.buckets.systemLog],
  ['/api/v1/org', words.buckets.org],
  ['/api/v1/principal-rate-limits', words.buckets.principalRateLimits],
  ['/api/v1/users', words.buckets.users],
  ['/api/v1/zones', words.buckets.zones],
  ['/api/v1/iam', words.buckets.roles],
  ['/.well-known', words.buckets.wellKnown],
];

/** Returns the family of endpoints whose limit a call counts against, in words for people. */
export function bucketOf(path: string): string {
  return buckets.find(([prefix]) => path.startsWith(prefix))?.[1] ?? words.buckets.other;
}

/** The earliest time that Okta can mean. A smaller number counts seconds from now, as some gateways write it. */
const firstTime = 1_000_000_000;

/** A later reset is a mistake of a server, such as a time in microseconds. */
const lastTime = 10_000 * firstTime;

/**
 * Returns X-Rate-Limit-Reset in milliseconds since 1970 by Okta's clock, or null. Okta writes UTC seconds; some proxies convert them to
 * milliseconds. Of several values the latest counts, because no limit is used up after it.
 */
export function resetOf(headers: Headers, oktaNow: number): number | null {
  const resets = numbers(headers, 'x-rate-limit-reset').map((value) =>
    value < firstTime ? oktaNow + value * 1000 : value < 100 * firstTime ? value * 1000 : value,
  );
  const credible = resets.filter((reset) => reset < lastTime);
  return credible.length === 0 ? null : Math.max(...credible);
}

/**
 * Returns X-Rate-Limit-Limit, -Remaining and -Reset of an answer, with the reset by Okta's clock; null when one is missing. Some answers
 * have each header twice, for the org and for the token. The tighter one counts, as in Okta's Python SDK.
 */
export function rateLimitOf(path: string, headers: Headers, oktaNow: number): RateLimit | null {
  const limit = numbers(headers, 'x-rate-limit-limit');
  const remaining = numbers(headers, 'x-rate-limit-remaining');
  // The reset has no meaning when Okta refuses too many concurrent calls.
  const resetAt = resetOf(headers, oktaNow) ?? (saysConcurrency(headers) ? oktaNow : null);
  if (limit.length === 0 || remaining.length === 0 || resetAt === null) return null;
  return { bucket: bucketOf(path), limit: Math.min(...limit), remaining: Math.min(...remaining), resetAt };
}

/**
 * Returns the limit with its reset by this computer's clock, which may be minutes off Okta's, so that callers can compare it with local
 * time. Without a Date header the reset does not change.
 */
export function inOurTime(limit: RateLimit | null, dateHeader: number | null, now: number): RateLimit | null {
  if (limit === null || dateHeader === null) return limit;
  return { ...limit, resetAt: Math.max(0, limit.resetAt - dateHeader + now) };
}

/**
 * Returns whether a limit is about concurrent calls, not calls per minute: Okta then sends a limit of 0 (Okta, rate limits, concurrency).
 */
export const isConcurrency = (limit: Pick<RateLimit, 'limit' | 'remaining'> | null): boolean =>
  limit !== null && limit.limit === 0 && limit.remaining === 0;

/** Returns the same for an answer's headers, which may lack the reset. */
export const saysConcurrency = (headers: Headers): boolean => {
  const all = [numbers(headers, 'x-rate-limit-limit'), numbers(headers, 'x-rate-limit-remaining')];
  return all.every((values) => values.includes(0));
};
