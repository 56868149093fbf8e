import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { compose, type Keyturn } from '../../../src/main/app/compose.ts';
import type { GuardAnswer } from '../../../src/main/features/commands/answers.ts';
import type { CommandRequest } from '../../../src/main/features/commands/requests.ts';
import { foundIn } from '../../../src/main/features/plaintext/found-values.ts';
import { KeptFinder } from '../../../src/main/features/plaintext/kept-marks.ts';
import { reach } from '../../../src/main/features/programs/reach.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import { askApp } from '../../../src/main/terminal/ask-app.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import type { ServiceApp } from '../../../src/shared/contract/service.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { profile } from '../main/samples.ts';
import { stillWorld } from '../main/still-world.ts';
import { Told } from '../main/told.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const root = join(import.meta.dirname, '../../..');
let fake: FakeOkta;
let acme: RunningOrg;
let folder: string;
let userData: string;
let clock: HandClock;
let app: Keyturn;
let shown: string[];
let told: Told;
let ask: (name: string, request?: unknown) => Promise<Result<unknown>>;
const running: ChildProcess[] = [];

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());

const clipboard = new MemoryClipboard();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-commands-'));
  userData = join(folder, 'Keyturn');
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  clock = new HandClock();
  shown = [];
  told = new Told();
  fake.clock.set(clock.now());
  const world = stillWorld({
    userData,
    extraCaFile: join(folder, 'ca.pem'),
    clock,
    clipboard,
    publish: told.publish,
    showRotation: (tokenId) => shown.push(tokenId),
    raise: () => shown.push('raised'),
  });
  app = compose(world);
  const answer = createAnswer(app.handlers, world.log);
  ask = (name, request = {}) => answer(name, [request]);
  await app.start();
  await ask('settings.set', { change: { proxy: { mode: 'none' } } });
  // It listens a moment after it has started.
  await expect.poll(() => asked({ command: 'names' })).toEqual({ answer: [] });
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const { id } of [...acme.org.tokens]) acme.org.revoke(id);
  await app.end();
  rmSync(folder, { recursive: true, force: true });
});

async function get<T>(name: string, request?: unknown): Promise<T> {
  const answer = await ask(name, request);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value as T;
}

/** A kept token, and its value. */
async function keep(label: string): Promise<{ token: Token; value: string; oktaId: string }> {
  const { value, id } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: label });
  clipboard.text = value;
  const { draftId } = await get<{ draftId: string }>('wizard.begin', {});
  await get('wizard.checkOrg', { draftId, input: acme.origin });
  await get('wizard.captureFromClipboard', { draftId });
  await get('wizard.save', { draftId, profile: profile(label), anyway: true });
  const tokens = await get<Token[]>('tokens.list');
  const token = tokens.find((one) => one.label === label);
  if (token === undefined) throw new Error('It was not kept.');
  return { token, value, oktaId: id };
}

/** A kept OAuth app that Okta knows, with these scopes. */
async function keepApp(label: string, scopes: readonly string[]): Promise<ServiceApp> {
  const { draftId } = await get<{ draftId: string }>('wizard.begin', {});
  await get('wizard.checkOrg', { draftId, input: acme.origin });
  const job = { kind: 'custom', needs: [{ family: 'users', access: 'read' }] };
  const { id, jwk } = await get<ServiceApp>('service.add', { draftId, profile: profile(label), job });
  const { clientId } = acme.org.addServiceApp({
    name: label,
    jwk: JSON.parse(jwk),
    scopes,
    roles: [{ type: 'READ_ONLY_ADMIN' }],
  });
  return get<ServiceApp>('service.setClient', { appId: id, clientId });
}

