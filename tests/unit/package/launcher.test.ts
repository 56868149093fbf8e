import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const resources = join(import.meta.dirname, '../../../resources/linux');

/** The arguments of `why_no_sandbox`, in its order. */
interface Facts {
  uid: string;
  helper: 'usable' | 'absent';
  profile: 'present' | 'absent';
  probe: 'works' | 'fails' | 'unknown';
  max: string;
  clone: string;
  apparmor: string;
  from: 'appimage' | 'package';
}

// Ubuntu 24.04 with an AppImage: namespaces only with a profile, and a helper that has no setuid bit in a FUSE mount.
const ubuntu: Facts = {
  uid: '1000',
  helper: 'absent',
  profile: 'absent',
  probe: 'fails',
  max: '31000',
  clone: '1',
  apparmor: '1',
  from: 'appimage',
};

/** Asks the function of sandbox.sh about many computers in one shell; one line of an answer each. */
function why(all: readonly Facts[]): string[] {
  const script = [
    `. '${join(resources, 'sandbox.sh')}'`,
    ...all.map(
      (facts) =>
        `echo "[$(why_no_sandbox ${Object.values(facts)
          .map((fact) => `'${fact}'`)
          .join(' ')})]"`,
    ),
  ].join('\n');
  const { stdout } = spawnSync('/bin/sh', ['-eu'], { input: script, encoding: 'utf8' });
  const answers = [...stdout.matchAll(/^\[(.*)\]$/gm)].map(([, answer]) => answer ?? '');
  // More lines than answers would be an answer of two lines.
  expect(stdout.trimEnd().split('\n')).toHaveLength(all.length);
  expect(answers).toHaveLength(all.length);
  return answers;
}

