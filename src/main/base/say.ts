import { oneLine } from './one-line.ts';
import { words } from './words.ts';

/**
 * Writes a sentence to stderr as one line of the `keyturn` command. A sentence may quote Okta, Git, a file or the name of a folder, so no
 * part of it can move the cursor of a terminal, begin a line of its own or turn the direction of the line.
 */
export const say = (sentence: string): void => {
  process.stderr.write(`${words.say.said(oneLine(sentence))}\n`);
};
