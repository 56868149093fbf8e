/** The locale of Intl for numbers, plurals, lists and the order of names (BCP 47). */
export const locale: string = 'en';

/** The locale of Intl for dates and times. The English of Keyturn puts the day before the month. */
export const dateLocale: string = 'en-GB';
