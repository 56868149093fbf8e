import { execFile } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type JWK, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import type { JobNeeds } from '../../../src/main/features/service/app-view.ts';
import { ServiceDesk } from '../../../src/main/features/service/desk.ts';
import { ServiceStore } from '../../../src/main/features/service/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import { migrations } from '../../../src/main/vault/migrations.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { type ServiceApp, serviceApp } from '../../../src/shared/contract/service.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { codeOf, identity, profile } from '../main/samples.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { newFolder, open } from '../vault/helpers.ts';
import { serviceNeeds } from './service-needs.ts';

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
let changes: number;
let appId: string;

const reads: JobNeeds = {
  needs: [
    { family: 'users', access: 'read' },
    { family: 'groups', access: 'read' },
  ],
  basis: 'You said what the job needs.',
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
  const orgs = new OrgStore(vault);
  const issued = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  value = issued.value;
  const org = { ...identity(new URL(acme.origin).host), origin: acme.origin };
  const secret = Secret.fromText(value);
  tokenId = tokens.add(orgs.keep(org, 0), acme.origin, profile('terraform'), secret, 0);
  job = reads;
  copied = [];
  opened = [];
  noted = [];
  changes = 0;
  desk = new ServiceDesk({
    ...serviceNeeds(vault, client, clock, org),
    opener: { openUrl: async (url) => void opened.push(url.href), showFolder: () => undefined },
    job: () => job,
    copy: async (text) => copied.push(text) * 1000,
    note: (action, { label }, sentence) => noted.push(`${action} ${label}: ${sentence}`),
    onChanged: () => changes++,
  });
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  await client.close();
  for (const { id } of [...acme.org.tokens]) acme.org.revoke(id);
});

const appOf = (id = appId): ServiceApp => {
  const found = desk.list().apps.find((app) => app.id === id);
  if (found === undefined) throw new Error('The app is not in the list.');
  return serviceApp.parse(found);
};
const jwkOf = (): JWK => JSON.parse(appOf().jwk);
const begin = async () => {
  ({ id: appId } = await desk.begin(tokenId));
};
const calls = () => acme.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);

/** The key is made, and an app in Okta has it. */
async function makeApp(more: Partial<Parameters<typeof acme.org.addServiceApp>[0]> = {}) {
  await begin();
  const app = acme.org.addServiceApp({
    name: 'terraform',
    jwk: jwkOf(),
    scopes: reads.scopes,
    roles: [{ type: 'READ_ONLY_ADMIN' }],
    ...more,
  });
  desk.setClient(appId, app.clientId);
  return app;
}
const tested = async () => serviceApp.parse(await desk.test(appId)).lastTest;

describe('the key', () => {
  it('is one that Okta takes; its private half is kept sealed and copied only on demand', async () => {
    await begin();
    const jwk = jwkOf();
    expect(jwk).toMatchObject({
      kty: 'RSA',
      use: 'sig',
      alg: 'RS256',
      kid: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    await desk.copy(appId, 'key');
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
      `service.key terraform (app): A key was made for an OAuth service app, ${jwk.kid}.`,
      'service.copied terraform (app): The private key of the OAuth service app was copied.',
    ]);
  });

  it('is replaced by another key, which keeps the Client ID and drops the earlier test', async () => {
    const { clientId } = await makeApp();
    await desk.test(appId);
    const before = appOf();
    await desk.makeKey(appId);
    const after = appOf();
    expect(after).toMatchObject({ clientId, lastTest: null });
    expect(after.kid).not.toBe(before.kid);
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
    expect(JSON.stringify(desk.list())).not.toContain(value);
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
    await desk.test(appId);
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
    await desk.makeKey(appId);
    expect((await tested())?.outcome).toMatchObject({
      kind: 'not-accepted',
      status: 401,
      errorCode: 'invalid_client',
    });
    desk.setClient(appId, '0oa1234567890abcdefgh');
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
      sentence: 'Okta says that the access token lacks a scope, although okta.users.read is granted.',
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
    const testing = codeOf(() => desk.test(appId));
    await expect.poll(() => calls().length).toBeGreaterThan(0);
    desk.cancelAll();
    expect(await testing).toBe('cancelled');
    expect(appOf().lastTest).toBeNull();
  });
});

