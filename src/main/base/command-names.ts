/** The first words of a command line that name a command instead of opening the app's window. docs/command-line.md describes each. */
export const commandNames: ReadonlySet<string> = new Set([
  'exec',
  'curl',
  'ls',
  'test',
  'rotate',
  'status',
  'guard',
  'completion',
  'names',
  'help',
]);

/** The longest name of a token in a command, in characters. A label is shorter. */
export const longestName = 200;
