/**
 * Returns a text of at most `most` characters. A longer text ends with an ellipsis. The contract limits every text, but a sentence with an
 * org's own words can have any length. Never cuts a surrogate pair in half.
 */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
