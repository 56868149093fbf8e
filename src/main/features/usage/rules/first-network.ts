import { calls, firstNames, type Rule } from './rule.ts';

export const firstNetwork: Rule = {
  id: 'first-network',
  name: 'First use from a network',
  explains:
    'Calls came from a provider (autonomous system) this token was not used from in the 30 days before.',
  learns: true,
  judge: (day, habit) =>
    firstNames(
      day.networks,
      habit.days.map(({ networks }) => networks),
    ).map(([network, n]) => ({
      key: network,
      at: day.last,
      sentences: [
        `${calls(n)} from ${network}.`,
        `In the 30 days before it was used from ${[...new Set(habit.days.flatMap(({ networks }) => [...networks.keys()]))].slice(0, 5).join(', ')}.`,
      ],
    })),
};
