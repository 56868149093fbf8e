import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenerAt } from '../../../src/main/features/programs/caller-linux.ts';
import { readExecLine } from '../../../src/main/features/programs/exec-line.ts';
import { startProxy } from '../../fake-okta/proxy.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { freePort } from '../../support/program.ts';
import { callerOf, DoorHarness } from './door-harness.ts';

describe('the command line', () => {
  const read = (text: string) => readExecLine(text.split(' '));

  it.each([
    ['keyturn exec terraform -- terraform plan', { alias: 'terraform', value: false, args: ['plan'] }],
    ['electron . exec terraform terraform', { alias: 'terraform', value: false, args: [] }],
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
  ])('%s is not exec', (line) => {
    expect(read(line)).toBeNull();
  });

  it.each([
    ['keyturn exec', /name of a token is missing.*Write: keyturn exec/],
    ['keyturn exec -- terraform', /name of a token is missing/],
    ['keyturn exec Terraform plan', /"Terraform" is not the name of a token; Keyturn shows it under Use/],
    ['keyturn exec terraform', /command to run is missing/],
    ['keyturn exec terraform --', /command to run is missing/],
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

  /** `keyturn exec` as a process of its own, without Electron around it. */
  function exec(
    words: readonly string[],
    port = door.port,
    env: NodeJS.ProcessEnv = {},
    cwd = process.cwd(),
  ) {
    const source = join(import.meta.dirname, '../../../src/main/features/programs');
    const program = `
      const { readExecLine } = await import(${JSON.stringify(`${source}/exec-line.ts`)});
      const { runExec } = await import(${JSON.stringify(`${source}/exec-run.ts`)});
      process.exit(await runExec(readExecLine(['keyturn', ...${JSON.stringify(words)}]), ${port}));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      cwd,
    });
    running.push(child);
    const done = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
      ([[code], out, err]) => ({ code, out, err }),
    );
    return { child, done };
  }
  const node = (code: string): string[] => [process.execPath, '-e', code];
  const shows = node("console.log(process.env.OKTA_CLIENT_ORGURL + ' ' + process.env.OKTA_CLIENT_TOKEN)");

  it('through the door: the program has the address, nobody is asked yet, and it ends as the program does', async () => {
    await door.begin();
    expect(await exec(['exec', 'terraform', '--', ...shows]).done).toEqual({
      code: 0,
      out: `http://127.0.0.1:${door.port}/terraform keyturn\n`,
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

  it('a person who turns it away is told to it', async () => {
    await door.begin({ value: true });
    const { done } = exec(['exec', '--value', 'terraform', '--', ...shows]);
    await door.asked();
    await door.answer(null);
    const { code, out, err } = await done;
    expect([code, out]).toEqual([77, '']);
    expect(err).toContain('keyturn: A person turned this program away.');
  });

  it('Keyturn that does not answer, and something else that does, are said', async () => {
    const nobody = await freePort();
    for (const words of [['terraform'], ['--value', 'terraform']]) {
      const { code, err } = await exec(['exec', ...words, '--', ...shows], nobody).done;
      expect([code, err]).toEqual([
        69,
        `keyturn: Keyturn does not answer at 127.0.0.1:${nobody}. Start it, unlock it, and open the token under Use.\n`,
      ]);
    }
    const other = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, err } = await exec(['exec', '--value', 'terraform', '--', ...shows], port).done;
    other.close();
    expect([code, err]).toEqual([77, 'keyturn: What answers at its port is not Keyturn.\n']);
  });

  it('another account at the port is told nothing, as /proc/net/tcp names who listens', async () => {
    const table = (uid: number, state = '0A') =>
      `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n` +
      `   0: 0100007F:127A 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000  ${uid}        0 71 1\n`;
    expect(listenerAt(table(1001), 4730)).toBe(1001);
    expect(listenerAt(table(0), 4730)).toBe(0);
    expect(listenerAt(table(1001), 4731)).toBeNull();
    expect(listenerAt(table(1001, '01'), 4730)).toBeNull();
  });

  // Only root can be somebody else.
  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'another account at the port gets neither the question nor the program',
    async () => {
      const port = await freePort();
      const squatter = spawn(
        '/usr/bin/perl',
        [
          '-MIO::Socket::INET',
          '-e',
          `$| = 1; my $s = IO::Socket::INET->new(LocalAddr => '127.0.0.1:${port}', Listen => 5); print 'up'; my $c = $s->accept; print 'heard';`,
        ],
        { uid: 65_534, gid: 65_534, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      running.push(squatter);
      let heard = '';
      squatter.stdout.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
      });
      await expect.poll(() => heard).toBe('up');
      for (const words of [['terraform'], ['--value', 'terraform']]) {
        const { code, out, err } = await exec(['exec', ...words, '--', ...shows], port).done;
        expect([code, out]).toEqual([77, '']);
        expect(err).toContain(`A program of another account listens at 127.0.0.1:${port}.`);
      }
      expect(heard).toBe('up');
    },
  );

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

  describe("Okta's own SDK for Node, in a shell that is set up for something else", () => {
    const sdk = createRequire(import.meta.url).resolve('@okta/okta-sdk-nodejs');
    const listing = `
      const { Client } = require(${JSON.stringify(sdk)});
      (async () => {
        const logins = [];
        for await (const user of await new Client().userApi.listUsers({ limit: 5 })) logins.push(user.profile.login);
        console.log(logins.length);
      })().catch((error) => { console.error(error); process.exit(3); });`;
    let home: string;
    beforeEach(() => {
      home = mkdtempSync(join(tmpdir(), 'keyturn-home-'));
    });
    afterEach(() => rmSync(home, { recursive: true }));

    const listed = async (env: NodeJS.ProcessEnv, cwd = home) => {
      await door.begin();
      const { done } = exec(
        ['exec', 'terraform', '--', ...node(listing)],
        door.port,
        { HOME: home, ...env },
        cwd,
      );
      const asked = await Promise.race([door.asked(), done]);
      if ('id' in asked) await door.answer('until-lock');
      return done;
    };

    it.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'ALL_PROXY', 'all_proxy'])(
      'reaches the door past %s, and the proxy hears nothing of it',
      async (name) => {
        const proxy = await startProxy();
        try {
          const { code, out, err } = await listed({ [name]: proxy.url });
          expect([code, out, err]).toEqual([0, '11\n', '']);
          expect(proxy.asked).toEqual([]);
        } finally {
          proxy.close();
        }
      },
    );

    it('is given one credential, whatever the shell and okta.yaml say of another app and another org', async () => {
      const yaml =
        "okta:\n  client:\n    orgUrl: 'https://other.okta.com'\n    token: 'other'\n    authorizationMode: 'PrivateKey'\n" +
        "    clientId: '0oa1'\n    scopes: ['okta.users.read']\n    privateKey: 'none'\n";
      mkdirSync(join(home, '.okta'));
      mkdirSync(join(home, 'work'));
      for (const file of ['.okta/okta.yaml', 'work/okta.yaml']) writeFileSync(join(home, file), yaml);
      const env = {
        OKTA_CLIENT_AUTHORIZATIONMODE: 'PrivateKey',
        OKTA_CLIENT_CLIENTID: '0oa1',
        OKTA_CLIENT_PRIVATEKEY: 'very private',
        OKTA_CLIENT_SCOPES: 'okta.users.read',
      };
      const { code, out, err } = await listed(env, join(home, 'work'));
      expect([code, out]).toEqual([0, '11\n']);
      expect(err).toContain(`these are hidden from it: ${Object.keys(env).sort().join(', ')}.`);
      expect(err).not.toContain('very private');
    });
  });

  it.runIf(existsSync('/usr/bin/curl'))(
    'curl reaches the door past every proxy, and other hosts through the one that is set',
    async () => {
      await door.begin();
      const proxy = await startProxy({ auth: 'ada:pass' });
      const at = proxy.url.replace('://', '://ada:pass@');
      try {
        const env = Object.fromEntries(['http_proxy', 'https_proxy', 'ALL_PROXY'].map((name) => [name, at]));
        const elsewhere = `acme.example:${new URL(fake.org('acme').origin).port}`;
        const script = `/usr/bin/curl -sS "$OKTA_CLIENT_ORGURL/api/v1/users/me" -o /dev/null -w '%{http_code} '; /usr/bin/curl -sSk https://${elsewhere}/.well-known/okta-organization -o /dev/null -w '%{http_code}'`;
        const { done } = exec(['exec', 'terraform', '--', '/bin/sh', '-c', script], door.port, env);
        await door.answer('once');
        expect(await done).toEqual({ code: 0, out: '200 200', err: '' });
        expect(proxy.asked).toEqual([elsewhere]);
      } finally {
        proxy.close();
      }
    },
  );
});
