import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { everyLanguage } from './languages.ts';

// electron-vite puts the configuration into one file, and keeps of each part only its `import.meta.url`.
const src = fileURLToPath(new URL('../../src', import.meta.url));

/**
 * A build step that makes a module of main (`entry`, a path below `src`) and everything behind it a program of its own, in CommonJS: `name`
 * beside main's files, and a file for each later import. Main imports it as before. It loads in half of the time of a part of main, which
 * is in many small files that other parts use too, and its modules load Node's own parts whole. It shares no variable with main.
 */
export function ownProgram(entry: string, name: string): Plugin {
  const file = resolve(src, entry);
  return {
    name: 'own-program',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer !== undefined && source.startsWith('.') && resolve(importer, '..', source) === file
        ? { id: `./${name}.cjs`, external: true }
        : null,
    async generateBundle() {
      const made = (await build({
        configFile: false,
        logLevel: 'warn',
        plugins: [everyLanguage()],
        ssr: { noExternal: true },
        build: {
          ssr: file,
          write: false,
          minify: true,
          rolldownOptions: {
            output: {
              format: 'cjs',
              entryFileNames: `${name}.cjs`,
              chunkFileNames: `${name}-[name]-[hash].cjs`,
            },
          },
        },
      })) as Rolldown.RolldownOutput;
      for (const chunk of made.output) {
        if (chunk.type !== 'chunk') continue;
        // Main's list of licences does not have the packages of this program.
        const foreign = chunk.moduleIds.find((id) => id.includes('node_modules'));
        if (foreign !== undefined) this.error(`${entry} may use no package, and uses ${foreign}.`);
        this.emitFile({ type: 'asset', fileName: chunk.fileName, source: chunk.code });
      }
    },
  };
}
