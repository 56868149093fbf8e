/**
 * Returns a text of at most `most` characters: what is longer ends with an ellipsis. The contract bounds every text, and a sentence with
 * an org's own words in it has no bound of its own. Half of a surrogate pair is none.
 */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
