import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { virtualDisplay } from './display.mjs';
import { findElectron } from './electron.mjs';
import { ensureBuild, ensurePackages, ensureSystem } from './prepare.mjs';
import { fail, node24, root, say, start } from './shell.mjs';

const help = `npm start -- [flags]
  --host electron|chromium   which host to run on (electron where it can be had)
  --headless                 no window on any screen
  --user-data DIR            keep everything in DIR
  --extra-ca FILE            trust the PEM certificates in FILE, for this run
  --debug-port N             let a DevTools client attach (Chromium host only)`;

function flags() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string' },
        headless: { type: 'boolean', default: false },
        'user-data': { type: 'string' },
        'extra-ca': { type: 'string' },
        'debug-port': { type: 'string' },
        'open-external': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${help}`, 2);
  }
}

const wanted = flags();
if (wanted.help) {
  say(help);
  process.exit(0);
}
if (wanted.host !== undefined && wanted.host !== 'electron' && wanted.host !== 'chromium') {
  fail(`--host is electron or chromium, not ${wanted.host}.`, 2);
}
if (wanted['debug-port'] !== undefined && !/^\d{1,5}$/.test(wanted['debug-port'])) {
  fail('--debug-port is a number.', 2);
}

ensurePackages();
const electron =
  wanted.host === 'chromium' || wanted['debug-port'] !== undefined
    ? { path: null, why: '' }
    : findElectron(wanted.host === 'electron');
if (wanted.host === 'electron' && electron.path === null) fail(`Electron cannot be run: ${electron.why}.`);
if (electron.path === null) ensureSystem();
ensureBuild();
if (electron.why !== '')
  say(`Not on Electron: ${electron.why}. Running the same bundles on the Chromium host.`);

const appArgs = [
  ...(wanted['user-data'] === undefined ? [] : [`--user-data=${resolve(wanted['user-data'])}`]),
  ...(wanted['extra-ca'] === undefined ? [] : [`--extra-ca=${resolve(wanted['extra-ca'])}`]),
];
const display =
  process.platform === 'linux' &&
  !(electron.path === null && wanted.headless) &&
  process.env.DISPLAY === undefined &&
  process.env.WAYLAND_DISPLAY === undefined
    ? await virtualDisplay()
    : undefined;
if (display !== undefined) say(`No display here, so the window is on a virtual one (DISPLAY=${display}).`);

const [command, args] =
  electron.path === null
    ? [
        node24(),
        [
          'tools/chromium-host/cli.ts',
          ...(wanted.headless ? ['--headless'] : []),
          ...(wanted['debug-port'] === undefined ? [] : [`--debug-port=${wanted['debug-port']}`]),
          ...(wanted['open-external'] === undefined ? [] : [`--open-external=${wanted['open-external']}`]),
          root,
          ...appArgs,
        ],
      ]
    : [electron.path, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...appArgs]];

const app = start(command, args, {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: display === undefined ? {} : { DISPLAY: display },
});
let ready = false;
app.stdout?.on('data', (chunk) => {
  for (const line of String(chunk).split('\n')) {
    if (line === 'keyturn: window ready') {
      ready = true;
      say(`Keyturn is ready (${electron.path === null ? 'Chromium host' : 'Electron'}).`);
    } else if (line.trim() !== '') {
      say(line);
    }
  }
});
app.once('error', (error) => fail(`Keyturn could not be started: ${error.message}`));
app.once('exit', (code, signal) => {
  if (!ready && code !== 0) fail(`Keyturn ended before its window was ready (${signal ?? code}).`);
  process.exit(code ?? 0);
});
