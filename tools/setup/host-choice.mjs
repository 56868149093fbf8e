// Chooses the host for a suite. Pure: takes what is installed and what was requested, and returns a host or a sentence.

const hosts = /** @type {const} */ (['electron', 'chromium']);

/**
 * Removes `--host NAME` or `--host=NAME` from a command's arguments. Arguments after a bare `--` belong to the runner.
 * @param {readonly string[]} args
 * @returns {{ asked: string | undefined, rest: readonly string[], problem: string | null }}
 */
export function takeHost(args) {
  /** @type {string[]} */
  const rest = [];
  /** @type {string[]} */
  const asked = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      rest.push(...args.slice(at));
      break;
    }
    if (arg === '--host') asked.push(args[++at] ?? '');
    else if (arg.startsWith('--host=')) asked.push(arg.slice(7));
    else rest.push(arg);
  }
  const known = hosts.some((one) => one === asked[0]);
  const problem =
    asked.length > 1
      ? '--host is given more than once; say it once.'
      : asked.length === 1 && !known
        ? `--host is electron or chromium, not "${asked[0]}".`
        : null;
  return { asked: asked[0], rest, problem };
}

/**
 * Returns the host to run on, or one sentence that says why there is none. Prefers Electron when its program is installed, since people run
 * Electron.
 * @param {string | undefined} asked `electron`, `chromium`, or undefined for the better installed one
 * @param {{ electron: string | null, why: string, chromium: boolean }} here Electron's program, or why it is missing; whether a Chromium is
 * installed
 * @returns {{ host: 'electron', program: string } | { host: 'chromium' } | { problem: string }}
 */
export function chooseHost(asked, here) {
  if (asked !== undefined && !hosts.some((one) => one === asked))
    return { problem: `--host is electron or chromium, not "${asked}".` };
  if (asked !== 'chromium' && here.electron !== null) return { host: 'electron', program: here.electron };
  if (asked === 'electron')
    return {
      problem: `Electron cannot be run here: ${here.why}. Leave out --host electron to run on the Chromium host.`,
    };
  if (here.chromium) return { host: 'chromium' };
  return {
    problem:
      'No Chromium, Chrome or Edge was found for the Chromium host; install one, or let Electron be downloaded.',
  };
}
