import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askersOf } from '../../../src/main/app/askers.ts';
import { Failed } from '../../../src/main/base/failure.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { AccessDesk } from '../../../src/main/features/access/desk.ts';
import { durationMs, flagsOf } from '../../../src/main/features/access/inventory-flags.ts';
import { AccessStore } from '../../../src/main/features/access/store.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { runTest } from '../../../src/main/features/testing/checks.ts';
import { TestStore } from '../../../src/main/features/testing/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { accessView, inventory, networkView } from '../../../src/shared/contract/access.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { identity } from '../main/samples.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { newFolder, open } from '../vault/helpers.ts';

const day = 86_400_000;
let fake: FakeOkta;
let acme: RunningOrg;
let vault: Vault;
let clock: SkippingClock;
let client: ReturnType<typeof clientOf>;
let tokens: TokenStore;
let desk: AccessDesk;
/** Each change of what a token is for: the token, the scopes before it and the scopes after it. */
let agreed: unknown[];
let refuses: Failed | null;
let noted: string[][];
let store: AccessStore;

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
  tokens = new TokenStore(vault);
  store = new AccessStore(vault);
  [agreed, refuses, noted] = [[], null, []];
  desk = new AccessDesk({
    client,
    clock,
    store,
    token: (id) => tokens.get(id),
    tokensOf: (orgId) => tokens.list().filter((token) => token.orgId === orgId),
    originOf: () => acme.origin,
    secretOf: (id) => tokens.secretOf(id),
    valueNoOf: (id) => tokens.valueNoOf(id),
    askers: (orgId, reads, first) => askersOf(tokens.list(), orgId, { reads, first }),
    agreeToScopes: async (...asked) => {
      agreed.push(asked);
      if (refuses !== null) throw refuses;
    },
    note: (action, { label }, sentence) => noted.push([action, label, sentence]),
  });
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  acme.org.clientAddress = '203.0.113.10';
  for (const { id } of acme.org.tokens) acme.org.revoke(id);
  await client.close();
});

/** A token of the fake, kept and tested. */
async function keep(owner: string, label = owner, more = {}) {
  const token = acme.org.issueToken({ owner: `${owner}@acme.com`, name: label, ...more });
  const orgId = new OrgStore(vault).keep(
    { ...identity(new URL(acme.origin).host), oktaOrgId: acme.org.id, adminUrl: acme.adminUrl },
    clock.now(),
  );
  const profile = {
    label,
    purpose: '',
    environment: 'other' as const,
    tags: [],
    consumers: [],
    rotateEveryDays: 90,
  };
  const id = tokens.add(orgId, acme.origin, profile, Secret.fromText(token.value), clock.now());
  new TestStore(vault).keep(
    id,
    await runTest({
      client,
      clock,
      origin: acme.origin,
      secret: Secret.fromText(token.value),
      known: () => ({ oktaTokenId: null, network: null, others: [] }),
      signal: new AbortController().signal,
      onCheck: () => undefined,
    }),
  );
  acme.requests.length = 0;
  return { id, orgId, okta: token };
}

const codeOf = (error: unknown) => (error as { failure?: { code: string } }).failure?.code;
const methodsAsked = () => [...new Set(acme.requests.map(({ method }) => method))];

