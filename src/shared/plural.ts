import { locale } from './locale.ts';

let made: { readonly rules: Intl.PluralRules; readonly numbers: Intl.NumberFormat } | undefined;

/** Returns what knows this language's numbers. It is made on first use, because it takes milliseconds that many commands need not wait. */
function intl(): NonNullable<typeof made> {
  made ??= { rules: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
  return made;
}

/** Returns the form of a noun or verb that goes with a number: `one` for 1, `other` for every other number. */
export const formFor = (count: number, one: string, other: string): string =>
  intl().rules.select(count) === 'one' ? one : other;

/** Returns a number as people write it, for example "1,234". */
export const number = (count: number): string => intl().numbers.format(count);

/** Returns the number and its noun, for example "1 call" and "2 calls". */
export const plural = (count: number, one: string, other: string): string =>
  `${number(count)} ${formFor(count, one, other)}`;
