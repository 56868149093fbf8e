/**
 * A text of somebody else's as part of one line: line ends and control characters are blanks, and marks that turn the direction of writing
 * are left out, so that it can neither begin a line of its own nor change how the words around it are read.
 */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .trim();
