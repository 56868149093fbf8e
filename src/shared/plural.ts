import { locale } from './locale.ts';

const rules = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** Returns the form of a noun or verb that goes with a number: `one` for 1, `other` for every other number. */
export const formFor = (count: number, one: string, other: string): string =>
  rules.select(count) === 'one' ? one : other;

/** Returns a number as people write it, for example "1,234". */
export const number = (count: number): string => numbers.format(count);

/** Returns the number and its noun, for example "1 call" and "2 calls". */
export const plural = (count: number, one: string, other: string): string =>
  `${number(count)} ${formFor(count, one, other)}`;
