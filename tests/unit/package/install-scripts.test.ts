import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = join(import.meta.dirname, '../../../resources/linux');

// What the packages run as root, on a system of this test's own: their paths are put below a folder, and the programs that they ask are stubs.
describe.skipIf(process.platform !== 'linux')('the scripts of the packages', () => {
  let system = '';
  beforeEach(() => {
    system = mkdtempSync(join(tmpdir(), 'keyturn-install-'));
    for (const folder of [
      'opt/Keyturn/resources',
      'usr/bin',
      'etc/apparmor.d',
      'sys/kernel/security/apparmor',
      'stubs',
    ]) {
      mkdirSync(join(system, folder), { recursive: true });
    }
    writeFileSync(join(system, 'opt/Keyturn/keyturn'), '');
    writeFileSync(join(system, 'opt/Keyturn/chrome-sandbox'), '');
    writeFileSync(join(system, 'opt/Keyturn/resources/apparmor-profile'), 'the profile');
    stub('chown', 'exit 0');
    stub('ischroot', 'exit 1');
    stub('update-desktop-database', 'exit 0');
    stub('apparmor_parser', 'exit 0');
    stub('setpriv', 'exit 0');
  });
  afterEach(() => rmSync(system, { recursive: true }));

  function stub(name: string, body: string): void {
    writeFileSync(
      join(system, 'stubs', name),
      `#!/bin/sh\necho "${name} $*" >> '${system}/asked'\n${body}\n`,
    );
    chmodSync(join(system, 'stubs', name), 0o755);
  }

  function run(name: string, ...args: string[]): void {
    const script = readFileSync(join(scripts, name), 'utf8').replaceAll(
      /(?<=[\s'"=])\/(opt|usr\/bin|etc|sys)\//g,
      `${system}/$1/`,
    );
    const { status, stderr } = spawnSync('/bin/sh', ['-s', '--', ...args], {
      input: script,
      encoding: 'utf8',
      env: { PATH: `${join(system, 'stubs')}:/usr/bin:/bin` },
    });
    expect([status, stderr]).toEqual([0, '']);
  }
  const helper = () => statSync(join(system, 'opt/Keyturn/chrome-sandbox')).mode & 0o7777;
  const profile = () => join(system, 'etc/apparmor.d/keyturn');
  const command = () => join(system, 'usr/bin/keyturn');

  it.each<[what: string, parser: string | null, setpriv: string, profiled: boolean, mode: number]>([
    ['Ubuntu 24.04: the profile, no setuid bit', 'exit 0', 'exit 1', true, 0o755],
    [
      'Debian 12: an AppArmor that does not know the rule, namespaces for all',
      'exit 1',
      'exit 0',
      false,
      0o755,
    ],
    ['no AppArmor, namespaces for all', null, 'exit 0', false, 0o755],
    ['no AppArmor, no namespaces: the helper', null, 'exit 1', false, 0o4755],
    ['neither profile nor namespaces: the helper', 'exit 1', 'exit 1', false, 0o4755],
    [
      'a profile that the kernel does not take',
      'case "$*" in *--skip-kernel-load*) exit 0 ;; esac; exit 1',
      'exit 1',
      false,
      0o4755,
    ],
  ])('%s', (_what, parser, setpriv, profiled, mode) => {
    if (parser === null) rmSync(join(system, 'sys/kernel/security/apparmor'), { recursive: true });
    else stub('apparmor_parser', parser);
    stub('setpriv', setpriv);
    run('after-install.sh', 'configure');
    expect([existsSync(profile()), helper()]).toEqual([profiled, mode]);
    expect(readlinkSync(command())).toBe(join(system, 'opt/Keyturn/keyturn'));
  });

  it('asks about namespaces as nobody, never as root', () => {
    rmSync(join(system, 'sys/kernel/security/apparmor'), { recursive: true });
    run('after-install.sh', 'configure');
    expect(readFileSync(join(system, 'asked'), 'utf8')).toContain(
      'setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user --map-root-user unshare --user true',
    );
  });

  it('removes the setuid bit when it is no longer needed, and can run twice', () => {
    stub('apparmor_parser', 'exit 1');
    stub('setpriv', 'exit 1');
    run('after-install.sh', 'configure');
    expect(helper()).toBe(0o4755);
    stub('setpriv', 'exit 0');
    run('after-install.sh', 'configure', '0.1.0');
    run('after-install.sh', 'configure', '0.1.0');
    expect(helper()).toBe(0o755);
  });

  it.each([
    ['deb, removed', 'remove', false],
    ['deb, purged', 'purge', false],
    ['rpm, the last one', '0', false],
    ['deb, upgraded', 'upgrade', true],
    ['deb, a failed upgrade', 'failed-upgrade', true],
    ['deb, an aborted installation', 'abort-install', true],
    ['rpm, upgraded', '1', true],
  ])('%s: keeps what the new version installed: %s, %s', (_what, argument, stays) => {
    run('after-install.sh', 'configure');
    run('after-remove.sh', argument);
    expect([existsSync(profile()), existsSync(command())]).toEqual([stays, stays]);
    run('after-remove.sh', argument);
  });

  it('leaves a command of the same name from another program alone', () => {
    writeFileSync(command(), 'mine');
    run('after-remove.sh', 'remove');
    expect(readFileSync(command(), 'utf8')).toBe('mine');
  });
});
