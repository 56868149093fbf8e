import { clip } from '../../shared/clip.ts';
import { oneLine } from './one-line.ts';

/**
 * The most characters of one line, and the most lines, that a dialog of the system shows. A longer dialog would leave the screen, with its
 * buttons.
 */
const mostOfLine = 2_500;
const mostLines = 60;

/**
 * Returns what a dialog of the system may show of a text that Keyturn put together. No part of it can turn the direction of the text or move
 * a cursor, and it cannot outgrow the screen. A foreign text inside of it must have gone through `shownText`, which also takes its line ends.
 * Pure.
 */
export function dialogText(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, mostLines).map((line) => {
    const plain = oneLine(line);
    return clip(plain, mostOfLine);
  });
  return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
}