// Windows has no /bin/sh, and the launcher is for Linux only.
describe.skipIf(process.platform === 'win32')('the check whether the sandbox can start', () => {
  it.each<[what: string, facts: Partial<Facts>, words: string | null]>([
    ['an AppImage on Ubuntu 24.04', {}, 'AppArmor restricts user namespaces'],
    ['the same, with a profile of an administrator for it', { probe: 'works' }, null],
    ['a package on Ubuntu 24.04, with its profile', { profile: 'present', from: 'package' }, null],
    ['a package whose helper has its setuid bit', { helper: 'usable', from: 'package' }, null],
    ['Debian and Fedora as they are', { probe: 'works', apparmor: '', clone: '' }, null],
    ['hardened Debian', { clone: '0', apparmor: '' }, 'kernel.unprivileged_userns_clone is 0'],
    ['no namespaces at all', { max: '0', clone: '', apparmor: '' }, 'user.max_user_namespaces is 0'],
    ['a container whose seccomp filter refuses', { apparmor: '', clone: '' }, 'lets no program make'],
    ['no unshare, and nothing says it would fail', { probe: 'unknown', apparmor: '', clone: '' }, null],
    ['no unshare, restricted', { probe: 'unknown' }, 'AppArmor restricts'],
    [
      'no unshare, none allowed',
      { probe: 'unknown', max: '0', apparmor: '0' },
      'user.max_user_namespaces is 0',
    ],
    ['root', { uid: '0', probe: 'works' }, 'does not run as root'],
    ['root with a helper', { uid: '0', helper: 'usable', profile: 'present' }, 'does not run as root'],
  ])('%s', (_what, facts, words) => {
    const [answer] = why([{ ...ubuntu, ...facts }]);
    if (words === null) expect(answer).toBe('');
    else expect(answer).toContain(words);
  });

  it('says what to do, for an AppImage and for a package', () => {
    const [appImage, packaged] = why([ubuntu, { ...ubuntu, from: 'package' }]);
    expect(appImage).toContain('Install the .deb or .rpm package instead');
    expect(packaged).toContain('Install the package again');
  });

  it('starts wherever one of the three ways is open, and never as root', () => {
    const some = fc.record<Facts>({
      uid: fc.constantFrom('0', '1', '1000', '65534'),
      helper: fc.constantFrom('usable', 'absent'),
      profile: fc.constantFrom('present', 'absent'),
      probe: fc.constantFrom('works', 'fails', 'unknown'),
      max: fc.constantFrom('', '0', '1', '31000'),
      clone: fc.constantFrom('', '0', '1'),
      apparmor: fc.constantFrom('', '0', '1'),
      from: fc.constantFrom('appimage', 'package'),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 30, maxLength: 60 }), (all) => {
        for (const [index, answer] of why(all).entries()) {
          const facts = all[index] as Facts;
          const open = facts.helper === 'usable' || facts.profile === 'present' || facts.probe === 'works';
          const shown =
            facts.probe === 'fails' || facts.max === '0' || facts.clone === '0' || facts.apparmor === '1';
          expect(answer === '', JSON.stringify(facts)).toBe(facts.uid !== '0' && (open || !shown));
          expect(answer === '' || /^Keyturn .+\.$/.test(answer)).toBe(true);
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe.skipIf(process.platform === 'win32')('the launcher', () => {
  let folder = '';
  const bin = () => join(folder, 'bin');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyturn-launcher-'));
    mkdirSync(join(folder, 'resources'));
    mkdirSync(bin());
    copyFileSync(join(resources, 'keyturn.sh'), join(folder, 'keyturn'));
    copyFileSync(join(resources, 'sandbox.sh'), join(folder, 'resources/sandbox.sh'));
    // This stand-in for the program prints its arguments.
    program(folder, 'keyturn-bin', 'printf "%s\\0" "$@"');
    program(bin(), 'id', 'echo 1000');
    program(bin(), 'unshare', 'exit 0');
    program(bin(), 'zenity', `printf '%s' "$*" > '${folder}/dialog'`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function program(inside: string, name: string, body: string): void {
    writeFileSync(join(inside, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(inside, name), 0o755);
  }

  const start = (args: readonly string[], env: Record<string, string> = {}) => {
    const run = spawnSync(join(folder, 'keyturn'), args, {
      encoding: 'utf8',
      env: { PATH: `${bin()}:${process.env.PATH}`, ...env },
    });
    const given = run.stdout.split('\0').slice(0, -1);
    // printf without an argument writes the empty one.
    return {
      ...run,
      given: args.length === 0 || given.join() === '' ? given.filter((one) => one !== '') : given,
    };
  };

  it('starts the program with its arguments', () => {
    expect(start(['--user-data=/a b', 'keyturn://x', "it's", '*']).given).toEqual([
      '--user-data=/a b',
      'keyturn://x',
      "it's",
      '*',
    ]);
  });

  it('says in one line why not, on standard error and in a dialog, and starts nothing', () => {
    program(bin(), 'unshare', 'exit 1');
    // As AppRun of electron-builder starts it where namespaces are refused.
    const run = start(['--no-sandbox', '--lang=de'], { APPIMAGE: '/home/olga/Keyturn.AppImage' });
    expect(run.status).toBe(1);
    expect(run.given).toEqual([]);
    expect(run.stderr).toMatch(
      /^keyturn: Keyturn cannot start in its sandbox, and never runs without it: .+\n$/,
    );
    expect(readFileSync(join(folder, 'dialog'), 'utf8')).toContain('cannot start in its sandbox');
  });

  it('does not start as root', () => {
    program(bin(), 'id', 'echo 0');
    const run = start(['--no-sandbox']);
    expect([run.status, run.given]).toEqual([1, []]);
    expect(run.stderr).toMatch(/^keyturn: Keyturn does not run as root, .+\n$/);
  });

  it('accepts a helper with the setuid bit that root owns', () => {
    program(bin(), 'unshare', 'exit 1');
    program(folder, 'chrome-sandbox', '');
    const mine = process.getuid?.() === 0;
    program(bin(), 'stat', `echo ${mine ? 1000 : 0}`);
    program(bin(), 'findmnt', 'echo rw,relatime');
    chmodSync(join(folder, 'chrome-sandbox'), 0o4755);
    expect(start([]).status).toBe(mine ? 1 : 0);
    program(bin(), 'stat', 'echo 0');
    expect(start([]).status).toBe(0);
    program(bin(), 'findmnt', 'echo rw,nosuid,nodev');
    expect(start([]).status).toBe(1);
    program(bin(), 'findmnt', 'echo rw');
    chmodSync(join(folder, 'chrome-sandbox'), 0o755);
    expect(start([]).status).toBe(1);
  });

  it('is found through a link such as /usr/bin/keyturn', () => {
    spawnSync('ln', ['-s', join(folder, 'keyturn'), join(bin(), 'linked')]);
    const run = spawnSync(join(bin(), 'linked'), ['a'], {
      encoding: 'utf8',
      env: { PATH: `${bin()}:${process.env.PATH}` },
    });
    expect(run.stdout).toBe('a\0');
  });

  it('does not let compiled code in from outside', () => {
    program(folder, 'keyturn-bin', 'printf "%s\\0" "$NODE_COMPILE_CACHE"');
    expect(start(['x'], { NODE_COMPILE_CACHE: '/tmp/laid' }).stdout).toBe('\0');
  });

  it('lets no core dump be written, whatever the shell allows', () => {
    program(folder, 'keyturn-bin', 'ulimit -c');
    const run = spawnSync(
      'sh',
      ['-c', `ulimit -c unlimited 2>/dev/null; exec "$0" x`, join(folder, 'keyturn')],
      {
        encoding: 'utf8',
        env: { PATH: `${bin()}:${process.env.PATH}` },
      },
    );
    expect(run.stdout).toBe('0\n');
  });

  const switches = [
    'no-sandbox',
    'no-zygote',
    'single-process',
    'disable-namespace-sandbox',
    'disable-setuid-sandbox',
    'disable-seccomp-filter-sandbox',
    'disable-gpu-sandbox',
    'no-zygote-sandbox',
    'gpu-sandbox-allow-sysv-shm',
  ];

  it('leaves out what would take the sandbox away, however it is written, and only before `--`', () => {
    const space = fc.constantFrom('', ' ', '\t', '\n', '  ');
    const taking = fc
      .tuple(
        space,
        fc.constantFrom('-', '--'),
        fc.constantFrom(...switches),
        fc.constantFrom('', '=', '=1', '=a b'),
        space,
      )
      .map((parts) => parts.join(''));
    const other = fc.constantFrom(
      '--no-sandboxed',
      '---no-sandbox',
      'no-sandbox',
      '--lang=--no-sandbox',
      '--user-data=/x',
      '-',
      '',
      'exec',
      '$(id)',
      '--NO-SANDBOX',
    );
    const word = fc.oneof(
      taking.map((text) => [text, false] as const),
      other.map((text) => [text, true] as const),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.array(taking, { maxLength: 3 }),
        (before, after) => {
          const kept = before.filter(([, stays]) => stays).map(([text]) => text);
          // Never empty, so that printf has what to print.
          const run = start([...before.map(([text]) => text), '--', 'end', ...after]);
          expect(run.given).toEqual([...kept, '--', 'end', ...after]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
