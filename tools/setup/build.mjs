import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledCode } from './compiled-code.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { node24, quietly, root, say } from './shell.mjs';

/** The file that records the sources of the bundles in out/. */
export const stamp = join(root, 'out/.built-from');
// The help shows the news of the changelog.
const beside = [
  'CHANGELOG.md',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tools/docs/news.ts',
  'tools/setup/bundles.ts',
  'tools/setup/languages.ts',
  'tools/setup/own-program.ts',
  'tools/supply/missing-licences.ts',
];

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Returns one hash over the sources of the bundles. */
function sources() {
  const hash = createHash('sha256');
  for (const file of [...filesBelow('src').sort(), ...beside]) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Builds the bundles when they are missing or their sources have changed. Returns the build's output when it failed, else null. */
export async function build() {
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sources();
  if (isFresh()) return null;
  /** @type {string | null} */
  let problem = null;
  await oneAtATime('build', async () => {
    if (isFresh()) return;
    say('Building.');
    const wanted = sources();
    // The new bundles have other names, and nobody asks for the compiled code of the old ones.
    rmSync(compiledCode, { recursive: true, force: true });
    const done = await quietly(node24(), ['tools/setup/bundles.ts']);
    if (done.code === 0) writeFileSync(stamp, wanted);
    else problem = done.text;
  });
  return problem;
}
