import { words } from '../words.ts';
import { firstNames, type Rule } from './rule.ts';

export const newAgent: Rule = {
  id: 'new-agent',
  name: words.agent.name,
  explains: words.agent.explains,
  learns: true,
  judge: (day, habit) =>
    firstNames(
      day.programs,
      habit.days.map(({ programs }) => programs),
    ).map(([program, n]) => ({
      key: program,
      at: day.last,
      sentences: [
        words.agent.found(n, program),
        words.agent.habit(
          [...new Set(habit.days.flatMap(({ programs }) => [...programs.keys()]))].slice(0, 5),
        ),
      ],
    })),
};
