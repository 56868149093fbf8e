import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../tools/chromium-host/chromium.ts';

/** A browser of its own beside the app, as a person has one; the installed Chromium, Chrome or Edge, on every host. */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found for the browser.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
}
