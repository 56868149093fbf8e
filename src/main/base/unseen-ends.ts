/** Characters without a look of their own that come along when a person copies a name from a page or a document. */
const unseen = '\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
const ends = new RegExp(`^[\\s${unseen}]+|[\\s${unseen}]+$`, 'g');
const anywhere = new RegExp(`[\\p{Cc}${unseen}]`, 'u');

/** Returns a text without the blanks and the invisible characters at its ends. */
export const trimmed = (text: string): string => text.replace(ends, '');

/** Returns whether a text has a control character or an invisible one. */
export const holdsUnseen = (text: string): boolean => anywhere.test(text);
