import { Argument, Command, CommanderError, Option } from 'commander';
import { ends } from '../base/ends.ts';
import type { CommandRequest } from '../features/commands/requests.ts';
import { type ExecLine, readExecLine } from '../features/programs/exec-line.ts';

/** What the command line asks for. */
export type Asked =
  /** Run a program that finds Okta through Keyturn. */
  | { readonly kind: 'exec'; readonly line: ExecLine | string }
  /** Run curl on a path of a token's org. */
  | { readonly kind: 'curl'; readonly name: string; readonly path: string; readonly args: readonly string[] }
  /** Ask the running app. */
  | {
      readonly kind: 'ask';
      readonly request: CommandRequest;
      readonly json: boolean;
      /** Start the app when it does not run. */
      readonly start: boolean;
    }
  /** Print a text and end. */
  | { readonly kind: 'print'; readonly text: string; readonly end: number; readonly isError: boolean };

/** The shells that completion is written for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

const nameArgument = () =>
  new Argument('<name>', 'the name that `keyturn ls` shows for a token, its label, or its id');
const json = () => new Option('--json', 'write the answer as JSON');
const start = () => new Option('--start', 'start Keyturn when it does not run, without asking');

/**
 * Returns the commands of `keyturn`, as commander knows them: from here come what is read, `--help`, completion and docs/command-line.md.
 * `on` is told what was asked for; `version` is the app's.
 */
export function commandsOf(
  version: string,
  on: (
    asked: Exclude<Asked, { kind: 'print' }> | { readonly kind: 'completion'; readonly shell: Shell },
  ) => void,
): Command {
  const program = new Command('keyturn')
    .description('Okta API tokens at the command line. Without a command, keyturn opens its window.')
    .version(version, '--version', 'write the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('Run keyturn help for the commands there are.')
    .addHelpText('after', '\nHow keyturn ends is in docs/command-line.md.');
  const ask = (command: Command, request: (name: string) => CommandRequest) =>
    command
      .addOption(json())
      .addOption(start())
      .action((...given: unknown[]) => {
        const name = typeof given[0] === 'string' ? given[0] : '';
        const options = command.opts<{ json?: boolean; start?: boolean }>();
        on({
          kind: 'ask',
          request: request(name),
          json: options.json === true,
          start: options.start === true,
        });
      });
  ask(
    program.command('ls').description('List the kept tokens, those that need you first. No value is shown.'),
    () => ({ command: 'ls' }),
  );
  ask(
    program
      .command('test')
      .description('Test a token, as the Test button does. Ends with 0 when Okta accepts it.')
      .addArgument(nameArgument()),
    (name) => ({ command: 'test', name }),
  );
  ask(
    program
      .command('rotate')
      .description('Open the window of Keyturn on the rotation of a token.')
      .addArgument(nameArgument()),
    (name) => ({ command: 'rotate', name }),
  );
  ask(
    program
      .command('status')
      .description('Say whether Keyturn runs, whether it is locked, and what needs you.'),
    () => ({ command: 'status' }),
  );
  program
    .command('names', { hidden: true })
    .description('List the names of the kept tokens, for completion.')
    .action(() => on({ kind: 'ask', request: { command: 'names' }, json: false, start: false }));
  program
    .command('curl')
    .usage('<name> <path> [-- arguments of curl...]')
    .description(
      'Call a path of the Okta API with curl, which finds Okta through Keyturn and never has the token.',
    )
    .addArgument(new Argument('<name>', 'the name of a token, as its address under Use has it'))
    .addArgument(new Argument('<path>', 'a path of the org, for example /api/v1/users'))
    .addArgument(new Argument('[arguments...]', 'further arguments of curl, behind --'))
    .action((name: string, path: string, args: readonly string[]) => on({ kind: 'curl', name, path, args }));
  program
    .command('exec')
    .usage('[--value] <name> -- <program> [arguments...]')
    .description('Run a program that finds Okta through Keyturn. Two dashes stand before the program.')
    .addOption(new Option('--value', 'give the program the token itself, where its rules allow that'))
    .addArgument(new Argument('<name>', 'the name of a token, as its address under Use has it'))
    .addArgument(new Argument('<program...>', 'the program and its arguments, behind --'));
  program
    .command('completion')
    .description('Write a script that completes commands and names in a shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices([...shells]))
    .action((shell: Shell) => on({ kind: 'completion', shell }));
  return program;
}

/** Reads the words behind the app's own switches. `completion` makes the script of a shell from the commands. Pure. */
export function readCommand(
  argv: readonly string[],
  rest: readonly string[],
  version: string,
  completion: (program: Command, shell: Shell) => string,
): Asked {
  // What stands behind exec is another program's: its own reader holds that nothing of it is taken for Keyturn's.
  if (rest[0] === 'exec' && rest[1] !== '--help' && rest[1] !== '-h') {
    return { kind: 'exec', line: readExecLine(argv) ?? '' };
  }
  let asked: Asked | null = null;
  let text = '';
  const program = commandsOf(version, (one) => {
    asked =
      one.kind === 'completion'
        ? { kind: 'print', text: completion(program, one.shell), end: ends.done, isError: false }
        : one;
  });
  const write = (words: string): void => {
    text += words;
  };
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeOut: write, writeErr: write, outputError: write });
  }
  try {
    program.parse([...rest], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const isError = error.exitCode !== 0;
    return { kind: 'print', text, end: isError ? ends.usage : ends.done, isError };
  }
  return asked ?? { kind: 'print', text: program.helpInformation(), end: ends.usage, isError: true };
}
