import { calls, firstNames, type Rule } from './rule.ts';

export const newAgent: Rule = {
  id: 'new-agent',
  name: 'A new user agent',
  explains: 'A program called that was not seen in the 30 days before. Versions do not count.',
  learns: true,
  judge: (day, habit) =>
    firstNames(
      day.programs,
      habit.days.map(({ programs }) => programs),
    ).map(([program, n]) => ({
      key: program,
      at: day.last,
      sentences: [
        `${calls(n)} by ${program}.`,
        `In the 30 days before it was used by ${[...new Set(habit.days.flatMap(({ programs }) => [...programs.keys()]))].slice(0, 5).join(', ')}.`,
      ],
    })),
};
