import { basename, join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles the program `entry` and all its imports into one file in `folder`, and returns its path. The bundle starts in a fifth of the time
 * of its two hundred files, which matters for a thousand starts.
 */
export async function bundled(entry: string, folder: string): Promise<string> {
  const name = `${basename(entry, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: name } },
    },
  });
  return join(folder, name);
}
