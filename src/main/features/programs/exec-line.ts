import { wordsOf } from '../../base/words-of.ts';

/** What `keyturn exec` was asked to do. */
export interface ExecLine {
  /** The token's name at its door. */
  readonly alias: string;
  /** Whether the program needs the value itself. */
  readonly value: boolean;
  readonly command: string;
  readonly args: readonly string[];
  /** A path of the org, whose address is the last argument. */
  readonly path?: string;
}

const usage = 'keyturn exec [--value] NAME -- COMMAND [ARGUMENT...]';

/** Names of tokens at their doors, as the contract has them. */
const aliasShape = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

/**
 * Reads `exec [--value] NAME -- COMMAND ...` behind the program, its app folder and the app's own switches. Null when the
 * command line asks for something else; a sentence when it is `exec` and cannot be understood. Pure.
 */
export function readExecLine(argv: readonly string[]): ExecLine | string | null {
  const words = [...wordsOf(argv).rest];
  if (words.shift() !== 'exec') return null;
  let value = false;
  while (words[0]?.startsWith('--') === true && words[0] !== '--') {
    const flag = words.shift();
    if (flag !== '--value') return `${flag} is no flag of exec. Write: ${usage}`;
    value = true;
  }
  const alias = words.shift() ?? '';
  if (!aliasShape.test(alias)) {
    return `${alias === '' || alias === '--' ? 'The name of a token is missing' : `"${alias}" is not the name of a token`}; Keyturn shows it under Programs, as the last part of the address. Write: ${usage}`;
  }
  const dashes = words.shift();
  if (dashes !== undefined && dashes !== '--') {
    return `Two dashes are missing before the command ${dashes}. Without them its flags would be taken for Keyturn's own. Write: ${usage}`;
  }
  const [command, ...args] = words;
  if (command === undefined || command === '') return `The command to run is missing. Write: ${usage}`;
  return { alias, value, command, args };
}
