import { type Headers, resetOf, saysConcurrency } from './rate-limits.ts';

/** What time it is where an answer comes from. */
export interface OktaTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** False when no answer has told it, so that it is this computer's own, which may be wrong. */
  readonly known: boolean;
}

const leastMs = 1_000;
/** Okta's limits are of a minute (Okta, rate limits overview). */
const windowMs = 60_000;
/** A longer wait is a slip of whoever wrote it. */
const longestMs = 366 * 86_400_000;

/**
 * How long an answer asks to wait before the next try, in milliseconds; null when it does not say. After a 429 that is X-Rate-Limit-Reset
 * less Okta's own time and a second more, as the official SDKs do, or Retry-After where that is longer; after a 5xx Retry-After alone. Never
 * under a second. Where the clocks' difference is not known, a reset is a window away at most. A reset says nothing of too many calls at
 * the same time (Okta, rate limits, concurrency).
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

/** The three forms of a date in HTTP (RFC 9110, section 5.6.7); `Date.parse` alone makes dates of much else. */
const httpDate =
  /(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?:, ?\d\d?[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT| [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})/gi;

/** Retry-After in milliseconds from now: seconds or a date (RFC 9110, section 10.2.3). Of several the longest counts. */
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
    // One form names no zone and means UTC.
    ...dates.map((date) => Date.parse(/GMT$/i.test(date) ? date : `${date} GMT`) - oktaNow),
  ].filter((wait) => !Number.isNaN(wait));
  return waits.length === 0 ? null : Math.max(...waits);
}