/** `keyturn` in a terminal, as a process of its own. */
function keyturn(...words: string[]) {
  const program = `
    const { runCommand } = await import(${JSON.stringify(`${root}/src/main/terminal/run.ts`)});
    const words = ${JSON.stringify(words)};
    const world = { userData: ${JSON.stringify(userData)}, version: '1.2.3', startApp: () => process.stderr.write('started\\n') };
    process.exit(await runCommand(['keyturn', ...words], words, world));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code], out, err]) => ({ code: code as number, out, err }),
  );
}
const asked = (request: CommandRequest) => askApp(userData, request, () => undefined);

it('ls lists the kept tokens without a value, for people and as JSON', async () => {
  const { value } = await keep('terraform prod');
  await keep('siem');
  const listed = await keyturn('ls');
  expect(listed).toMatchObject({ code: 0, err: '' });
  expect(listed.out).toMatch(/^NAME +ORG +OWNER +HEALTH +EXPIRES +WHY\n/);
  expect(listed.out).toMatch(/\nterraform-prod +acme\S+ .*Attention +\d{4}-\d\d-\d\d +Never tested\n/);
  const asJson = await keyturn('ls', '--json');
  expect(JSON.parse(asJson.out)).toEqual([
    expect.objectContaining({ name: 'siem', health: 'Attention', testedAt: null }),
    expect.objectContaining({ name: 'terraform-prod', label: 'terraform prod' }),
  ]);
  expect(`${listed.out}${asJson.out}`).not.toContain(value);
  expect((await keyturn('names')).out).toBe('siem\nterraform-prod\n');
});

it('test does what a click does: 0 when Okta accepts the token, 1 when not, and the window has the result', async () => {
  const { token, oktaId } = await keep('terraform-prod');
  const good = await keyturn('test', 'terraform-prod');
  expect(good.code).toBe(0);
  expect(good.out).toMatch(/^Working: terraform-prod at acme\S+ \(\d+ ms\)\n/);
  expect(good.out).toMatch(/\nok +/);
  const result = await told.until('testFinished', (event) => event.tokenId === token.id);
  expect(result.record.outcome.kind).toBe('accepted');

  acme.org.revoke(oktaId);
  const bad = await keyturn('test', token.id, '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.out)).toMatchObject({
    working: false,
    outcome: 'Not accepted',
    token: { health: 'Failing' },
  });
  expect((await keyturn('status')).out).toMatch(/1 token: 1 failing\.\n\nNAME[\s\S]*terraform-prod/);
});

it('lists, tests and counts OAuth apps as it does tokens, and refuses to show a rotation of an app', async () => {
  const app = await keepApp('report app', ['okta.users.read']);
  await keep('siem');
  const listed = await keyturn('ls', '--json');
  expect(JSON.parse(listed.out)).toContainEqual(
    expect.objectContaining({ kind: 'app', name: 'report-app', id: app.id, owner: null, expiresAt: null }),
  );
  expect((await keyturn('ls')).out).toMatch(/\nreport-app +acme\S+ +OAuth app +Attention +Never tested\n/);
  const good = await keyturn('test', 'report-app');
  expect([good.code, good.err]).toEqual([0, '']);
  expect(good.out).toMatch(/^Working: report app at acme\S+ \(\d+ ms\)\n[\s\S]*\nok +Users/);
  expect((await keyturn('status')).out).toMatch(/1 token and 1 OAuth app: 1 attention, 1 healthy\./);
  expect(await keyturn('rotate', 'report app')).toMatchObject({
    code: 66,
    err: expect.stringContaining('report app is an OAuth app.'),
  });

  await keepApp('lacking', ['okta.groups.read']);
  const bad = await keyturn('test', 'lacking', '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.out)).toMatchObject({ working: false, token: { kind: 'app', health: 'Failing' } });
});

it('says what to write when no token or two tokens have the name', async () => {
  await keep('Prod');
  expect(await keyturn('test', 'staging')).toEqual({
    code: 66,
    out: '',
    err: 'keyturn: No token or app has the name staging. keyturn ls lists the names.\n',
  });
  // Two of one label have one name until a door was opened for one of them.
  await keep('prod');
  const { code, err } = await keyturn('rotate', 'prod');
  expect(code).toBe(66);
  expect(err).toMatch(
    /2 tokens or apps have the name prod\. Write the ID of one: [0-9a-f-]{36} \(acme\S+\), [0-9a-f-]{36}/,
  );
});

it('rotate shows the rotation in the window and changes nothing by itself', async () => {
  const { token } = await keep('terraform-prod');
  const { code, out } = await keyturn('rotate', 'terraform-prod');
  expect([code, out]).toEqual([0, 'The window of Keyturn shows the rotation of terraform-prod.\n']);
  expect(shown).toEqual([token.id]);
  expect((await get<Token[]>('tokens.list'))[0]?.rotation).toBeNull();
});

it('curl calls a path through the door, and never has the value', async () => {
  const { token, value } = await keep('terraform-prod');
  const before = await keyturn('curl', 'terraform-prod', '/api/v1/users/me');
  expect(before.out).toContain('KEYTURN');
  expect(before.out).not.toContain(value);
  expect(await keyturn('curl', 'terraform-prod', 'api/v1/users')).toMatchObject({
    code: 64,
    err: expect.stringContaining('Write only the path, from its first slash'),
  });
  // Other letters of the name, and a search as people type it: curl accepts the path, and the door knows the name.
  const search = await keyturn('curl', 'Terraform-Prod', '/api/v1/users?search=status eq "ACTIVE"&limit=1');
  expect([search.code, search.err]).toEqual([0, '']);
  expect(search.out).toContain('No token or OAuth app has the name terraform-prod here.');
  for (const [words, says] of [
    [['terraform-prod', 'C:/Program Files/Git/api/v1/users'], 'Git Bash made'],
    [['C:/Program Files/Git/api/v1/users'], 'Git Bash made'],
    [['terraform-prod', `${acme.origin}/api/v1/users`], 'Write only the path'],
    [['../x', '/api/v1/users'], '"../x" is not the name of a token'],
    [['', '/api/v1/users'], 'is not the name of a token'],
  ] as const) {
    expect(await keyturn('curl', ...words)).toMatchObject({ code: 64, err: expect.stringContaining(says) });
  }
  for (const [name, says] of [
    [' ', 'The name is empty.'],
    ['x'.repeat(300), 'The name is longer than a name or a label can be.'],
  ] as const) {
    expect(await keyturn('test', name)).toMatchObject({ code: 64, err: expect.stringContaining(says) });
  }
  expect(token.label).toBe('terraform-prod');
});

it('answers status at once while locked, makes the other commands wait for the unlock, and completes no name', async () => {
  await keep('terraform-prod');
  app.lock();
  expect(await keyturn('status')).toMatchObject({ code: 0, out: 'Keyturn 0 runs, but is not unlocked.\n' });
  expect(await asked({ command: 'names' })).toEqual({ answer: [] });
  const waiting: string[] = [];
  const listing = askApp(userData, { command: 'ls' }, (sentence) => waiting.push(sentence));
  await expect.poll(() => waiting).toEqual(['Keyturn is locked. Unlock it to continue.']);
  expect(shown).toContain('raised');
  await get('vault.unlock', {});
  expect(await listing).toEqual({ answer: [expect.objectContaining({ name: 'terraform-prod' })] });

  app.lock();
  const tooLong = asked({ command: 'ls' });
  await expect.poll(() => shown.filter((one) => one === 'raised').length).toBe(2);
  clock.advance(121_000);
  expect(await tooLong).toMatchObject({ end: 75, refused: expect.stringContaining('nobody unlocked it') });
});

it('guard is given marks of every kept value and no value, and nothing while Keyturn is locked', async () => {
  const { value, token } = await keep('terraform prod');
  const { id } = await get<{ id: string }>('rotation.begin', { tokenId: token.id });
  const next = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'next' }).value;
  await get('rotation.captureTyped', { rotationId: id, value: next });
  const came = await asked({ command: 'guard' });
  if (!('answer' in came)) throw new Error('There is no answer.');
  const answer = came.answer as GuardAnswer;
  expect(answer.names).toEqual(['terraform-prod', 'terraform-prod']);
  expect(answer.hosts).toEqual([new URL(acme.origin).host]);
  for (const one of [value, next]) {
    expect(foundIn(`x${one}y`, new KeptFinder(answer), [])).toMatchObject([{ value: one }]);
    for (const form of [one, Buffer.from(one).toString('hex'), Buffer.from(one).toString('base64')]) {
      expect(JSON.stringify(answer)).not.toContain(form.slice(3, 15));
    }
  }
  app.lock();
  expect(await asked({ command: 'guard' })).toEqual({ answer: null });
});

it('says that no app runs, and starts one if the command asks for it', async () => {
  await app.end();
  expect(await keyturn('ls')).toEqual({
    code: 69,
    out: '',
    err: 'keyturn: Keyturn does not run. Start it, or add --start to the command.\n',
  });
});

it('a program in its place that does not know the key is asked nothing and told nothing', async () => {
  await app.end();
  const heard: string[] = [];
  const path = join(userData, 'run', 'door.sock');
  const squatter = createServer((socket) => {
    socket.on('data', (bytes) => {
      heard.push(bytes.toString());
      socket.write(`${'0'.repeat(64)} ${'1'.repeat(64)}\n`);
    });
  }).listen(path);
  await once(squatter, 'listening');
  writeFileSync(
    join(userData, 'run', 'door.json'),
    JSON.stringify({ socket: path, key: Buffer.alloc(32, 7).toString('base64') }),
    { mode: 0o600 },
  );
  expect(await asked({ command: 'test', name: 'terraform-prod' })).toEqual({ notRunning: true });
  expect(heard.join('')).not.toContain('terraform');
  squatter.close();
});

it('an invalid request is refused, and the app continues', async () => {
  for (const bytes of [
    '{"command":"remove"}\n',
    'no json\n',
    `${'x'.repeat(9_000)}\n`,
    '{"command":"ls","more":1}\n',
  ]) {
    const socket = await reach(userData, { command: true });
    socket.write(bytes);
    expect(JSON.parse(await text(socket))).toMatchObject({ end: 64 });
  }
  expect(await asked({ command: 'names' })).toEqual({ answer: [] });
});

it('a label cannot move the cursor of a terminal', async () => {
  const { token } = await keep('plain');
  await get('tokens.update', { tokenId: token.id, profile: { label: 'a\u001b[2Jb\u202ec' } });
  const { out } = await keyturn('test', token.id);
  expect(out).toContain('a\\u{1b}[2Jb\\u{202e}c');
  const asJson = await keyturn('ls', '--json');
  expect(asJson.out).toMatch(/^[\n\x20-\x7e]*$/);
  expect(JSON.parse(asJson.out)[0].label).toBe('a\u001b[2Jb\u202ec');
});
