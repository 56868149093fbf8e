/** The longest part, in characters. A file name has at most 255 bytes on most systems, and a character at most four. */
const longest = 40;

/**
 * Returns a name as the middle of a file name that every system takes: its letters and digits of any script, with single hyphens between
 * them. Returns an empty text for a name without any. Pure.
 */
export const inFileName = (name: string): string =>
  [...name.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}._]+/gu, '-')]
    .slice(0, longest)
    .join('')
    .replace(/^[-._]+|[-._]+$/g, '');
