import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Browser, type ElectronApplication } from 'playwright-core';
import { watchClock } from '../../tools/chromium-host/moved-clock.ts';
import { askFor, outputOf } from './app-output.ts';
import { launchBrowser } from './browser.ts';
import type { Control } from './control.ts';
import { callHook, hookScript } from './electron-hook.ts';
import { inLanguage, type LaunchOptions, type RunningApp } from './launch.ts';

const root = join(import.meta.dirname, '../..');

/** Playwright's own options for a start of Electron. */
type ElectronOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/**
 * Returns what Playwright starts. The program is named explicitly to keep Playwright's own loader out: that one disables the keyring
 * (`--password-store=basic`, `--use-mock-keychain`) and delays `ready`. Pure.
 */
function electronStart(
  program: string,
  hook: string,
  options: LaunchOptions,
  env: NodeJS.ProcessEnv,
  uid: number | undefined,
): ElectronOptions {
  const given = Object.entries({ ...env, ...inLanguage('en'), ...options.env }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    executablePath: program,
    cwd: root,
    // As root Chromium has no sandbox. Playwright adds --no-sandbox on Linux when this is false.
    chromiumSandbox: uid !== 0,
    // The page must see the app's theme, not one of Playwright's.
    colorScheme: null,
    env: Object.fromEntries(given),
    args: [
      '-r',
      hook,
      options.app ?? '.',
      `--user-data=${options.userData}`,
      ...(options.extraCa === undefined ? [] : [`--extra-ca=${options.extraCa}`]),
      ...(options.demo === true ? ['--demo'] : []),
      ...(options.args ?? []),
    ],
  };
}

/** Starts the built app on Electron's own program. */
export async function launchOnElectron(program: string, options: LaunchOptions): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-hook-'));
  const hook = join(folder, 'hook.cjs');
  const written = join(folder, 'output');
  const { keyring = null, storageBackend = null, touchId = false } = options;
  writeFileSync(written, '');
  writeFileSync(hook, hookScript(watchClock, { keyring, storageBackend, touchId }, written));
  const ofMain = () => readFileSync(written, 'utf8');
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const start = electronStart(program, hook, options, process.env, process.getuid?.());
  const app = await _electron.launch(start).catch((error: unknown) => {
    const text = ofMain();
    remove();
    throw new Error(`The app did not start, or ended at once:\n${text}\n${String(error)}`);
  });
  const child = app.process();
  const output = outputOf(child);
  let last = '';
  const exited = output.exited.then(() => {
    last = ofMain();
    remove();
  });
  // Main's output is in both; Chromium's own output is only in the second.
  const all = () => `${last === '' && existsSync(written) ? ofMain() : last}${output.text()}`;
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  try {
    const page = await Promise.race([
      app.firstWindow(),
      exited.then(() => Promise.reject(new Error(`The app ended before its window:\n${all()}`))),
    ]);
    if ((await askFor(() => (/keyturn: window ready/.test(all()) ? true : undefined), 600)) === undefined)
      throw new Error(`The window is not ready:\n${all()}`);
    const runsOn = String(await app.evaluate(callHook, { name: 'runsOn', args: [] }));
    const control = controlOf(app);
    let browser: Browser | null = null;
    return {
      page,
      control,
      process: child,
      runsOn,
      async browserPage(wanted) {
        if (options.browser === undefined) throw new Error('This app was started without a browser.');
        const opened = async () => (await control.opened()).find((one) => one.startsWith(wanted));
        const url = await askFor(opened, 200);
        if (url === undefined) throw new Error(`${wanted} did not open: ${await control.opened()}`);
        const pins = `--ignore-certificate-errors-spki-list=${options.browser.pins.join(',')}`;
        browser ??= await launchBrowser([pins]);
        const shown = await browser.newPage();
        await shown.goto(url);
        return shown;
      },
      output: all,
      async quit() {
        await browser?.close();
        await app.evaluate(({ app }) => app.quit()).catch(() => undefined);
        await exited;
      },
      async kill() {
        await browser?.close();
        await kill();
      },
    };
  } catch (error) {
    if (child.exitCode === null && child.signalCode === null) await kill();
    throw error;
  }
}

/** Returns a `Control` over Playwright's evaluate in the main process. */
function controlOf(app: ElectronApplication): Control {
  return new Proxy({} as Control, {
    get: (_target, name) =>
      name === 'then' || typeof name === 'symbol'
        ? undefined
        : (...args: unknown[]) => app.evaluate(callHook, { name, args }),
  });
}
