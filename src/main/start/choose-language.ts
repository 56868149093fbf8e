import { join } from 'node:path';
import { languageFor, speak, systemLanguages } from '../base/language.ts';
import { readBeforeWindow } from '../features/settings/before-window.ts';

/**
 * Chooses the language of every sentence that loads after this call: the person's own choice in the settings of the folder `userData`, or
 * else the system's. `ofSystem` returns the system's languages where they are not in the environment. Imports no sentence itself.
 */
export function chooseLanguage(userData: string, ofSystem: () => readonly string[]): void {
  const { language } = readBeforeWindow(join(userData, 'settings.json'));
  speak(languageFor(language, systemLanguages(process.platform, process.env, ofSystem)));
}
