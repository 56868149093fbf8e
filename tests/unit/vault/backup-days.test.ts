import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysToDrop, isDay } from '../../../src/main/vault/backup-days.ts';
import { isoDay } from '../../../src/shared/iso-day.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** The backups that are there after one was made on each of `made`, in this order. */
function leftAfter(made: readonly string[]): string[] {
  let there: string[] = [];
  for (const today of made) {
    there = [...new Set([...there, today])];
    const drop = daysToDrop(there, today);
    there = there.filter((one) => !drop.includes(one));
  }
  return there.sort();
}

describe('which daily backups are kept', () => {
  it('keeps seven days and the newest of four weeks when there is one backup a day', () => {
    // 2026-03-01 is a Sunday: the seven days are one week, and three Sundays go before it.
    expect(leftAfter(Array.from({ length: 60 }, (_, n) => day(n)))).toEqual([
      '2026-02-08',
      '2026-02-15',
      '2026-02-22',
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  it('the one just made and the newest seven are kept, and never more than twelve', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 80 }), (days) => {
        const made = days.map(day);
        const there = leftAfter(made);
        expect(there).toContain(made.at(-1));
        expect(there.length).toBeLessThanOrEqual(12);
        // The newest seven of all that there ever was are there.
        for (const newest of [...new Set(made)].sort().slice(-7)) expect(there).toContain(newest);
      }),
    );
  });

  it('keeps the only backup', () => {
    expect(daysToDrop([day(3)], day(3))).toEqual([]);
  });
});

it('counts a day by the calendar of the person', () => {
  const lateEvening = new Date(2026, 10, 27, 23, 59).getTime();
  expect(isoDay(lateEvening)).toBe('2026-11-27');
  for (const no of ['../2026-11-27', '2026-11-27/..', '', '2026-1-1', '2026-11-27\n'])
    expect(isDay(no)).toBe(false);
});
