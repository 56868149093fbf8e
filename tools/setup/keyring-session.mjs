import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const unlock =
  'exec 2>&9 9>&-; printf keyturn | gnome-keyring-daemon --unlock --components=secrets --daemonize > /dev/null 2>&1; exec "$@"';

// The bus grumbles on standard error about what nobody can change; that is shown only when it does not start at all (127).
const session =
  'exec 9>&2; dbus-run-session -- sh -c "$0" sh "$@" 2> "$XDG_RUNTIME_DIR/bus.log"; code=$?; ' +
  '[ $code != 127 ] || cat "$XDG_RUNTIME_DIR/bus.log" >&9; exit $code';

/** A new folder that is removed when this process ends. @param {string} name */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `keyturn-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * On Linux, what runs a command in a D-Bus session of its own with an unlocked, empty GNOME Keyring and folders of its own, so that
 * nobody's real keyring or settings are touched, and no system bus; elsewhere the command as it is.
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
      // Whoever locks this computer's screen must not lock the app that a test is at.
      DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(folder, 'no-system-bus')}`,
    },
  };
}
