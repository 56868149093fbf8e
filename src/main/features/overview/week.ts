import type { Overview, Work } from '../../../shared/contract/overview.ts';

/** The calendar days that seven days from now can touch. */
const daysShown = 8;

/**
 * Returns how much of the work waits already at `now`, and how much is due on each calendar day from today on, in the computer's time zone.
 * Pure.
 */
export function weekOf(work: readonly Work[], now: number): Pick<Overview['work'], 'waiting' | 'days'> {
  // `setHours` counts in local time, so each day begins at midnight also when the clock changes.
  const begins = Array.from({ length: daysShown + 1 }, (_, n) => new Date(now).setHours(24 * n, 0, 0, 0));
  const due = work.flatMap(({ at }) => (at === null || at <= now ? [] : [at]));
  return {
    waiting: work.length - due.length,
    days: begins.slice(0, daysShown).map((at, n) => ({
      at,
      count: due.filter((one) => one >= at && one < (begins[n + 1] ?? 0)).length,
    })),
  };
}
