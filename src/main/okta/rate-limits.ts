import type { RateLimit } from '../../shared/contract/testing.ts';

/** Header values as undici gives them: duplicates are a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const numbers = (headers: Headers, name: string): number[] => {
  const value = headers[name];
  return (Array.isArray(value) ? value : [value])
    .flatMap((one) => String(one ?? '').split(','))
    .map((one) => one.trim())
    .filter((one) => /^\d{1,12}$/.test(one))
    .map(Number);
};

const buckets: readonly (readonly [prefix: string, name: string])[] = [
  ['/api/v1/api-tokens', 'API tokens'],
  ['/api/v1/apps', 'Apps'],
  ['/api/v1/groups', 'Groups'],
  ['/api/v1/logs', 'System Log'],
  ['/api/v1/org', 'Org'],
  ['/api/v1/principal-rate-limits', 'Principal rate limits'],
  ['/api/v1/users', 'Users'],
  ['/api/v1/zones', 'Network zones'],
  ['/api/v1/iam', 'Roles'],
  ['/.well-known', 'Well-known'],
];

/** The family of endpoints whose limit a call counts against, as a person reads it. */
export function bucketOf(path: string): string {
  return buckets.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'Other';
}

/**
 * X-Rate-Limit-Limit, -Remaining and -Reset (UTC seconds) of an answer; null when it has none. Some answers carry each twice, for
 * the org and for the token: the tighter one counts, as in Okta's Python SDK.
 */
export function rateLimitOf(path: string, headers: Headers): RateLimit | null {
  const limit = numbers(headers, 'x-rate-limit-limit');
  const remaining = numbers(headers, 'x-rate-limit-remaining');
  const reset = numbers(headers, 'x-rate-limit-reset');
  if (limit.length === 0 || remaining.length === 0 || reset.length === 0) return null;
  return {
    bucket: bucketOf(path),
    limit: Math.min(...limit),
    remaining: Math.min(...remaining),
    resetAt: Math.max(...reset) * 1000,
  };
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
export const isConcurrency = (limit: RateLimit | null): boolean =>
  limit !== null && limit.limit === 0 && limit.remaining === 0;

/** Okta's limits are of a minute (Okta, rate limits overview). */
const windowMs = 60_000;

/**
 * How long to wait after a 429: Reset - Date + 1 s, as the official SDKs do, here with a reset by our own clock (`inOurTime`); never
 * under a second. Where no Date header told the difference of the clocks, never longer than a window and its second.
 */
export function waitAfter429(limit: RateLimit | null, now: number, dated: boolean): number {
  if (limit === null) return 10_000;
  const wait = Math.max(1_000, limit.resetAt - now + 1_000);
  return dated ? wait : Math.min(wait, windowMs + 1_000);
}
