import { Argument, Command, CommanderError, Option } from 'commander';
import { ends } from '../base/ends.ts';
import { meantWord } from '../base/meant-word.ts';
import type { CommandRequest } from '../features/commands/requests.ts';
import { type ExecLine, longDashIn, readExecLine } from '../features/programs/exec-line.ts';
import { examplesOf } from './examples.ts';
import { exitCodesOf } from './exit-codes.ts';
import { words } from './words.ts';

type WithoutName<One> = One extends { readonly name: string }
  ? Omit<One, 'name'> & { readonly name: string | null }
  : One;

/** A request whose name is null when the folder's profile provides it. */
export type Unnamed = WithoutName<CommandRequest>;

/** The request on the command line. */
export type Asked =
  /** Run a program that finds Okta through Keyturn. */
  | { readonly kind: 'exec'; readonly line: ExecLine | string }
  /** Run curl on a path of an org. */
  | {
      readonly kind: 'curl';
      readonly name: string | null;
      /** Whether to use the app for the job of the named token. */
      readonly app: boolean;
      readonly path: string;
      readonly args: readonly string[];
    }
  /** Ask the running app. */
  | {
      readonly kind: 'ask';
      readonly request: Unnamed;
      readonly json: boolean;
      /** Start the app when it does not run. */
      readonly start: boolean;
    }
  /** Search the files staged for a commit, or install the hook that does. */
  | { readonly kind: 'guard'; readonly install: boolean }
  /** Print a text and exit. */
  | { readonly kind: 'print'; readonly text: string; readonly end: number; readonly isError: boolean };

/** The shells with a completion script. */
const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

const nameArgument = () => new Argument('[name]', words.line.name);
const json = () => new Option('--json', words.line.json);
const start = () => new Option('--start', words.line.start);

/**
 * Returns the commands of `keyturn` as commander commands. They define parsing, `--help`, completion and docs/command-line.md. Calls `on`
 * with the request; `version` is the app's.
 */
export function commandsOf(
  version: string,
  on: (
    asked: Exclude<Asked, { kind: 'print' }> | { readonly kind: 'completion'; readonly shell: Shell },
  ) => void,
): Command {
  const program = new Command('keyturn')
    .description(words.line.keyturn)
    .version(version, '--version', words.line.version)
    .helpOption(words.line.helpFlags, words.line.help)
    .helpCommand(words.line.helpCommand, words.line.helpOfCommand)
    .showHelpAfterError(words.line.afterError)
    // The first column of the list of commands is wide. By its default of 40, commander would not wrap the second one.
    .configureHelp({ minWidthToWrap: 30 })
    .addHelpText('after', ({ command }) => `\n${exitCodesOf(command)}`);
  const ask = (command: Command, request: (name: string | null) => Unnamed) =>
    command
      .addOption(json())
      .addOption(start())
      .action((...given: unknown[]) => {
        const name = typeof given[0] === 'string' ? given[0] : null;
        const options = command.opts<{ json?: boolean; start?: boolean }>();
        on({
          kind: 'ask',
          request: request(name),
          json: options.json === true,
          start: options.start === true,
        });
      });
  ask(program.command('ls').description(words.line.ls), () => ({ command: 'ls' }));
  const askNamed = (command: 'test' | 'rotate', description: string) =>
    ask(program.command(command).description(description).addArgument(nameArgument()), (name) => ({
      command,
      name,
    }));
  askNamed('test', words.line.test);
  askNamed('rotate', words.line.rotate);
  ask(program.command('status').description(words.line.status), () => ({ command: 'status' }));
  const guard = program
    .command('guard')
    .description(words.line.guard)
    .addOption(new Option('--install', words.line.guardInstall))
    .action(() => on({ kind: 'guard', install: guard.opts<{ install?: boolean }>().install === true }));
  program
    .command('names', { hidden: true })
    .description(words.line.names)
    .action(() => on({ kind: 'ask', request: { command: 'names' }, json: false, start: false }));
  const curl = program
    .command('curl')
    .usage(words.line.curlUsage)
    .showHelpAfterError(words.line.afterCurlError)
    .description(words.line.curl)
    .addOption(new Option('--app', words.line.app))
    .addArgument(new Argument('<name>', words.line.alias))
    .addArgument(new Argument('[path]', words.line.path))
    .addArgument(new Argument('[arguments...]', words.line.curlArguments))
    .action((name: string, path: string | undefined, args: readonly string[]) => {
      const app = curl.opts<{ app?: boolean }>().app === true;
      // A path in place of the name: the folder's profile has the name.
      if (name.startsWith('/') || /^(?:api|oauth2)\/./.test(name)) {
        const own = name.startsWith('/') ? name : `/${name}`;
        on({ kind: 'curl', name: null, app, path: own, args: path === undefined ? [] : [path, ...args] });
      } else on({ kind: 'curl', name, app, path: path ?? '', args });
    });
  program
    .command('exec')
    .usage(words.line.execUsage)
    .description(words.line.exec)
    .addOption(new Option('--app', words.line.app))
    .addOption(new Option('--value', words.line.value))
    .addOption(new Option('--no-masking', words.line.noMasking))
    .addArgument(new Argument('[name]', words.line.alias))
    .addArgument(new Argument('[program...]', words.line.program));
  program
    .command('completion')
    .description(words.line.completion)
    .addArgument(new Argument('<shell>', words.line.shell).choices([...shells]))
    .action((shell: Shell) => on({ kind: 'completion', shell }));
  for (const command of program.commands) command.addHelpText('after', examplesOf(command.name()));
  return program;
}

