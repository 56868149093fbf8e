/**
 * Makes the console program of Windows (src/main/start/console.ts): `node tools/packaging/console-program.ts OUT`. It is Node's single executable
 * (Node, "Single executable applications"), made of the Node that runs this, and so for the system and processor of this computer. On Windows the signature of that Node holds no
 * more afterwards: who signs the package signs this program, too, which electron-builder does not do by itself.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { inject } from 'postject';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Node's own mark, which is flipped when something has been put in (Node, "Single executable applications"). */
const sentinelFuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Writes the program to `out`, in place of one that is there. Rejects with what the bundler or Node said. */
export async function makeConsoleProgram(out: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'keyturn-console-'));
  try {
    await build({
      root,
      configFile: false,
      define: { __VERSION__: JSON.stringify(packageJson.version) },
      logLevel: 'warn',
      // One file with everything in it: the program has no folder to load from.
      ssr: { noExternal: true },
      build: {
        ssr: 'src/main/start/console.ts',
        outDir: work,
        emptyOutDir: false,
        target: 'node24',
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'console.cjs', codeSplitting: false } },
      },
    });
    const blob = join(work, 'console.blob');
    writeFileSync(
      join(work, 'sea.json'),
      JSON.stringify({
        main: join(work, 'console.cjs'),
        output: blob,
        disableExperimentalSEAWarning: true,
        useSnapshot: false,
        useCodeCache: false,
        // NODE_OPTIONS of the shell is for the program that exec runs.
        execArgvExtension: 'none',
      }),
    );
    execFileSync(process.execPath, ['--experimental-sea-config', join(work, 'sea.json')], { stdio: 'pipe' });
    mkdirSync(dirname(out), { recursive: true });
    rmSync(out, { force: true });
    copyFileSync(process.execPath, out);
    chmodSync(out, 0o755);
    await inject(out, 'NODE_SEA_BLOB', readFileSync(blob), { sentinelFuse });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const [out] = process.argv.slice(2);
  if (out === undefined) {
    process.stderr.write('Write: node tools/packaging/console-program.ts OUT\n');
    process.exit(2);
  }
  await makeConsoleProgram(resolve(out));
}
