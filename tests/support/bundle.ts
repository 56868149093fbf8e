import { basename, join } from 'node:path';
import { build } from 'vite';

/**
 * Makes one file of the program `entry` and all it imports, in `folder`, and returns the path of it. It starts in a fifth of the time
 * that its two hundred files take, which counts where it is started a thousand times.
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
