import { series } from '../../../../shared/listed.ts';
import { hourOfDay } from '../../../../shared/time-words.ts';
import { type DayUse, dayMs, hourMs } from '../day-use.ts';
import { words } from '../words.ts';
import type { Rule } from './rule.ts';

const least = 3;
/** The fewest days of a kind that show its usual hours. */
const leastDays = 8;

export const unusualHours: Rule = {
  id: 'unusual-hours',
  name: words.hours.name,
  explains: words.hours.explains(least),
  learns: true,
  judge: (day, habit) => {
    const workdays = habit.days.filter((past) => !isWeekend(past));
    const weekendUse = habit.days.length - workdays.length;
    if (isWeekend(day) && weekendUse === 0) {
      if (workdays.length < leastDays || day.total < least) return [];
      return [
        {
          key: 'weekend',
          at: day.last,
          sentences: [
            words.hours.weekend(day.total, new Date(day.day * dayMs).getUTCDay() === 0),
            words.hours.workdays(workdays.length),
          ],
        },
      ];
    }
    if (habit.days.length < leastDays) return [];
    const used = usualHours(habit.days);
    const odd = day.hours.flatMap((n, hour) => (n > 0 && !used.has(hour) ? [{ hour, n }] : []));
    const n = odd.reduce((sum, one) => sum + one.n, 0);
    const [first] = odd;
    if (first === undefined || n < least) return [];
    return [
      {
        key: 'hours',
        at: day.day * dayMs + first.hour * hourMs,
        sentences: [
          words.hours.found(n, odd.map(({ hour }) => hourOfDay(hour)).slice(0, 6)),
          words.hours.habit(spans(used)),
        ],
      },
    ];
  },
};

const isWeekend = ({ day }: DayUse): boolean => [0, 6].includes(new Date(day * dayMs).getUTCDay());

/** Returns every hour with use and one hour on each side, because clocks change and jobs run late. */
function usualHours(days: readonly DayUse[]): Set<number> {
  const used = new Set<number>();
  for (const { hours } of days) {
    hours.forEach((n, hour) => {
      if (n > 0) for (const near of [hour + 23, hour, hour + 1]) used.add(near % 24);
    });
  }
  return used;
}

/** Returns hours as text, such as "06:00 to 19:00, 22:00 to 24:00". */
function spans(hours: ReadonlySet<number>): string {
  const parts: string[] = [];
  for (let from = 0; from < 24; from++) {
    if (!hours.has(from)) continue;
    let to = from;
    while (hours.has(to)) to++;
    parts.push(words.hours.span(from, to));
    from = to;
  }
  return series(parts);
}
