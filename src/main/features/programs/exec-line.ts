import { readAlias } from '../../../shared/alias.ts';
import { meantWord } from '../../base/meant-word.ts';
import { wordsOf } from '../../base/words-of.ts';
import { words } from './words.ts';

const flags = ['--app', '--value', '--no-masking', '--help'] as const;

/** A command line of `keyturn exec`. */
export interface ExecLine {
  /** The name of the token or the app in addresses. It is null when the profile of the folder has the name. */
  readonly alias: string | null;
  /** Whether to use the app for the job of the named token. */
  readonly app: boolean;
  /** Whether the program needs the value itself. */
  readonly value: boolean;
  /** Whether Keyturn takes the value out of what the program prints. */
  readonly masked: boolean;
  readonly command: string;
  readonly args: readonly string[];
  /** A path of the org. Keyturn adds its address as the last argument. */
  readonly path?: string;
}

/**
 * Reads `exec [--app] [--value] [--no-masking] [NAME] -- COMMAND ...`, with flags on both sides of the name, behind the program, its app
 * folder and the app's own switches. Returns null when the command line asks for something else. Returns a sentence when it is `exec` but has
 * a mistake. Pure.
 */
export function readExecLine(argv: readonly string[]): ExecLine | string | null {
  const rest = [...wordsOf(argv).rest];
  if (rest.shift() !== 'exec') return null;
  let app = false;
  let value = false;
  let masked = true;
  let alias: string | null = null;
  // The name and the flags come in any order. The first other word must be the two dashes.
  while (rest[0] !== undefined && rest[0] !== '--') {
    const word = rest[0];
    if (word === '--app') app = true;
    else if (word === '--value') value = true;
    else if (word === '--no-masking') masked = false;
    else if (word.startsWith('-')) {
      return wrong(words.execLine.noFlag(word, meantWord(word, flags), word.includes('=')));
    } else if (alias !== null) break;
    else {
      alias = readAlias(word);
      if (alias === null) return wrong(longDashIn(word) ?? notAName(word));
    }
    rest.shift();
  }
  const dashes = rest.shift();
  if (dashes !== undefined && dashes !== '--') {
    return wrong(longDashIn(dashes) ?? words.execLine.noDashes(dashes));
  }
  const [command, ...args] = rest;
  if (command === undefined || command === '') return wrong(words.execLine.noCommand);
  return { alias, app, value, masked, command, args };
}

/** Returns a sentence for a word with a dash that a text editor or a chat made of hyphens. Returns null for any other word. */
export const longDashIn = (word: string): string | null =>
  /^[\u2010-\u2015\u2212]/.test(word) ? words.execLine.longDash(word) : null;

/** Returns the sentence for a text that is not the name of a token. */
export const notAName = (name: string): string => words.execLine.noName(name);

const wrong = (sentence: string): string => `${sentence} ${words.execLine.usage}`;
