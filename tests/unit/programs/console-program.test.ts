import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userDataOf } from '../../../src/main/start/console-folder.ts';
import { makeConsoleProgram } from '../../../tools/packaging/console-program.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { callerOf, DoorHarness } from './door-harness.ts';

// What npm runs on Windows is the same program, made there; macOS wants it signed after it was made.
describe.skipIf(process.platform === 'darwin')('the console program', () => {
  let folder: string;
  let program: string;
  let fake: FakeOkta;
  let door: DoorHarness;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keyturn-console-'));
    program = join(folder, 'resources/bin', process.platform === 'win32' ? 'keyturn.exe' : 'keyturn');
    [fake] = await Promise.all([startFakeOkta(), makeConsoleProgram(program)]);
  }, 120_000);
  afterAll(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    door = new DoorHarness(fake);
    door.findCaller = () => Promise.resolve(callerOf('keyturn'));
    await door.begin();
    mkdirSync(join(folder, 'config'), { recursive: true });
    rmSync(join(folder, 'config/Keyturn'), { force: true });
    symlinkSync(door.userData, join(folder, 'config/Keyturn'), 'junction');
  });
  afterEach(() => door.end());

  async function run(words: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
    const child = spawn(program, words, {
      env: {
        ...process.env,
        XDG_CONFIG_HOME: join(folder, 'config'),
        APPDATA: join(folder, 'config'),
        ...env,
      },
    });
    child.stdin.end(input);
    const [[code], out, err] = await Promise.all([
      once(child, 'close'),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { code, out, err };
  }
  const node = (code: string): string[] => [process.execPath, '-e', code];

  it('finds the app by its folder, and gives the program the door, the input and every argument', async () => {
    const args = ['', 'a b', '--', '--user-data=/x', 'exec', 'https://x', '-v', '"&%^', 'ä\n'];
    const shows =
      'process.stdin.toArray().then((all) => console.log(JSON.stringify([process.env.OKTA_CLIENT_ORGURL, process.argv.slice(1), String(Buffer.concat(all))])))';
    const { code, out, err } = await run(['exec', 'terraform', '--', ...node(shows), ...args], 'typed');
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/.*terraform$/),
      args,
      'typed',
    ]);
    expect(code).toBe(0);
    expect((await run(['exec', 'terraform', '--', ...node('process.exit(7)')])).code).toBe(7);
  });

  it('accepts another folder, and leaves NODE_OPTIONS to the program', async () => {
    const nowhere = { XDG_CONFIG_HOME: join(folder, 'nowhere'), APPDATA: join(folder, 'nowhere') };
    const shows = node('console.log(process.env.NODE_OPTIONS)');
    expect(
      await run([`--user-data=${door.userData}`, 'exec', 'terraform', '--', ...shows], '', {
        ...nowhere,
        NODE_OPTIONS: '--import=data:text/javascript,console.error(1)',
      }),
    ).toEqual({
      code: 0,
      out: '--import=data:text/javascript,console.error(1)\n',
      err: '1\n',
    });
  });

  it('reports a wrong command line with the words and the status of the app', async () => {
    const { code, err } = await run(['exec', 'terraform', 'terraform', 'plan']);
    expect(err).toMatch(/^keyturn: Two dashes are missing before the command terraform/);
    expect(code).toBe(64);
  });

  it('starts the app for any other command', async () => {
    const missing = await run([]);
    expect(missing.code).toBe(127);
    expect(missing.err).toMatch(/The app is not at .*Keyturn\.exe\. Install it again\./);
    if (process.platform === 'win32') return;
    const seen = join(folder, 'seen');
    writeFileSync(
      join(folder, 'Keyturn.exe'),
      `#!/bin/sh\nprintf '%s|' "$@" > '${seen}.new'; mv '${seen}.new' '${seen}'\n`,
    );
    chmodSync(join(folder, 'Keyturn.exe'), 0o755);
    expect(await run(['--user-data=/x y', '--extra-ca=/z'])).toEqual({ code: 0, out: '', err: '' });
    await expect
      .poll(() => execFileSync('sh', ['-c', `cat '${seen}' 2> /dev/null || true`], { encoding: 'utf8' }))
      .toBe('--user-data=/x y|--extra-ca=/z|');
  });
});

describe.skipIf(process.platform === 'win32')('the command of macOS', () => {
  it('runs the program of its own app, through links, with every argument unchanged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyturn-command-'));
    try {
      const contents = join(folder, "Ann's Apps/Keyturn.app/Contents");
      mkdirSync(join(contents, 'MacOS'), { recursive: true });
      mkdirSync(join(contents, 'Resources/bin'), { recursive: true });
      const command = join(contents, 'Resources/bin/keyturn');
      copyFileSync(join(import.meta.dirname, '../../../resources/bin/keyturn'), command);
      writeFileSync(join(contents, 'MacOS/Keyturn'), '#!/bin/sh\nprintf "%s|" "$#" "$@"; exit 9\n');
      chmodSync(join(contents, 'MacOS/Keyturn'), 0o755);
      mkdirSync(join(folder, 'bin'));
      symlinkSync(command, join(folder, 'bin/absolute'));
      symlinkSync("../Ann's Apps/Keyturn.app/Contents/Resources/bin/keyturn", join(folder, 'bin/relative'));
      symlinkSync('relative', join(folder, 'bin/twice'));
      const args = ['exec', 'a', '--', '', 'x y', '$HOME', '*', "it's", 'two\nlines', '--user-data=/x'];
      for (const file of [
        command,
        ...['absolute', 'relative', 'twice'].map((name) => join(folder, 'bin', name)),
      ]) {
        let said: { stdout?: string; status?: number } = {};
        try {
          execFileSync(file, args, { cwd: '/', encoding: 'utf8' });
        } catch (error) {
          said = error as typeof said;
        }
        expect(said.stdout).toBe(`${args.length}|${args.join('|')}|`);
        expect(said.status).toBe(9);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('where the app keeps its data', () => {
  it.each([
    ['linux', {}, '/home/ann', '/home/ann/.config/Keyturn'],
    ['linux', { XDG_CONFIG_HOME: '/c' }, '/home/ann', '/c/Keyturn'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/ann', '/home/ann/.config/Keyturn'],
    ['darwin', { XDG_CONFIG_HOME: '/c' }, '/Users/ann', '/Users/ann/Library/Application Support/Keyturn'],
    ['win32', { APPDATA: 'C:\\R' }, 'C:\\Users\\ann', 'C:\\R\\Keyturn'],
    ['win32', {}, 'C:\\Users\\ann', 'C:\\Users\\ann\\AppData\\Roaming\\Keyturn'],
  ] as const)('%s %j', (platform, env, home, wanted) => {
    expect(userDataOf(platform, env, home)).toBe(wanted);
  });
});
