import type { Command } from 'commander';
import { ends } from '../../src/main/base/ends.ts';
import { commandsOf } from '../../src/main/terminal/line.ts';

const meanings: Readonly<Record<keyof typeof ends, string>> = {
  done: 'It was done; `test`: Okta accepts the token',
  notWorking: '`test`: Okta does not accept the token, or could not be asked',
  holdsToken: '`guard`: the commit holds a token',
  usage: 'The command line is not understood',
  noToken: 'No token, or more than one, has this name',
  unavailable: 'Keyturn does not run',
  internal: 'Something went wrong inside Keyturn; its log says more',
  locked: 'Keyturn stayed locked for two minutes, or the test was cancelled there',
  notInstalled: '`guard --install`: another hook is there, or it could not be written',
  gitFailed: '`guard`: Git did not say what is staged',
  denied: 'It was refused: by a person, or by the rules of the token',
  cannotRun: '`exec`, `curl`: the program cannot be run',
  notFound: '`exec`, `curl`: the program is not there',
};

/** Returns the text of docs/command-line.md, made from the commands themselves. */
export function commandLinePage(): string {
  const program = commandsOf('', () => undefined);
  const help = (command: Command): string => command.helpInformation().trim();
  const section = (command: Command): string =>
    `## keyturn ${command.name()}\n\n\`\`\`\n${help(command)}\n\`\`\`\n`;
  const commands = program.createHelp().visibleCommands(program);
  return [
    '# The command line',
    '',
    '`npm run docs` writes this page from `src/main/terminal/line.ts`. [programs.md](programs.md) says how `exec` works, and how `keyturn` comes',
    'on PATH.',
    '',
    'A command holds no token and opens no vault. It asks the Keyturn that is running, by the socket in the folder of the person, after each side',
    'proved to the other that it knows the key that is kept there. While Keyturn is locked a command waits for the unlock, for two minutes at most. When Keyturn does not run, it',
    'says so; at a terminal it asks whether to start it. Every program of the same account can do what these commands do while Keyturn is',
    'unlocked. They show names, owners and results, and never a value (`unit/commands/commands`, `unit/programs/exec-relay`).',
    '',
    '```',
    help(program),
    '```',
    '',
    ...commands.filter((command) => command.name() !== 'help').map(section),
    '## How it ends',
    '',
    '| Status | |',
    '|---|---|',
    ...(Object.keys(ends) as (keyof typeof ends)[]).map((name) => `| ${ends[name]} | ${meanings[name]} |`),
    '| other | `exec` and `curl` end as the program did; 128 and the number of the signal that ended it |',
    '',
    '## Completion',
    '',
    '    eval "$(keyturn completion bash)"        # in ~/.bashrc; the same with zsh',
    '    keyturn completion fish | source         # in ~/.config/fish/config.fish',
    '    keyturn completion powershell | Out-String | Invoke-Expression',
    '',
  ].join('\n');
}
