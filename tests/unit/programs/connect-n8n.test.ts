import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, type TestContext, vi } from 'vitest';
import type { Door } from '../../../src/shared/contract/programs.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { newFolder } from '../vault/helpers.ts';
import { callerOf, DoorHarness } from './door-harness.ts';
import { doorOfApp } from './door-of-app.ts';
import { type N8n, n8n, runWorkflow } from './n8n.ts';
import { allowed, runLine } from './run-line.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let packages: N8n;
let folder: string;
let door: DoorHarness | null;

// Each test starts n8n's engine, which takes a few seconds alone.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  packages = await n8n();
  fake = await startFakeOkta();
  acme = fake.org('acme');
}, 400_000);
afterAll(() => fake?.close());
beforeEach(() => {
  acme.requests.length = 0;
  folder = newFolder();
  mkdirSync(folder, { recursive: true });
});
afterEach(() => door?.end());

/** Opens the door of a token for every program. */
async function begin(rules: Partial<Door> = {}): Promise<DoorHarness> {
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('program'));
  await door.begin(rules);
  return door;
}
/** Opens the door of an app for every program. */
async function beginWithApp(dpop: boolean): Promise<DoorHarness> {
  ({ door } = await doorOfApp(fake, dpop));
  door.findCaller = () => Promise.resolve(callerOf('program'));
  return door;
}

/** The words of a program that runs a workflow with n8n's engine. Skips the test without n8n's packages. */
function workflow({ skip }: TestContext, parameters: object | 'test'): string[] {
  if (packages.folder === null) return skip(packages.missing);
  const wanted = parameters === 'test' ? parameters : JSON.stringify({ resource: 'user', ...parameters });
  return [process.execPath, runWorkflow, packages.folder, wanted];
}
/** Runs a workflow under `keyturn exec`, and returns what its Okta node gave. */
async function exec(of: DoorHarness, words: readonly string[], line = 'keyturn exec terraform --') {
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const { code, out, err } = await runLine(of, folder, `${line} ${quoted}`, {
    N8N_USER_FOLDER: folder,
    N8N_ENCRYPTION_KEY: 'of-this-test',
  });
  expect(code, err).toBe(0);
  return given(out);
}
/** Runs a workflow whose credential a person filled in. */
async function withCredential(of: DoorHarness, words: readonly string[], url: string, token: string) {
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, fake.caPem);
  const [program = '', ...rest] = words;
  const child = spawn(program, rest, {
    cwd: folder,
    env: {
      ...{ PATH: process.env.PATH, HOME: folder, N8N_USER_FOLDER: folder, NODE_EXTRA_CA_CERTS: ca },
      ...{ N8N_ENCRYPTION_KEY: 'of-this-test', OKTA_CLIENT_ORGURL: url, OKTA_CLIENT_TOKEN: token },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [[code], out] = await allowed(of, Promise.all([once(child, 'close'), text(child.stdout)]));
  expect(code).toBe(0);
  return given(out);
}
/** What a workflow printed last; n8n prints its log before it. */
const given = (out: string) => JSON.parse(out.trim().split('\n').at(-1) ?? '');
const seen = () => acme.requests.map(({ method, path }) => `${method} ${path}`);
const user = (userId: string) => ({ operation: 'get', userId: { __rl: true, mode: 'id', value: userId } });
const login = 'svc-terraform@acme.com';

it('n8n’s Okta node reads a user under exec, without the token', async (context) => {
  const words = workflow(context, user(login));
  const answer = await exec(await begin(), words);
  expect(answer).toMatchObject({ items: [{ profile: { login } }] });
  expect(JSON.stringify(answer)).not.toContain(door?.value);
  expect(seen()).toEqual([`GET /api/v1/users/${login}`]);
  expect(acme.requests[0]?.headers['user-agent']).toMatch(/^n8n /);
});

it('lists users with the slash at the end that it writes', async (context) => {
  const words = workflow(context, { operation: 'getAll', returnAll: true, simplify: true });
  const { items } = await exec(await begin(), words);
  expect(items.length).toBeGreaterThan(3);
  expect(seen()).toEqual(['GET /api/v1/users/']);
});

it('makes and deletes a user, where the rules allow changes', async (context) => {
  const of = await begin({ access: 'change' });
  const owner = acme.org.users.find(({ profile }) => profile.login === login);
  if (owner === undefined) throw new Error('The owner of the token is not there.');
  const { roles } = owner;
  owner.roles = [...roles, { type: 'USER_ADMIN', label: 'Group Administrator', assignmentType: 'USER' }];
  const made = await exec(
    of,
    workflow(context, {
      ...{ operation: 'create', firstName: 'Ada', lastName: 'Byron', activate: false },
      ...{ login: 'ada@acme.com', email: 'ada@acme.com', getCreateUpdateFields: { department: 'Engines' } },
    }),
  );
  expect(made).toMatchObject({ items: [{ status: 'STAGED', profile: { login: 'ada@acme.com' } }] });
  const [{ id }] = made.items;
  await exec(of, workflow(context, { ...user(id), operation: 'delete', sendEmail: false }));
  owner.roles = roles;
  expect(seen()).toEqual(['POST /api/v1/users/', `DELETE /api/v1/users/${id}`]);
});

it('is refused a change where the rules allow only reading', async (context) => {
  const words = workflow(context, { ...user(login), operation: 'delete', sendEmail: false });
  const { error } = await exec(await begin({ access: 'read' }), words);
  expect(error).toContain('Forbidden');
  expect(seen()).toEqual([]);
});

it.for([false, true])(
  'works with a service app, with any word as the access token, proofs of possession demanded: %s',
  async (dpop, context) => {
    const words = workflow(context, { operation: 'getAll', returnAll: true, simplify: true });
    const of = await beginWithApp(dpop);
    const url = `http://127.0.0.1:${of.port}/terraform`;
    expect((await withCredential(of, words, url, 'any-word')).items.length).toBeGreaterThan(3);
    const [call] = acme.requests.filter(({ path }) => path.startsWith('/api/'));
    expect(call?.headers.authorization).toMatch(dpop ? /^DPoP ey/ : /^Bearer ey/);
    expect((await exec(of, words)).items.length).toBeGreaterThan(3);
  },
);

it('n8n’s own test of the credential reads the list of tokens, and needs that path among the rules', async (context) => {
  const words = workflow(context, 'test');
  const of = await begin({ paths: ['/api/v1/users'] });
  expect((await exec(of, words)).error).toContain('Forbidden');
  expect(seen()).toEqual([]);
  await of.set({ paths: ['/api/v1/users', '/api/v1/api-tokens'] });
  expect(await exec(of, words)).toHaveProperty('items');
  expect(seen()).toEqual(['GET /api/v1/api-tokens']);
});

it('the lock file of n8n’s packages has the hash of each of them, and no address of a registry', () => {
  const { packages: locked } = JSON.parse(readFileSync(join(runWorkflow, '../package-lock.json'), 'utf8'));
  const [root, ...others] = Object.values<{ integrity?: string; resolved?: string }>(locked);
  expect(root).not.toHaveProperty('integrity');
  expect(others.length).toBeGreaterThan(100);
  for (const one of others) {
    expect(one.integrity).toMatch(/^sha512-/);
    expect(one).not.toHaveProperty('resolved');
  }
});
