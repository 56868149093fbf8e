import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { node24, quietly, root, say } from './shell.mjs';

const folder = join(root, 'node_modules/electron');
const remembered = join(root, 'node_modules/.cache/keyturn/electron-not-fetched');
const day = 86_400_000;
// The same names as in electron/install.js.
const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** Returns the path of Electron's own program, or null when it is not installed. Downloads nothing. */
export function presentElectron() {
  const named = join(folder, 'path.txt');
  const name = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : (Object.entries(names).find(([platform]) => platform === process.platform)?.[1] ?? 'electron');
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : null;
}

/**
 * Returns Electron's program and downloads it when needed. Returns null and the reason when this fails. Remembers a failure for a day,
 * unless `insist` is set.
 * @returns {Promise<{ path: string, why: '' } | { path: null, why: string }>}
 */
export async function findElectron(insist = false) {
  const there = presentElectron();
  if (there !== null) return { path: there, why: '' };
  const tried = statSync(remembered, { throwIfNoEntry: false });
  if (!insist && tried !== undefined && Date.now() - tried.mtimeMs < day) {
    return { path: null, why: 'its program could not be downloaded lately' };
  }
  say("Electron's program is not here; trying to download it, for a minute at most.");
  await quietly(node24(), [join(folder, 'install.js')], { timeout: 60_000, killSignal: 'SIGKILL' });
  const now = presentElectron();
  if (now !== null) return { path: now, why: '' };
  mkdirSync(dirname(remembered), { recursive: true });
  writeFileSync(remembered, '');
  return { path: null, why: 'its program is not here and cannot be downloaded' };
}
