import { aliasShape } from '../../../shared/alias.ts';
import { wordsOf } from '../../base/words-of.ts';

/** What `keyturn exec` was asked to do. */
export interface ExecLine {
  /** The token's name in addresses; null where the profile of the folder names it. */
  readonly alias: string | null;
  /** Whether the program needs the value itself. */
  readonly value: boolean;
  /** Whether the value is taken out of what the program prints. */
  readonly masked: boolean;
  readonly command: string;
  readonly args: readonly string[];
  /** A path of the org, whose address is the last argument. */
  readonly path?: string;
}

const usage = 'keyturn exec [--value] [--no-masking] [NAME] -- COMMAND [ARGUMENT...]';

/**
 * Reads `exec [--value] [--no-masking] [NAME] -- COMMAND ...` behind the program, its app folder and the app's own switches. Null when the
 * command line asks for something else; a sentence when it is `exec` and cannot be understood. Pure.
 */
export function readExecLine(argv: readonly string[]): ExecLine | string | null {
  const words = [...wordsOf(argv).rest];
  if (words.shift() !== 'exec') return null;
  let value = false;
  let masked = true;
  while (words[0]?.startsWith('--') === true && words[0] !== '--') {
    const flag = words.shift();
    if (flag === '--value') value = true;
    else if (flag === '--no-masking') masked = false;
    else return `${flag} is no flag of exec. Write: ${usage}`;
  }
  const alias = words[0] === '--' ? null : (words.shift() ?? null);
  if (alias !== null && !aliasShape.test(alias)) {
    return `"${alias}" is not the name of a token. Keyturn shows it under Use, as the last part of the address. Write: ${usage}`;
  }
  const dashes = words.shift();
  if (dashes !== undefined && dashes !== '--') {
    return `Two dashes are missing before the command ${dashes}. Without them its flags would be taken for Keyturn's own. Write: ${usage}`;
  }
  const [command, ...args] = words;
  if (command === undefined || command === '') return `The command to run is missing. Write: ${usage}`;
  return { alias, value, masked, command, args };
}
