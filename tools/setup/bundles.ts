/** Builds main, the preload, and the window in each language: `node tools/setup/bundles.ts`. */
import { build } from 'electron-vite';
import { languages } from '../../src/shared/languages.ts';

await build();
for (const language of languages.filter((one) => one !== 'en')) await build({ mode: language });
