import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/demo/okta/faults.ts';
import { families } from '../../../src/main/features/access/mapping.ts';
import { planOf } from '../../../src/main/features/access/xray.ts';
import type { Xray } from '../../../src/shared/contract/access.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { look, nothingKnown } from './support.ts';

let fake: FakeOkta;
let acme: RunningOrg;

beforeAll(async () => {
  fake = await startFakeOkta({ orgs: [{ subdomain: 'acme', companyName: 'Acme' }] });
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  acme.requests.length = 0;
});
afterEach(() => {
  acme.faults.clear();
  acme.org.clientAddress = '203.0.113.10';
  for (const { id } of acme.org.tokens) acme.org.revoke(id);
});

const issue = (owner: string, more = {}) =>
  acme.org.issueToken({ owner: `${owner}@acme.com`, name: `${owner}-2026`, ...more });
const ownerOf = (login: string) => ({
  id: acme.org.user(`${login}@acme.com`).id,
  login: `${login}@acme.com`,
});
const statesOf = ({ probes }: Xray) => Object.fromEntries(probes.map(({ family, state }) => [family, state]));
const probeOf = (record: Xray, family: string) => record.probes.find((one) => one.family === family);

describe('what it finds', () => {
  it('shows every family as allowed for a read-only admin, by 12 GETs in two round trips', async () => {
    const token = issue('grace.group');
    const record = await look(fake, acme, token.value);
    expect(new Set(Object.values(statesOf(record)))).toEqual(new Set(['allowed']));
    expect(record).toMatchObject({ requests: 12, roundTrips: 2, oktaTokenId: token.id });
    expect(record.owner?.login).toBe('grace.group@acme.com');
    expect(record.network?.connection).toBe('ANYWHERE');
    expect(acme.requests).toHaveLength(12);
  });

  it('shows the System Log and the own roles for a report admin, and 403 for everything else', async () => {
    const record = await look(fake, acme, issue('svc-siem').value);
    const allowed = record.probes.filter(({ state }) => state === 'allowed').map(({ family }) => family);
    expect(allowed).toEqual(['logs', 'roles']);
    expect(probeOf(record, 'users')).toMatchObject({
      state: 'denied',
      reason: 'forbidden',
      status: 403,
      errorCode: 'E0000006',
      asked: 'GET /api/v1/users',
    });
    expect(record.roles?.map(({ type }) => type)).toEqual(['REPORT_ADMIN']);
  });

  it('shows all as denied for an owner without a role, since the call that needs none is accepted', async () => {
    const known = { ...nothingKnown, owner: ownerOf('nora.norole') };
    for (const before of [nothingKnown, known]) {
      const record = await look(fake, acme, issue('nora.norole').value, before);
      expect(new Set(Object.values(statesOf(record)))).toEqual(new Set(['denied']));
      expect(record.roles).toBeNull();
      expect(record.requests).toBe(12);
    }
  });

  it('shows nothing as known, and nothing as denied, outside the zones of the token', async () => {
    const [office] = acme.org.zones;
    const token = issue('grace.group', {
      network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] },
    });
    acme.org.clientAddress = '192.0.2.99';
    for (const known of [nothingKnown, { ...nothingKnown, owner: ownerOf('grace.group') }]) {
      const record = await look(fake, acme, token.value, known);
      expect(new Set(record.probes.map(({ reason }) => reason))).toEqual(
        known.owner === null ? new Set(['zone']) : new Set(['zone']),
      );
      expect(new Set(Object.values(statesOf(record)))).toEqual(new Set(['unknown']));
    }
  });
});

describe('an obstacle is named, and never taken for a missing role', () => {
  const group = { path: /^\/api\/v1\/groups$/ };
  const cases: readonly (readonly [what: string, fault: Fault, reason: string])[] = [
    ['a rate limit', { kind: 'too-many', resetInSeconds: 30 }, 'rate-limited'],
    ['too many calls at a time', { kind: 'too-many', concurrency: true }, 'rate-limited'],
    ['an error of Okta’s own', { kind: 'status', status: 500 }, 'okta-trouble'],
    ['read-only mode', { kind: 'status', status: 503, errorCode: 'E0000010' }, 'okta-trouble'],
    ['a feature the org lacks', { kind: 'status', status: 401, errorCode: 'E0000015' }, 'feature'],
    ['another refusal', { kind: 'status', status: 403, errorCode: 'E0000038' }, 'refused'],
    ['a path that is not there', { kind: 'status', status: 404, errorCode: 'E0000008' }, 'refused'],
    ['a bad request', { kind: 'status', status: 400, errorCode: 'E0000001' }, 'refused'],
    ['a session Okta does not know', { kind: 'status', status: 403, errorCode: 'E0000005' }, 'not-accepted'],
    ['a web page with 403', { kind: 'html', status: 403 }, 'unexpected-answer'],
    ['a cut answer', { kind: 'truncated' }, 'unexpected-answer'],
    ['a redirect', { kind: 'redirect', to: 'https://elsewhere.example/' }, 'unexpected-answer'],
    ['a broken connection', { kind: 'reset' }, 'no-network'],
  ];
  it.each(cases)('%s', async (_what, fault, reason) => {
    acme.faults.add(fault, { ...group, times: 5 });
    const record = await look(fake, acme, issue('grace.group').value);
    expect(probeOf(record, 'groups')).toMatchObject({ state: 'unknown', reason });
    expect(probeOf(record, 'users')?.state).toBe('allowed');
    // It is not asked a second time, whatever the answer.
    expect(acme.requests.filter(({ path }) => path === '/api/v1/groups')).toHaveLength(1);
  });

  it('no answer', async () => {
    acme.faults.add({ kind: 'hang' }, group);
    // Short, so that the silence ends; the others may or may not be quicker, and are not looked at.
    const record = await look(fake, acme, issue('grace.group').value, nothingKnown, {
      headersMs: 500,
    });
    expect(probeOf(record, 'groups')).toMatchObject({ state: 'unknown', reason: 'timeout' });
  });

  it('403 with E0000006 alone is a missing role', async () => {
    acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }, group);
    const record = await look(fake, acme, issue('grace.group').value);
    expect(probeOf(record, 'groups')).toMatchObject({ state: 'denied', reason: 'forbidden' });
  });

  it('a token that Okta does not accept', async () => {
    const token = issue('grace.group');
    acme.org.revoke(token.id);
    const record = await look(fake, acme, token.value);
    expect(new Set(record.probes.map(({ reason }) => reason))).toEqual(new Set(['not-accepted']));
    expect(record.requests).toBe(11);
  });

  it('a certificate that nobody trusts, and a server that is not there', async () => {
    const token = issue('grace.group');
    acme.setCertificate('foreign');
    const untrusted = await look(fake, acme, token.value);
    acme.setCertificate('good');
    expect(new Set(untrusted.probes.map(({ reason }) => reason))).toEqual(new Set(['tls']));
    await acme.refuseConnections();
    const unreached = await look(fake, acme, token.value);
    await acme.acceptConnections();
    expect(new Set(unreached.probes.map(({ reason }) => reason))).toEqual(new Set(['no-network']));
  });
});

