import { words } from '../words.ts';
import { firstNames, type Rule } from './rule.ts';

export const firstNetwork: Rule = {
  id: 'first-network',
  name: words.network.name,
  explains: words.network.explains,
  learns: true,
  judge: (day, habit) =>
    firstNames(
      day.networks,
      habit.days.map(({ networks }) => networks),
    ).map(([network, n]) => ({
      key: network,
      at: day.last,
      sentences: [
        words.network.found(n, network),
        words.network.habit(
          [...new Set(habit.days.flatMap(({ networks }) => [...networks.keys()]))].slice(0, 5),
        ),
      ],
    })),
};
