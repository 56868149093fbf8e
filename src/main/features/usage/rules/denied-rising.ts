import { calls, type Rule } from './rule.ts';

const least = 10;
const times = 3;

export const deniedRising: Rule = {
  id: 'denied-rising',
  name: 'Denied calls are rising',
  explains: `More than ${times} times the refused or failed calls of its worst day in the 30 days before, and at least ${least}.`,
  learns: true,
  judge: (day, habit) => {
    const worst = Math.max(0, ...habit.days.map(({ denied }) => denied));
    if (day.denied < least || day.denied <= times * worst) return [];
    return [
      {
        key: 'denied',
        at: day.last,
        sentences: [
          `${day.denied} of ${calls(day.total)} were refused or failed.`,
          `Its worst day in the 30 days before had ${worst}.`,
        ],
      },
    ];
  },
};
