import { virtualDisplay } from './display.mjs';
import { findElectron, presentElectron } from './electron.mjs';
import { chooseHost, takeHost } from './host-choice.mjs';
import { fail } from './shell.mjs';

/** `--host` of a command that runs the app, and what is left of its arguments. Ends with one line when it names no host. */
export function askedHost(args = process.argv.slice(2)) {
  const { asked, rest, problem } = takeHost(args);
  if (problem !== null) fail(problem, 2);
  return { asked, rest };
}

/**
 * The environment in which a suite finds its host (tests/support/host.ts reads it). Ends with one line when the host that was asked for
 * is not here. Electron is downloaded only for whoever asks for it by name: a suite changes nothing of the machine by itself.
 * @param {string | undefined} asked
 * @returns {Promise<{ name: 'electron' | 'chromium', env: NodeJS.ProcessEnv }>}
 */
export async function suiteHost(asked) {
  const electron =
    asked === 'electron'
      ? await findElectron(true)
      : { path: presentElectron(), why: 'its program is not here' };
  // On Linux set-up has seen to a Chromium before; elsewhere the Chromium host says by itself that there is none.
  const chosen = chooseHost(asked, { electron: electron.path, why: electron.why, chromium: true });
  if ('problem' in chosen) fail(chosen.problem);
  if (chosen.host === 'chromium') return { name: 'chromium', env: { KEYTURN_TEST_HOST: 'chromium' } };
  return {
    name: 'electron',
    env: {
      KEYTURN_TEST_HOST: 'electron',
      KEYTURN_TEST_ELECTRON: chosen.program,
      // Electron has no headless mode: on Linux its windows are on a display that nobody sees.
      ...(process.platform === 'linux'
        ? { DISPLAY: await virtualDisplay(), WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' }
        : {}),
    },
  };
}
