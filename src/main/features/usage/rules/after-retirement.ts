import { dateAndTimeInUtc } from '../../../../shared/time-words.ts';
import { dayMs, hourMs } from '../day-use.ts';
import { words } from '../words.ts';
import type { Rule } from './rule.ts';

export const afterRetirement: Rule = {
  id: 'after-retirement',
  name: words.afterRetirement.name,
  explains: words.afterRetirement.explains,
  learns: false,
  judge: (day, _habit, { retiredAt }) => {
    if (retiredAt === null || day.last <= retiredAt) return [];
    // Only whole hours are known. In the hour of the retirement, at least the last event came after it.
    const n = day.hours.reduce(
      (sum, calls, hour) => (day.day * dayMs + hour * hourMs >= retiredAt ? sum + calls : sum),
      0,
    );
    return [
      {
        key: 'use',
        at: day.last,
        sentences: [
          words.afterRetirement.found(Math.max(1, n), utc(retiredAt), utc(day.last)),
          words.afterRetirement.by(
            [...day.programs.keys()].slice(0, 3),
            [...day.addresses.keys()].slice(0, 3),
          ),
        ],
      },
    ];
  },
};

const utc = (at: number): string => words.afterRetirement.utc(dateAndTimeInUtc(at));
