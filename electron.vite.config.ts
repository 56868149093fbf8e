import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { events, methods } from './src/shared/contract/methods.ts';
import { newsOf } from './tools/docs/news.ts';
import { bundleBudget } from './tools/setup/budget.ts';
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

// React Aria brings its own few words in 34 languages; the window speaks one.
const englishOnly = {
  name: 'english-only',
  enforce: 'pre' as const,
  load: (id: string) =>
    /react-(aria|stately)\/dist\/.*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id)
      ? 'export default {}'
      : null,
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

export default defineConfig({
  main: {
    define: tables,
    plugins: [onlyListening, missingLicences(license.fileName)],
    build: {
      externalizeDeps: false,
      license,
      sourcemap: false,
      rollupOptions: {
        input: { index: 'src/main/start/entry.ts' },
        // Electron loads the entry as an ES module, so that its top-level await holds `ready` back (Electron, docs/tutorial/esm.md).
        // Beside the entry, so that import.meta.dirname is out/main everywhere.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
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
  renderer: {
    root: 'src/renderer',
    define: news,
    plugins: [react(), englishOnly, bundleBudget],
    // `styles.wrap`, and no second name with dashes.
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    build: {
      // Everything under 'self' in the CSP: no inlined assets, no module preload polyfill.
      assetsInlineLimit: 0,
      license,
      minify: true,
      modulePreload: false,
      // Absolute: Vite's dependency scan looks from `root`, its build from here.
      rollupOptions: { input: { index: join(import.meta.dirname, 'src/renderer/index.html') } },
    },
  },
});