describe('a step out of order, and a malformed Client ID', () => {
  it('is refused in words, and nothing is asked', async () => {
    appId = tokenId;
    expect(await codeOf(() => desk.test(appId))).toBe('not-found');
    expect(await codeOf(() => desk.copy(appId, 'key'))).toBe('not-found');
    expect(await codeOf(() => desk.setClient(appId, '0oa1234567890abcdefgh'))).toBe('not-found');
    await begin();
    expect(await codeOf(() => desk.test(appId))).toBe('not-found');
    expect(await codeOf(() => desk.copy(appId, 'terraform'))).toBe('not-found');
    for (const typed of ['', 'my terraform', '00org', `0oa${'x'.repeat(200)}`, value]) {
      expect(await codeOf(() => desk.setClient(appId, typed))).toBe('bad-request');
    }
    desk.setClient(appId, ' "0oa1234567890abcdefgh" ');
    expect(appOf().clientId).toBe('0oa1234567890abcdefgh');
    job = null;
    expect(await codeOf(() => desk.test(appId))).toBe('not-found');
    expect(acme.requests).toEqual([]);
  });
});

it('configurations use the names of the SDKs and Terraform', async () => {
  const { clientId } = await makeApp();
  const { kid } = jwkOf();
  await desk.copy(appId, 'env');
  await desk.copy(appId, 'terraform');
  await desk.copy(appId, 'sdk');
  for (const text of copied) {
    for (const part of [clientId, kid ?? '', 'okta.users.read', 'BEGIN PRIVATE KEY'])
      expect(text).toContain(part);
  }
  expect(copied[0]).toContain('OKTA_CLIENT_SCOPES="okta.users.read okta.groups.read"\n');
  expect(copied[1]).toContain('scopes         = ["okta.users.read", "okta.groups.read"]\n');
});

