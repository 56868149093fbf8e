import { execFile } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type JWK, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { families } from '../../../src/main/features/access/mapping.ts';
import { probeFamilies } from '../../../src/main/features/access/xray.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { type JobNeeds, ServiceDesk } from '../../../src/main/features/service/desk.ts';
import { ServiceStore } from '../../../src/main/features/service/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { serviceView } from '../../../src/shared/contract/service.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { identity, profile } from '../main/samples.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { newFolder, open } from '../vault/helpers.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let vault: Vault;
let clock: SkippingClock;
let client: ReturnType<typeof clientOf>;
let desk: ServiceDesk;
let tokenId: string;
let value: string;
let job: JobNeeds | null;
let copied: string[];
let opened: string[];
let noted: string[];

const reads: JobNeeds = {
  needs: [
    { family: 'users', access: 'read' },
    { family: 'groups', access: 'read' },
  ],
  basis: 'You said what it needs.',
  scopes: ['okta.users.read', 'okta.groups.read'],
  roles: ['Read-only Administrator'],
  permissions: [],
};

beforeAll(async () => {
  fake = await startFakeOkta({ orgs: [{ subdomain: 'acme', companyName: 'Acme' }] });
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(async () => {
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock);
  vault = open(newFolder());
  await vault.start();
  const tokens = new TokenStore(vault);
  const issued = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  value = issued.value;
  tokenId = tokens.add(
    new OrgStore(vault).keep(identity(new URL(acme.origin).host), 0),
    acme.origin,
    profile('terraform'),
    Secret.fromText(value),
    0,
  );
  job = reads;
  copied = [];
  opened = [];
  noted = [];
  desk = new ServiceDesk({
    store: new ServiceStore(vault),
    client,
    clock,
    opener: { openUrl: async (url) => void opened.push(url.href), showFolder: () => undefined },
    families,
    token: (id) => tokens.get(id),
    originOf: () => acme.origin,
    appsUrlOf: () => new URL('/admin/apps/active', acme.origin),
    job: () => job,
    probesOf: () => [],
    probe: (origin, secret, ids, signal) => probeFamilies({ client, origin, secret, signal }, ids),
    copy: async (text) => copied.push(text) * 1000,
    note: (action, { label }, sentence) => noted.push(`${action} ${label}: ${sentence}`),
  });
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  await client.close();
  for (const { id } of [...acme.org.tokens]) acme.org.revoke(id);
});

const jwkOf = (): JWK => JSON.parse(desk.view(tokenId).app?.jwk ?? '{}');
const calls = () => acme.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return error instanceof Failed ? error.failure.code : String(error);
  }
};

/** The key is made, and an app in Okta has it. */
async function makeApp(more: Partial<Parameters<typeof acme.org.addServiceApp>[0]> = {}) {
  await desk.makeKey(tokenId);
  const app = acme.org.addServiceApp({
    name: 'terraform',
    jwk: jwkOf(),
    scopes: reads.scopes,
    roles: [{ type: 'READ_ONLY_ADMIN' }],
    ...more,
  });
  desk.setClient(tokenId, app.clientId);
  return app;
}
const tested = async () => serviceView.parse(await desk.test(tokenId)).app?.lastTest ?? null;

