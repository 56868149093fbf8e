import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ends } from '../../../src/main/base/ends.ts';
import { Failed } from '../../../src/main/base/failure.ts';
import { readExecLine } from '../../../src/main/features/programs/exec-line.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { newFolder } from '../vault/helpers.ts';
import { callerOf, DoorHarness } from './door-harness.ts';
import { node, runExec } from './run-exec.ts';

describe('the command line', () => {
  const read = (text: string) => readExecLine(text.split(' '));

  it.each([
    ['keyturn exec terraform -- terraform plan', { alias: 'terraform', value: false, args: ['plan'] }],
    ['electron . exec terraform -- terraform', { alias: 'terraform', value: false, args: [] }],
    ['keyturn --no-sandbox exec a -- terraform', { alias: 'a', value: false, args: [] }],
    [
      'electron --no-sandbox . --user-data=/x exec a -- terraform --no-sandbox',
      { alias: 'a', value: false, args: ['--no-sandbox'] },
    ],
    [
      'electron . --user-data=/x --extra-ca=/y exec --value a-2 -- terraform exec --value',
      { alias: 'a-2', value: true, args: ['exec', '--value'] },
    ],
    ['keyturn exec Terraform -- terraform', { alias: 'terraform', value: false, args: [] }],
    ['keyturn exec a --value -- terraform', { alias: 'a', value: true, args: [] }],
    ['keyturn exec --value -- terraform', { alias: null, value: true, args: [] }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual({ command: 'terraform', app: false, masked: true, ...expected });
  });

  it.each([
    'keyturn',
    'electron .',
    'keyturn --user-data=/exec',
    'electron . --user-data=/x',
    'keyturn --exec',
    'keyturn --no-sandbox',
    'electron --no-sandbox .',
    'keyturn -- exec a',
  ])('%s is not exec', (line) => {
    expect(read(line)).toBeNull();
  });

  it.each([
    ['keyturn exec', /command to run is missing.*Write: keyturn exec/],
    ['keyturn exec --', /command to run is missing/],
    [
      'keyturn exec Terräform plan',
      /"Terräform" is not the name of a token or an OAuth app\. Keyturn shows the name under Programs/,
    ],
    ['keyturn exec –value a -- b', /"–value" begins with a long dash\. Type two hyphens/],
    ['keyturn exec a -v -- b', /exec has no option -v\. The options of a command follow two dashes/],
    ['keyturn exec a --value curl', /Two dashes are missing before the command curl/],
    ['keyturn exec a b -- c', /Two dashes are missing before the command b/],
    ['keyturn exec terraform', /command to run is missing/],
    ['keyturn exec terraform --', /command to run is missing/],
    [
      'keyturn exec terraform terraform',
      /Two dashes are missing before the command terraform\. .*Write: keyturn exec/,
    ],
    ['keyturn exec --value a curl https://x -- -v', /Two dashes are missing before the command curl/],
    ['keyturn exec a --user-data=/x -- b', /exec has no option --user-data/],
    ['keyturn exec --app=b a -- x', /exec has no option --app=b/],
    ['keyturn exec --values terraform -- x', /exec has no option --values/],
  ])('%s gets a message that says what is wrong', (line, words) => {
    expect(read(line)).toMatch(words);
  });
});

describe('run', () => {
  let fake: FakeOkta;
  let door: DoorHarness;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    fake = await startFakeOkta();
  });
  afterAll(() => fake.close());
  beforeEach(() => {
    door = new DoorHarness(fake);
    door.findCaller = () => Promise.resolve(callerOf('keyturn'));
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await door.end();
  });

  function exec(words: readonly string[], userData = door.userData, cwd = dirname(door.userData)) {
    const ran = runExec(words, userData, { cwd });
    running.push(ran.child);
    return ran;
  }
  const shows = node("console.log(process.env.OKTA_CLIENT_ORGURL + ' ' + process.env.OKTA_CLIENT_TOKEN)");

  it('through the door: the program has the address, nobody is asked yet, and it ends as the program does', async () => {
    await door.begin();
    expect(await exec(['exec', 'terraform', '--', ...shows]).done).toEqual({
      code: 0,
      out: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{24}\/terraform keyturn\n$/),
      err: '',
    });
    expect((await door.state()).asks).toEqual([]);
    expect((await exec(['exec', 'terraform', '--', ...node('process.exit(7)')]).done).code).toBe(7);
    const killed = exec([
      'exec',
      'terraform',
      '--',
      ...node("process.kill(process.pid, 'SIGTERM'); setTimeout(() => 0, 9e4)"),
    ]);
    expect((await killed.done).code).toBe(128 + 15);
  });

  it('with the value: a person is asked each time, also of who may make calls', async () => {
    await door.begin({ value: true });
    const calling = door.call('/terraform/api/v1/users/me');
    await door.answer('until-lock');
    await calling;
    for (let time = 0; time < 2; time++) {
      const { done } = exec(['exec', '--value', '--no-masking', 'terraform', '--', ...shows]);
      expect(await door.asked()).toMatchObject({ wants: 'value', label: 'terraform' });
      await door.answer('until-lock');
      const { code, out, err } = await done;
      expect([code, out]).toEqual([0, `${new URL(out.split(' ')[0] ?? '').origin} ${door.value}\n`]);
      expect(err).toMatch(/^(keyturn: waiting for your answer in its window\.\n)?$/);
    }
    expect(door.noted.filter((line) => line.startsWith('program.value'))).toEqual(
      Array(2).fill(
        'program.value terraform: keyturn (process 7, /usr/bin/keyturn) was given the value itself.',
      ),
    );
  });

  it('gives the value only after a proof', async () => {
    await door.begin({ value: true });
    door.needProof = (action) => {
      throw new Failed('proof-needed', action);
    };
    const { done } = exec(['exec', '--value', 'terraform', '--', ...shows]);
    await door.asked();
    const before = door.dialogs.length;
    await expect(door.answer('once')).rejects.toMatchObject({
      failure: { code: 'proof-needed', sentence: 'giveValue' },
    });
    expect(door.dialogs).toHaveLength(before);
    door.needProof = () => undefined;
    await door.answer('once');
    // A program with the value prints it masked.
    expect((await done).out).toContain('[redacted]');
  });

  it.each(['child_process', '*', 'net,CHILD_PROCESS'])(
    'starts no program with the value, and asks nobody, where Node prints its environment: NODE_DEBUG=%s',
    async (channels) => {
      await door.begin({ value: true });
      const debugging = { ...process.env, NODE_DEBUG: channels };
      const { code, out, err } = await runExec(
        ['exec', '--value', 'terraform', '--', ...shows],
        door.userData,
        {
          env: debugging,
        },
      ).done;
      expect([code, out]).toEqual([ends.cannotRun, '']);
      expect(err).toMatch(/NODE_DEBUG makes Node print .+ Nothing was started\./);
      expect(err).not.toContain(door.value);
      expect((await door.state()).asks).toEqual([]);
    },
  );

  const printed = async (code: string, words: readonly string[] = ['--value']) => {
    await door.begin({ value: true });
    const { done } = exec(['exec', ...words, 'terraform', '--', ...node(code)]);
    await door.answer('once');
    return done;
  };
  const token = 'process.env.OKTA_API_TOKEN';

  it('removes the value from the output of the program, on both streams, in pieces and encoded', async () => {
    const { code, out, err } = await printed(`
      const { setTimeout: sleep } = require('node:timers/promises');
      (async () => {
        for (const one of 'out ' + ${token}) { process.stdout.write(one); await sleep(2); }
        console.log(' ' + Buffer.from('SSWS ' + ${token}).toString('base64') + ' é');
        process.stdout.write(Buffer.from([0xff, 0xfe, 0x0a]));
        console.error('err ' + ${token});
        process.exitCode = 3;
      })();`);
    expect(code).toBe(3);
    expect(out).toMatch(/^out \[redacted\] [\w+/=]*\[redacted\][\w+/=]* é\n/);
    expect(err).toContain('err [redacted]\n');
    expect(`${out}${err}`).not.toContain(door.value);
    expect(`${out}${err}`).not.toContain(Buffer.from(door.value).toString('base64').slice(4, 40));
  });

  it('leaves the output unchanged with --no-masking, or when the program never had the value', async () => {
    expect((await printed(`console.log(${token})`, ['--value', '--no-masking'])).out).toBe(`${door.value}\n`);
    const { out } = await exec(['exec', 'terraform', '--', ...node("console.log('0'.repeat(60))")]).done;
    expect(out).toBe(`${'0'.repeat(60)}\n`);
  });

  it('passes a long output whole, even to a reader that stops early', async () => {
    const lines = await printed("for (let n = 0; n < 60000; n++) console.log('line ' + n)");
    expect(lines.out.split('\n')).toHaveLength(60_001);
    const { child, done } = exec(['exec', '--value', 'terraform', '--', 'yes']);
    done.catch(() => undefined);
    await door.answer('once');
    child.stdout?.once('data', () => child.stdout?.destroy());
    await once(child, 'close');
    expect(child.exitCode).toBeGreaterThan(0);
  });

  it('does not wait for a program that the child started and left behind', async () => {
    const began = performance.now();
    const { code, out } = await printed(
      "require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit', detached: true }).unref(); console.log('done')",
    );
    expect([code, out]).toEqual([0, 'done\n']);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('asks one by one about two programs that want the value at once', async () => {
    await door.begin({ value: true });
    const both = [1, 2].map(() => exec(['exec', '--value', 'terraform', '--', ...shows]).done);
    await door.told.until('programsChanged', ({ asks }) => asks.length === 2);
    await door.answer('once');
    await door.answer(null);
    const codes = (await Promise.all(both)).map(({ code }) => code);
    expect(codes.sort()).toEqual([0, 77]);
  });

  it.each([
    ['a token whose value may not be had', {}, ['--value', 'terraform'], 77, /may not have the value/],
    [
      'a token nobody knows',
      { value: true },
      ['--value', 'nobody'],
      77,
      /No token or OAuth app has the name nobody here/,
    ],
    ['a program that is not there', {}, ['terraform'], 127, /there is no program no-such-program\./],
  ])('reports %s, and runs nothing', async (_what, rules, words, end, said) => {
    await door.begin(rules);
    const { code, out, err } = await exec(['exec', ...words, '--', 'no-such-program']).done;
    expect([code, out]).toEqual([end, '']);
    expect(err).toMatch(said);
    expect(err).toMatch(/^keyturn: [^\n]+\n$/);
  });

  describe('by the profile of a folder', () => {
    const fetches = (path: string, method: string) =>
      node(`fetch(process.env.OKTA_CLIENT_ORGURL + '${path}', { method: '${method}' })
        .then(async (answer) => console.log(answer.status, (await answer.json()).errorSummary ?? ''))`);
    const folderOf = (text: string) => {
      const folder = newFolder();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, '.keyturn.toml'), text);
      return folder;
    };

    it('uses the token that the profile names, and says so', async () => {
      await door.begin();
      const folder = folderOf('token = "terraform"');
      const { code, out, err } = await exec(['exec', '--', ...shows], undefined, folder).done;
      expect(code).toBe(0);
      expect(out).toMatch(/\/terraform keyturn\n$/);
      expect(err).toBe(`keyturn: using terraform, as ${join(folder, '.keyturn.toml')} says.\n`);
    });

    it('reduces what the rules of the token allow, before anybody is asked', async () => {
      await door.begin({ access: 'change', paths: ['/api/v1'] });
      const folder = folderOf('token = "terraform"\naccess = "read"\npaths = ["/api/v1/users"]');
      const called = async (path: string, method: string) =>
        (await exec(['exec', '--', ...fetches(path, method)], undefined, folder).done).out;
      expect(await called('/api/v1/users/me', 'DELETE')).toMatch(
        /^403 Keyturn: .*lets programs only read here, and DELETE/,
      );
      expect(await called('/api/v1/groups', 'GET')).toMatch(
        /^403 Keyturn: .*does not let programs call \/api\/v1\/groups here/,
      );
      expect(await called('/keyturn/value', 'POST')).toMatch(/^40[34] Keyturn: /);
      expect((await door.state()).asks).toEqual([]);
      const ran = exec(['exec', '--', ...fetches('/api/v1/users/me', 'GET')], undefined, folder).done;
      await door.answer('once');
      expect((await ran).out).toMatch(/^200 /);
    });

    it('adds nothing to the rules of the token', async () => {
      await door.begin({ access: 'read', paths: ['/api/v1/users'] });
      const folder = folderOf('token = "terraform"\naccess = "change"\npaths = ["/api/v1/groups"]');
      const ran = exec(['exec', '--', ...fetches('/api/v1/groups', 'GET')], undefined, folder).done;
      expect((await ran).out).toMatch(/^403 Keyturn: .*Programs may not call/);
    });

    it.each([
      ['token = "terraform"\naccess = "read"', ['--value'], /the profile cannot be used with --value/],
      [`token = "00${'x'.repeat(40)}"`, [], /holds what looks like an API token/],
      ['', [], /names no token/],
    ])('%j runs nothing', async (text, flags, said) => {
      await door.begin({ value: true });
      const { code, out, err } = await exec(['exec', ...flags, '--', ...shows], undefined, folderOf(text))
        .done;
      expect([code, out]).toEqual([64, '']);
      expect(err).toMatch(said);
    });

    it('says that a profile is missing', async () => {
      const { code, err } = await exec(['exec', '--', ...shows]).done;
      expect([code, err]).toEqual([
        64,
        'keyturn: The name of a token or an app is missing, and no .keyturn.toml in this folder or above it names one.\n',
      ]);
      const tested = await exec(['test']).done;
      expect([tested.code, tested.err]).toEqual([64, err]);
    });
  });

  it('says that a person denied it', async () => {
    await door.begin({ value: true });
    const { done } = exec(['exec', '--value', 'terraform', '--', ...shows]);
    await door.asked();
    await door.answer(null);
    const { code, out, err } = await done;
    expect([code, out]).toEqual([77, '']);
    expect(err).toContain('keyturn: A person denied this program.');
  });

  it('withholds the value when the record cannot be written', async () => {
    await door.begin({ value: true });
    door.write = (line) => {
      if (line.startsWith('program.value')) throw new Error('disk full');
    };
    const { done } = exec(['exec', '--value', 'terraform', '--', ...shows]);
    await door.answer('once');
    const { code, out, err } = await done;
    expect([code, out]).toEqual([77, '']);
    expect(err).toContain('did not get the value, because the record could not be written');
  });

  it('reports that Keyturn does not answer', async () => {
    for (const words of [['terraform'], ['--value', 'terraform']]) {
      const { code, out, err } = await exec(['exec', ...words, '--', ...shows], newFolder()).done;
      expect([code, out, err]).toEqual([
        69,
        '',
        'keyturn: Keyturn does not answer. Start it, unlock it, and let programs use the token under Programs.\n',
      ]);
    }
  });

  it('passes a signal on to the program, and waits for its end', async () => {
    await door.begin();
    const { child, done } = exec([
      'exec',
      'terraform',
      '--',
      ...node("process.on('SIGTERM', () => process.exit(5)); console.log('up'); setTimeout(() => 0, 9e4)"),
    ]);
    await once(child.stdout ?? child, 'data');
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect((await done).code).toBe(5);
  });
});
