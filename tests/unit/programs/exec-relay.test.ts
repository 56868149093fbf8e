import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findLinuxCaller } from '../../../src/main/features/programs/caller-linux.ts';
import {
  newRunFile,
  readRunFile,
  removeRunFile,
  tellRunFile,
} from '../../../src/main/features/programs/run-file.ts';
import { greetExec, greetKeyturn } from '../../../src/main/features/programs/run-greeting.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { newFolder } from '../vault/helpers.ts';
import { callerOf, DoorHarness } from './door-harness.ts';
import { node, runExec } from './run-exec.ts';

let fake: FakeOkta;
let door: DoorHarness;
const servers: Server[] = [];

beforeAll(async () => {
  fake = await startFakeOkta();
});
afterAll(() => fake.close());
beforeEach(() => {
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('program'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await door.end();
});

/** Calls the door when a line comes in, and says what came back. */
const calls = node(`
  const { request } = require('node:http');
  const ask = () => request(process.env.OKTA_CLIENT_ORGURL + '/api/v1/users/me', { agent: false }, (answer) => {
    let text = '';
    answer.on('data', (chunk) => { text += chunk; });
    answer.on('end', () => console.log(answer.statusCode, text));
  }).on('error', (error) => console.log(error.code)).end();
  console.log(process.env.OKTA_CLIENT_ORGURL);
  process.stdin.on('data', ask).on('end', () => process.exit(0));`);

function start(userData = door.userData) {
  const source = join(import.meta.dirname, '../../../src/main/features/programs');
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { runExec } = await import(${JSON.stringify(`${source}/exec-run.ts`)});
       const line = ${JSON.stringify({ alias: 'terraform', value: false, masked: true, rules: null, command: calls[0], args: calls.slice(1) })};
       process.exit(await runExec(line, ${JSON.stringify(userData)}));`,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  return { child, out: () => out, call: () => child.stdin.write('call\n') };
}

describe('a program started by exec meets only Keyturn', () => {
  it('even when another program has the port, before and after Keyturn quits', async () => {
    await door.begin();
    const running = start();
    await expect.poll(running.out).toMatch(/^http:/);
    running.call();
    await door.answer('minutes');
    await expect.poll(running.out).toMatch(/\n200 .*svc-terraform/);

    // Keyturn quits; another account's program takes its port and answers as Okta would.
    door.programs.end();
    const heard: string[] = [];
    const squatter = createHttp((request, response) => {
      heard.push(request.url ?? '');
      response.end('{"id":"forged"}');
    });
    servers.push(squatter);
    squatter.listen(door.port, '127.0.0.1');
    await once(squatter, 'listening');
    running.call();
    await expect.poll(running.out).toMatch(/\n503 .*Keyturn does not answer/);
    expect(heard).toEqual([]);

    // A Keyturn that comes back, whose port is taken, is found all the same.
    door.programs.listen();
    door.programs.opened();
    await expect.poll(() => readRunFile(door.userData)).not.toBeNull();
    running.call();
    await expect.poll(running.out).toMatch(/503 [\s\S]*\n200 .*svc-terraform/);
    expect(heard).toEqual([]);
    running.child.stdin.end();
    await once(running.child, 'close');
  });

  it('tells nothing to a listener in Keyturn’s place that does not have the key', async () => {
    await door.begin();
    const file = readRunFile(door.userData);
    door.programs.end();
    const heard: string[] = [];
    const fakeKeyturn = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        heard.push(chunk.toString());
        socket.write(`${randomBytes(32).toString('hex')} ${randomBytes(32).toString('hex')}\n`);
      });
    });
    servers.push(fakeKeyturn);
    fakeKeyturn.listen(file?.socket);
    await once(fakeKeyturn, 'listening');
    tellRunFile(door.userData, { socket: file?.socket ?? '', key: randomBytes(32) });
    const { code, out } = await runExec(['exec', 'terraform', '--', ...calls], door.userData).done;
    expect([code, out]).toEqual([69, '']);
    // One challenge for the offer of an app, and one for the run.
    expect(heard.join('')).toMatch(/^(?:[0-9a-f]{64}\n){2}$/);
  });

  it('gives nothing to a program without the key of the run’s address, and each run has its own key', async () => {
    await door.begin();
    const one = start();
    const two = start();
    await expect.poll(() => one.out() !== '' && two.out() !== '').toBe(true);
    const [a, b] = [one, two].map(({ out }) => new URL(out().trim()));
    expect(a?.pathname).not.toBe(b?.pathname);
    for (const path of [
      '/terraform/api/v1/users/me',
      '/x/terraform/api/v1/users/me',
      `${b?.pathname}/api/v1/users/me`,
    ]) {
      const answer = await fetch(new URL(path, a));
      expect([answer.status, ((await answer.json()) as { errorSummary: string }).errorSummary]).toEqual([
        404,
        'Keyturn: This address belongs to another program.',
      ]);
    }
    expect((await door.state()).asks).toEqual([]);
    for (const { child } of [one, two]) child.stdin.end();
  });

  it.runIf(process.platform === 'linux')('shows the program in the dialog, not exec', async () => {
    await door.begin();
    door.findCaller = findLinuxCaller;
    const running = start();
    await expect.poll(running.out).toMatch(/^http:/);
    running.call();
    const { program } = await door.asked();
    expect(program.parents[0]?.pid).toBe(running.child.pid);
    expect(program.pid).not.toBe(running.child.pid);
    await door.answer('once');
    await expect.poll(running.out).toMatch(/\n200 /);
    running.child.stdin.end();
  });

  it('gets next links with the address of its own run', async () => {
    await door.begin();
    const { done } = runExec(
      [
        'exec',
        'terraform',
        '--',
        'sh',
        '-c',
        'curl -sSi "$OKTA_CLIENT_ORGURL/api/v1/users?limit=2"; echo; echo "$OKTA_CLIENT_ORGURL"',
      ],
      door.userData,
    );
    await door.answer('once');
    const { out } = await done;
    const address = out.trim().split('\n').at(-1) ?? '';
    expect(out).toContain(`<${address}/api/v1/users?`);
  });
});

describe.runIf(process.platform !== 'win32')('the socket where exec and Keyturn meet', () => {
  it('is the person’s alone, also in a folder that was open to others', async () => {
    const userData = newFolder();
    mkdirSync(join(userData, 'run'), { recursive: true });
    chmodSync(join(userData, 'run'), 0o777);
    const file = newRunFile(userData);
    tellRunFile(userData, file);
    expect(statSync(join(userData, 'run')).mode & 0o777).toBe(0o700);
    expect(statSync(join(userData, 'run/door.json')).mode & 0o777).toBe(0o600);
    expect(readRunFile(userData)).toEqual(file);
    // Keyturn does not read a file that others could have written.
    chmodSync(join(userData, 'run/door.json'), 0o640);
    expect(readRunFile(userData)).toBeNull();
    removeRunFile(userData, file);
    expect(existsSync(join(userData, 'run/door.json'))).toBe(false);
  });

  it.each(['run', 'run/door.json'])('is not written through a link that lies at %s', (place) => {
    const [userData, elsewhere] = [newFolder(), newFolder()];
    mkdirSync(elsewhere, { recursive: true });
    mkdirSync(dirname(join(userData, place)), { recursive: true });
    const target = place === 'run' ? elsewhere : join(elsewhere, 'precious');
    if (place !== 'run') writeFileSync(target, 'precious', { mode: 0o600 });
    symlinkSync(target, join(userData, place));
    const file = newRunFile(userData);
    tellRunFile(userData, file);
    expect(readRunFile(userData)).toEqual(file);
    expect(readdirSync(elsewhere)).toEqual(place === 'run' ? [] : ['precious']);
    if (place !== 'run') expect(readFileSync(target, 'utf8')).toBe('precious');
    removeRunFile(userData, file);
  });

  it('is elsewhere for a folder with a long path, and as private', async () => {
    const userData = join(newFolder(), 'x'.repeat(120));
    const file = newRunFile(userData);
    expect(Buffer.byteLength(file.socket)).toBeLessThanOrEqual(100);
    expect(statSync(join(file.socket, '..')).mode & 0o777).toBe(0o700);
    removeRunFile(userData, file);
    expect(existsSync(join(file.socket, '..'))).toBe(false);
  });

  it.each(['', '{', '{}', '{"socket":1,"key":"x"}', 'null'])('is unknown for a file that says %j', (text) => {
    const userData = newFolder();
    mkdirSync(join(userData, 'run'), { recursive: true });
    writeFileSync(join(userData, 'run/door.json'), text, { mode: 0o600 });
    expect(readRunFile(userData)).toBeNull();
  });

  it('is taken over after a crash', async () => {
    await door.begin();
    const left = readFileSync(join(door.userData, 'run/door.json'));
    door.programs.end();
    writeFileSync(join(door.userData, 'run/door.sock'), '');
    writeFileSync(join(door.userData, 'run/door.json'), left, { mode: 0o600 });
    door.programs.listen();
    door.programs.opened();
    const { done } = runExec(['exec', 'terraform', '--', 'true'], door.userData);
    expect((await done).code).toBe(0);
    rmSync(join(door.userData, 'run'), { recursive: true, force: true });
  });
});

describe('the greeting', () => {
  const key = randomBytes(32);
  const run = { theirPort: 1, ourPort: 2, port: 3, secret: 's', rules: null };
  /** Keyturn's real side: returns what it accepted a connection for, or why it did not. */
  async function keyturn(withKey = key): Promise<{ socket: Socket; took: Promise<unknown> }> {
    const taken = Promise.withResolvers<unknown>();
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      greetExec(socket, withKey).then(
        (said) => {
          taken.resolve(said);
          socket.pipe(socket);
        },
        () => {
          taken.resolve('refused');
          socket.destroy();
        },
      );
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return { socket, took: taken.promise };
  }

  it('passes everything whole when both sides have the key', async () => {
    const { socket, took } = await keyturn();
    await greetKeyturn(socket, key, run);
    expect(await took).toEqual(run);
    socket.write('hello');
    expect(String((await once(socket, 'data'))[0])).toBe('hello');
    socket.destroy();
  });

  it('says nothing of the run when either side has another key', async () => {
    const { socket, took } = await keyturn(randomBytes(32));
    await expect(greetKeyturn(socket, key, run)).rejects.toThrow('not Keyturn');
    socket.destroy();
    expect(await took).toBe('refused');
  });

  it.each([
    ['nothing that proves it', () => `x {}\n`],
    ['another’s proof', (nonce: string) => `${createHmac('sha256', key).update(nonce).digest('hex')} {}\n`],
    ['too long a line', () => `${'x'.repeat(5_000)}\n`],
    ['Keyturn’s own proof, sent back', (_nonce: string, proof: string) => `${proof} {}\n`],
  ])('who sends %s is refused', async (_what, second) => {
    const { socket, took } = await keyturn();
    socket.write(`${'a'.repeat(64)}\n`);
    const [nonce = '', proof = ''] = String((await once(socket, 'data'))[0])
      .trim()
      .split(' ');
    socket.write(second(nonce, proof));
    expect(await took).toBe('refused');
  });

  it('a run that was changed on its way is refused', async () => {
    const { socket, took } = await keyturn();
    const write = socket.write.bind(socket);
    socket.write = ((text: string) =>
      write(text.replace('"ourPort":2', '"ourPort":9'))) as typeof socket.write;
    await greetKeyturn(socket, key, run);
    expect(await took).toBe('refused');
  });
});
