import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Control, KeyringTrouble } from './control.ts';
import { host } from './host.ts';
import { launchOnChromium } from './launch-chromium.ts';
import { launchOnElectron } from './launch-electron.ts';

export interface LaunchOptions {
  readonly userData: string;
  readonly extraCa?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Opens what the app opens in a browser that excuses the certificates of these keys; without it that is only noted. */
  readonly browser?: { readonly pins: readonly string[] };
  /** How safeStorage misbehaves, if it does. */
  readonly keyring?: KeyringTrouble;
  /** What safeStorage calls its backend, whatever it is. */
  readonly storageBackend?: string;
  /** Whether the computer has Touch ID, which `control` answers. */
  readonly touchId?: boolean;
  /** The folder of the app; the checkout unless said. */
  readonly app?: string;
}

/** The app running, its page as Playwright sees it, and what only a desktop would show. */
export interface RunningApp {
  readonly page: Page;
  readonly control: Control;
  readonly process: ChildProcess;
  /** What it runs on, as results name it. */
  readonly runsOn: string;
  /** The page of the browser that shows what the app opened, once its address begins so; needs `browser`. */
  browserPage(address: string): Promise<Page>;
  /** What it wrote to its standard outputs so far. */
  output(): string;
  /** Quits as a person does. */
  quit(): Promise<void>;
  /** kill -9, with no chance to tidy up. */
  kill(): Promise<void>;
}

/** Starts the built app on this run's host and waits for its window. Rejects with its output when it ends first. */
export const launch = (options: LaunchOptions): Promise<RunningApp> =>
  host.host === 'electron' ? launchOnElectron(host.program, options) : launchOnChromium(options);

/** A folder of its own for one test; `remove` takes it away again. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'keyturn-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
