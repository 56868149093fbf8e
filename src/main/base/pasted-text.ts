/** A pasted text as a person sees it. */
export interface PastedText {
  readonly text: string;
  /** Whether invisible characters were removed. */
  readonly hadInvisible: boolean;
  /** Whether full-width letters (U+FF01 to U+FF5E) became plain ones. */
  readonly hadFullWidth: boolean;
}

/** What a terminal puts around copied text: colours and the marks of a bracketed paste (ECMA-48, control sequences). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const terminalCodes = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g;
/**
 * Characters without a look of their own: marks of direction, joiners, soft hyphens, variation selectors, fillers, byte order marks,
 * control characters (Unicode Character Database: Default_Ignorable_Code_Point, and the categories Cf and Cc).
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\t\n\r\v\f\u0085])\p{Cc}/gu;
const lineEnds = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
/** Every kind of space, also the no-break ones and the empty braille pattern. */
const spaces = /[\p{Zs}\t\u2800]/gu;

/**
 * The signs inside a class of a pattern that people and editors write for a hyphen: dashes, minus signs, and the long mark of Japanese
 * keyboards (Unicode Character Database: Dash). A pattern with them needs the flag `u` or `v`.
 */
export const dashes = '\\p{Dash}\\u02d7\\u2043\\u2500\\u2796\\u30fc\\uff70';

/**
 * Returns `raw` without invisible characters. Each kind of space becomes a plain one, each kind of line end a `\n`, and each full-width
 * letter the plain one (Unicode Standard, Halfwidth and Fullwidth Forms). Never throws.
 */
export function pastedText(raw: string): PastedText {
  const seen = raw.replace(terminalCodes, '').replace(invisible, '');
  const plain = seen.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xff01 + 0x21),
  );
  return {
    text: plain.replace(lineEnds, '\n').replace(spaces, ' '),
    hadInvisible: seen !== raw || /[\u00a0\u202f\u2007\u2800]/.test(seen),
    hadFullWidth: plain !== seen,
  };
}
