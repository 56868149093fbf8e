import { join } from 'node:path';
import { app } from 'electron';
import { languageFor, speak, systemLanguages } from '../base/language.ts';
import { readBeforeWindow } from '../features/settings/before-window.ts';
import { nameApp } from '../platform/app-name.ts';
import { readCommandLine } from './command-line.ts';

// The language is chosen before anything with a sentence loads, so this file imports no sentence. The demo speaks the language of the
// Keyturn whose folder it is in.
nameApp();
const { userData } = readCommandLine(process.argv);
const { language } = readBeforeWindow(join(userData ?? app.getPath('userData'), 'settings.json'));
speak(
  languageFor(
    language,
    systemLanguages(process.platform, process.env, () => app.getPreferredSystemLanguages()),
  ),
);
await import('./begin.ts');
