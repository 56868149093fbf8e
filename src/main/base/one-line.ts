/**
 * Returns a foreign text as part of one line. Line ends and control characters become blanks, and marks that change the writing direction
 * are removed. The text can then neither start its own line nor change how the words around it are read.
 */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .trim();
