import { type Language, languages } from '../../shared/languages.ts';

let chosen: Language = 'en';

/** Chooses the language of every sentence that loads after this call. A file of sentences that has loaded already keeps its language. */
export function speak(language: Language): void {
  chosen = language;
}

/** Returns the language of Keyturn's sentences. */
export const spoken = (): Language => chosen;

/** Returns the one of three translations that Keyturn speaks. The build calls it for each file of sentences (tools/setup/languages.ts). */
export const inSpoken = <T>(translations: Readonly<Record<Language, T>>): T => translations[chosen];

/** Returns the language for a person's choice. `system` means the first of the system's languages that Keyturn speaks, else English. Pure. */
export function languageFor(wanted: Language | 'system', ofSystem: readonly string[]): Language {
  if (wanted !== 'system') return wanted;
  for (const tag of ofSystem) {
    const [language = ''] = tag.toLowerCase().split(/[-_.@]/);
    const known = languages.find((one) => one === language);
    if (known !== undefined) return known;
  }
  return 'en';
}

/**
 * Returns the person's languages in the order of preference. On Linux they are in the environment, as gettext reads it (GNU gettext manual,
 * "Locale Environment Variables" and "The LANGUAGE variable"): LANGUAGE counts unless the locale is C or POSIX. On other systems, `ofSystem`
 * asks the system. Pure apart from that.
 */
export function systemLanguages(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  ofSystem: () => readonly string[],
): readonly string[] {
  if (platform !== 'linux') return ofSystem();
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || 'C';
  if (/^(C|POSIX)(\.|$)/.test(locale)) return [];
  return [...(env.LANGUAGE ?? '').split(':'), locale];
}
