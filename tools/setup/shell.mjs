// Built-ins only: these scripts run on a fresh clone, before any package is installed, on whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string} line */
export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * One clear line, and the end.
 * @param {string} line
 * @returns {never}
 */
export function fail(line, code = 1) {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}

/** @param {string} name */
export const has = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** The Node that Electron embeds, from npm; known only once the packages are installed. */
export const node24 = () =>
  join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** PATH with the project's own programs first, so that `node` is Node 24. */
export const ownPath = () => `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;

/**
 * Runs to the end with its output shown; gives the exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: ownPath(), ...env },
    shell: process.platform === 'win32',
  });
  return done.status ?? 1;
}

/**
 * Runs quietly to the end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ timeout?: number, env?: NodeJS.ProcessEnv }} [options]
 */
export function quietly(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: options.timeout,
    env: { ...process.env, PATH: ownPath(), ...options.env },
    shell: process.platform === 'win32',
  });
  return { code: done.status ?? 1, text: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

/**
 * Starts a child that ends with us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    ...options,
    env: { ...process.env, PATH: ownPath(), ...options.env },
  });
  const end = () => child.kill('SIGTERM');
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('exit', end);
  return child;
}
