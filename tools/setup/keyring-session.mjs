import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const unlock =
  'exec 2>&9 9>&-; printf keyturn | gnome-keyring-daemon --unlock --components=secrets --daemonize > /dev/null 2>&1; exec "$@"';

// The bus prints warnings that nobody can fix. They are shown only when it does not start (127).
const session =
  'exec 9>&2; dbus-run-session -- sh -c "$0" sh "$@" 2> "$XDG_RUNTIME_DIR/bus.log"; code=$?; ' +
  '[ $code != 127 ] || cat "$XDG_RUNTIME_DIR/bus.log" >&9; exit $code';

/** Returns a new folder that is removed when this process ends. @param {string} name */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `keyturn-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * On Linux, returns a command that runs in its own D-Bus session with an unlocked, empty GNOME Keyring, its own folders and no system bus,
 * so that real keyrings and settings stay untouched. Elsewhere returns the command unchanged.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {{ command: string, args: readonly string[], env: NodeJS.ProcessEnv }}
 */
export function withKeyring(command, args) {
  if (process.platform !== 'linux') return { command, args, env: {} };
  const folder = temporaryFolder('session');
  return {
    command: 'sh',
    args: ['-c', session, unlock, command, ...args],
    env: {
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      XDG_RUNTIME_DIR: folder,
      // A person who locks this computer's screen must not lock the tested app.
      DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(folder, 'no-system-bus')}`,
    },
  };
}
