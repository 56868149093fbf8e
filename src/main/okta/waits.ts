import { type Headers, resetOf, saysConcurrency } from './rate-limits.ts';

/** The time at the origin of an answer. */
export interface OktaTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** False when no answer has given the time. It is then this computer's own, which may be wrong. */
  readonly known: boolean;
}

const leastMs = 1_000;
/** Okta's limits count calls per minute (Okta, rate limits overview). */
const windowMs = 60_000;
/** A longer wait is a mistake of the server. */
const longestMs = 366 * 86_400_000;

/**
 * Returns how long an answer asks to wait before the next try, in milliseconds; null when it does not say. After a 429 the wait is
 * X-Rate-Limit-Reset minus Okta's own time plus one second, as in the official SDKs, or Retry-After when that is longer. After a 5xx it is
 * Retry-After alone. The wait is at least a second. When the clocks' difference is unknown, a reset is at most one window away. A reset
 * says nothing about concurrent calls (Okta, rate limits, concurrency).
 */
export function askedWait(status: number, headers: Headers, okta: OktaTime): number | null {
  const waits: number[] = [];
  const after = retryAfter(headers['retry-after'], okta.now);
  if (after !== null) waits.push(after);
  const reset = status === 429 && !saysConcurrency(headers) ? resetOf(headers, okta.now) : null;
  if (reset !== null) {
    const wait = reset - okta.now + 1_000;
    waits.push(okta.known ? wait : Math.min(wait, windowMs + 1_000));
  }
  const credible = waits.filter((wait) => wait <= longestMs);
  return credible.length === 0 ? null : Math.max(leastMs, ...credible);
}

/** The three forms of a date in HTTP (RFC 9110, section 5.6.7). `Date.parse` alone also accepts many other texts. */
const httpDate =
  /(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?:, ?\d\d?[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT| [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})/gi;

/** Returns Retry-After in milliseconds from now: seconds or a date (RFC 9110, section 10.2.3). Of several values the longest counts. */
function retryAfter(header: string | readonly string[] | undefined, oktaNow: number): number | null {
  const text = typeof header === 'string' ? header : (header ?? []).join(', ');
  const dates = text.match(httpDate) ?? [];
  const seconds = text
    .replace(httpDate, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => /^\d{1,10}(\.\d+)?$/.test(one))
    .map((one) => Number(one) * 1000);
  const waits = [
    ...seconds,
    // One of the forms has no zone and means UTC.
    ...dates.map((date) => Date.parse(/GMT$/i.test(date) ? date : `${date} GMT`) - oktaNow),
  ].filter((wait) => !Number.isNaN(wait));
  return waits.length === 0 ? null : Math.max(...waits);
}
