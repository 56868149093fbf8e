const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Returns names as one phrase, for example "A, B, and C". */
export const listed = (names: readonly string[]): string => list.format(names);
