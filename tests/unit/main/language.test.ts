import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { inSpoken, languageFor, speak, spoken, systemLanguages } from '../../../src/main/base/language.ts';
import { languages } from '../../../src/shared/languages.ts';

afterEach(() => speak('en'));

const ofSystem = () => ['fr-CA', 'ja-JP', 'de-CH'];

it('the choice of the person counts before the languages of the system', () => {
  for (const language of languages) expect(languageFor(language, ['de'])).toBe(language);
});

it.each([
  [['de-CH'], 'de'],
  [['de_AT.UTF-8@euro'], 'de'],
  [['DE'], 'de'],
  [['fr', 'ja-JP', 'de'], 'ja'],
  [['fr', 'en-GB', 'de'], 'en'],
  [['den'], 'en'],
  [[''], 'en'],
  [[], 'en'],
])('of the languages %j of the system, Keyturn speaks %s', (system, language) => {
  expect(languageFor('system', system)).toBe(language);
});

it('every list of languages gives one that Keyturn speaks', () => {
  fc.assert(fc.property(fc.array(fc.string()), (tags) => languages.includes(languageFor('system', tags))));
});

it.each<[NodeJS.ProcessEnv, string]>([
  [{ LANG: 'de_DE.UTF-8' }, 'de'],
  [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'de_DE.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LANGUAGE: 'fr:de:en' }, 'de'],
  [{ LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr' }, 'en'],
  [{ LANG: 'C.UTF-8', LANGUAGE: 'de' }, 'en'],
  [{ LC_ALL: 'POSIX', LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'de_DE.UTF-8' }, 'de'],
  [{ LANGUAGE: 'de' }, 'en'],
  [{}, 'en'],
])('on Linux, the environment %j means %s', (env, language) => {
  expect(languageFor('system', systemLanguages('linux', env, ofSystem))).toBe(language);
});

it.each(['darwin', 'win32'] as const)('on %s, the system is asked', (platform) => {
  expect(systemLanguages(platform, { LANG: 'de_DE.UTF-8' }, ofSystem)).toEqual(ofSystem());
});

it('a sentence is in the chosen language', () => {
  const sentence = { en: 'Locked', de: 'Gesperrt', ja: 'ロック中' };
  for (const language of languages) {
    speak(language);
    expect(spoken()).toBe(language);
    expect(inSpoken(sentence)).toBe(sentence[language]);
  }
});
