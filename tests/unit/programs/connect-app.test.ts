import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { FilledForApp } from '../../../src/shared/connect/tool.ts';
import { tools } from '../../../src/shared/connect/tools.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { newFolder } from '../vault/helpers.ts';
import { callerOf } from './door-harness.ts';
import { type DoorOfApp, doorOfApp } from './door-of-app.ts';
import { newman, putCollection } from './newman.ts';
import { putProgram, runLine } from './run-line.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let folder: string;
let of: DoorOfApp;
const sdk = join(import.meta.dirname, '../../../node_modules/@okta/okta-sdk-nodejs');

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  folder = newFolder();
  mkdirSync(folder, { recursive: true });
});
afterEach(() => of.door.end());

async function begin(dpop: boolean): Promise<void> {
  of = await doorOfApp(fake, dpop);
  of.door.findCaller = () => Promise.resolve(callerOf('program'));
}

const filled = (): FilledForApp => ({
  ...{ origin: acme.origin, alias: 'terraform', door: null },
  ...{ clientId: of.made.clientId, kid: of.desk.app(of.appId).kid, scopes: ['okta.users.read'] },
});
/** The lines of a tool's page for an app. */
function linesOf(id: string, name: string): string {
  const found = tools.find((tool) => tool.id === id)?.app.lines.find((one) => one.name === name);
  return found?.text(filled()) ?? '';
}
const listsUsers = `
  const { Client } = require(${JSON.stringify(sdk)});
  (async () => {
    let seen = 0;
    await (await new Client().userApi.listUsers({ limit: 1 })).each(() => { seen++; return seen < 2; });
    console.log(String(seen));
  })();`;

it.each([false, true])(
  'the line for Node runs Okta’s own SDK without the key, proofs of possession demanded: %s',
  async (dpop) => {
    await begin(dpop);
    writeFileSync(join(folder, 'app.js'), listsUsers);
    expect(await runLine(of.door, folder, linesOf('sdk-node', 'Run your program'))).toMatchObject({
      code: 0,
      out: '2\n',
    });
    const calls = acme.requests.filter(({ path }) => path.startsWith('/api/'));
    expect(calls.length).toBeGreaterThan(0);
    for (const { headers } of calls) {
      expect(headers.authorization).toMatch(dpop ? /^DPoP ey/ : /^Bearer ey/);
      expect(headers['user-agent']).toContain('okta-sdk-nodejs');
    }
  },
);

it('the line for Newman runs a collection with the real Newman and without the key', async () => {
  await begin(false);
  putProgram(folder, 'newman', `exec node ${JSON.stringify(newman)} "$@"`);
  putCollection(folder, 'List users', '/api/v1/users?limit=1');
  const { code, out } = await runLine(of.door, folder, linesOf('postman', 'Run a collection with Newman'));
  expect([code, out]).toEqual([0, expect.stringMatching(/List users[\s\S]*200 OK/)]);
});

it('the lines for Terraform give the provider an access token by the name that it reads, and no key', async () => {
  await begin(false);
  putProgram(folder, 'terraform', 'env > seen; echo "$1 $OKTA_ORG_NAME"');
  const { code, out } = await runLine(of.door, folder, linesOf('terraform', 'Plan'));
  const [name] = new URL(acme.origin).host.split('.');
  expect([code, out]).toEqual([0, `plan ${name}\n`]);
  const seen = readFileSync(join(folder, 'seen'), 'utf8');
  expect(seen).toMatch(/^OKTA_ACCESS_TOKEN=ey/m);
  expect(seen).not.toMatch(/^OKTA_API_TOKEN=|PRIVATE/m);
});

it('the lines for GitHub Actions are variables by which Okta’s own SDK signs in with the copied key', async () => {
  await begin(false);
  await of.desk.copy(of.appId, 'key');
  const key = of.copied[0] ?? '';
  expect(key).toContain('PRIVATE KEY-----');
  const lines = linesOf('github-actions', 'In the workflow');
  expect(lines).not.toContain('PRIVATE KEY-----');
  expect(lines).toMatch(/: \$\{\{ secrets\.OKTA_PRIVATE_KEY \}\}\n$/);
  // As a runner does: each line of `env` is a variable, and the secret is put in.
  const env = Object.fromEntries(
    lines
      .split('\n')
      .slice(1, -1)
      .map((line) => line.trim().split(/: (.*)/, 2))
      .map(([name = '', value = '']) => [name, value.startsWith('$') ? key : value]),
  );
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, fake.caPem);
  acme.requests.length = 0;
  // The SDK signs with the time of this computer.
  fake.clock.set(Date.now());
  // A resolver need not know the names below localhost.
  const byName = `const dns = require('node:dns'); const { lookup } = dns;
    dns.lookup = (host, options, done) => lookup('127.0.0.1', options, done);`;
  const child = spawn(process.execPath, ['-e', byName + listsUsers], {
    cwd: folder,
    env: { ...env, PATH: process.env.PATH, HOME: folder, NODE_EXTRA_CA_CERTS: ca },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [[code], out] = await Promise.all([once(child, 'close'), text(child.stdout)]);
  expect([code, out]).toEqual([0, '2\n']);
  expect(acme.requests.map(({ path }) => path).slice(0, 2)).toEqual(['/oauth2/v1/token', '/api/v1/users']);
});
