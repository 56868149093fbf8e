import { words } from '../words.ts';
import type { Rule } from './rule.ts';

const least = 10;
const times = 3;

export const deniedRising: Rule = {
  id: 'denied-rising',
  name: words.denied.name,
  explains: words.denied.explains(times, least),
  learns: true,
  judge: (day, habit) => {
    const worst = Math.max(0, ...habit.days.map(({ denied }) => denied));
    if (day.denied < least || day.denied <= times * worst) return [];
    return [
      {
        key: 'denied',
        at: day.last,
        sentences: [words.denied.found(day.denied, day.total), words.denied.habit(worst)],
      },
    ];
  },
};
