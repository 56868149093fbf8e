import { wordsOf } from '../../base/words-of.ts';
import { words } from './words.ts';

/** A command line of `keyturn exec`. */
export interface ExecLine {
  /** The token's name at its door. */
  readonly alias: string;
  /** Whether the program needs the value itself. */
  readonly value: boolean;
  readonly command: string;
  readonly args: readonly string[];
  /** A path of the org. Its address is added as the last argument. */
  readonly path?: string;
}

/** Names of tokens at their doors, as the contract has them. */
const aliasShape = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

/**
 * Reads `exec [--value] NAME -- COMMAND ...` behind the program, its app folder and the app's own switches. Returns null for another
 * command, and a sentence for an `exec` that cannot be understood. Pure.
 */
export function readExecLine(argv: readonly string[]): ExecLine | string | null {
  const rest = [...wordsOf(argv).rest];
  if (rest.shift() !== 'exec') return null;
  let value = false;
  while (rest[0]?.startsWith('--') === true && rest[0] !== '--') {
    const flag = rest.shift();
    if (flag !== '--value') return words.execLine.noFlag(String(flag));
    value = true;
  }
  const alias = rest.shift() ?? '';
  if (!aliasShape.test(alias)) {
    return alias === '' || alias === '--' ? words.execLine.nameMissing : words.execLine.notAName(alias);
  }
  const dashes = rest.shift();
  if (dashes !== undefined && dashes !== '--') {
    return words.execLine.dashesMissing(dashes);
  }
  const [command, ...args] = rest;
  if (command === undefined || command === '') return words.execLine.commandMissing;
  return { alias, value, command, args };
}
