/** The locale of Intl for numbers, plurals, lists and the order of names (BCP 47). */
export const locale: string = 'ja';

/** The locale of Intl for dates and times. */
export const dateLocale: string = 'ja';