/** Reads the words after the app's own switches. `completion` makes a shell's script from the commands. Pure. */
export function readCommand(
  argv: readonly string[],
  rest: readonly string[],
  version: string,
  completion: (program: Command, shell: Shell) => string,
): Asked {
  // The words after exec belong to another program. The reader of exec makes sure that Keyturn takes none of these words.
  if (rest[0] === 'exec' && rest[1] !== '--help' && rest[1] !== '-h') {
    return { kind: 'exec', line: readExecLine(argv) ?? '' };
  }
  const ownEnd = rest.indexOf('--');
  const dash = rest
    .slice(0, ownEnd < 0 ? rest.length : ownEnd)
    .map(longDashIn)
    .find((said) => said !== null);
  if (dash !== undefined) return { kind: 'print', text: `${dash}\n`, end: ends.usage, isError: true };
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
    program.parse(withShell(rest), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const isError = error.exitCode !== 0;
    const isName = error.code === 'commander.excessArguments' && (rest[0] === 'test' || rest[0] === 'rotate');
    if (isName) text += `${words.line.nameInQuotes}\n`;
    const meant = isError && !text.includes('Did you mean') ? meantIn(rest, program) : null;
    if (meant !== null) text += `${words.line.meant(meant)}\n`;
    return { kind: 'print', text, end: isError ? ends.usage : ends.done, isError };
  }
  return asked ?? { kind: 'print', text: program.helpInformation(), end: ends.usage, isError: true };
}

/** Returns the words with the name of a shell as people have it: in capital letters, as a path, or as the program of PowerShell. */
function withShell(rest: readonly string[]): string[] {
  const [command, shell, ...more] = rest;
  if (command !== 'completion' || shell === undefined) return [...rest];
  const name = shell
    .toLowerCase()
    .replace(/^.*[\\/]/, '')
    .replace(/\.exe$/, '');
  return [command, name === 'pwsh' ? 'powershell' : name, ...more];
}

/** Returns the command or the option that a person meant by a word that Keyturn does not know, or null. */
function meantIn(rest: readonly string[], program: Command): string | null {
  const [first = ''] = rest;
  const command = program.commands.find((one) => one.name() === first);
  const visible = program.commands.map((one) => one.name()).filter((name) => name !== 'names');
  if (command === undefined && !first.startsWith('-')) return meantWord(first, [...visible, 'help']);
  const flags = ['--help', ...(command ?? program).options.map(({ long }) => long ?? '')];
  const unknown = rest.find((word) => word.startsWith('-') && !flags.includes(word));
  return unknown === undefined ? null : meantWord(unknown, flags);
}
