import { join } from 'node:path';
import { test } from '@playwright/test';
import { findChromium } from '../../tools/chromium-host/chromium.ts';
import { presentElectron } from '../../tools/setup/electron.mjs';
import { chooseHost } from '../../tools/setup/host-choice.mjs';

/**
 * The host that this run is on: what the commands of `npm` settled (tools/setup/suite-host.mjs), or the better one that is here when a
 * runner was started by itself. Throws with the sentence that says why there is none.
 */
function settled(): { host: 'electron'; program: string } | { host: 'chromium' } {
  const program = process.env.KEYTURN_TEST_ELECTRON ?? presentElectron();
  const chosen = chooseHost(process.env.KEYTURN_TEST_HOST, {
    electron: program,
    why: 'its program is not here',
    chromium: findChromium() !== null,
  });
  if ('problem' in chosen) throw new Error(chosen.problem);
  return chosen;
}

export const host = settled();

/** As results name it. */
export const hostTitle = host.host === 'electron' ? 'Electron' : 'Chromium host';

/** Skips a test on one host; the reason is a sentence that says what that host is or has not. */
export function skipOn(name: 'electron' | 'chromium', reason: string): void {
  test.skip(host.host === name, reason);
}

/**
 * What starts an app on this host beside any display: the program and its first arguments; the app's folder and its own come after.
 * As root Chromium has no sandbox and Electron does not start with one, so it goes without there, as `npm start` does.
 */
export const hostCommand: readonly [program: string, args: readonly string[]] =
  host.host === 'electron'
    ? [host.program, process.getuid?.() === 0 ? ['--no-sandbox'] : []]
    : [process.execPath, [join(import.meta.dirname, '../../tools/chromium-host/cli.ts')]];
