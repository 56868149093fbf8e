import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, start } from './shell.mjs';

const unlock =
  'printf keyturn | gnome-keyring-daemon --unlock --components=secrets --daemonize > /dev/null 2>&1; exec "$@"';

/** The folders of a session of its own, so that nobody's real keyring or settings are touched. */
function throwaway() {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-session-'));
  const env = {
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_RUNTIME_DIR: folder,
  };
  return { env, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Runs a command in a D-Bus session of its own with an unlocked, empty GNOME Keyring; elsewhere than on Linux as it is. Gives its exit
 * code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runWithKeyring(command, args, env = {}) {
  if (process.platform !== 'linux') return run(command, args, env);
  const session = throwaway();
  try {
    return run('dbus-run-session', ['--', 'sh', '-c', unlock, 'sh', command, ...args], {
      ...env,
      ...session.env,
    });
  } finally {
    session.remove();
  }
}

/**
 * The same for a command that goes on while we do something else.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startWithKeyring(command, args, options = {}) {
  if (process.platform !== 'linux') return start(command, args, options);
  const session = throwaway();
  const child = start('dbus-run-session', ['--', 'sh', '-c', unlock, 'sh', command, ...args], {
    ...options,
    env: { ...options.env, ...session.env },
  });
  child.once('exit', session.remove);
  return child;
}
