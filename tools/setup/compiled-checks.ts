import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

// electron-vite puts the configuration into one file, and keeps of each part only its `import.meta.url`.
const compiler = fileURLToPath(new URL('./compile-checks.ts', import.meta.url));

/**
 * A build step that compiles the schemas of the files `*.compiled.ts` (src/shared/compiled.ts). The app's start then loads no schema library
 * and makes no schemas, which took a third of main's time until its first answer.
 */
export function compiledChecks(): Plugin {
  return {
    name: 'compiled-checks',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('.compiled.ts')) return null;
      const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, id], { encoding: 'utf8' });
      if (status !== 0) this.error(stderr);
      return { code: stdout, moduleType: 'js' };
    },
  };
}
