import { series } from '../../../../shared/listed.ts';
import { words } from '../words.ts';
import { firstNames, type Rule } from './rule.ts';

export const firstCountry: Rule = {
  id: 'first-country',
  name: words.country.name,
  explains: words.country.explains,
  learns: true,
  judge: (day, habit) =>
    firstNames(
      day.countries,
      habit.days.map(({ countries }) => countries),
    ).map(([country, n]) => ({
      key: country,
      at: day.last,
      sentences: [
        words.country.found(n, country),
        words.country.habit(habit.calls, list(habit.days.flatMap(({ countries }) => [...countries.keys()]))),
      ],
    })),
};

const list = (names: readonly string[]): string => series([...new Set(names)].slice(0, 5));
