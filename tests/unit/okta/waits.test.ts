import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Headers, inOurTime, isConcurrency, rateLimitOf } from '../../../src/main/okta/rate-limits.ts';
import { askedWait } from '../../../src/main/okta/waits.ts';

/** 27 November 2026, 13:00:00 UTC, a Friday. */
const now = Date.UTC(2026, 10, 27, 13);
const s = (more: number) => String(now / 1000 + more);
const known = { now, known: true };

describe('how long a 429 asks to wait', () => {
  it.each<[string, Headers, number | null]>([
    ['only Reset', { 'x-rate-limit-reset': s(30) }, 31_000],
    ['only Retry-After, in seconds', { 'retry-after': '42' }, 42_000],
    ['only Retry-After, a date', { 'retry-after': 'Fri, 27 Nov 2026 13:02:00 GMT' }, 120_000],
    ['the old date', { 'retry-after': 'Friday, 27-Nov-26 13:02:00 GMT' }, 120_000],
    ['the oldest date, which names no zone', { 'retry-after': 'Fri Nov 27 13:02:00 2026' }, 120_000],
    ['a date with a day of one digit', { 'retry-after': 'Tue Dec  1 13:00:00 2026' }, 4 * 86_400_000],
    ['a date that has passed', { 'retry-after': 'Fri, 27 Nov 2026 12:00:00 GMT' }, 1_000],
    ['Retry-After with spaces', { 'retry-after': '  42 ' }, 42_000],
    ['Retry-After of nothing', { 'retry-after': '0' }, 1_000],
    ['Retry-After with a fraction', { 'retry-after': '1.5' }, 1_500],
    ['Reset in milliseconds', { 'x-rate-limit-reset': String(now + 30_000) }, 31_000],
    ['Reset in seconds from now', { 'x-rate-limit-reset': '30' }, 31_000],
    ['Reset in the past', { 'x-rate-limit-reset': s(-30) }, 1_000],
    ['Reset of now', { 'x-rate-limit-reset': s(0) }, 1_000],
    ['Reset with spaces', { 'x-rate-limit-reset': ` ${s(30)} ` }, 31_000],
    ['Reset twice in one header', { 'x-rate-limit-reset': `${s(10)}, ${s(30)}` }, 31_000],
    ['Reset in two headers', { 'x-rate-limit-reset': [s(30), s(10)] }, 31_000],
    ['Reset and a word', { 'x-rate-limit-reset': [s(30), 'soon'] }, 31_000],
    ['both, Retry-After longer', { 'x-rate-limit-reset': s(9), 'retry-after': '42' }, 42_000],
    ['both, Reset longer', { 'x-rate-limit-reset': s(59), 'retry-after': '5' }, 60_000],
    ['a good Reset beside a bad Retry-After', { 'x-rate-limit-reset': s(9), 'retry-after': 'soon' }, 10_000],
    ['Retry-After in two headers', { 'retry-after': ['5', '42'] }, 42_000],
    ['Retry-After twice in one header', { 'retry-after': '5, 42' }, 42_000],
    ['seconds and a date', { 'retry-after': ['5', 'Fri, 27 Nov 2026 13:02:00 GMT'] }, 120_000],
    ['Retry-After of an hour and a half', { 'retry-after': '5400' }, 5_400_000],
    ['none', {}, null],
    ['empty ones', { 'x-rate-limit-reset': '', 'retry-after': ' ' }, null],
    ['negative ones', { 'x-rate-limit-reset': '-5', 'retry-after': '-5' }, null],
    ['words', { 'x-rate-limit-reset': 'NaN', 'retry-after': 'Infinity' }, null],
    ['a number and a unit, which are no date', { 'retry-after': '5 apples' }, null],
    ['other ways to write a number', { 'retry-after': ['0x10', '1e3', '+5', '5s', '٥'] }, null],
    ['a date that is none', { 'retry-after': 'Fri, 99 Foo 2026 13:02:00 GMT' }, null],
    ['huge ones', { 'x-rate-limit-reset': '9'.repeat(15), 'retry-after': '9'.repeat(10) }, null],
    [
      'ones no number can hold',
      { 'x-rate-limit-reset': '9'.repeat(400), 'retry-after': '9'.repeat(400) },
      null,
    ],
    [
      'too many at a time, by whose Reset nobody should go',
      { 'x-rate-limit-limit': '0', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': s(30) },
      null,
    ],
    [
      'too many at a time, with Retry-After',
      { 'x-rate-limit-limit': '0', 'x-rate-limit-remaining': '0', 'retry-after': '7' },
      7_000,
    ],
  ])('%s', (_name, headers, wait) => {
    expect(askedWait(429, headers, known)).toBe(wait);
  });

  it('follows Okta’s time; without that, a reset is one window away at most', () => {
    const reset = { 'x-rate-limit-reset': s(3 * 3_600) };
    expect(askedWait(429, reset, { now: now + 3 * 3_600_000 - 20_000, known: true })).toBe(21_000);
    expect(askedWait(429, reset, { now, known: false })).toBe(61_000);
    expect(askedWait(429, { 'retry-after': '120' }, { now, known: false })).toBe(120_000);
  });

  it('stays between a second and a year, whatever the headers hold', () => {
    const text = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.double().map(String),
      fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    const header = fc.oneof(text, fc.array(text, { maxLength: 3 }));
    fc.assert(
      fc.property(
        header,
        header,
        fc.constantFrom(429, 500, 503),
        fc.boolean(),
        (reset, after, status, dated) => {
          const wait = askedWait(
            status,
            { 'x-rate-limit-reset': reset, 'retry-after': after },
            { now, known: dated },
          );
          if (wait === null) return;
          expect(Number.isFinite(wait)).toBe(true);
          expect(wait).toBeGreaterThanOrEqual(1_000);
          expect(wait).toBeLessThanOrEqual(366 * 86_400_000);
        },
      ),
    );
  });

  it('reads seconds, milliseconds and every form of a date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), (more) => {
        const date = new Date(now + more * 1000);
        const [week, day, month, year, time] = date.toUTCString().replace(',', '').split(' ');
        const asctime = `${week} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
        for (const value of [String(more), date.toUTCString(), asctime]) {
          expect(askedWait(503, { 'retry-after': value }, known)).toBe(more * 1000);
        }
        for (const value of [s(more), `${s(more)}000`]) {
          expect(askedWait(429, { 'x-rate-limit-reset': value }, known)).toBe((more + 1) * 1000);
        }
      }),
    );
  });
});

it('a 5xx waits only by Retry-After', () => {
  expect(askedWait(503, { 'retry-after': '7' }, known)).toBe(7_000);
  expect(askedWait(503, { 'x-rate-limit-reset': s(30) }, known)).toBeNull();
});

it('a recorded limit has the same reset', () => {
  const limit = (reset: string) =>
    rateLimitOf(
      '/api/v1/users',
      { 'x-rate-limit-limit': ' 600 ', 'x-rate-limit-remaining': '3', 'x-rate-limit-reset': reset },
      now,
    );
  for (const reset of [s(30), ` ${s(30)}`, `${s(30)}000`, '30', `${s(30)}, ${s(5)}`]) {
    expect(limit(reset)).toMatchObject({ limit: 600, remaining: 3, resetAt: now + 30_000 });
    expect(inOurTime(limit(reset), now, now - 90_000)?.resetAt).toBe(now - 60_000);
  }
  for (const reset of ['', 'NaN', '-1', '9'.repeat(400)]) expect(limit(reset)).toBeNull();
  const atOnce = { 'x-rate-limit-limit': '0', 'x-rate-limit-remaining': '0' };
  expect(isConcurrency(rateLimitOf('/api/v1/users', atOnce, now))).toBe(true);
});
