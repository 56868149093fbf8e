import { join } from 'node:path';
import { test } from '@playwright/test';
import { findChromium } from '../../tools/chromium-host/chromium.ts';
import { presentElectron } from '../../tools/setup/electron.mjs';
import { chooseHost } from '../../tools/setup/host-choice.mjs';

/**
 * Returns the host of this run: the one that the `npm` commands chose (tools/setup/suite-host.mjs), or the better installed one when a
 * runner was started directly. Throws with the reason when there is none.
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

/** The host's name in results. */
export const hostTitle = host.host === 'electron' ? 'Electron' : 'Chromium host';

/** Skips a test on one host. The reason is a sentence that says what that host is or lacks. */
export function skipOn(name: 'electron' | 'chromium', reason: string): void {
  test.skip(host.host === name, reason);
}

/**
 * The command that starts an app on this host, without a display: the program and its first arguments. The app's folder and its own
 * arguments follow. As root Chromium has no sandbox and Electron does not start with one, so root runs without it, as `npm start` does.
 */
export const hostCommand: readonly [program: string, args: readonly string[]] =
  host.host === 'electron'
    ? [host.program, process.getuid?.() === 0 ? ['--no-sandbox'] : []]
    : [process.execPath, [join(import.meta.dirname, '../../tools/chromium-host/cli.ts')]];
