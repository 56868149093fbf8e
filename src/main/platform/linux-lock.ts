import type { Clock } from '../base/ports.ts';
import { KeptBus } from './kept-bus.ts';
import type { BusConnection } from './message-bus.ts';

/** The functions that Keyturn calls when the screen is locked, when the computer goes to sleep, and when `hearing` changes. */
export interface LockEars {
  readonly onLock: () => void;
  readonly onSleep: () => void;
  readonly onChange: () => void;
}

/** The service that reports a lock. `lost` means that a service answered before, and that the connection to its bus was lost. */
export type Hearing = 'looking' | 'screen-saver' | 'logind' | 'nobody' | 'lost';

type Side = 'looking' | 'heard' | 'silent' | 'down';

/** The name of systemd's and elogind's logind (org.freedesktop.login1(5)). */
const logind = 'org.freedesktop.login1';
const manager = 'org.freedesktop.login1.Manager';
const session = 'org.freedesktop.login1.Session';
const properties = 'org.freedesktop.DBus.Properties';
const managerPath = '/org/freedesktop/login1';
const sessionsPath = '/org/freedesktop/login1/session';

/**
 * The screen savers, by the names that they own. All have `GetActive` and `ActiveChanged(b)`. KDE follows the freedesktop.org draft. GNOME
 * and its derivatives report the start of the screen saver, which may be before the lock.
 */
const screenSavers: readonly (readonly [name: string, face: string, path: string])[] = [
  ['org.freedesktop.ScreenSaver', 'org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver'],
  ['org.kde.screensaver', 'org.freedesktop.ScreenSaver', '/ScreenSaver'],
  ['org.gnome.ScreenSaver', 'org.gnome.ScreenSaver', '/org/gnome/ScreenSaver'],
  ['org.cinnamon.ScreenSaver', 'org.cinnamon.ScreenSaver', '/org/cinnamon/ScreenSaver'],
  ['org.mate.ScreenSaver', 'org.mate.ScreenSaver', '/org/mate/ScreenSaver'],
  ['org.xfce.ScreenSaver', 'org.xfce.ScreenSaver', '/org/xfce/ScreenSaver'],
];

/** Returns the addresses of the two buses, as libdbus finds them (D-Bus Specification, Well-known Message Bus Instances). Pure. */
export function busAddresses(env: NodeJS.ProcessEnv): { system: string; session: string | null } {
  const runtime = env.XDG_RUNTIME_DIR;
  return {
    system: env.DBUS_SYSTEM_BUS_ADDRESS || 'unix:path=/var/run/dbus/system_bus_socket',
    session: env.DBUS_SESSION_BUS_ADDRESS || (runtime ? `unix:path=${runtime}/bus` : null),
  };
}

/**
 * Listens for the screen's lock on Linux, where Electron does not report it (docs/api/power-monitor.md: `lock-screen` is for macOS and
 * Windows). logind reports it on the system's bus (`Lock`, `LockedHint`, `PrepareForSleep`). The desktop's screen saver reports it on the
 * session's bus (`ActiveChanged`). When the screen is locked already as a bus answers, it counts as locked at that moment.
 */
export class LinuxLock {
  readonly #ears: LockEars;
  readonly #env: NodeJS.ProcessEnv;
  readonly #buses: KeptBus[] = [];
  #system: Side = 'looking';
  #session: Side = 'looking';
  /** The buses on which a service answered once. */
  readonly #heard = { system: false, session: false };
  #told: Hearing = 'looking';

