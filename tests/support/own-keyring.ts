import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const service = ['--session', '--dest', 'org.freedesktop.secrets', '--object-path'];
const password = 'keyturn';
/** The entry that Electron's safeStorage makes for the app (Chromium, os_crypt on Linux). */
const entry = "new (require('@napi-rs/keyring').Entry)('Keyturn Safe Storage', 'Keyturn')";

/** A GNOME Keyring on its own bus, so that a test may lock or empty it without an effect on other tests. */
export interface OwnKeyring {
  /** The environment of the app that uses the keyring. */
  readonly env: Readonly<Record<string, string>>;
  lock(): void;
  unlock(): void;
  /** Returns the app's key in the keyring. */
  key(): Buffer;
  /** Removes the app's key, as a reset of the keyring does. */
  forget(): void;
  stop(): void;
}

export async function startOwnKeyring(folder: string): Promise<OwnKeyring> {
  const home = join(folder, 'keyring');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const bus: ChildProcess = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    env: { ...process.env, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (bus.stdout === null) throw new Error('The bus has no output.');
  const [address] = (await once(createInterface(bus.stdout), 'line')) as [string];
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: home };
  const run = (command: string, args: readonly string[], input = ''): string =>
    execFileSync(command, args, {
      env: { ...process.env, ...env },
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: 20_000,
    });
  const gdbus = (path: string, method: string, ...args: string[]) =>
    run('gdbus', ['call', ...service, path, '--method', method, ...args]);
  const begin = () =>
    run('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--daemonize'], password);
  const end = () => {
    const said = run('gdbus', [
      ...['call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'],
      ...['--method', 'org.freedesktop.DBus.GetConnectionUnixProcessID', 'org.freedesktop.secrets'],
    ]);
    const pid = Number(/uint32 (\d+)/.exec(said)?.[1]);
    if (pid > 1) process.kill(pid, 'SIGKILL');
  };
  begin();
  const entryDoes = (what: string): string => run(process.execPath, ['-p', `${entry}.${what}`]);
  return {
    env,
    lock: () => {
      gdbus(
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        "['/org/freedesktop/secrets/collection/login']",
      );
    },
    unlock: () => {
      // A person would type the password at a prompt. A restarted daemon opens the same keyring with the same password.
      end();
      begin();
    },
    key: () => Buffer.from(entryDoes('getPassword()').trim(), 'base64'),
    forget: () => {
      entryDoes('deletePassword()');
    },
    stop: () => {
      end();
      bus.kill('SIGKILL');
    },
  };
}
