import type { RateLimit } from '../../shared/contract/testing.ts';

/** Okta counts its limits by the minute, and none for longer than this (Okta, rate limits). */
const longestWindowMs = 3_600_000;

/**
 * Returns how many milliseconds to wait until every limit has room for one more call: 0 when there is room now. A limit has room while more
 * than `least` of its calls remain; the rest is for other programs. A reset further ahead than any window says nothing: the clock was set
 * back, or a gateway wrote something else. Times are this computer's, in milliseconds since 1970.
 */
export function waitForRoom(
  limits: readonly RateLimit[],
  now: number,
  least: (limit: RateLimit) => number,
): number {
  const tight = limits.filter(
    (one) => one.resetAt > now && one.resetAt - now <= longestWindowMs && one.remaining < least(one),
  );
  return tight.reduce((longest, { resetAt }) => Math.max(longest, resetAt - now), 0);
}
