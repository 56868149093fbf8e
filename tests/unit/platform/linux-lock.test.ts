import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitBefore } from '../../../src/main/platform/kept-bus.ts';
import { busAddresses, LinuxLock } from '../../../src/main/platform/linux-lock.ts';
import { type OwnBus, sendAsNobody, startBus, startLogind, startScreenSaver } from '../../support/buses.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const nowhere = 'unix:path=/nonexistent/bus';

let folder: string;
const buses: OwnBus[] = [];
const running: LinuxLock[] = [];
let clock: HandClock;
let heard: string[];

const aBus = async (name: string): Promise<OwnBus> => {
  const bus = await startBus(join(folder, name));
  buses.push(bus);
  return bus;
};

async function listen(
  addresses: { system?: OwnBus; session?: OwnBus },
  env: NodeJS.ProcessEnv = {},
): Promise<LinuxLock> {
  const lock = new LinuxLock(
    {
      onLock: () => heard.push('lock'),
      onSleep: () => heard.push('sleep'),
      onChange: () => heard.push(`now ${lock.hearing}`),
    },
    clock,
    {
      DBUS_SYSTEM_BUS_ADDRESS: addresses.system?.address ?? nowhere,
      DBUS_SESSION_BUS_ADDRESS: addresses.session?.address ?? nowhere,
      ...env,
    },
  );
  running.push(lock);
  await lock.start();
  return lock;
}

/** The next entries are these and no others. */
const hears = async (...wanted: string[]) => {
  await vi.waitFor(() => expect(heard).toEqual(wanted), { timeout: 5_000 });
  heard.length = 0;
};

