import { expect, it } from 'vitest';
import { appId } from '../../../src/main/platform/app-id.ts';
import { keySourceOf } from '../../../src/main/platform/key-tags.ts';
import { readCommandLine } from '../../../src/main/start/command-line.ts';
import { sandboxStart } from '../../../src/main/start/sandbox.ts';
import { refusedSwitch, refusedSwitchSentence } from '../../../src/main/start/switches.ts';
import { commandsOf } from '../../../src/main/terminal/line.ts';
import { configuration } from '../../../tools/packaging/configuration.ts';

it.each([
  [false, false, 1000, 'enable'],
  [true, false, 1000, 'leave'],
  [true, false, 0, 'leave'],
  [false, false, 0, 'enable'],
  [false, true, 1000, 'enable'],
  [true, true, 1000, 'leave'],
  [true, true, 0, 'refuse'],
  [false, true, 0, 'refuse'],
  [false, true, undefined, 'enable'],
] as const)('with no-sandbox %s, packaged %s, as account %s: %s', (noSandbox, isPackaged, uid, expected) => {
  expect(sandboxStart({ noSandbox, isPackaged, uid })).toBe(expected);
});

it.each([
  ['linux', 'v11', 'system'],
  ['linux', 'v12', 'system'],
  ['linux', 'v10', 'constant'],
  ['linux', 'v13', 'unknown'],
  ['linux', 'v1', 'unknown'],
  ['linux', '', 'unknown'],
  ['linux', 'p:_', 'unknown'],
  ['darwin', 'v10', 'system'],
  ['win32', 'v10', 'system'],
  ['win32', 'any', 'system'],
  ['darwin', '', 'unknown'],
] as const)('on %s, bytes that begin with %j: the key is of %s', (platform, tag, source) => {
  expect(
    keySourceOf(platform, Buffer.from(`${tag}${tag === '' ? '' : 'bytes'}`).subarray(0, tag.length || 0)),
  ).toBe(source);
});

it('the id of the app is the one that its installers use', () => {
  expect(configuration(true).appId).toBe(appId);
});

it.each([
  ['keyturn --remote-debugging-port=9222', 'remote-debugging-port'],
  ['keyturn --remote-debugging-pipe', 'remote-debugging-pipe'],
  ['keyturn -remote-debugging-port=1', 'remote-debugging-port'],
  ['keyturn /remote-debugging-port=1', 'remote-debugging-port'],
  ['keyturn --REMOTE-debugging-port=1', 'remote-debugging-port'],
  ['keyturn /disable-3d-apis', 'disable-3d-apis'],
  ['keyturn /enable_ui=a/b', 'enable_ui'],
  ['keyturn --host-resolver-rules=x', 'host-resolver-rules'],
  ['keyturn --ignore-certificate-errors', 'ignore-certificate-errors'],
  ['keyturn --proxy-server=x', 'proxy-server'],
  ['keyturn --proxy-pac-url=x', 'proxy-pac-url'],
  ['keyturn --js-flags=--expose-gc', 'js-flags'],
  ['keyturn --inspect', 'inspect'],
  ['keyturn --no-sandbox', 'no-sandbox'],
  ['keyturn --disable-web-security', 'disable-web-security'],
  ['keyturn --renderer-cmd-prefix=gdb', 'renderer-cmd-prefix'],
  ['keyturn --ssl-key-log-file=/tmp/x', 'ssl-key-log-file'],
  ['keyturn --log-net-log=/tmp/x', 'log-net-log'],
  ['keyturn --user-data=/x --load-extension=/y', 'load-extension'],
  ['keyturn --what-comes-next', 'what-comes-next'],
  // Chromium reads switches up to the two dashes.
  ['keyturn exec prod chrome --remote-debugging-port=9222', 'remote-debugging-port'],
  ['keyturn ls --remote-debugging-port=9222', 'remote-debugging-port'],
])('a package refuses %s', (line, name) => {
  expect(refusedSwitch(line.split(' '))).toBe(name);
  expect(refusedSwitchSentence(name)).toContain(`--${name} is not accepted`);
});

// Chromium removes blanks around each word before it looks for a dash (base::CommandLine, AppendSwitchesAndArguments).
it.each([' ', '\t', '\n', '\r\n', '\v', '\f', '\u0085', '\u00a0', '\u2003', '\u3000', ' \t '])(
  'a package refuses a switch behind blanks: %j',
  (blanks) => {
    for (const word of ['--remote-debugging-port=1', '-remote-debugging-port', '/remote-debugging-port=1'])
      expect(refusedSwitch(['keyturn', `${blanks}${word}`])).toBe('remote-debugging-port');
    // These are no end of the switches for Keyturn, so what follows is read in any case.
    expect(refusedSwitch(['keyturn', `${blanks}--`, '--inspect'])).not.toBeNull();
  },
);

it.each([
  'keyturn',
  'keyturn --user-data=/x --extra-ca=/y',
  'keyturn --lang=de --force-device-scale-factor=2 --ozone-platform=wayland',
  'keyturn -psn_0_12345',
  'C:\\Keyturn.exe /prefetch:5',
  'keyturn exec prod -- aws --proxy-server=x',
  'keyturn ls --json --start',
  'keyturn --help',
  'keyturn --demo --user-data=/x',
  '/opt/keyturn/keyturn keyturn://open',
  'keyturn /home/ada/file',
])('a package accepts %s', (line) => {
  expect(refusedSwitch(line.split(' '))).toBeNull();
});

it('a package accepts every option of the commands', () => {
  const options = commandsOf('', () => undefined).commands.flatMap((command) =>
    command.options.map(({ long }) => `${command.name()} ${long}`),
  );
  expect(options).toContain('guard --install');
  expect(options.filter((line) => refusedSwitch(['keyturn', ...line.split(' ')]) !== null)).toEqual([]);
});

it('the demo is a switch of the app itself, and no other word', () => {
  const demo = (line: string) => readCommandLine(line.split(' ')).demo;
  expect(demo('keyturn --demo')).toBe(true);
  expect(demo('electron . --demo --user-data=/a')).toBe(true);
  expect(demo('keyturn --demo=https://acme.okta.com')).toBe(false);
  expect(demo('keyturn exec prod -- aws --demo')).toBe(false);
});

it.each([
  ['keyturn --user-data=/a --extra-ca=/b', '/a', '/b'],
  ['electron . --user-data=/a', '/a', null],
  ['keyturn exec prod -- aws ec2 run-instances --user-data=file://x', null, null],
  ['keyturn exec prod aws --user-data=file://x --extra-ca=/c', null, null],
  ['keyturn --user-data=/a exec prod -- aws --user-data=file://x', '/a', null],
  ['keyturn -- --user-data=/a', null, null],
])('what is behind exec or -- is a program’s: %s', (line, userData, extraCa) => {
  expect(readCommandLine(line.split(' '))).toEqual({ userData, extraCa, demo: false });
});
