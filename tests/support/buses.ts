import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type MessageBus } from 'dbus-native';

/** A separate message bus: a real dbus-daemon at a private address. */
export interface OwnBus {
  readonly address: string;
  /** Ends the daemon as a crash would. */
  kill(): Promise<void>;
  /** Restarts the daemon at the same address. */
  again(): Promise<void>;
}

/** Starts a bus with its socket in `folder`, which it creates. */
export async function startBus(folder: string): Promise<OwnBus> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const address = `unix:path=${join(folder, 'bus')}`;
  let daemon: ChildProcess;
  const begin = async () => {
    daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address', `--address=${address}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (daemon.stdout === null) throw new Error('The bus has no output.');
    await once(createInterface(daemon.stdout), 'line');
  };
  const kill = async () => {
    if (daemon.exitCode !== null || daemon.signalCode !== null) return;
    const ended = once(daemon, 'exit');
    daemon.kill('SIGKILL');
    await ended;
  };
  await begin();
  return {
    address,
    kill,
    again: async () => {
      await kill();
      execFileSync('rm', ['-f', join(folder, 'bus')]);
      await begin();
    },
  };
}

/** A program on a bus that owns names and answers calls, as a desktop's service does. */
export class BusService {
  readonly #client: MessageBus;

  private constructor(client: MessageBus) {
    this.#client = client;
  }

  static async on({ address }: Pick<OwnBus, 'address'>): Promise<BusService> {
    const client = createClient({ busAddress: address, authMethods: ['EXTERNAL'] });
    client.connection.on('error', () => undefined);
    await client.getId();
    return new BusService(client);
  }

  /** Resolves when a service owns `name`. */
  async there(name: string): Promise<void> {
    while (!(await this.#client.nameHasOwner(name))) await sleep(20);
  }

  /** Calls a method of another service. */
  async call(
    [destination, path, face]: readonly [name: string, path: string, face: string],
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<unknown> {
    return await this.#client.invoke({
      destination,
      path,
      interface: face,
      member,
      signature,
      body: [...body],
    });
  }

  /** Takes a name. Throws when this fails. */
  async own(name: string): Promise<void> {
    const answer = await this.#client.requestName(name, 0);
    if (answer !== 1) throw new Error(`${name} has an owner already.`);
  }

  async disown(name: string): Promise<void> {
    await this.#client.releaseName(name);
  }

  emit(path: string, face: string, member: string, signature = '', body: readonly unknown[] = []): void {
    this.#client.sendSignal(path, face, member, signature, [...body]);
  }

  /** Answers a method of an object. `out` is the type of the result of `answer`. */
  answer(
    path: string,
    face: string,
    member: string,
    types: readonly [into: string, out: string],
    answer: (...args: unknown[]) => unknown,
  ): void {
    const key = `${path} ${face}`;
    const known = this.#objects.get(key) ?? { methods: {}, object: {} };
    this.#objects.set(key, known);
    known.methods[member] = [types[0], types[1], [], []];
    known.object[member] = answer;
    this.#client.exportInterface(known.object, path, { name: face, methods: known.methods });
  }

  /** Gives an object properties, which are read on each request. */
  show(
    path: string,
    face: string,
    properties: ReadonlyMap<string, readonly [type: string, read: () => unknown]>,
  ): void {
    const object = {};
    for (const [name, [, get]] of properties) Object.defineProperty(object, name, { get, enumerable: true });
    const types = [...properties].map(([name, [type]]) => [name, { type, access: 'read' as const }]);
    this.#client.exportInterface(object, path, { name: face, properties: Object.fromEntries(types) });
  }

  readonly #objects = new Map<
    string,
    { methods: Record<string, [string, string, string[], string[]]>; object: Record<string, unknown> }
  >();

  async leave(): Promise<void> {
    await this.#client.close();
  }
}

/** Starts a screen saver under `name`, with the object and interface of its desktop. */
export async function startScreenSaver(
  bus: OwnBus,
  name: string,
  face = name,
  path = `/${name.replaceAll('.', '/')}`,
) {
  const service = await BusService.on(bus);
  let isActive = false;
  service.answer(path, face, 'GetActive', ['', 'b'], () => isActive);
  await service.own(name);
  return {
    service,
    set(active: boolean, from = path) {
      isActive = active;
      service.emit(from, face, 'ActiveChanged', 'b', [active]);
    },
  };
}

/** Starts a logind (org.freedesktop.login1(5)) with one session of this account and one of another account. */
export async function startLogind(bus: OwnBus, known: { byPid?: boolean; auto?: boolean } = {}) {
  const name = 'org.freedesktop.login1';
  const manager = 'org.freedesktop.login1.Manager';
  const session = 'org.freedesktop.login1.Session';
  const paths = {
    mine: '/org/freedesktop/login1/session/_32',
    theirs: '/org/freedesktop/login1/session/c1',
    auto: '/org/freedesktop/login1/session/auto',
  };
  const service = await BusService.on(bus);
  const refuse = (why: string): never => {
    throw new Error(why);
  };
  let isLocked = false;
  const user = (uid: number) => [uid, `/org/freedesktop/login1/user/_${uid}`];
  service.show(
    paths.mine,
    session,
    new Map([
      ['Id', ['s', () => '2']],
      ['User', ['(uo)', () => user(process.getuid?.() ?? 0)]],
      ['LockedHint', ['b', () => isLocked]],
    ]),
  );
  service.show(
    paths.theirs,
    session,
    new Map([
      ['Id', ['s', () => 'c1']],
      ['User', ['(uo)', () => user(4711)]],
      ['LockedHint', ['b', () => false]],
    ]),
  );
  if (known.auto !== false) service.show(paths.auto, session, new Map([['Id', ['s', () => '2']]]));
  service.answer('/org/freedesktop/login1', manager, 'GetSession', ['s', 'o'], (id) =>
    id === '2' ? paths.mine : id === 'c1' ? paths.theirs : refuse(`No session '${String(id)}' known`),
  );
  service.answer('/org/freedesktop/login1', manager, 'GetSessionByPID', ['u', 'o'], () =>
    known.byPid === true ? paths.mine : refuse('The process belongs to no session'),
  );
  await service.own(name);
  return {
    service,
    paths,
    lock: (path = paths.mine) => service.emit(path, session, 'Lock'),
    unlock: () => service.emit(paths.mine, session, 'Unlock'),
    hint(locked: boolean, path = paths.mine) {
      if (path === paths.mine) isLocked = locked;
      service.emit(path, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', [
        session,
        [['LockedHint', ['b', locked]]],
        [],
      ]);
    },
    sleep: (begins: boolean) =>
      service.emit('/org/freedesktop/login1', manager, 'PrepareForSleep', 'b', [begins]),
  };
}

/**
 * Sends a signal with GLib's own tool, from a connection that owns no name: as a broadcast, and directly to every connection, which
 * receives it without a subscription. `args` are GVariant texts.
 */
export function sendAsNobody({ address }: OwnBus, path: string, signal: string, ...args: string[]): void {
  const gdbus = (...words: string[]) =>
    execFileSync('gdbus', words, {
      encoding: 'utf8',
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: address },
    });
  const everybody = gdbus(
    ...['call', '--session', '--dest=org.freedesktop.DBus', '--object-path=/org/freedesktop/DBus'],
    '--method=org.freedesktop.DBus.ListNames',
  ).match(/:\d+\.\d+/g);
  const send = (...to: string[]) =>
    gdbus('emit', '--session', ...to, `--object-path=${path}`, `--signal=${signal}`, ...args);
  send();
  for (const name of everybody ?? []) send(`--dest=${name}`);
}
