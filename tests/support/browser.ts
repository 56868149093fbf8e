import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../tools/chromium-host/chromium.ts';

/** Starts a separate browser beside the app: the installed Chromium, Chrome or Edge, on every host. */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found for the browser.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
}
