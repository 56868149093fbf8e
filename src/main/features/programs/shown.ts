import { words } from './words.ts';

/**
 * What changes how a text looks without standing in it, or can be taken for a space: controls and newlines, formats (bidi marks, zero widths,
 * soft hyphens), separators other than the space, and characters no font has.
 */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Marks piled on one letter reach over the lines around it; two are written in living scripts. */
const piled = /(\p{M}{2})\p{M}+/gu;

/**
 * Returns a text of another program's as a dialog may show it: what is not to be seen stands there by its number, as `\u{202e}`, a long run of
 * spaces by its length, and it ends after `most` characters, the last of which says that more follows. Pure.
 */
export function shownText(text: string, most: number): string {
  // Cut first: a text may be as long as a program likes, and becomes no longer than six times this.
  const plain = text
    .slice(0, most + 1)
    .replace(unseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(piled, '$1…')
    .replace(/ {3,}/g, (run) => words.shown.spaces(run.length));
  if (plain.length <= most && text.length <= most) return plain;
  // Half of a character is none.
  return `${plain.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
