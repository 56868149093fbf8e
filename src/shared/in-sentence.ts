import { lowersHeadings } from './locale.ts';

/** Returns a word that begins with a capital letter as it stands inside a sentence. German writes its nouns with a capital letter there, too. */
export const inSentence = (word: string): string => (lowersHeadings ? word.toLowerCase() : word);
