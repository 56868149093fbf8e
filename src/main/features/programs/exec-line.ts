import { aliasShape } from '../../../shared/alias.ts';
import { wordsOf } from '../../base/words-of.ts';
import { words } from './words.ts';

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
 * Reads `exec [--app] [--value] [--no-masking] [NAME] -- COMMAND ...` behind the program, its app folder and the app's own switches. Returns null
 * when the command line asks for something else. Returns a sentence when it is `exec` but has a mistake. Pure.
 */
export function readExecLine(argv: readonly string[]): ExecLine | string | null {
  const rest = [...wordsOf(argv).rest];
  if (rest.shift() !== 'exec') return null;
  let app = false;
  let value = false;
  let masked = true;
  while (rest[0]?.startsWith('--') === true && rest[0] !== '--') {
    const flag = rest.shift();
    if (flag === '--app') app = true;
    else if (flag === '--value') value = true;
    else if (flag === '--no-masking') masked = false;
    else return wrong(words.execLine.noFlag(flag ?? ''));
  }
  const alias = rest[0] === '--' ? null : (rest.shift() ?? null);
  if (alias !== null && !aliasShape.test(alias)) {
    return wrong(words.execLine.noName(alias));
  }
  const dashes = rest.shift();
  if (dashes !== undefined && dashes !== '--') {
    return wrong(words.execLine.noDashes(dashes));
  }
  const [command, ...args] = rest;
  if (command === undefined || command === '') return wrong(words.execLine.noCommand);
  return { alias, app, value, masked, command, args };
}

const wrong = (sentence: string): string => `${sentence} ${words.execLine.usage}`;
