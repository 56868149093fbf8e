const rules = new Intl.PluralRules('en');

/** Returns the number and its noun, for example "1 call" and "2 calls". */
export function plural(count: number, one: string, other: string): string {
  return `${count} ${rules.select(count) === 'one' ? one : other}`;
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Returns names as one phrase, for example "A, B, and C". */
export const listed = (names: readonly string[]): string => list.format(names);
