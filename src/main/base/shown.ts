import { cut } from '../../shared/clip.ts';
import { words } from './words.ts';

/**
 * Characters that change how a text looks but are invisible, or that look like a space: controls and newlines, formats (bidi marks, zero
 * widths, soft hyphens), separators other than the space, and characters that no font has.
 */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** More than two marks on one letter. They reach over the lines around them, and living scripts use two at most. */
const piled = /(\p{M}{2})\p{M}+/gu;

/**
 * Returns another program's text for a dialog, in at most `most` characters. It shows an invisible character by its number, as `\u{202e}`,
 * and a long run of spaces by its length. It ends a longer text with an ellipsis. Pure.
 */
export function shownText(text: string, most: number): string {
  // It cuts the text first, because a program can make the text as long as it likes. The rest can grow to six times its length.
  const plain = cut(text, most + 1)
    .replace(unseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(piled, '$1…')
    .replace(/ {3,}/g, (run) => words.shown.spaces(run.length));
  if (plain.length <= most && text.length <= most) return plain;
  return `${cut(plain, most - 1)}…`;
}
