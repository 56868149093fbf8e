import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { controlOf } from '../../tools/chromium-host/control.ts';
import { askFor, outputOf } from './app-output.ts';
import { inLanguage, type LaunchOptions, type RunningApp } from './launch.ts';
import { withOwnEtc } from './own-etc.ts';

const root = join(import.meta.dirname, '../..');

/** Starts the built app on the Chromium host, headless. */
export async function launchOnChromium(options: LaunchOptions): Promise<RunningApp> {
  const { browser, keyring, storageBackend, touchId = false } = options;
  const args = [
    'tools/chromium-host/cli.ts',
    '--headless',
    '--debug-port=0',
    ...(browser === undefined
      ? ['--open-external=record']
      : ['--open-external=window', `--ignore-certificate-errors-spki-list=${browser.pins.join(',')}`]),
    options.app ?? '.',
    `--user-data=${options.userData}`,
    ...(options.extraCa === undefined ? [] : [`--extra-ca=${options.extraCa}`]),
    ...(options.demo === true ? ['--demo'] : []),
    ...(options.args ?? []),
  ];
  const [program, own] =
    options.etc === undefined ? [process.execPath, args] : withOwnEtc(options.etc, process.execPath, args);
  const child = spawn(program, own, {
    cwd: root,
    env: {
      ...process.env,
      ...inLanguage('en'),
      ...(keyring === undefined ? {} : { KEYTURN_HOST_SAFE_STORAGE: keyring }),
      ...(storageBackend === undefined ? {} : { KEYTURN_HOST_STORAGE_BACKEND: storageBackend }),
      ...(touchId ? { KEYTURN_HOST_TOUCH_ID: '1' } : {}),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { exited, text, said } = outputOf(child);
  const ready = said(/keyturn: window ready/);
  // Both at once: an unhandled rejection would fail a test that expects it.
  const [address] = await Promise.all([said(/ws:\/\/\S+/), ready]);
  const page = await attach(address).catch(async (error: unknown) => {
    child.kill('SIGKILL');
    await exited;
    throw error;
  });
  return {
    page,
    control: controlOf(child),
    process: child,
    runsOn: 'Chromium host',
    async browserPage(wanted) {
      const found = await askFor(() => pagesOf(page).find((one) => one.url().startsWith(wanted)), 200);
      if (found === undefined)
        throw new Error(`${wanted} did not open: ${pagesOf(page).map((one) => one.url())}`);
      return found;
    },
    output: text,
    async quit() {
      child.kill('SIGTERM');
      await exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const pagesIn = (browser: Browser): Page[] => browser.contexts().flatMap((context) => context.pages());

function pagesOf(page: Page): Page[] {
  const browser = page.context().browser();
  return browser === null ? [] : pagesIn(browser);
}

/** Returns the app's page behind a DevTools port, at the address that the Chromium host prints. */
export async function attach(address: string): Promise<Page> {
  const browser = await chromium.connectOverCDP(address);
  const page = await askFor(() => pagesIn(browser).find((one) => one.url().includes('app.localhost')));
  if (page === undefined) throw new Error('The app has no page.');
  return page;
}
