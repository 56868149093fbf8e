import type { Command } from 'commander';
import { examplesOf } from '../../src/main/terminal/examples.ts';
import { exitCodes } from '../../src/main/terminal/exit-codes.ts';
import { commandsOf } from '../../src/main/terminal/line.ts';

/** Returns the text of docs/command-line.md, made from the commands themselves. */
export function commandLinePage(): string {
  const program = commandsOf('', () => undefined);
  const help = (command: Command): string => command.helpInformation().trim();
  const section = (command: Command): string =>
    `## keyturn ${command.name()}\n\n\`\`\`\n${help(command)}\n${examplesOf(command.name())}\n\`\`\`\n`;
  const commands = program.createHelp().visibleCommands(program);
  return [
    '# The command line',
    '',
    '`npm run docs` writes this page from `src/main/terminal/line.ts`. [programs.md](programs.md) says how `exec` works, and how `keyturn` gets',
    'onto PATH.',
    '',
    'A command holds no token and opens no vault. It asks the running Keyturn through the socket in its folder. First each side',
    'proves to the other that it knows the key in that folder. If Keyturn is locked, a command waits for the unlock, for two minutes at most. If',
    'Keyturn does not run, the command says so; in a terminal it asks whether to start it. While Keyturn is unlocked, every program of the same account',
    'can do what these commands do. They show names, owners and results, and never a value (`unit/commands/commands`, `unit/programs/exec-relay`).',
    '`keyturn --demo ls`, and every other command after `--demo`, asks the running demo instead (`e2e/demo`).',
    '',
    '```',
    help(program),
    '```',
    '',
    ...commands.filter((command) => command.name() !== 'help').map(section),
    '## Exit codes',
    '',
    '| Code | |',
    '|---|---|',
    ...exitCodes().map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    '## Completion',
    '',
    '    eval "$(keyturn completion bash)"        # in ~/.bashrc; the same with zsh',
    '    keyturn completion fish | source         # in ~/.config/fish/config.fish',
    '    keyturn completion powershell | Out-String | Invoke-Expression',
    '',
  ].join('\n');
}