describe('the key', () => {
  it('is one that Okta takes; its private half is kept sealed and copied only on demand', async () => {
    await desk.makeKey(tokenId);
    const jwk = jwkOf();
    expect(jwk).toMatchObject({
      kty: 'RSA',
      use: 'sig',
      alg: 'RS256',
      kid: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    await desk.copy(tokenId, 'key');
    expect(copied[0]).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(createPublicKey(copied[0] ?? '').export({ format: 'jwk' })).toMatchObject({ n: jwk.n, e: jwk.e });
    // Neither the whole of it nor its private numbers stand in the vault as they are.
    const { d = '', p = '' } = createPrivateKey(copied[0] ?? '').export({ format: 'jwk' });
    const [row] = vault.read<{ app: Uint8Array; key: Uint8Array }>('SELECT app, key FROM service_apps');
    const kept = Buffer.concat([row?.app ?? Buffer.of(), row?.key ?? Buffer.of()]);
    expect(kept.length).toBeGreaterThan(1_000);
    for (const number of [d, p]) {
      expect(kept.includes(number)).toBe(false);
      expect(kept.includes(Buffer.from(number, 'base64url'))).toBe(false);
    }
    expect(noted).toEqual([
      `service.key terraform: A key was made for an OAuth service app, ${jwk.kid}.`,
      'service.copied terraform: The private key of its OAuth service app was copied.',
    ]);
  });

  it('is replaced by another key, which keeps the Client ID and drops the earlier test', async () => {
    const { clientId } = await makeApp();
    await desk.test(tokenId);
    const before = desk.view(tokenId).app;
    await desk.makeKey(tokenId);
    const after = desk.view(tokenId).app;
    expect(after).toMatchObject({ clientId, lastTest: null });
    expect(after?.kid).not.toBe(before?.kid);
  });
});

describe('a test', () => {
  it('gets an access token with proofs of possession, and reads what the job needs', async () => {
    await makeApp();
    const test = await tested();
    expect(test).toMatchObject({ dpop: true, missing: [], outcome: { kind: 'accepted', word: 'Working' } });
    expect(
      test?.rows.filter(({ need }) => need !== null).map(({ family, verdict }) => [family, verdict]),
    ).toEqual([
      ['users', 'works'],
      ['groups', 'works'],
    ]);
    expect(calls().slice(0, 3)).toEqual([
      'POST /oauth2/v1/token 400',
      'POST /oauth2/v1/token 400',
      'POST /oauth2/v1/token 200',
    ]);
    // Keyturn does not call an endpoint that no scope covers.
    expect(calls().slice(3).sort()).toEqual(['GET /api/v1/groups 200', 'GET /api/v1/users 200']);
    expect(acme.requests.some(({ headers }) => headers.authorization?.startsWith('SSWS'))).toBe(false);
    expect(JSON.stringify(desk.view(tokenId))).not.toContain(value);
  });

  it('sends no proofs when the app requires none, and says so', async () => {
    await makeApp({ dpop: false });
    expect(await tested()).toMatchObject({ dpop: false, outcome: { kind: 'accepted' } });
    expect(calls().filter((call) => call.includes('oauth2'))).toEqual(['POST /oauth2/v1/token 200']);
  });

  it('makes an assertion for this org’s token endpoint alone, valid for five minutes', async () => {
    const { clientId } = await makeApp({ dpop: false });
    let form = new URLSearchParams();
    const pass = client.pass.bind(client);
    client.pass = async (call) => {
      form = new URLSearchParams(call.body?.toString());
      return pass(call);
    };
    await desk.test(tokenId);
    const { payload, protectedHeader } = await jwtVerify(
      form.get('client_assertion') ?? '',
      createPublicKey({ key: jwkOf(), format: 'jwk' }),
      {
        currentDate: new Date(clock.now()),
        audience: `${acme.origin}/oauth2/v1/token`,
        issuer: clientId,
        subject: clientId,
      },
    );
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: jwkOf().kid });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    expect(form.get('scope')).toBe('okta.users.read okta.groups.read');
  });

  it.each([
    [
      'a scope is missing',
      { scopes: ['okta.users.read'] },
      'not-allowed',
      /lacks what the job needs: Groups\./,
    ],
    ['the role is missing', { roles: [] }, 'not-allowed', /lacks what the job needs: Users, Groups\./],
    ['no scope is granted', { scopes: [] }, 'not-allowed', /granted it none of these scopes/],
  ])('reports that %s', async (_what, more, kind, words) => {
    await makeApp(more);
    const test = await tested();
    expect(test?.outcome.kind).toBe(kind);
    expect(test?.outcome.sentence).toMatch(words);
  });

  it('tells an app with another key from a Client ID without an app', async () => {
    await makeApp();
    await desk.makeKey(tokenId);
    expect((await tested())?.outcome).toMatchObject({
      kind: 'not-accepted',
      status: 401,
      errorCode: 'invalid_client',
    });
    desk.setClient(tokenId, '0oa1234567890abcdefgh');
    expect((await tested())?.outcome).toMatchObject({ kind: 'not-accepted', errorCode: 'invalid_client' });
  });

  it('tells a rate limit, trouble and no network from a refusal', async () => {
    await makeApp();
    acme.faults.add({ kind: 'too-many', resetInSeconds: 40 }, { path: /token$/ });
    const limited = (await tested())?.outcome;
    expect(limited?.kind).toBe('rate-limited');
    expect(limited?.sentence).toMatch(/frees up in about 4[012] s\. Okta has not checked the app\./);
    acme.faults.clear();
    acme.faults.add({ kind: 'refusal', status: 429, headers: { 'retry-after': '600' } }, { path: /token$/ });
    expect((await tested())?.outcome.sentence).toContain('frees up in about 10 minutes.');
    acme.faults.add({ kind: 'refusal', status: 429, headers: {} }, { path: /token$/ });
    expect((await tested())?.outcome.sentence).toContain('Okta does not say for how long.');
    acme.faults.add({ kind: 'status', status: 503 }, { path: /token$/ });
    expect((await tested())?.outcome.kind).toBe('okta-trouble');
    acme.faults.clear();
    acme.faults.add({ kind: 'html', status: 200 }, { path: /token$/ });
    expect((await tested())?.outcome.kind).toBe('unexpected-answer');
  });

  it('recognises a missing scope of the access token by the header alone, and names it', async () => {
    await makeApp();
    acme.faults.add(
      {
        kind: 'refusal',
        status: 403,
        headers: { 'www-authenticate': 'DPoP error="insufficient_scope", scope="okta.users.read"' },
      },
      { path: /users$/ },
    );
    const test = await tested();
    expect(test?.rows.find(({ family }) => family === 'users')).toMatchObject({
      verdict: 'lacks',
      sentence: 'Okta says that the access token lacks a scope; okta.users.read is granted.',
    });
  });

  it('reads the reason from the header of the token endpoint when the body is missing', async () => {
    await makeApp();
    const headers = { 'www-authenticate': 'DPoP error="use_dpop_nonce"' };
    acme.faults.add({ kind: 'refusal', status: 400, headers }, { path: /token$/ });
    expect((await tested())?.outcome).toMatchObject({
      kind: 'not-accepted',
      errorCode: 'use_dpop_nonce',
      status: 400,
    });
  });

  it('ends with a lock, and nothing of it is kept', async () => {
    await makeApp();
    acme.faults.add({ kind: 'hang' }, { path: /token$/ });
    const testing = codeOf(() => desk.test(tokenId));
    await expect.poll(() => calls().length).toBeGreaterThan(0);
    desk.cancelAll();
    expect(await testing).toBe('cancelled');
    expect(desk.view(tokenId).app?.lastTest).toBeNull();
  });
});

