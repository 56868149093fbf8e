import { outsideRange as eventType } from '../log-event.ts';
import { words } from '../words.ts';
import type { Rule } from './rule.ts';

export const outsideRange: Rule = {
  id: 'outside-range',
  name: words.outside.name,
  explains: words.outside.explains(eventType),
  learns: false,
  judge: (day) => {
    const n = day.types.get(eventType) ?? 0;
    if (n === 0) return [];
    return [
      {
        key: 'range',
        at: day.last,
        sentences: [words.outside.found(n), words.outside.addresses([...day.addresses.keys()].slice(0, 5))],
      },
    ];
  },
};
