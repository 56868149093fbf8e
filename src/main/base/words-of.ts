import { commandNames } from './command-names.ts';
import { meantWord } from './meant-word.ts';

/** A command line, split at the first word that is not the app's own. */
export interface Words {
  /** The switches of the app and of Chromium: every word with a hyphen before the first other word. */
  readonly switches: readonly string[];
  /** The rest: empty for the app, or a command and its own words. */
  readonly rest: readonly string[];
}

/**
 * Splits `argv` after the program, the app's folder (the first bare word when the app is not packaged; Electron's switches may come before
 * it) and the switches. Nothing after them belongs to the app: a word after `exec`, another word or `--` may be another program's switch of
 * the same name. `hasFolder` is false for a packaged app, whose program has no folder behind it. Pure.
 */
export function wordsOf(argv: readonly string[], hasFolder = true): Words {
  const words = argv.slice(1);
  const firstEnd = (): number => words.findIndex((word) => word === '--' || !word.startsWith('-'));
  const folder = firstEnd();
  const first = words[folder];
  if (hasFolder && first !== undefined && first !== '--' && !commandNames.has(first)) words.splice(folder, 1);
  const end = firstEnd();
  return end < 0 ? { switches: words, rest: [] } : { switches: words.slice(0, end), rest: words.slice(end) };
}

/** The switches that ask for text instead of the window. */
const asking = ['--help', '-h', '--version'] as const;
/** What people type for these in other programs. Keyturn says what it is called here, and opens no window. */
const otherwise: ReadonlySet<string> = new Set(['-v', '-V', '-?', '-help', '-version', '-H']);

/** A word that a person may have meant as a command, such as `list`. An address or a path is none. */
const likeCommand = /^[A-Za-z][A-Za-z-]*$/;

/**
 * Returns a command and its words, without the app's own; null when the command line asks for the window. A mistyped command counts as one,
 * so that the terminal says what is wrong. Pure.
 */
export function commandWords(argv: readonly string[], hasFolder = true): readonly string[] | null {
  const { switches, rest } = wordsOf(argv, hasFolder);
  if (rest[0] !== undefined && (commandNames.has(rest[0]) || likeCommand.test(rest[0]))) return rest;
  const last = switches.at(-1);
  return rest.length === 0 && last !== undefined && asks(last) ? [last] : null;
}

const asks = (word: string): boolean =>
  asking.some((one) => one === word) || otherwise.has(word) || meantWord(word, asking) !== null;