describe.skipIf(process.platform !== 'linux')('a lock of the screen on Linux, on a real bus', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyturn-bus-'));
    clock = new HandClock();
    heard = [];
  });

  afterEach(async () => {
    for (const lock of running.splice(0)) lock.stop();
    for (const bus of buses.splice(0)) await bus.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['org.freedesktop.ScreenSaver', 'org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver'],
    ['org.kde.screensaver', 'org.freedesktop.ScreenSaver', '/ScreenSaver'],
    ['org.gnome.ScreenSaver', 'org.gnome.ScreenSaver', '/org/gnome/ScreenSaver'],
    ['org.cinnamon.ScreenSaver', 'org.cinnamon.ScreenSaver', '/org/cinnamon/ScreenSaver'],
    ['org.mate.ScreenSaver', 'org.mate.ScreenSaver', '/org/mate/ScreenSaver'],
    ['org.xfce.ScreenSaver', 'org.xfce.ScreenSaver', '/org/xfce/ScreenSaver'],
  ])('is heard from %s', async (name, face, path) => {
    const session = await aBus('session');
    const saver = await startScreenSaver(session, name, face, path);
    const lock = await listen({ session });
    expect(lock.hearing).toBe('screen-saver');
    await hears('now screen-saver');
    saver.set(true);
    await hears('lock');
    saver.set(false);
    // KDE tells it at two objects; which one does not matter.
    saver.set(true, '/ScreenSaver');
    await hears('lock');
  });

  it('is heard from logind: Lock, LockedHint and sleep, of the own session only', async () => {
    const system = await aBus('system');
    const logind = await startLogind(system);
    const lock = await listen({ system });
    expect(lock.hearing).toBe('logind');
    await hears('now logind');
    logind.lock(logind.paths.theirs);
    logind.hint(true, logind.paths.theirs);
    logind.unlock();
    logind.hint(false);
    logind.sleep(false);
    logind.lock();
    await hears('lock');
    logind.hint(true);
    await hears('lock');
    logind.sleep(true);
    await hears('sleep');
  });

  it.each([
    ['the environment', {}, { XDG_SESSION_ID: '2' }, 'logind'],
    ['the process', { byPid: true, auto: false }, {}, 'logind'],
    ["the account's display", { auto: true }, {}, 'logind'],
    ["another account's in the environment, the display behind it", {}, { XDG_SESSION_ID: 'c1' }, 'logind'],
    ['none in the environment that is known, the display behind it', {}, { XDG_SESSION_ID: '99' }, 'logind'],
    ['nothing', { auto: false }, {}, 'nobody'],
    ["another account's only", { auto: false }, { XDG_SESSION_ID: 'c1' }, 'nobody'],
  ])('finds the own session by %s', async (_how, known, env, wanted) => {
    const system = await aBus('system');
    const logind = await startLogind(system, known);
    const lock = await listen({ system }, env);
    expect(lock.hearing).toBe(wanted);
    heard.length = 0;
    logind.lock();
    logind.sleep(true);
    await hears(...(wanted === 'logind' ? ['lock', 'sleep'] : ['sleep']));
  });

  it('is not heard from a program that does not own the name', async () => {
    const [system, session] = [await aBus('system'), await aBus('session')];
    const logind = await startLogind(system);
    const saver = await startScreenSaver(session, 'org.gnome.ScreenSaver');
    await listen({ system, session });
    await vi.waitFor(() => expect(heard).toContain('now screen-saver'));
    heard.length = 0;
    sendAsNobody(session, '/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'true');
    // Nor from one that owns another name.
    const other = await startScreenSaver(session, 'org.example.ScreenSaver', 'org.gnome.ScreenSaver');
    other.set(true);
    sendAsNobody(system, logind.paths.mine, 'org.freedesktop.login1.Session.Lock');
    sendAsNobody(system, '/org/freedesktop/login1', 'org.freedesktop.login1.Manager.PrepareForSleep', 'true');
    // A change of owner that only the bus may tell.
    sendAsNobody(
      session,
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameOwnerChanged',
      "'org.gnome.ScreenSaver'",
      "''",
      "':1.999'",
    );
    // What comes behind them, from the owner, is heard: the others have been there before it.
    saver.service.emit('/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver', 'ActiveChanged', 'b', [true]);
    await hears('lock');
    logind.lock();
    await hears('lock');
  });

  it('comes from the new owner when the name changes hands, and no more from the old one', async () => {
    const session = await aBus('session');
    const old = await startScreenSaver(session, 'org.gnome.ScreenSaver');
    const lock = await listen({ session });
    await hears('now screen-saver');
    await old.service.disown('org.gnome.ScreenSaver');
    await hears('now nobody');
    old.set(true);
    const next = await startScreenSaver(session, 'org.gnome.ScreenSaver');
    await hears('now screen-saver');
    expect(lock.hearing).toBe('screen-saver');
    old.set(true);
    next.set(true);
    await hears('lock');
  });

  it('ignores odd signals and does not break', async () => {
    const session = await aBus('session');
    const saver = await startScreenSaver(session, 'org.gnome.ScreenSaver');
    await listen({ session });
    await hears('now screen-saver');
    const odd: readonly (readonly [string, readonly unknown[]])[] = [
      ['', []],
      ['s', ['true']],
      ['u', [1]],
      ['as', [['true']]],
      ['sb', ['x', true]],
      ['v', [['s', 'true']]],
    ];
    for (const [signature, body] of odd) {
      saver.service.emit('/x', 'org.gnome.ScreenSaver', 'ActiveChanged', signature, body);
    }
    saver.set(true);
    await hears('lock');
  });

  it('counts a bus name without a screen saver behind it as no answer', async () => {
    const [system, session] = [await aBus('system'), await aBus('session')];
    const { BusService } = await import('../../support/buses.ts');
    const proxy = await BusService.on(session);
    await proxy.own('org.freedesktop.ScreenSaver');
    const lock = await listen({ system, session });
    expect(lock.hearing).toBe('nobody');
  });

  it('reports a missing bus once, and rejects nothing', async () => {
    const lock = await listen({});
    expect(lock.hearing).toBe('nobody');
    expect(heard).toEqual(['now nobody']);
  });

  it('reports a bus that ends, and reports locks again when the bus is back, even an earlier one', async () => {
    const session = await aBus('session');
    await startScreenSaver(session, 'org.gnome.ScreenSaver');
    const lock = await listen({ session });
    await hears('now screen-saver');
    await session.kill();
    await hears('now lost');
    await session.again();
    const saver = await startScreenSaver(session, 'org.gnome.ScreenSaver');
    saver.set(true);
    clock.advance(waitBefore(1));
    await vi.waitFor(() => expect(lock.hearing).toBe('screen-saver'));
    await vi.waitFor(() => expect([...heard].sort()).toEqual(['lock', 'now screen-saver']));
  });

  it('finds a bus that starts later', async () => {
    const session = await aBus('session');
    await session.kill();
    const lock = await listen({ session });
    expect(lock.hearing).toBe('nobody');
    clock.advance(waitBefore(1));
    await session.again();
    await startScreenSaver(session, 'org.xfce.ScreenSaver');
    await vi.waitFor(() => {
      clock.advance(60_000);
      expect(lock.hearing).toBe('screen-saver');
    });
  });

  it('counts a screen that is already locked as locked now', async () => {
    const [system, session] = [await aBus('system'), await aBus('session')];
    const logind = await startLogind(system);
    logind.hint(true);
    const saver = await startScreenSaver(session, 'org.cinnamon.ScreenSaver');
    saver.set(true);
    await listen({ system, session });
    await vi.waitFor(() => expect(heard.filter((one) => one === 'lock')).toHaveLength(2));
  });

  it('reports nothing when stopped', async () => {
    const session = await aBus('session');
    const saver = await startScreenSaver(session, 'org.gnome.ScreenSaver');
    const lock = await listen({ session });
    await hears('now screen-saver');
    lock.stop();
    saver.set(true);
    await session.kill();
    clock.advance(600_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([]);
  });
});

describe('the addresses of the buses', () => {
  const system = 'unix:path=/var/run/dbus/system_bus_socket';
  it.each([
    [{}, { system, session: null }],
    [{ XDG_RUNTIME_DIR: '/run/user/1' }, { system, session: 'unix:path=/run/user/1/bus' }],
    [
      { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=x', XDG_RUNTIME_DIR: '/r' },
      { system, session: 'unix:abstract=x' },
    ],
    [{ DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/s' }, { system: 'unix:path=/s', session: null }],
    [
      { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '' },
      { system, session: null },
    ],
  ])('%j', (env, wanted) => {
    expect(busAddresses(env)).toEqual(wanted);
  });

  it('are tried again after a time that doubles, up to a minute', () => {
    expect([1, 2, 3, 7, 8, 1000].map(waitBefore)).toEqual([1000, 2000, 4000, 60_000, 60_000, 60_000]);
  });
});
