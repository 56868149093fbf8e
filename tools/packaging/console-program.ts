/**
 * Makes the console program for Windows (src/main/start/console.ts): `node tools/packaging/console-program.ts OUT`. The program is a single
 * executable (Node, "Single executable applications") made from the Node that runs this script, so it is for this computer's system and
 * processor. On Windows that Node's signature becomes invalid. Whoever signs the package must also sign this program, because
 * electron-builder does not.
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
import { everyLanguage } from '../setup/languages.ts';

const root = join(import.meta.dirname, '../..');
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Node's marker, which is flipped in an executable with an embedded app (Node, "Single executable applications"). */
const sentinelFuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Writes the program to `out` and replaces an existing one. Rejects with the error of the bundler or Node. */
export async function makeConsoleProgram(out: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'keyturn-console-'));
  try {
    await build({
      root,
      configFile: false,
      define: { __VERSION__: JSON.stringify(packageJson.version) },
      logLevel: 'warn',
      plugins: [everyLanguage()],
      // Everything is in one file, because the program has no folder to load from.
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
        // The shell's NODE_OPTIONS is for the program that exec runs.
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