describe('the Access tab', () => {
  it('says what an X-ray will ask, makes it, keeps it, and shows the differences from the last one', async () => {
    const { id } = await keep('svc-terraform');
    const before = desk.view(id);
    expect(accessView.parse(before)).toEqual(before);
    expect(before).toMatchObject({ xrays: [], judgement: null, plan: { atMost: 12 } });
    expect(acme.requests).toHaveLength(0);
    const first = await desk.xray(id);
    expect(accessView.parse(first)).toEqual(first);
    expect(first.xrays).toHaveLength(1);
    // A test had told the owner, so their custom role was opened.
    const customRole = first.xrays[0]?.xray.roles?.find(({ type }) => type === 'CUSTOM');
    expect(customRole?.permissions).toContain('okta.apps.read');
    acme.org.user('svc-terraform@acme.com').roles.shift();
    const second = await desk.xray(id);
    acme.org.user('svc-terraform@acme.com').roles.unshift({
      type: 'READ_ONLY_ADMIN',
      label: 'Read-only Administrator',
      assignmentType: 'USER',
    });
    const said = second.xrays[0]?.differences.map(({ sentence }) => sentence);
    expect(said).toContain('The token may no longer read System Log.');
    expect(said).toContain('Role Read-only Administrator is gone.');
    expect(methodsAsked()).toEqual(['GET']);
  });

  it('asks Okta once when it is asked twice at the same time', async () => {
    const { id } = await keep('grace.group');
    await Promise.all([desk.xray(id), desk.xray(id)]);
    expect(store.list(id, 10)).toHaveLength(1);
  });

  it('judges by the chosen purpose, and by the log', async () => {
    const { id, okta } = await keep('ada.admin');
    await desk.xray(id);
    const siem = await desk.setPurpose(id, { kind: 'siem', needs: [{ family: 'users', access: 'read' }] });
    expect(siem.judgement?.verdict).toBe('changes-more');
    expect(siem.purpose).toEqual({ kind: 'siem', needs: [] });
    const ada = acme.org.user('ada.admin@acme.com');
    for (const type of ['group.user_membership.add', 'group.user_membership.add', 'user.lifecycle.create']) {
      acme.org.log(type, ada, null, { tokenId: okta.id });
    }
    acme.org.log('policy.rule.update', ada, null, { tokenId: 'anotherToken' });
    acme.requests.length = 0;
    const logged = await desk.readLog(id);
    expect(acme.requests).toHaveLength(1);
    expect(logged.logUse?.changed.map(({ family, events }) => [family, events])).toEqual([
      ['groups', 2],
      ['users', 1],
    ]);
    expect(logged.purpose?.kind).toBe('from-log');
    // A person agrees to each, because an app may have this job.
    expect(agreed).toEqual([
      [id, [], ['okta.logs.read']],
      [id, ['okta.logs.read'], ['okta.groups.manage', 'okta.users.manage']],
    ]);
    expect(logged.judgement?.beyond.map(({ family }) => family)).not.toContain('groups');
  });

  it('keeps nothing when a person does not agree to more scopes', async () => {
    const { id } = await keep('ada.admin');
    await desk.xray(id);
    refuses = new Failed('proof-needed', 'Prove that it is you.');
    await expect(desk.setPurpose(id, { kind: 'siem', needs: [] })).rejects.toBe(refuses);
    await expect(desk.readLog(id)).rejects.toMatchObject({ failure: { code: 'proof-needed' } });
    expect(desk.view(id)).toMatchObject({ purpose: null, logUse: null });
    expect(agreed).toHaveLength(2);
  });

  it('compares two tokens by their kept reports, without asking Okta', async () => {
    const one = await keep('svc-siem');
    const two = await keep('ada.admin');
    await desk.xray(one.id);
    expect(() => desk.compare(one.id, two.id)).toThrow(/Keyturn has no X-ray of ada\.admin/);
    await desk.xray(two.id);
    acme.requests.length = 0;
    expect(desk.compare(one.id, two.id).sentence).toMatch(/^The tokens differ in \d+ of 21/);
    expect(acme.requests).toHaveLength(0);
  });

  it('does not apply the test of one value to another', async () => {
    const { id } = await keep('svc-terraform');
    fake.clock.advance(1_000);
    const other = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'other' });
    tokens.replaceValue(id, acme.origin, Secret.fromText(other.value), clock.now());
    const seen = await desk.xray(id);
    expect(seen.xrays[0]?.xray.owner?.login).toBe('svc-siem@acme.com');
    expect(seen.xrays[0]?.xray.roles?.map(({ type }) => type)).toEqual(['REPORT_ADMIN']);
    expect(seen.xrays[0]?.xray.oktaTokenId).toBeNull();
  });

  it('keeps the last hundred, sealed, and forgets them with their token', async () => {
    const { id } = await keep('svc-siem');
    const [record] = (await desk.xray(id)).xrays;
    for (let n = 0; n < 105 && record !== undefined; n++) {
      store.keep(id, { ...record.xray, id: randomUUID(), at: record.xray.at + n }, 1);
    }
    expect(store.list(id, 1000)).toHaveLength(100);
    const [row] = vault.read<{ record: Uint8Array }>('SELECT record FROM xrays LIMIT 1');
    expect(Buffer.from(row?.record ?? []).toString('latin1')).not.toContain('svc-siem');
    await desk.setPurpose(id, { kind: 'siem', needs: [] });
    tokens.remove(id);
    expect(vault.read('SELECT id FROM xrays')).toEqual([]);
    expect(vault.read('SELECT token_id FROM access_notes')).toEqual([]);
  });
});

