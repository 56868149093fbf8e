import { dayMs, hourMs } from '../day-use.ts';
import { words } from '../words.ts';
import type { Rule } from './rule.ts';

/** The fewest calls in an hour that can be a burst, even for a quiet token. */
const least = 30;
const times = 3;

export const burst: Rule = {
  id: 'burst',
  name: words.burst.name,
  explains: words.burst.explains(times, least),
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
        sentences: [words.burst.found(n, hour), words.burst.habit(most)],
      },
    ];
  },
};
