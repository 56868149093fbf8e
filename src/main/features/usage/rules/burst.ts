import { dayMs, hourMs } from '../day-use.ts';
import { calls, type Rule } from './rule.ts';

/** No hour with fewer calls is a burst, however quiet the token is otherwise. */
const least = 30;
const times = 3;

export const burst: Rule = {
  id: 'burst',
  name: 'A burst above its own habit',
  explains: `More than ${times} times the calls of its busiest hour in the 30 days before, and at least ${least}.`,
  learns: true,
  judge: (day, habit) => {
    const most = Math.max(0, ...habit.days.map(({ hours }) => Math.max(...hours)));
    const limit = Math.max(least, times * most);
    const hour = day.hours.indexOf(Math.max(...day.hours));
    const n = day.hours[hour] ?? 0;
    if (n < least || n <= limit) return [];
    return [
      {
        key: 'burst',
        at: day.day * dayMs + hour * hourMs,
        sentences: [
          `${calls(n)} between ${hour}:00 and ${hour + 1}:00 UTC.`,
          `Its busiest hour in the 30 days before had ${calls(most)}.`,
        ],
      },
    ];
  },
};
