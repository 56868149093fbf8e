import { betweenFacts, betweenSentences, fullStop, locale } from './locale.ts';

// Each is made on first use, because they take milliseconds that the start of main need not wait.
let list: Intl.ListFormat | undefined;
let choice: Intl.ListFormat | undefined;
let collator: Intl.Collator | undefined;
const isThere = (part: string): boolean => part !== '';

/** Compares two names by the order of the chosen language, for `sort`. */
export function byName(a: string, b: string): number {
  collator ??= new Intl.Collator(locale);
  return collator.compare(a, b);
}

/** Returns names as one phrase, for example "A, B and C". */
export function listed(names: readonly string[]): string {
  list ??= new Intl.ListFormat(locale, { type: 'conjunction' });
  return list.format(names);
}

/** Returns alternatives as one phrase, for example "A, B or C". */
export function anyOf(names: readonly string[]): string {
  choice ??= new Intl.ListFormat(locale, { type: 'disjunction' });
  return choice.format(names);
}

/** Returns facts in a series without "and", for example "Production, Identity Engine". Leaves out empty ones. */
export const series = (facts: readonly string[]): string => facts.filter(isThere).join(betweenFacts);

/** Returns sentences as one text. Leaves out empty ones. */
export const sentences = (all: readonly string[]): string => all.filter(isThere).join(betweenSentences);

/** Returns a word or a phrase with a full stop, such as "Rate limited." before the sentence that explains it. */
export const asSentence = (phrase: string): string => `${phrase}${fullStop}`;
