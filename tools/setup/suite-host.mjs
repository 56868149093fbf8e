import { virtualDisplay } from './display.mjs';
import { findElectron, presentElectron } from './electron.mjs';
import { chooseHost, takeHost } from './host-choice.mjs';
import { fail } from './shell.mjs';

/** Returns the `--host` of a command that runs the app, and its other arguments. Exits with one line when it names no host. */
export function askedHost(args = process.argv.slice(2)) {
  const { asked, rest, problem } = takeHost(args);
  if (problem !== null) fail(problem, 2);
  return { asked, rest };
}

/**
 * Returns the environment that tells a suite its host (tests/support/host.ts reads it). Exits with one line when the requested host is not
 * installed. Downloads Electron only on an explicit request: a suite changes nothing on the machine by itself.
 * @param {string | undefined} asked
 * @returns {Promise<{ name: 'electron' | 'chromium', env: NodeJS.ProcessEnv }>}
 */
export async function suiteHost(asked) {
  const electron =
    asked === 'electron'
      ? await findElectron(true)
      : { path: presentElectron(), why: 'its program is not here' };
  // On Linux the set-up has already provided a Chromium. Elsewhere the Chromium host itself reports a missing one.
  const chosen = chooseHost(asked, { electron: electron.path, why: electron.why, chromium: true });
  if ('problem' in chosen) fail(chosen.problem);
  if (chosen.host === 'chromium') return { name: 'chromium', env: { KEYTURN_TEST_HOST: 'chromium' } };
  return {
    name: 'electron',
    env: {
      KEYTURN_TEST_HOST: 'electron',
      KEYTURN_TEST_ELECTRON: chosen.program,
      // Electron has no headless mode: on Linux its windows use a virtual display.
      ...(process.platform === 'linux'
        ? { DISPLAY: await virtualDisplay(), WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' }
        : {}),
    },
  };
}
