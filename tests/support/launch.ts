import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Control, controlOf } from '../../tools/chromium-host/control.ts';

const root = join(import.meta.dirname, '../..');

export interface LaunchOptions {
  readonly userData: string;
  readonly extraCa?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Flags of the host; without them, what the app opens in the browser is only noted. */
  readonly hostArgs?: readonly string[];
  /** The folder of the app; the checkout unless said. */
  readonly app?: string;
}

/** The app running on the Chromium host, its page as Playwright sees it, and what only a desktop would show. */
export interface RunningApp {
  readonly page: Page;
  readonly control: Control;
  readonly process: ChildProcess;
  /** What it wrote to its standard outputs so far. */
  output(): string;
  /** Quits as a person does. */
  quit(): Promise<void>;
  /** kill -9, with no chance to tidy up. */
  kill(): Promise<void>;
}

/** Starts the built app and waits for its window. Rejects with its output when it ends first. */
export async function launch(options: LaunchOptions): Promise<RunningApp> {
  const child = spawn(
    process.execPath,
    [
      'tools/chromium-host/cli.ts',
      '--headless',
      '--debug-port=0',
      ...(options.hostArgs ?? ['--open-external=record']),
      options.app ?? '.',
      `--user-data=${options.userData}`,
      ...(options.extraCa === undefined ? [] : [`--extra-ca=${options.extraCa}`]),
      ...(options.args ?? []),
    ],
    { cwd: root, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let text = '';
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const collect = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);

  const said = (wanted: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = wanted.exec(text)?.[0];
        if (found !== undefined) resolve(found);
      };
      child.stdout?.on('data', look);
      child.stderr?.on('data', look);
      // Its last words may come after its exit.
      child.once('close', (code) =>
        reject(new Error(`The app ended (${code}) before "${wanted.source}":\n${text}`)),
      );
      look();
    });
  const ready = said(/keyturn: window ready/);
  // Both at once: a rejection that nobody waits for would fail a test that expects it.
  const [address] = await Promise.all([said(/ws:\/\/\S+/), ready]);
  const page = await chromium
    .connectOverCDP(address)
    .then(appPage)
    .catch(async (error: unknown) => {
      child.kill('SIGKILL');
      await exited;
      throw error;
    });
  return {
    page,
    control: controlOf(child),
    process: child,
    output: () => text,
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

async function appPage(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 100; tries++) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((one) => one.url().includes('app.localhost'));
    if (page !== undefined) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The app has no page.');
}

/** A folder of its own for one test; `remove` takes it away again. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'keyturn-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
