import { locale } from '../../shared/locale.ts';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** Returns names as one phrase, for example "A, B, and C". */
export const listed = (names: readonly string[]): string => list.format(names);
