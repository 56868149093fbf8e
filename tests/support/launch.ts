import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/shared/languages.ts';
import type { Control, KeyringTrouble } from './control.ts';
import { host } from './host.ts';
import { launchOnChromium } from './launch-chromium.ts';
import { launchOnElectron } from './launch-electron.ts';

export interface LaunchOptions {
  readonly userData: string;
  readonly extraCa?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Whether the app starts as the demo, whose folder is in `userData`. */
  readonly demo?: boolean;
  /** Opens the app's links in a browser that accepts the certificates of these keys. Without it, links are only recorded. */
  readonly browser?: { readonly pins: readonly string[] };
  /** The fault of safeStorage, if any. */
  readonly keyring?: KeyringTrouble;
  /** The name that safeStorage gives its backend, whatever the backend is. */
  readonly storageBackend?: string;
  /** Whether the computer has Touch ID, which `control` answers. */
  readonly touchId?: boolean;
  /** The files that the app finds in /etc/keyturn. Needs root on Linux, and the Chromium host. */
  readonly etc?: string;
  /** The folder of the app; the default is the checkout. */
  readonly app?: string;
}

/** Returns the environment that gives the app its language on Linux, whatever the language of the computer that runs the tests. */
export const inLanguage = (language: Language): Readonly<Record<string, string>> => ({
  LANGUAGE: '',
  LC_ALL: '',
  LC_MESSAGES: '',
  LANG: language === 'en' ? 'C.UTF-8' : `${language}.UTF-8`,
});

/** The running app, its page in Playwright, and control over what only a desktop shows. */
export interface RunningApp {
  readonly page: Page;
  readonly control: Control;
  readonly process: ChildProcess;
  /** The host of the app, as results name it. */
  readonly runsOn: string;
  /** Returns the browser's page of an opened link, once its address starts like this. Needs `browser`. */
  browserPage(address: string): Promise<Page>;
  /** Returns the app's output so far. */
  output(): string;
  /** Quits as a person would. */
  quit(): Promise<void>;
  /** Sends kill -9, with no chance to clean up. */
  kill(): Promise<void>;
}

/** Starts the built app on this run's host and waits for its window. Rejects with the app's output when it ends first. */
export const launch = (options: LaunchOptions): Promise<RunningApp> =>
  host.host === 'electron' ? launchOnElectron(host.program, options) : launchOnChromium(options);

/** Returns a separate folder for one test; `remove` deletes it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'keyturn-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
