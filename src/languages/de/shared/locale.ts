/** The locale of Intl for numbers, plurals, lists and the order of names (BCP 47). */
export const locale: string = 'de';

/** The locale of Intl for dates and times. */
export const dateLocale: string = 'de';

/** What is between two facts of a series. */
export const betweenFacts: string = ', ';

/** What is between two sentences. */
export const betweenSentences: string = ' ';

/** What ends a sentence. */
export const fullStop: string = '.';

/** Whether a word loses its capital letter inside a sentence. */
export const lowersHeadings: boolean = false;
