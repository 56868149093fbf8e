import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BusService } from './buses.ts';

const polkitd = '/usr/lib/polkit-1/polkitd';
const policies = '/usr/share/polkit-1/actions';
const rulesFolder = '/etc/polkit-1/rules.d';
const authority = [
  'org.freedesktop.PolicyKit1',
  '/org/freedesktop/PolicyKit1/Authority',
  'org.freedesktop.PolicyKit1.Authority',
] as const;
const root = join(import.meta.dirname, '../..');

/**
 * Why this machine cannot run a polkit for tests; empty when it can. It needs root, because it hides folders from the rest of the system.
 */
export const noPolkit: string =
  process.platform !== 'linux' || process.getuid?.() !== 0
    ? 'a polkit of its own takes root on Linux'
    : !existsSync(polkitd) || !existsSync(rulesFolder) || spawnSync('unshare', ['-m', 'true']).status !== 0
      ? 'polkitd (Debian: polkitd) and mount namespaces are not here'
      : '';

const busConfiguration = (address: string) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="false"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>`;

/** The person's reaction to polkit's question. */
export type AgentAnswer = 'right' | 'wrong' | 'cancel';

/**
 * A real polkitd on its own system bus. It sees the policy of resources/linux as installed, and the test's rules. The machine's own folders
 * stay unchanged.
 */
export class OwnPolkit {
  readonly address: string;
  readonly #folder: string;
  readonly #processes: ChildProcess[] = [];
  readonly #services: BusService[] = [];
  /** The questions that this test's agents showed. */
  readonly asked: { readonly action: string; readonly message: string }[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    this.address = `unix:path=${join(folder, 'bus')}`;
  }

  /** Starts both. `rules` is JavaScript in the form of polkit(8). When `policy` is false, the policy is missing. */
  async start(rules: string, policy = true): Promise<void> {
    const own = { actions: join(this.#folder, 'actions'), rules: join(this.#folder, 'rules') };
    for (const folder of [this.#folder, ...Object.values(own)])
      mkdirSync(folder, { recursive: true, mode: 0o755 });
    writeFileSync(join(own.rules, '10-test.rules'), rules);
    if (policy) {
      spawnSync('cp', [join(root, 'resources/linux/app.keyturn.desktop.policy'), own.actions]);
    }
    const configuration = join(this.#folder, 'bus.conf');
    writeFileSync(configuration, busConfiguration(this.address));
    const bus = this.#run('dbus-daemon', [`--config-file=${configuration}`, '--nofork', '--print-address']);
    await once(createInterface(bus.stdout ?? process.stdin), 'line');
    const mounts = `mount --bind "$1" ${policies} && mount --bind "$2" ${rulesFolder} && exec ${polkitd} --no-debug`;
    this.#run('unshare', ['-m', 'sh', '-c', mounts, 'sh', own.actions, own.rules]);
    const service = await this.#service();
    await service.there('org.freedesktop.PolicyKit1');
  }

  /** Starts an agent for one process, as a desktop does: it shows polkit's question, and the person answers. */
  async agentFor(
    process: { readonly pid: number; readonly started: number; readonly uid: number },
    answer: AgentAnswer,
  ): Promise<void> {
    const service = await this.#service();
    const path = '/app/keyturn/agent';
    const face = 'org.freedesktop.PolicyKit1.AuthenticationAgent';
    service.answer(path, face, 'CancelAuthentication', ['s', ''], () => undefined);
    service.answer(
      path,
      face,
      'BeginAuthentication',
      ['sssa{ss}sa(sa{sv})', ''],
      async (action, message, _icon, _details, cookie) => {
        this.asked.push({ action: String(action), message: String(message) });
        if (answer === 'cancel')
          throw Object.assign(new Error('The person cancelled.'), {
            dbusName: 'org.freedesktop.PolicyKit1.Error.Cancelled',
          });
        const identity = ['unix-user', [['uid', ['u', process.uid]]]];
        // polkit's helper, which runs as root, reports when PAM accepted the password.
        if (answer === 'right')
          await this.#authority(service, 'AuthenticationAgentResponse2', 'us(sa{sv})', [0, cookie, identity]);
        return undefined;
      },
    );
    const subject = [
      'unix-process',
      [
        ['pid', ['u', process.pid]],
        ['start-time', ['t', process.started]],
        ['uid', ['i', process.uid]],
      ],
    ];
    await this.#authority(service, 'RegisterAuthenticationAgent', '(sa{sv})ss', [subject, 'en', path]);
  }

  async end(): Promise<void> {
    for (const service of this.#services) await service.leave().catch(() => undefined);
    for (const child of this.#processes.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  }

  #authority(service: BusService, member: string, signature: string, body: unknown[]): Promise<unknown> {
    return service.call(authority, member, signature, body);
  }

  async #service(): Promise<BusService> {
    const service = await BusService.on(this);
    this.#services.push(service);
    return service;
  }

  #run(command: string, args: readonly string[]): ChildProcess {
    const child = spawn(command, [...args], {
      env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: this.address },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#processes.push(child);
    return child;
  }
}
