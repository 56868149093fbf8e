import { commandNames } from './command-names.ts';

/** A command line, cut at the first word that is not the app's own. */
export interface Words {
  /** The app's switches and Chromium's: all that begin with a hyphen before any other word. */
  readonly switches: readonly string[];
  /** Whatever follows: for the app nothing, or a command and what is the command's own. */
  readonly rest: readonly string[];
}

/**
 * Cuts `argv` behind the program, the app's folder (the first bare word where the app is not packaged; switches of Electron's may stand before
 * it) and the switches. Nothing behind them is the app's: what follows `exec`, a word or `--` may be another program's own switch of the same
 * name. Pure.
 */
export function wordsOf(argv: readonly string[]): Words {
  const words = argv.slice(1);
  const firstEnd = (): number => words.findIndex((word) => word === '--' || !word.startsWith('-'));
  const folder = firstEnd();
  const first = words[folder];
  if (first !== undefined && first !== '--' && !commandNames.has(first)) words.splice(folder, 1);
  const end = firstEnd();
  return end < 0 ? { switches: words, rest: [] } : { switches: words.slice(0, end), rest: words.slice(end) };
}

/** The switches that ask for a text instead of the window. */
const asking: ReadonlySet<string> = new Set(['--help', '-h', '--version']);

/** Returns a command and its words, behind whatever is the app's own; null when the window is asked for. Pure. */
export function commandWords(argv: readonly string[]): readonly string[] | null {
  const { switches, rest } = wordsOf(argv);
  if (rest[0] !== undefined && commandNames.has(rest[0])) return rest;
  const last = switches.at(-1);
  return rest.length === 0 && last !== undefined && asking.has(last) ? [last] : null;
}
