const rules = new Intl.PluralRules('en');

/** Returns the form of a noun or verb that goes with a number: `one` for 1, `other` for every other number. */
export const formFor = (count: number, one: string, other: string): string =>
  rules.select(count) === 'one' ? one : other;

/** Returns the number and its noun, for example "1 call" and "2 calls". */
export const plural = (count: number, one: string, other: string): string =>
  `${count} ${formFor(count, one, other)}`;
