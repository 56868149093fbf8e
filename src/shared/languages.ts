/** The languages that Keyturn speaks, by their tags (BCP 47). `src/languages` has a folder for each but English. */
export const languages = ['en', 'de', 'ja'] as const;

export type Language = (typeof languages)[number];

/** Returns the name of the folder that the build puts the window of a language in. Pure. */
export const windowFolder = (language: Language): string =>
  language === 'en' ? 'renderer' : `renderer-${language}`;