describe('a step out of order, and a malformed Client ID', () => {
  it('is refused in words, and nothing is asked', async () => {
    expect(await codeOf(() => desk.test(tokenId))).toBe('not-found');
    expect(await codeOf(() => desk.copy(tokenId, 'key'))).toBe('not-found');
    expect(await codeOf(() => desk.setClient(tokenId, '0oa1234567890abcdefgh'))).toBe('not-found');
    await desk.makeKey(tokenId);
    expect(await codeOf(() => desk.test(tokenId))).toBe('not-found');
    expect(await codeOf(() => desk.copy(tokenId, 'terraform'))).toBe('not-found');
    for (const typed of ['', 'terraform', '00oorg', `0oa${'x'.repeat(200)}`, value]) {
      expect(await codeOf(() => desk.setClient(tokenId, typed))).toBe('bad-request');
    }
    desk.setClient(tokenId, ' "0oa1234567890abcdefgh" ');
    expect(desk.view(tokenId).app?.clientId).toBe('0oa1234567890abcdefgh');
    job = null;
    expect(await codeOf(() => desk.test(tokenId))).toBe('not-found');
    expect(acme.requests).toEqual([]);
  });
});

it('configurations use the names of the SDKs and Terraform', async () => {
  const { clientId } = await makeApp();
  const { kid } = jwkOf();
  await desk.copy(tokenId, 'env');
  await desk.copy(tokenId, 'terraform');
  await desk.copy(tokenId, 'sdk');
  for (const text of copied) {
    for (const part of [clientId, kid ?? '', 'okta.users.read', 'BEGIN PRIVATE KEY'])
      expect(text).toContain(part);
  }
  expect(copied[0]).toContain('OKTA_CLIENT_SCOPES="okta.users.read okta.groups.read"\n');
  expect(copied[1]).toContain('scopes         = ["okta.users.read", "okta.groups.read"]\n');
});

it('Okta’s own client lists users by the copied configuration', async () => {
  await makeApp({ dpop: false });
  await desk.copy(tokenId, 'sdk');
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-sdk-'));
  try {
    // Not every system knows names below .localhost.
    const text = copied[0]?.replace(acme.origin, `https://localhost:${acme.port}`) ?? '';
    writeFileSync(join(folder, 'okta.yaml'), text);
    writeFileSync(join(folder, 'ca.pem'), fake.caPem);
    const sdk = createRequire(import.meta.url).resolve('@okta/okta-sdk-nodejs');
    const script = `
      const { Client } = require(${JSON.stringify(sdk)});
      (async () => {
        let seen = 0;
        await (await new Client().userApi.listUsers({ limit: 4 })).each(() => { seen++; });
        process.stdout.write(String(seen));
      })();`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], {
      cwd: folder,
      timeout: 15_000,
      env: { HOME: folder, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') },
    });
    expect(Number(stdout)).toBe(acme.org.users.filter(({ status }) => status !== 'DEPROVISIONED').length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('is forgotten with its key, and is removed with its token', async () => {
  await makeApp();
  expect(desk.forget(tokenId).app).toBeNull();
  expect(await codeOf(() => desk.copy(tokenId, 'key'))).toBe('not-found');
  await makeApp();
  new TokenStore(vault).remove(tokenId);
  expect(vault.read('SELECT token_id FROM service_apps')).toEqual([]);
});
