import { join } from 'node:path';
import { findElectron } from './electron.mjs';
import { ensurePackages, ensureSystem } from './prepare.mjs';
import { root, say, start } from './shell.mjs';

ensurePackages();
const electron = findElectron();
if (electron.path === null) {
  ensureSystem();
  say(`Not on Electron: ${electron.why}. Hot reload runs on the Chromium host.`);
}
// electron-vite starts whatever program this names, with the app's folder as its argument.
const env =
  electron.path === null ? { ELECTRON_EXEC_PATH: join(root, 'tools/setup/host-as-electron.mjs') } : {};
const dev = start('electron-vite', ['dev', '--watch', ...process.argv.slice(2)], { stdio: 'inherit', env });
dev.once('exit', (code) => process.exit(code ?? 0));
