#!/usr/bin/env node
// The command `keyturn` of a checkout, as npm's bin: `npm link` puts it on PATH. It asks the Keyturn that is running, as the command of a
// package does. Without a command it opens the window, as `npm start` does.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { presentElectron } from './electron.mjs';
import { fail, node24, root } from './shell.mjs';

// A terminal sends its signals to the command below, too. This process waits for its end, and ends as it does.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.removeAllListeners(signal);
  process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
}

const words = process.argv.slice(2);
if (words.length > 0 && !existsSync(join(root, 'out/main/index.js'))) {
  fail(`keyturn: this checkout is not built yet. Run npm start in ${root} once.`, 69);
}
const electron = presentElectron();
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** @type {readonly [string, readonly string[]]} */
const [program, args] =
  words.length === 0
    ? [process.execPath, [join(root, 'tools/setup/start.mjs')]]
    : electron === null
      ? [node24(), [join(root, 'tools/chromium-host/cli.ts'), root, ...words]]
      : [electron, [...asRoot, root, ...words]];
const child = spawn(program, args, { stdio: 'inherit' });
child.once('error', (error) => fail(`keyturn: ${program} could not be started: ${error.message}.`, 126));
child.once('close', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
