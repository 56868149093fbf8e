import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stamp } from './build.mjs';
import { findElectron } from './electron.mjs';
import { ensurePackages } from './packages.mjs';
import { fail, hasDisplay, isWindows, node24, root, run, say, scripts } from './shell.mjs';
import { ensureSystem } from './system.mjs';

await ensurePackages();
const electron = await findElectron();
if (electron.path === null) {
  if (isWindows) fail(`Hot reload needs Electron on Windows, but ${electron.why}.`);
  await ensureSystem(['chromium', 'fonts', ...(hasDisplay() ? [] : /** @type {const} */ (['display']))]);
  say(`Not on Electron, because ${electron.why}: hot reload runs on the Chromium host.`);
}
// Hot reload writes other bundles into out/. `npm start` and `npm test` must not use them.
rmSync(stamp, { force: true });
// electron-vite starts the program in this variable, with the app's folder as its argument.
const env = { ELECTRON_EXEC_PATH: electron.path ?? join(root, 'tools/setup/host-as-electron.mjs') };
const asRoot = electron.path !== null && process.getuid?.() === 0 ? ['--noSandbox'] : [];
const words = process.argv.slice(2);
const at = words.indexOf('--language');
const language = at < 0 ? undefined : words[at + 1];
// Main follows the language of the system, and the window is built in one (electron.vite.config.ts).
const speaks =
  language === undefined
    ? {}
    : { KEYTURN_DEV_LANGUAGE: language, LANGUAGE: language, LC_ALL: `${language}.UTF-8` };
const rest = words.filter((_, n) => at < 0 || (n !== at && n !== at + 1));
const args = [scripts.build, 'dev', '--watch', ...asRoot, ...rest];
process.exit(await run(node24(), args, { env: { ...env, ...speaks } }));
