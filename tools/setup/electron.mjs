import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, quietly, root } from './shell.mjs';

const remembered = join(root, 'node_modules/.cache/keyturn/electron-not-fetched');
const day = 86_400_000;

/** The path of Electron's own program, or null while it is not there. */
function binary() {
  const folder = join(root, 'node_modules/electron');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const named = join(folder, 'path.txt');
  const name = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';
  const path = join(override ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : null;
}

/** Electron's program, fetched once if need be; null and why when it cannot be had. A failed try is remembered for a day. */
export function findElectron(insist = false) {
  const there = binary();
  if (there !== null) return { path: there, why: '' };
  const tried = statSync(remembered, { throwIfNoEntry: false });
  if (!insist && tried !== undefined && Date.now() - tried.mtimeMs < day) {
    return { path: null, why: 'its program could not be downloaded lately' };
  }
  quietly(node24(), [join(root, 'node_modules/electron/install.js')], { timeout: 60_000 });
  const now = binary();
  if (now !== null) return { path: now, why: '' };
  mkdirSync(join(remembered, '..'), { recursive: true });
  writeFileSync(remembered, '');
  return { path: null, why: 'its program is not here and cannot be downloaded' };
}
