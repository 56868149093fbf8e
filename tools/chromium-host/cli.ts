/**
 * Runs an Electron main script on Node and an installed Chromium:
 * `node tools/chromium-host/cli.ts [host flags] <main script | app folder> [app arguments]`. README.md has the flags.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium, startChromium } from './chromium.ts';
import { serveControl } from './control.ts';
import { watchDownloads } from './electron/downloads.ts';
import { createElectron } from './electron/index.ts';
import { beLikeElectron } from './electron-like.ts';
import { createHost } from './host.ts';
import { interceptElectron } from './intercept.ts';
import { ChromiumPages } from './pages.ts';
import { startSessionProxy } from './session-proxy.ts';

function fail(sentence: string): never {
  process.stderr.write(`keyturn chromium host: ${sentence}\n`);
  process.exit(2);
}

const at = process.argv.findIndex((arg, n) => n > 1 && !arg.startsWith('--'));
if (at < 0) fail('name the main script or the app folder to run.');
const { values } = parseArgs({
  args: process.argv.slice(2, at),
  options: {
    headless: { type: 'boolean', default: false },
    'user-data-dir': { type: 'string' },
    'debug-port': { type: 'string' },
    chromium: { type: 'string' },
    'open-external': { type: 'string', default: 'spawn' },
    require: { type: 'string', multiple: true, default: [] },
    'ignore-certificate-errors-spki-list': { type: 'string' },
  },
});
const openExternal = values['open-external'];
if (openExternal !== 'spawn' && openExternal !== 'window' && openExternal !== 'record') {
  fail('--open-external is spawn, window or record.');
}
const pins = values['ignore-certificate-errors-spki-list'] ?? null;
if (pins !== null && openExternal !== 'window')
  fail('certificates are only ever excused for --open-external=window.');

const wanted = resolve(process.argv[at] ?? '');
const isFolder =
  statSync(wanted, { throwIfNoEntry: false })?.isDirectory() ?? fail(`there is nothing at ${wanted}.`);
const appPath = isFolder ? wanted : dirname(wanted);
const manifest = isFolder ? JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) : {};
const main = isFolder ? join(appPath, manifest.main ?? 'index.js') : wanted;
const appArgs = process.argv.slice(at + 1);

const executable =
  values.chromium ??
  findChromium() ??
  fail('no Chromium, Chrome or Edge was found; name one with --chromium=PATH.');
const port = values['debug-port'];
const host = createHost({
  headless: values.headless,
  userDataDir: values['user-data-dir'] === undefined ? null : resolve(values['user-data-dir']),
  debugPort: port === undefined ? null : Number(port),
  chromium: executable,
  openExternal,
  pins,
  appPath,
  appArgs,
  appName: manifest.productName ?? manifest.name ?? 'Electron',
  appVersion: manifest.version ?? '0.0.0',
  command: [process.execPath, [...process.execArgv, ...process.argv.slice(1, at)]],
});

const require = createRequire(import.meta.url);
const electronVersion: string = require('electron/package.json').version;
beLikeElectron({ electron: electronVersion, chrome: '' });
process.argv = [process.execPath, wanted, ...appArgs];
// Electron's program needs nothing before the app's folder. Node needs this host there.
process.execArgv = [...host.flags.command[1]];

const pages = new ChromiumPages(host);
const here = createElectron(host, pages);
interceptElectron(here.electron);
serveControl(host, here);
// Electron's own program takes `-r` in the same way (default_app/main.ts).
for (const file of values.require) require(resolve(file));
process.on('SIGTERM', () => here.app.quit());
process.on('SIGINT', () => here.app.quit());

await import(pathToFileURL(main).href);
// A second instance that quits at once needs no browser.
if (!here.app.ending) {
  let profile = join(here.app.getPath('userData'), 'chromium');
  try {
    // On a screen, pages of a session in memory use Chromium's own one, so nothing of it may stay (electron/session.ts).
    if (!host.flags.headless) {
      profile = mkdtempSync(join(tmpdir(), 'keyturn-chromium-'));
      process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    } else mkdirSync(profile, { recursive: true, mode: 0o700 });
  } catch (error) {
    fail(`no folder for Chromium's profile: ${error instanceof Error ? error.message : String(error)}.`);
  }
  // For `window` this Chromium is also the desktop's browser, so it has the network.
  const proxy = openExternal === 'window' ? null : await startSessionProxy();
  host.proxy = proxy;
  const chromium = startChromium({
    executable,
    profile,
    headless: host.flags.headless,
    debugPort: host.flags.debugPort,
    pins,
    extra: [
      ...(proxy?.switches ?? []),
      ...[...host.switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    ],
  });
  let gone = false;
  chromium.process.on('error', (error) => fail(`Chromium did not start: ${error.message}`));
  chromium.process.on('exit', (code) => {
    gone = true;
    if (here.app.ending) return;
    if (!host.ready) fail(`Chromium ended before it was ready (${code}).`);
    // Chromium showed the app's window. Without it the app ends as if a person had closed the window.
    pages.allGone();
    setTimeout(() => process.exit(0), 2_000).unref();
    here.app.quit();
  });
  here.app.endChromium = async () => {
    if (gone) return;
    const exited = new Promise((done) => chromium.process.once('exit', done));
    const timer = setTimeout(() => chromium.process.kill('SIGKILL'), 3_000);
    await chromium.cdp.send('Browser.close').catch(() => undefined);
    await exited;
    clearTimeout(timer);
  };
  host.cdp = chromium.cdp;
  const { product } = await chromium.cdp.send('Browser.getVersion');
  beLikeElectron({ electron: electronVersion, chrome: String(product).replace(/^.*\//, '') });
  await pages.begin();
  await watchDownloads(host, here.session, here.contentsOf);
  here.app.becomeReady();
  await here.session.applyPermissions();
}
