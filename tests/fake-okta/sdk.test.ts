import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

/**
 * Calls the fake with Okta's official client for Node, over TLS, in a separate process that trusts the fake through NODE_EXTRA_CA_CERTS.
 */
const script = `
import okta from '@okta/okta-sdk-nodejs';
const client = new okta.Client({ orgUrl: process.env.FAKE_ORG, token: process.env.FAKE_TOKEN });
const me = await client.userApi.getUser({ userId: 'me' });
const users = [];
await (await client.userApi.listUsers({ limit: 5 })).each((user) => users.push(user.profile.login));
const groups = [];
await (await client.groupApi.listGroups()).each((group) => groups.push(group.profile.name));
const schema = await client.schemaApi.getUserSchema({ schemaId: 'default' });
const attributes = { ...schema.definitions.base.properties, ...schema.definitions.custom.properties };
const badge = schema.definitions.custom.properties.badge;
const tokens = [];
await (await client.apiTokenApi.listApiTokens()).each((token) => tokens.push([token.name, token.expiresAt instanceof Date]));
const refused = await new okta.Client({ orgUrl: process.env.FAKE_ORG, token: '00wrong' }).userApi
  .getUser({ userId: 'me' }).then(() => null, (error) => ({ status: error.status, errorCode: error.errorCode }));
process.stdout.write(JSON.stringify({ me: me.profile.login, attributes: Object.keys(attributes), badge: [badge.title, badge.type, badge.required], required: schema.definitions.base.required, users, groups, tokens, refused }));
`;

let fake: FakeOkta;
let acme: RunningOrg;
let folder: string;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
  folder = mkdtempSync(join(tmpdir(), 'fake-okta-sdk-'));
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
});
afterAll(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});

async function runClient(): Promise<Record<string, unknown>> {
  const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'by the SDK' });
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(import.meta.dirname, '../..'),
    timeout: 15_000,
    env: {
      // The client also reads ~/.okta; this home has none.
      HOME: folder,
      PATH: process.env.PATH ?? '',
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      FAKE_ORG: `https://localhost:${acme.port}`,
      FAKE_TOKEN: token.value,
    },
  });
  return JSON.parse(stdout);
}

it('the official client reads the current user and the schema of users, walks lists by their links, and knows a refusal', async () => {
  acme.org.customAttributes.set('badge', { title: 'Badge', type: 'integer', required: true });
  const said = await runClient();
  expect(said.me).toBe('ada.admin@acme.com');
  // Eleven people, because a plain list omits the deprovisioned one. Five per page make three pages.
  expect(said.users).toHaveLength(11);
  expect(new Set(said.users as string[]).size).toBe(11);
  expect(
    acme.requests.filter(({ path, query }) => path === '/api/v1/users' && query.includes('limit=5')),
  ).toHaveLength(3);
  expect(said.groups).toContain('Everyone');
  expect(said.attributes).toEqual(expect.arrayContaining(['login', 'mobilePhone', 'badge']));
  expect(said.badge).toEqual(['Badge', 'integer', true]);
  expect(said.required).toEqual(['login', 'email', 'firstName', 'lastName']);
  expect(said.tokens).toEqual([['by the SDK', true]]);
  expect(said.refused).toEqual({ status: 401, errorCode: 'E0000011' });
});

it('the official client waits for a limit to pass and asks again', async () => {
  acme.requests.length = 0;
  acme.faults.add({ kind: 'too-many', resetInSeconds: 1 }, { path: /users\/me$/ });
  const said = await runClient();
  expect(said.me).toBe('ada.admin@acme.com');
  const calls = acme.requests.filter(
    ({ path, headers }) => path === '/api/v1/users/me' && !headers.authorization?.includes('wrong'),
  );
  expect(calls.map(({ status }) => status)).toEqual([429, 200]);
  expect(calls[1]?.headers['x-okta-retry-for']).toMatch(/\w/);
});
