import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual({ command: 'terraform', ...expected });
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
    ['keyturn exec', /name of a token is missing.*Write: keyturn exec/],
    ['keyturn exec -- terraform', /name of a token is missing/],
    [
      'keyturn exec Terraform plan',
      /"Terraform" is not the name of a token\. Keyturn shows the name under Use/,
    ],
    ['keyturn exec terraform', /command to run is missing/],
    ['keyturn exec terraform --', /command to run is missing/],
    [
      'keyturn exec terraform terraform',
      /Two dashes are missing before the command terraform\. .*Write: keyturn exec/,
    ],
    ['keyturn exec --value a curl https://x -- -v', /Two dashes are missing before the command curl/],
    ['keyturn exec a --user-data=/x -- b', /Two dashes are missing/],
    ['keyturn exec --values terraform -- x', /--values is no flag of exec/],
  ])('%s is told what is wrong with it', (line, words) => {
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

  function exec(words: readonly string[], userData = door.userData) {
    const ran = runExec(words, userData);
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
      const { done } = exec(['exec', '--value', 'terraform', '--', ...shows]);
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

  it('two that want the value at once are asked about one by one', async () => {
    await door.begin({ value: true });
    const both = [1, 2].map(() => exec(['exec', '--value', 'terraform', '--', ...shows]).done);
    await door.told.until('programsChanged', ({ asks }) => asks.length === 2);
    await door.answer('once');
    await door.answer(null);
    const ends = (await Promise.all(both)).map(({ code }) => code);
    expect(ends.sort()).toEqual([0, 77]);
  });

  it.each([
    ['a token whose value may not be had', {}, ['--value', 'terraform'], 77, /may not have the value/],
    ['a token nobody knows', { value: true }, ['--value', 'nobody'], 77, /No token is called nobody here/],
    ['a program that is not there', {}, ['terraform'], 127, /there is no program no-such-program\./],
  ])('%s is said, and nothing runs', async (_what, rules, words, end, said) => {
    await door.begin(rules);
    const { code, out, err } = await exec(['exec', ...words, '--', 'no-such-program']).done;
    expect([code, out]).toEqual([end, '']);
    expect(err).toMatch(said);
    expect(err).toMatch(/^keyturn: [^\n]+\n$/);
  });

  it('a person who denies it is told to it', async () => {
    await door.begin({ value: true });
    const { done } = exec(['exec', '--value', 'terraform', '--', ...shows]);
    await door.asked();
    await door.answer(null);
    const { code, out, err } = await done;
    expect([code, out]).toEqual([77, '']);
    expect(err).toContain('keyturn: A person denied this program.');
  });

  it('the value is not given when that cannot be recorded', async () => {
    await door.begin({ value: true });
    door.write = (line) => {
      if (line.startsWith('program.value')) throw new Error('disk full');
    };
    const { done } = exec(['exec', '--value', 'terraform', '--', ...shows]);
    await door.answer('once');
    const { code, out, err } = await done;
    expect([code, out]).toEqual([77, '']);
    expect(err).toContain('could not be recorded, so the value was not given');
  });

  it('Keyturn that does not answer is said', async () => {
    for (const words of [['terraform'], ['--value', 'terraform']]) {
      const { code, out, err } = await exec(['exec', ...words, '--', ...shows], newFolder()).done;
      expect([code, out, err]).toEqual([
        69,
        '',
        'keyturn: Keyturn does not answer. Start it, unlock it, and open the token under Use.\n',
      ]);
    }
  });

  it('a signal to it is for the program, whose end is waited for', async () => {
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
