import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportJWK, type JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newClientKey } from './oauth-ask.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

/** Okta's own client for Node as a service app. It makes its assertions and proofs without knowledge of the fake. */
const script = `
import okta from '@okta/okta-sdk-nodejs';
const client = new okta.Client({
  orgUrl: process.env.FAKE_ORG, authorizationMode: 'PrivateKey', clientId: process.env.FAKE_CLIENT,
  scopes: ['okta.users.read', 'okta.groups.read'], privateKey: process.env.FAKE_KEY,
});
const users = [];
await (await client.userApi.listUsers({ limit: 5 })).each((user) => users.push(user.profile.login));
const groups = [];
await (await client.groupApi.listGroups()).each((group) => groups.push(group.profile.name));
process.stdout.write(JSON.stringify({ users, groups }));
`;

let fake: FakeOkta;
let acme: RunningOrg;
let folder: string;
let publicKey: JWK;
let privateKey: JWK;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
  folder = mkdtempSync(join(tmpdir(), 'fake-okta-sdk-oauth-'));
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  const key = await newClientKey('RS256');
  publicKey = key.jwk;
  privateKey = { ...(await exportJWK(key.privateKey)), kid: key.jwk.kid };
});
afterAll(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  acme.requests.length = 0;
  // This client signs proofs with the key of its assertions.
  acme.org.wantsSeparateProofKey = false;
});

async function runClient(dpop: boolean): Promise<{ users: string[]; groups: string[] }> {
  const app = acme.org.addServiceApp({
    name: 'SDK',
    jwk: publicKey,
    scopes: ['okta.users.read', 'okta.groups.read'],
    roles: [{ type: 'READ_ONLY_ADMIN' }],
    dpop,
  });
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(import.meta.dirname, '../..'),
    timeout: 15_000,
    env: {
      HOME: folder,
      PATH: process.env.PATH ?? '',
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      FAKE_ORG: `https://localhost:${acme.port}`,
      FAKE_CLIENT: app.clientId,
      FAKE_KEY: JSON.stringify(privateKey),
    },
  });
  return JSON.parse(stdout);
}

const calls = () => acme.requests.map(({ path, status }) => `${path} ${status}`);

it.each([
  ['bound tokens', true, ['/oauth2/v1/token 400', '/oauth2/v1/token 200'], /^DPoP /],
  ['bearer tokens', false, ['/oauth2/v1/token 200'], /^Bearer /],
] as const)('the official client walks lists with %s', async (_, dpop, first, scheme) => {
  const said = await runClient(dpop);
  expect(said.users).toHaveLength(11);
  expect(said.groups).toContain('Everyone');
  expect(calls().slice(0, first.length)).toEqual(first);
  const later = acme.requests.slice(first.length);
  expect(later).toHaveLength(4);
  for (const { status, headers } of later) {
    expect(status).toBe(200);
    expect(headers.authorization).toMatch(scheme);
  }
});