  constructor(ears: LockEars, clock: Clock, env: NodeJS.ProcessEnv = process.env) {
    this.#ears = ears;
    this.#env = env;
    const { system, session } = busAddresses(env);
    this.#buses.push(
      new KeptBus(
        system,
        clock,
        (connection) => this.#hearLogind(connection),
        () => this.#set({ system: 'down' }),
      ),
    );
    if (session === null) this.#session = 'silent';
    else {
      this.#buses.push(
        new KeptBus(
          session,
          clock,
          (connection) => this.#hearScreenSavers(connection),
          () => this.#set({ session: 'down' }),
        ),
      );
    }
  }

  /** Returns the service that reports a lock now. */
  get hearing(): Hearing {
    if (this.#session === 'heard') return 'screen-saver';
    if (this.#system === 'heard') return 'logind';
    if (this.#session === 'looking' || this.#system === 'looking') return 'looking';
    const isLost =
      (this.#heard.session && this.#session === 'down') || (this.#heard.system && this.#system === 'down');
    return isLost ? 'lost' : 'nobody';
  }

  /** Starts to listen. Resolves when both buses have answered or failed. */
  async start(): Promise<void> {
    await Promise.all(this.#buses.map((bus) => bus.start()));
  }

  /** Stops listening. */
  stop(): void {
    for (const bus of this.#buses) bus.stop();
  }

  #set(change: { system?: Side; session?: Side }): void {
    this.#system = change.system ?? this.#system;
    this.#session = change.session ?? this.#session;
    this.#heard.system ||= this.#system === 'heard';
    this.#heard.session ||= this.#session === 'heard';
    const { hearing } = this;
    if (hearing === this.#told) return;
    this.#told = hearing;
    this.#ears.onChange();
  }

  async #hearLogind(bus: BusConnection): Promise<void> {
    let mine: string | null = null;
    await bus.subscribe({ name: logind, interface: manager, member: 'PrepareForSleep' }, ({ body }) => {
      // True before sleep, false after it.
      if (body[0] === true) this.#ears.onSleep();
    });
    await bus.subscribe({ name: logind, interface: session, member: 'Lock' }, ({ path }) => {
      if (path === mine) this.#ears.onLock();
    });
    await bus.subscribe(
      { name: logind, interface: properties, member: 'PropertiesChanged' },
      ({ path, body: [face, changed] }) => {
        if (path === mine && face === session && lockedIn(changed)) this.#ears.onLock();
      },
      sessionsPath,
    );
    let turn = 0;
    // This waits for the first answer, so that `start` resolves with the answer known.
    await new Promise<void>((resolve) => {
      void bus.follow(logind, (owner) => {
        const now = ++turn;
        const look = async () => {
          const found = owner === null ? null : await ownSession(bus, this.#env);
          // Another logind started meanwhile, and its own answer decides.
          if (now !== turn) return;
          mine = found;
          this.#set({ system: found === null ? 'silent' : 'heard' });
          if (found !== null && (await isTrue(bus, found, session, 'LockedHint'))) this.#ears.onLock();
        };
        void look().finally(resolve);
      });
    });
  }

  async #hearScreenSavers(bus: BusConnection): Promise<void> {
    const answers = new Set<string>();
    const turns = new Map<string, number>();
    let isKnown = false;
    const tell = () => {
      if (isKnown) this.#set({ session: answers.size > 0 ? 'heard' : 'silent' });
    };
    const looks: Promise<void>[] = [];
    for (const [name, face, path] of screenSavers) {
      await bus.subscribe({ name, interface: face, member: 'ActiveChanged' }, ({ body }) => {
        if (body[0] === true) this.#ears.onLock();
      });
      await bus.follow(name, (owner) => {
        const now = (turns.get(name) ?? 0) + 1;
        turns.set(name, now);
        const look = async () => {
          // Only an answer counts, because some programs own the name without a screen saver (GNOME's proxy for the freedesktop.org name).
          const active =
            owner === null ? null : await bus.call(name, path, [face, 'GetActive']).catch(() => null);
          if (turns.get(name) !== now) return;
          if (typeof active === 'boolean') answers.add(name);
          else answers.delete(name);
          tell();
          if (active === true) this.#ears.onLock();
        };
        looks.push(look());
      });
    }
    await Promise.all(looks);
    isKnown = true;
    tell();
  }
}

/** Returns whether a change of a session's properties says that its screen is locked now. */
function lockedIn(changed: unknown): boolean {
  return typeof changed === 'object' && changed !== null && Reflect.get(changed, 'LockedHint') === true;
}

async function isTrue(bus: BusConnection, path: string, face: string, property: string): Promise<boolean> {
  return (
    (await bus.call(logind, path, [properties, 'Get'], 'ss', [face, property]).catch(() => null)) === true
  );
}

/**
 * Returns the path of the login session that this screen belongs to, or null. The session is the one in the environment or of this process.
 * For a process that systemd started for the account, it is the session of the account's display (org.freedesktop.login1(5), the session
 * object `auto`). Only a session of this account counts.
 */
async function ownSession(bus: BusConnection, env: NodeJS.ProcessEnv): Promise<string | null> {
  const get = (path: string, property: string) =>
    bus.call(logind, path, [properties, 'Get'], 'ss', [session, property]);
  const byId = (id: unknown) => bus.call(logind, managerPath, [manager, 'GetSession'], 's', [id]);
  const ways: readonly (() => Promise<unknown>)[] = [
    async () => (env.XDG_SESSION_ID ? byId(env.XDG_SESSION_ID) : null),
    () => bus.call(logind, managerPath, [manager, 'GetSessionByPID'], 'u', [process.pid]),
    async () => byId(await get(`${sessionsPath}/auto`, 'Id')),
  ];
  for (const way of ways) {
    try {
      const path = await way();
      if (typeof path !== 'string') continue;
      const user = await get(path, 'User');
      if (Array.isArray(user) && user[0] === process.getuid?.()) return path;
    } catch {
      // The next lookup may find it.
    }
  }
  return null;
}
