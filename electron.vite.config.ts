import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'electron-vite';
import { events, methods } from './src/shared/contract/methods.ts';
import { type Language, languages, windowFolder } from './src/shared/languages.ts';
import { newsOf } from './tools/docs/news.ts';
import { bundleBudget } from './tools/setup/budget.ts';
import { compiledChecks } from './tools/setup/compiled-checks.ts';
import { everyLanguage, oneLanguage } from './tools/setup/languages.ts';
import { noInnerHtml } from './tools/setup/no-inner-html.ts';
import { nodeParts } from './tools/setup/node-parts.ts';
import { ownProgram } from './tools/setup/own-program.ts';
import { startChunks } from './tools/setup/start-chunks.ts';
import { missingLicences } from './tools/supply/missing-licences.ts';

// Where only the names of the contract's tables are needed (src/shared/contract/names.ts), baking them in keeps zod out and the table single.
const tables = {
  __METHODS__: JSON.stringify(
    Object.fromEntries(Object.entries(methods).map(([feature, table]) => [feature, Object.keys(table)])),
  ),
  __EVENTS__: JSON.stringify(Object.keys(events)),
};

// The help shows what is new offline, as the changelog had it when this was built.
const news = {
  __NEWS__: JSON.stringify(newsOf(readFileSync(join(import.meta.dirname, 'CHANGELOG.md'), 'utf8'))),
};

// Each bundle says of itself which packages are in it, with their licences (Vite, build.license); the app shows them.
const license = { fileName: 'licences.json' };

// The app only listens on the message buses: no reading of interfaces, which brings an XML library, and no bus of its own.
const onlyListening = {
  name: 'only-listening',
  enforce: 'pre' as const,
  load: (id: string) =>
    /dbus-native\/lib\/(introspect|broker|server)\.js$/.test(id) ? 'module.exports = {};' : null,
};

const all: UserConfig = {
  main: {
    define: tables,
    plugins: [
      everyLanguage(),
      onlyListening,
      compiledChecks(),
      nodeParts(),
      missingLicences(license.fileName),
      ownProgram('main/terminal/guard.ts', 'guard'),
    ],
    build: {
      externalizeDeps: false,
      license,
      sourcemap: false,
      rollupOptions: {
        input: { index: 'src/main/start/entry.ts' },
        // Electron loads the entry as an ES module, so that its top-level await holds `ready` back (Electron, docs/tutorial/esm.md).
        // Beside the entry, so that import.meta.dirname is out/main everywhere.
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: startChunks() },
        },
      },
    },
  },
  preload: {
    define: tables,
    build: {
      externalizeDeps: false,
      license,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload is one CommonJS file (Electron, docs/tutorial/sandbox.md).
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: windowIn('en'),
};

/** Returns the build of the window in one language. English is in out/renderer, and another language in a folder with its tag. */
function windowIn(language: Language) {
  return {
    root: 'src/renderer',
    define: news,
    plugins: [react(), oneLanguage(language), noInnerHtml, bundleBudget],
    optimizeDeps: { rolldownOptions: { plugins: [noInnerHtml] } },
    // `styles.wrap`, and no second name with dashes.
    css: { modules: { localsConvention: 'camelCaseOnly' as const } },
    build: {
      // Everything under 'self' in the CSP: no inlined assets, no module preload polyfill.
      assetsInlineLimit: 0,
      license,
      minify: true,
      modulePreload: false as const,
      outDir: join('out', windowFolder(language)),
      // Absolute: Vite's dependency scan looks from `root`, its build from here.
      rollupOptions: { input: { index: join(import.meta.dirname, 'src/renderer/index.html') } },
    },
  };
}

// The mode is a language for the window alone (tools/setup/bundles.ts).
export default defineConfig(({ mode }) => {
  const language = languages.find((one) => one === mode);
  if (language !== undefined) return { renderer: windowIn(language) };
  // `npm run dev -- --language de` (tools/setup/dev.mjs).
  const inDev = languages.find((one) => one === process.env.KEYTURN_DEV_LANGUAGE);
  return inDev === undefined ? all : { ...all, renderer: windowIn(inDev) };
});
