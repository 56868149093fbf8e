import { dayMs, hourMs } from '../day-use.ts';
import { calls, type Rule } from './rule.ts';

export const afterRetirement: Rule = {
  id: 'after-retirement',
  name: 'Use after it was thought retired',
  explains: 'Somebody still uses a token that was said to be retired.',
  learns: false,
  judge: (day, _habit, { retiredAt }) => {
    if (retiredAt === null || day.last <= retiredAt) return [];
    // Whole hours are known; of the hour of the retirement at least the last event came after it.
    const n = day.hours.reduce(
      (sum, calls, hour) => (day.day * dayMs + hour * hourMs >= retiredAt ? sum + calls : sum),
      0,
    );
    return [
      {
        key: 'use',
        at: day.last,
        sentences: [
          `${calls(Math.max(1, n))} after ${iso(retiredAt)}, the last at ${iso(day.last)}.`,
          `By ${[...day.programs.keys()].slice(0, 3).join(', ')} from ${[...day.addresses.keys()].slice(0, 3).join(', ')}.`,
        ],
      },
    ];
  },
};

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
