import type { RateLimit } from '../../shared/contract/testing.ts';
import { words } from './words.ts';

/** Header values as undici gives them: duplicates are a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const numbers = (headers: Headers, name: string): number[] => {
  const value = headers[name];
  return (Array.isArray(value) ? value : [value])
    .flatMap((one) => String(one ?? '').split(','))
    .map((one) => one.trim())
    .filter((one) => /^\d{1,15}$/.test(one))
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

/** The family of endpoints whose limit a call counts against, as a person reads it. */
export function bucketOf(path: string): string {
  return buckets.find(([prefix]) => path.startsWith(prefix))?.[1] ?? words.buckets.other;
}

/** A time before this is none that Okta writes: such a number counts seconds from now, as some gateways write it. */
const firstTime = 1_000_000_000;

/**
 * X-Rate-Limit-Reset in milliseconds since 1970 by Okta's clock, or null. Okta writes UTC seconds; some proxies make milliseconds of them. Of
 * several the latest counts: no limit is used up any more then.
 */
export function resetOf(headers: Headers, oktaNow: number): number | null {
  const resets = numbers(headers, 'x-rate-limit-reset').map((value) =>
    value < firstTime ? oktaNow + value * 1000 : value < 100 * firstTime ? value * 1000 : value,
  );
  return resets.length === 0 ? null : Math.max(...resets);
}

/**
 * X-Rate-Limit-Limit, -Remaining and -Reset of an answer, the reset by Okta's clock; null when one is missing. Some answers carry each twice,
 * for the org and for the token: the tighter one counts, as in Okta's Python SDK.
 */
export function rateLimitOf(path: string, headers: Headers, oktaNow: number): RateLimit | null {
  const limit = numbers(headers, 'x-rate-limit-limit');
  const remaining = numbers(headers, 'x-rate-limit-remaining');
  // A refusal of too many calls at a time has no reset that means anything.
  const resetAt = resetOf(headers, oktaNow) ?? (saysConcurrency(headers) ? oktaNow : null);
  if (limit.length === 0 || remaining.length === 0 || resetAt === null) return null;
  return { bucket: bucketOf(path), limit: Math.min(...limit), remaining: Math.min(...remaining), resetAt };
}

/**
 * The same limit with its reset by this computer's clock, which may be minutes off Okta's: everybody who compares it with their own
 * time is right then. Without a Date header it stays as it is.
 */
export function inOurTime(limit: RateLimit | null, dateHeader: number | null, now: number): RateLimit | null {
  if (limit === null || dateHeader === null) return limit;
  return { ...limit, resetAt: Math.max(0, limit.resetAt - dateHeader + now) };
}

/** Too many calls at the same time, not too many in a minute: Okta says so by a limit of 0 (Okta, rate limits, concurrency). */
export const isConcurrency = (limit: Pick<RateLimit, 'limit' | 'remaining'> | null): boolean =>
  limit !== null && limit.limit === 0 && limit.remaining === 0;

/** The same of an answer's headers, which may lack the reset. */
export const saysConcurrency = (headers: Headers): boolean => {
  const all = [numbers(headers, 'x-rate-limit-limit'), numbers(headers, 'x-rate-limit-remaining')];
  return all.every((values) => values.includes(0));
};
