/** The locale of Intl (BCP 47). */
export const locale: string = 'ja';

/** What is between two facts of a series. */
export const betweenFacts: string = '、';

/** What is between two sentences. */
export const betweenSentences: string = '';

/** What ends a sentence. */
export const fullStop: string = '。';

/** Whether a word loses its capital letter inside a sentence. */
export const lowersHeadings: boolean = false;