it('Okta’s own client lists users by the copied configuration', async () => {
  await makeApp({ dpop: false });
  await desk.copy(appId, 'sdk');
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

it('is removed with its key, and its token stays', async () => {
  await makeApp();
  desk.remove(appId);
  expect(desk.list().apps).toEqual([]);
  expect(await codeOf(() => desk.copy(appId, 'key'))).toBe('not-found');
  expect(new TokenStore(vault).list()).toHaveLength(1);
});

it('keeps its name and its job when its token is removed', async () => {
  await makeApp();
  await desk.test(appId);
  const before = appOf();
  vault.transaction(() => {
    desk.part(tokenId);
    new TokenStore(vault).remove(tokenId);
    new OrgStore(vault).dropUnused();
  });
  const after = appOf();
  expect(after).toMatchObject({ tokenId: null, label: 'terraform (app)', lastTest: before.lastTest });
  expect(after.plan?.scopes).toEqual(reads.scopes);
  expect(new OrgStore(vault).list()).toHaveLength(1);
  expect((await tested())?.outcome.kind).toBe('accepted');
  desk.remove(appId);
  expect(new OrgStore(vault).list()).toEqual([]);
});

describe('an app without a token', () => {
  const reporting = { kind: 'reporting', needs: [] } as const;
  const add = async (wanted: Parameters<ServiceDesk['add']>[2] = { ...reporting, needs: [] }) => {
    const added = await desk.add('draft', profile('report'), wanted);
    appId = added.id;
    return added;
  };

  it('has the scopes of its own job, and is tested without any API token', async () => {
    const added = await add();
    expect(added).toMatchObject({ tokenId: null, label: 'report', clientId: null, lastTest: null });
    expect(added.plan?.scopes).toEqual([
      'okta.users.read',
      'okta.groups.read',
      'okta.apps.read',
      'okta.logs.read',
    ]);
    const scopes = added.plan?.scopes ?? [];
    const made = acme.org.addServiceApp({
      name: 'r',
      jwk: jwkOf(),
      scopes,
      roles: [{ type: 'READ_ONLY_ADMIN' }],
    });
    desk.setClient(appId, made.clientId);
    expect((await tested())?.outcome.kind).toBe('accepted');
    expect(appOf().lastTest?.rows.every(({ token }) => token === null)).toBe(true);
    expect(acme.requests.some(({ headers }) => headers.authorization?.startsWith('SSWS'))).toBe(false);
    // Another job is another test.
    const siem = await desk.setJob(appId, { kind: 'siem', needs: [] });
    expect(siem).toMatchObject({ lastTest: null, plan: { scopes: ['okta.logs.read'] } });
  });

  it('can exist beside the app of a token, and the list has both, the older first', async () => {
    await makeApp();
    await add();
    expect(desk.list().apps.map(({ label }) => label)).toEqual(['terraform (app)', 'report']);
    expect((await desk.begin(tokenId)).label).toBe('terraform (app)');
    expect(desk.list().apps).toHaveLength(2);
  });

  it('is refused for a job that needs nothing, and for one that only a token’s log shows', async () => {
    for (const wanted of [
      { kind: 'custom', needs: [] },
      { kind: 'from-log', needs: [] },
    ] as const) {
      expect(await codeOf(() => add({ ...wanted, needs: [] }))).toBe('bad-request');
    }
    expect(desk.list().apps).toEqual([]);
  });

  it('says that it is being tested, and a second test is the same one', async () => {
    await makeApp();
    acme.faults.add({ kind: 'latency', ms: 200 }, { path: /token$/ });
    changes = 0;
    const both = Promise.all([desk.test(appId), desk.test(appId)]);
    expect(desk.list().testing).toEqual([appId]);
    await both;
    expect(desk.list().testing).toEqual([]);
    expect(calls().filter((call) => call === 'POST /oauth2/v1/token 200')).toHaveLength(1);
    expect(changes).toBe(2);
  });

  it('is among those that Test all tests as soon as it can be tested', async () => {
    await begin();
    expect(desk.testable()).toEqual([]);
    desk.setClient(appId, '0oa1234567890abcdefgh');
    const [one] = desk.testable();
    expect(one?.origin).toBe(acme.origin);
    await one?.run(new AbortController().signal);
    expect(appOf().lastTest?.outcome.kind).toBe('not-accepted');
    job = null;
    expect(desk.testable()).toEqual([]);
  });

  it('stays in the list when its cells do not open, says so, and takes a new key', async () => {
    await add();
    vault.write('UPDATE service_apps SET key = zeroblob(40)');
    expect(appOf()).toMatchObject({ label: 'report', readable: false });
    expect(await codeOf(() => desk.copy(appId, 'key'))).toBe('vault-problem');
    vault.write('UPDATE service_apps SET app = zeroblob(40)');
    expect(appOf()).toMatchObject({ label: 'Unreadable app', readable: false, clientId: null });
    expect(await desk.makeKey(appId)).toMatchObject({ readable: true });
    await desk.copy(appId, 'key');
    expect(copied).toHaveLength(1);
  });
});

it('keeps an app of the earlier form beside its token, with its key', async () => {
  await makeApp();
  await desk.copy(appId, 'key');
  // As the code before wrote it: sealed under the token's id, without a profile and a job.
  const [{ kid, jwk, clientId, madeAt }] = [appOf()];
  const cell = (column: string) => ({ table: 'service_apps', rowId: tokenId, column });
  using key = new ServiceStore(vault).key(appId);
  const app = vault.sealJson(cell('app'), { madeAt, kid, jwk, clientId, lastTest: null });
  const sealedKey = vault.sealSecret(cell('key'), key);
  vault.write('DROP TABLE service_apps');
  vault.write(
    'CREATE TABLE service_apps (token_id TEXT PRIMARY KEY REFERENCES tokens(id) ON DELETE CASCADE, app BLOB NOT NULL, key BLOB NOT NULL) STRICT',
  );
  vault.write('INSERT INTO service_apps (token_id, app, key) VALUES (?, ?, ?)', tokenId, app, sealedKey);
  const step = migrations.find(({ number }) => number === 11)?.sql ?? '';
  for (const statement of step.split(';')) if (statement.trim() !== '') vault.write(statement);
  const [after] = desk.list().apps;
  expect(after).toMatchObject({ tokenId, clientId, kid, label: 'terraform (app)', readable: true });
  appId = serviceApp.parse(after).id;
  expect(appId).not.toBe(tokenId);
  await desk.copy(appId, 'key');
  expect(copied[1]).toBe(copied[0]);
  expect((await tested())?.outcome.kind).toBe('accepted');
});
