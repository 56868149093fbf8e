/** The first words of a command line that ask for a command and not for the app's window. docs/command-line.md says what each does. */
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
