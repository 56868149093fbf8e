import { app } from 'electron';
import { nameApp } from '../platform/app-name.ts';
import { chooseLanguage } from './choose-language.ts';
import { readCommandLine } from './command-line.ts';

// The language is chosen before anything with a sentence loads, so this file imports no sentence. The demo speaks the language of the
// Keyturn whose folder it is in.
nameApp();
chooseLanguage(readCommandLine(process.argv).userData ?? app.getPath('userData'), () =>
  app.getPreferredSystemLanguages(),
);
await import('./begin.ts');
