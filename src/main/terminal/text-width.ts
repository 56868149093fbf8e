import { eastAsianWidth } from 'get-east-asian-width';

const signs = new Intl.Segmenter();

/** Returns how many columns of a terminal a text takes. A sign of Chinese, Japanese or Korean and an emoji take two (UAX #11). */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of signs.segment(text)) width += eastAsianWidth(segment.codePointAt(0) ?? 0);
  return width;
}
