import { outsideRange as eventType } from '../log-event.ts';
import { calls, type Rule } from './rule.ts';

export const outsideRange: Rule = {
  id: 'outside-range',
  name: 'Tried from outside its allowed range',
  explains: `Okta refused a call because of where it came from (${eventType}).`,
  learns: false,
  judge: (day) => {
    const n = day.types.get(eventType) ?? 0;
    if (n === 0) return [];
    return [
      {
        key: 'range',
        at: day.last,
        sentences: [
          `${calls(n)} refused that day because of the network restriction.`,
          `That day calls came from ${[...day.addresses.keys()].slice(0, 5).join(', ')}.`,
        ],
      },
    ];
  },
};
