import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { virtualDisplay } from './display.mjs';
import { findElectron } from './electron.mjs';
import { problemOfCa, problemOfFolder, problemOfPort } from './flag-checks.mjs';
import { ensurePackages } from './packages.mjs';
import { fail, hasDisplay, node24, root, say, start } from './shell.mjs';
import { ensureSystem } from './system.mjs';

const help = `npm start -- [flags]
  --host electron|chromium   which host to run on (Electron where it can be had)
  --headless                 no window on any screen
  --user-data DIR            keep everything in DIR
  --extra-ca FILE            trust the PEM certificates in FILE, for this run
  --debug-port N             let a DevTools client attach (Chromium host only)
  --help                     this text`;

function flags() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string' },
        headless: { type: 'boolean', default: false },
        'user-data': { type: 'string' },
        'extra-ca': { type: 'string' },
        'debug-port': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error);
    return fail(`${why}. npm start -- --help lists the flags.`, 2);
  }
}

const wanted = flags();
if (wanted.help) {
  say(help);
  process.exit(0);
}
const { host, headless } = wanted;
const port = wanted['debug-port'];
if (host !== undefined && host !== 'electron' && host !== 'chromium') {
  fail(`--host is electron or chromium, not "${host}".`, 2);
}
if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) {
  fail(`--debug-port is a port number from 0 to 65535, not "${port}".`, 2);
}
if (port !== undefined && host === 'electron') {
  fail('--debug-port is of the Chromium host only; leave out one of the two flags.', 2);
}

const userData = wanted['user-data'] === undefined ? null : resolve(wanted['user-data']);
const extraCa = wanted['extra-ca'] === undefined ? null : resolve(wanted['extra-ca']);
const wrong =
  (userData === null ? null : problemOfFolder(userData)) ??
  (extraCa === null ? null : problemOfCa(extraCa)) ??
  (port === undefined ? null : await problemOfPort(Number(port)));
if (wrong !== null) fail(wrong);

/** Returns Electron's program, or null for the Chromium host. Prints why, unless that host was requested. */
async function chooseHost() {
  if (host === 'chromium' || port !== undefined) return null;
  if (headless && host === undefined && process.platform !== 'linux') return null;
  const electron = await findElectron(host === 'electron');
  if (electron.path === null && host === 'electron')
    fail(`Keyturn cannot start on Electron: ${electron.why}.`);
  if (electron.path === null) {
    say(`Not on Electron, because ${electron.why}: the same bundles run on the Chromium host.`);
  }
  return electron.path;
}

await ensurePackages();
const electron = await chooseHost();
// Electron has no headless mode of its own, so it gets a virtual display.
const wantsVirtual =
  process.platform === 'linux' &&
  (electron === null ? !headless && !hasDisplay() : headless || !hasDisplay());
await ensureSystem([
  ...(electron === null ? /** @type {const} */ (['chromium', 'fonts']) : []),
  ...(wantsVirtual ? /** @type {const} */ (['display']) : []),
]);
const problem = await build();
if (problem !== null) fail(`Keyturn cannot start, because the build failed:\n${problem}`);

/** @type {NodeJS.ProcessEnv} */
const env = {};
if (wantsVirtual) {
  env.DISPLAY = await virtualDisplay();
  if (!headless) say(`No display here, so the window is on a virtual one (DISPLAY=${env.DISPLAY}).`);
}
const appArgs = [
  ...(userData === null ? [] : [`--user-data=${userData}`]),
  ...(extraCa === null ? [] : [`--extra-ca=${extraCa}`]),
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const hostFlags = [
  ...(headless ? ['--headless'] : []),
  ...(port === undefined ? [] : [`--debug-port=${port}`]),
];
const [command, args] =
  electron === null
    ? [node24(), ['tools/chromium-host/cli.ts', ...hostFlags, root, ...appArgs]]
    : [electron, [...asRoot, root, ...appArgs]];

const app = start(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
let isReady = false;
const name = electron === null ? 'Chromium host' : 'Electron';
if (app.stdout) {
  createInterface({ input: app.stdout }).on('line', (line) => {
    if (line === 'keyturn: window ready') {
      isReady = true;
      say(`Keyturn is ready (${name}).`);
    } else if (line !== '') {
      say(line);
    }
  });
}
app.once('error', (error) => fail(`Keyturn could not be started: ${error.message}.`));
app.once('close', (code, signal) => {
  if (!isReady && code !== 0)
    fail(`Keyturn cannot start: it ended (${signal ?? code}) before its window was ready.`);
  process.exit(code ?? 1);
});