describe('the network restriction', () => {
  it('is read with the zones, and has an unknown address without its own event', async () => {
    const { id } = await keep('ada.admin');
    const view = await desk.network(id);
    expect(networkView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ restriction: { connection: 'ANYWHERE' }, address: null });
    expect(view.addressNote).toMatch(/does not know under which address/);
    expect(view.zones.map(({ name }) => name)).toEqual(['Office', 'CI runners']);
    expect(methodsAsked()).toEqual(['GET']);
  });

  it('is changed after a preview, by PUT and nothing else; then Okta has seen the address', async () => {
    const { id, okta } = await keep('ada.admin');
    const [office, runners] = (await desk.network(id)).zones;
    const only = (zone?: string) => ({ connection: 'ZONE' as const, include: [zone ?? ''], exclude: [] });
    expect(desk.previewNetwork(id, only(office?.id)).verdict).toBe('unknown');
    await expect(desk.setNetwork(id, id, only(office?.id), false)).rejects.toThrow(/Nothing was changed/);
    expect(methodsAsked()).toEqual(['GET']);
    const changed = await desk.setNetwork(id, id, only(office?.id), true);
    expect(
      acme.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
    ).toEqual([`PUT /api/v1/api-tokens/${okta.id}`]);
    expect(changed.restriction).toMatchObject({ connection: 'ZONE', include: [office?.id] });
    expect(changed.name).toBe('ada.admin');
    expect(changed.address?.ip).toBe('203.0.113.10');
    expect(desk.previewNetwork(id, only(office?.id)).verdict).toBe('allowed');
    expect(desk.previewNetwork(id, only(runners?.id)).verdict).toBe('blocked');
    await expect(desk.setNetwork(id, id, only(runners?.id), false)).rejects.toThrow(
      /in none of the included/,
    );
    const entry = (from: string, to: string) => [
      'token.network',
      'ada.admin',
      `"Network restriction" was changed from "${from}" to "${to}". Keyturn changed it in Okta with the token "ada.admin".`,
    ];
    expect(noted).toEqual([entry('Any address', 'only Office')]);
    const shut = await desk.setNetwork(id, id, only(runners?.id), true);
    expect(noted[1]).toEqual(entry('only Office', 'only CI runners'));
    expect(shut.restriction.include).toEqual([runners?.id]);
    expect(shut.addressNote).toMatch(/Okta made the change, but Keyturn could not read it again\./);
  });

  it('is read with another token of the org when its own may not, and says so', async () => {
    const own = await keep('svc-siem');
    acme.requests.length = 0;
    await expect(desk.network(own.id)).rejects.toThrow(/may read the org's list/);
    const admin = await keep('ada.admin', 'the admin');
    const known = acme.org.tokens.find(({ name }) => name === 'svc-siem');
    const learnt = {
      ...(await desk.xray(own.id)).xrays[0]?.xray,
      oktaTokenId: known?.id ?? '',
      id: randomUUID(),
      at: clock.now() + 1,
    };
    store.keep(own.id, learnt as never, 1);
    const view = await desk.network(own.id);
    expect(view).toMatchObject({ name: 'svc-siem', by: { tokenId: admin.id, label: 'the admin' } });
  });

  it('of an agent’s token is left alone', async () => {
    const { id } = await keep('ada.admin', 'ad agent', { clientName: 'Okta AD Agent' });
    await desk.network(id);
    await expect(
      desk.setNetwork(id, id, { connection: 'ANYWHERE', include: [], exclude: [] }, false),
    ).rejects.toThrow(/agents/);
    expect(methodsAsked()).toEqual(['GET']);
  });
});