describe('custom roles', () => {
  it('are opened when the owner is known, one in each X-ray, and keep earlier results', async () => {
    const user = acme.org.addUser('two-customs@acme.com', [
      { type: 'READ_ONLY_ADMIN', label: 'Read-only Administrator', assignmentType: 'USER' },
      { type: 'CUSTOM', label: 'First of two', assignmentType: 'USER', permissions: ['okta.groups.manage'] },
      { type: 'CUSTOM', label: 'Second of two', assignmentType: 'GROUP', permissions: ['okta.apps.read'] },
    ]);
    const token = issue('two-customs');
    const known = { ...nothingKnown, owner: { id: user.id, login: user.profile.login } };
    const first = await look(fake, acme, token.value, known);
    const opened = (record: Xray) => record.roles?.map(({ permissions }) => permissions);
    expect(opened(first)).toEqual([null, ['okta.groups.manage'], null]);
    expect(first.roles?.[2]?.note).toMatch(/next X-ray opens it/);
    const second = await look(fake, acme, token.value, { ...known, opened: first.roles ?? [] });
    expect(opened(second)).toEqual([null, ['okta.groups.manage'], ['okta.apps.read']]);
    for (const record of [first, second]) expect(record).toMatchObject({ requests: 12, roundTrips: 2 });
  });

  it('stay closed when the token may not read them, and say so', async () => {
    const record = await look(fake, acme, issue('svc-custom').value, {
      ...nothingKnown,
      owner: ownerOf('svc-custom'),
    });
    expect(record.roles?.[0]).toMatchObject({
      permissions: null,
      note: expect.stringMatching(/may not read/),
    });
  });

  it('wait for the next X-ray while the owner is not known', async () => {
    const record = await look(fake, acme, issue('svc-terraform').value);
    expect(record.requests).toBe(12);
    expect(record.roles?.find(({ type }) => type === 'CUSTOM')?.note).toMatch(/12 requests/);
  });
});

it('makes between the least and the most calls that its plan announces', { timeout: 120_000 }, async () => {
  for (const login of ['ada.admin', 'svc-terraform', 'svc-siem', 'nora.norole', 'svc-custom']) {
    for (const known of [nothingKnown, { ...nothingKnown, owner: ownerOf(login) }]) {
      acme.requests.length = 0;
      const plan = planOf(known);
      const record = await look(fake, acme, issue(login).value, known);
      expect(acme.requests.length).toBe(record.requests);
      expect(record.requests).toBeGreaterThanOrEqual(plan.atLeast);
      expect(record.requests).toBeLessThanOrEqual(plan.atMost);
      expect(record.roundTrips).toBeLessThanOrEqual(plan.roundTrips);
      expect(plan.sentence).toContain(String(plan.atMost));
    }
  }
});

it('never writes: the log of 50 tokens holds GETs only, at most 12 for each', {
  timeout: 120_000,
}, async () => {
  const logins = acme.org.users
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ profile }) => profile.login);
  const writesBefore = acme.org.logs.length;
  acme.requests.length = 0;
  let asked = 0;
  for (let n = 0; n < 50; n++) {
    const login = logins[n % logins.length] ?? '';
    const token = acme.org.issueToken({ owner: login, name: `t${n}` });
    const known = n % 2 === 0 ? nothingKnown : { ...nothingKnown, owner: { id: token.userId, login } };
    const record = await look(fake, acme, token.value, known);
    asked += record.requests;
    fake.clock.advance(61_000);
  }
  expect(acme.requests).toHaveLength(asked);
  expect(asked).toBeLessThanOrEqual(50 * 12);
  expect(asked).toBeGreaterThanOrEqual(50 * families.length);
  expect(new Set(acme.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  // What the org noted meanwhile is that tokens were made, by its own hand; no call of ours changed or was refused.
  expect(new Set(acme.org.logs.slice(writesBefore).map(({ eventType }) => eventType))).toEqual(
    new Set(['system.api_token.create']),
  );
});
