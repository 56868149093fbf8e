// Which host a suite runs on. Pure: what is present and what was asked for come in, a host or a sentence comes out.

const hosts = /** @type {const} */ (['electron', 'chromium']);

/**
 * Takes `--host NAME` or `--host=NAME` out of a command's arguments; what stands behind a bare `--` is the runner's own.
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
 * The host to run on, or the one sentence that says why there is none. Electron is taken where its program is, since it is what people run.
 * @param {string | undefined} asked `electron`, `chromium`, or undefined for the better one that is here
 * @param {{ electron: string | null, why: string, chromium: boolean }} here Electron's program, else why it is not here; whether a Chromium is
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
