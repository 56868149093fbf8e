import type { Command } from 'commander';
import { ends } from '../base/ends.ts';
import { words } from './words.ts';

/** Returns every exit code with its meaning, in the order of base/ends.ts. A code with two meanings is there twice. */
export const exitCodes = (): (readonly [code: string, meaning: string])[] => [
  ...(Object.keys(ends) as (keyof typeof ends)[]).map(
    (name) => [String(ends[name]), words.ends[name]] as const,
  ),
  [words.ends.otherCode, words.ends.other],
];

/** Returns the exit codes as a part of a command's help. */
export function exitCodesOf(command: Command): string {
  const help = command.createHelp();
  help.prepareContext({ helpWidth: command.configureOutput().getOutHelpWidth?.() ?? 80 });
  const rows = exitCodes();
  const width = Math.max(...rows.map(([code]) => code.length));
  const lines = rows.map(([code, meaning]) => help.formatItem(code, width, meaning, help));
  return [words.ends.title, ...lines].join('\n');
}
