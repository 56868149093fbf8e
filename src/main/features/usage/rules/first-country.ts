import { calls, firstNames, type Rule } from './rule.ts';

export const firstCountry: Rule = {
  id: 'first-country',
  name: 'First use from a country',
  explains: 'Calls came from a country this token was not used from in the 30 days before.',
  learns: true,
  judge: (day, habit) =>
    firstNames(
      day.countries,
      habit.days.map(({ countries }) => countries),
    ).map(([country, n]) => ({
      key: country,
      at: day.last,
      sentences: [
        `${calls(n)} from ${country}.`,
        `In the 30 days before, all ${habit.calls} calls came from ${list(habit.days.flatMap(({ countries }) => [...countries.keys()]))}.`,
      ],
    })),
};

const list = (names: readonly string[]): string => [...new Set(names)].slice(0, 5).join(', ');