describe('the inventory', () => {
  it('lists every token with its owner and flags, by GET only', async () => {
    const { id, orgId, okta } = await keep('ada.admin', 'kept one');
    const [office] = acme.org.zones;
    acme.org.issueToken({ owner: 'dora.gone@acme.com', name: 'of one gone' });
    acme.org.issueToken({
      owner: 'svc-siem@acme.com',
      name: 'in zones',
      network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] },
    });
    acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'agent', clientName: 'Okta AD Agent' });
    fake.clock.advance(21 * day);
    const said = await desk.inventory(orgId);
    expect(inventory.parse(said)).toEqual(said);
    const byName = (name: string) => said.tokens.find((token) => token.name === name);
    const flags = (name: string) => byName(name)?.flags.map(({ flag }) => flag);
    expect(said.tokens).toHaveLength(4);
    expect(flags('of one gone')).toEqual(['owner-deactivated', 'unused', 'any-address']);
    expect(flags('in zones')).toEqual(['unused']);
    // The one that asked has just been used.
    expect(flags('kept one')).toEqual(['super-admin', 'any-address']);
    expect(byName('kept one')?.keptAs).toEqual({ tokenId: id, label: 'kept one' });
    expect(byName('agent')?.agent).toBe(true);
    expect(byName('in zones')?.owner.words).toBe('svc-siem@acme.com');
    expect(byName('in zones')?.lastUseAt).toBeLessThan(clock.now() - 20 * day);
    expect(methodsAsked()).toEqual(['GET']);
    expect(acme.requests).toHaveLength(said.requests);
    expect(okta.id).toBe(byName('kept one')?.id);
  });

  it('is refused when no kept token may read it', async () => {
    const { orgId } = await keep('svc-siem');
    await expect(desk.inventory(orgId)).rejects.toThrow(/No token of this org in Keyturn/);
  });

  it('says of an owner that Okta does not name whether the user was deleted or could not be read', async () => {
    const { orgId } = await keep('ada.admin', 'asks');
    const owners = { 'of one deleted': 'svc-siem', 'of one not read': 'svc-terraform' };
    for (const [name, owner] of Object.entries(owners))
      acme.org.issueToken({ owner: `${owner}@acme.com`, name });
    const path = (owner: string) => new RegExp(`/users/${acme.org.user(`${owner}@acme.com`).id}(/roles)?$`);
    acme.faults.add(
      { kind: 'status', status: 404, errorCode: 'E0000007' },
      { path: path('svc-siem'), times: 9 },
    );
    acme.faults.add(
      { kind: 'status', status: 403, errorCode: 'E0000006' },
      { path: path('svc-terraform'), times: 9 },
    );
    const { tokens } = await desk.inventory(orgId);
    const ownerOf = (name: string) => tokens.find((token) => token.name === name)?.owner;
    expect(ownerOf('of one deleted')).toMatchObject({ words: 'Deleted user', superAdmin: false });
    expect(ownerOf('of one not read')).toMatchObject({
      words: expect.stringMatching(/^Not known \(.+\)$/),
      superAdmin: null,
    });
    expect(tokens.find(({ name }) => name === 'of one deleted')?.flags[0]?.flag).toBe('owner-gone');
  });

  it('is not shown in part when a limit stops it', async () => {
    const { orgId } = await keep('ada.admin');
    acme.faults.add({ kind: 'too-many', resetInSeconds: 900 }, { path: /api-tokens/, times: 9 });
    await expect(desk.inventory(orgId)).rejects.toThrow(/rate limit of .* is used up/);
  });

  it('revokes only what was named, never an agent’s', async () => {
    const { id, orgId } = await keep('ada.admin');
    const old = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'old one' });
    const agent = acme.org.issueToken({
      owner: 'ada.admin@acme.com',
      name: 'agent',
      clientName: 'Okta AD Agent',
    });
    await expect(desk.revoke(orgId, id, old.id, 'old')).rejects.toThrow(/is not the name/);
    await expect(desk.revoke(orgId, id, agent.id, 'agent')).rejects.toThrow(/agents/);
    expect(methodsAsked()).toEqual(['GET']);
    await desk.revoke(orgId, id, old.id, 'old one');
    expect(acme.org.tokens.map(({ name }) => name)).not.toContain('old one');
    await expect(desk.revoke(orgId, id, old.id, 'old one')).rejects.toSatisfy(
      (error) => codeOf(error) === 'not-found',
    );
    acme.faults.add({ kind: 'html', status: 502 }, { method: 'DELETE', reaches: true, times: 5 });
    const other = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'other' });
    await expect(desk.revoke(orgId, id, other.id, 'other')).rejects.toThrow(
      /does not know whether the token was revoked/,
    );
    expect(acme.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
    expect(noted).toEqual([
      ['token.revoked', 'old one', 'It was revoked in Okta from the inventory, with the token "ada.admin".'],
      ['token.revoked', 'other', expect.stringContaining('does not know whether the token was revoked')],
    ]);
  });
});

describe('flags', () => {
  const now = 100 * day;
  const plain = {
    lastUseAt: now,
    ownerStatus: 'ACTIVE',
    ownerGone: false,
    superAdmin: false,
    connection: 'ZONE',
  };
  it.each([
    ['nothing to say', {}, []],
    ['19 days unused', { lastUseAt: now - 20 * day + 1 }, []],
    ['20 days unused', { lastUseAt: now - 20 * day }, ['unused']],
    ['deactivated', { ownerStatus: 'DEPROVISIONED' }, ['owner-deactivated']],
    ['suspended', { ownerStatus: 'SUSPENDED' }, ['owner-inactive']],
    ['deleted', { ownerGone: true, ownerStatus: null }, ['owner-gone']],
    ['super admin', { superAdmin: true }, ['super-admin']],
    ['anywhere', { connection: 'ANYWHERE' }, ['any-address']],
    ['nothing known', { lastUseAt: null, ownerStatus: null, superAdmin: null, connection: null }, []],
  ] as const)('%s', (_what, change, wanted) => {
    expect(flagsOf({ ...plain, ...change }, now).map(({ flag }) => flag)).toEqual(wanted);
  });

  it.each([
    ['P30D', 30 * day],
    ['PT5M', 300_000],
    ['P1DT2H3M4.5S', day + 2 * 3_600_000 + 3 * 60_000 + 4_500],
    ['P2W', 14 * day],
    ['P1M', null],
    ['P', null],
    ['30 days', null],
  ])('a window of %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
});
