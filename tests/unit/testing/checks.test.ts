import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { type Known, runTest } from '../../../src/main/features/testing/checks.ts';
import { lanesFor, testAll, waitForLimits } from '../../../src/main/features/testing/test-all.ts';
import { type Check, testRecord } from '../../../src/shared/contract/testing.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let clock: SkippingClock;
let client: ReturnType<typeof clientOf>;
let seen: Check[];

beforeAll(async () => {
  fake = await startFakeOkta({ orgs: [{ subdomain: 'acme', companyName: 'Acme' }] });
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock);
  seen = [];
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  acme.org.clientAddress = '203.0.113.10';
  for (const { id } of acme.org.tokens) acme.org.revoke(id);
  await client.close();
});

const issue = (owner: string, more = {}) =>
  acme.org.issueToken({ owner: `${owner}@acme.com`, name: `${owner}-2026`, ...more });
const test = async (
  value: string,
  known: Partial<Known> = {},
  signal: AbortSignal = new AbortController().signal,
) => {
  const record = await runTest({
    client,
    clock,
    origin: acme.origin,
    secret: Secret.fromText(value),
    known: () => ({ oktaTokenId: null, network: null, others: [], ...known }),
    signal,
    onCheck: (check) => seen.push(check),
  });
  expect(testRecord.parse(record)).toEqual(record);
  return record;
};
const stateOf = (record: Awaited<ReturnType<typeof test>>, id: string) =>
  record.checks.find((check) => check.id === id)?.state;

it('a working token: shows who owns it, what it may do, from where and until when', async () => {
  const token = issue('svc-terraform');
  const record = await test(token.value);
  expect(record.outcome).toMatchObject({ kind: 'accepted', word: 'Working' });
  expect(record.outcome.sentence).toMatch(
    /^Accepted by acme\.localhost:\d+ as svc-terraform@acme\.com, active, Read-only Administrator and 1 custom role\.$/,
  );
  expect(record.checks.map(({ id }) => id)).toEqual([
    'reachable',
    'accepted',
    'owner',
    'active',
    'roles',
    'network',
    'expiry',
    'rate-limit',
  ]);
  expect(record.facts).toMatchObject({
    owner: { login: 'svc-terraform@acme.com', status: 'ACTIVE' },
    oktaTokenId: token.id,
    oktaTokenName: 'svc-terraform-2026',
    network: { connection: 'ANYWHERE' },
    expiryBasis: 'okta',
    rateLimit: { bucket: 'Users' },
  });
  expect(stateOf(record, 'network')).toBe('attention');
  expect(acme.requests).toHaveLength(3);
});

it('reports each check as it begins and as it ends, in order', async () => {
  await test(issue('svc-terraform').value);
  expect(seen.slice(0, 2).map(({ id, state }) => [id, state])).toEqual([
    ['reachable', 'running'],
    ['accepted', 'running'],
  ]);
  const done = seen.filter(({ state }) => state !== 'running').map(({ id }) => id);
  expect(done.indexOf('owner')).toBeLessThan(done.indexOf('roles'));
});

it('a token that may read little: unknown is not failed, and the forecast is Keyturn’s own use', async () => {
  const record = await test(issue('nora.norole').value);
  expect(record.outcome.kind).toBe('accepted');
  expect(stateOf(record, 'roles')).toBe('unknown');
  expect(stateOf(record, 'network')).toBe('unknown');
  expect(record.facts).toMatchObject({ expiryBasis: 'forecast', roles: null, oktaTokenId: null });
  expect(record.facts.expiresAt).toBe(record.at + 30 * 86_400_000);
});

it('two tokens of one owner: uses the one known from before, or none', async () => {
  const one = issue('svc-terraform', { name: 'one' });
  const two = issue('svc-terraform', { name: 'two' });
  expect((await test(two.value)).facts.oktaTokenId).toBeNull();
  const known = { oktaTokenId: two.id, network: null };
  expect((await test(two.value, known)).facts.oktaTokenName).toBe('two');
  expect(one.id).not.toBe(two.id);
});

describe('a token whose owner is known from its last test', () => {
  const ownerOf = async (value: string) => (await test(value)).facts.owner?.id ?? '';
  const slow = () => acme.faults.add({ kind: 'latency', ms: 120 }, { times: Number.POSITIVE_INFINITY });
  const asked = () => acme.requests.map(({ path }) => path.replace(/00u\w+/, 'OWNER')).sort();
  const all = ['/api/v1/api-tokens', '/api/v1/users/OWNER/roles', '/api/v1/users/me'];

  it('is tested in one round trip when the org is far, with the same result', async () => {
    const { value } = issue('svc-terraform');
    const before = await test(value);
    acme.requests.length = 0;
    acme.faults.add({ kind: 'hang' }, { path: /users\/me$/ });
    const controller = new AbortController();
    const waiting = test(value, { ownerId: before.facts.owner?.id ?? '' }, controller.signal);
    // Okta has not answered the first call yet.
    await expect.poll(asked).toEqual(all);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    acme.faults.clear();
    acme.requests.length = 0;
    slow();
    const after = await test(value, { ownerId: before.facts.owner?.id ?? '' });
    expect(asked()).toEqual(all);
    const { rateLimit, expiresAt } = after.facts;
    expect(after.facts).toEqual({ ...before.facts, rateLimit, expiresAt });
    expect(after.checks.map(({ id, state }) => [id, state])).toEqual(
      before.checks.map(({ id, state }) => [id, state]),
    );
  });

  it('costs one call when the org is near and refuses it', async () => {
    const token = issue('svc-terraform');
    const ownerId = await ownerOf(token.value);
    acme.org.revoke(token.id);
    acme.requests.length = 0;
    expect((await test(token.value, { ownerId })).outcome.kind).toBe('not-accepted');
    expect(asked().length).toBeLessThanOrEqual(3);
    expect(asked().filter((path) => path === '/api/v1/users/me')).toHaveLength(1);
  });

  it('is asked for the present owner’s roles, should Okta name another one', async () => {
    const ada = await ownerOf(issue('ada.admin').value);
    const { value } = issue('svc-terraform');
    slow();
    const record = await test(value, { ownerId: ada });
    expect(record.facts.owner?.login).toBe('svc-terraform@acme.com');
    expect(record.facts.roles?.map(({ type }) => type)).not.toContain('SUPER_ADMIN');
    expect(asked().filter((path) => path.endsWith('/roles'))).toHaveLength(3);
  });

  it('asks nothing more while the org makes the first call wait for a limit', async () => {
    const { value } = issue('svc-terraform');
    const ownerId = await ownerOf(value);
    acme.requests.length = 0;
    acme.faults.add({ kind: 'too-many', resetInSeconds: 5 }, { path: /users\/me$/ });
    const record = await test(value, { ownerId });
    expect(record.outcome.kind).toBe('accepted');
    expect(record.facts.roles).not.toBeNull();
    expect(asked()).toEqual(expect.arrayContaining(all));
    expect(asked().filter((path) => path === '/api/v1/users/me')).toHaveLength(2);
  });
});

it('points out a super admin’s token', async () => {
  const record = await test(issue('ada.admin').value);
  expect(stateOf(record, 'roles')).toBe('attention');
});

it('a locked-out owner', async () => {
  const token = issue('svc-siem');
  acme.org.setStatus('svc-siem@acme.com', 'LOCKED_OUT');
  const record = await test(token.value);
  acme.org.setStatus('svc-siem@acme.com', 'ACTIVE');
  expect(record.outcome).toMatchObject({ kind: 'owner-inactive', word: 'Owner inactive' });
  expect(stateOf(record, 'active')).toBe('failed');
});

it.each([
  ['PASSWORD_EXPIRED', 'whose password has expired'],
  ['RECOVERY', 'whose password is being reset'],
] as const)('an owner in %s: the token still works, and the result says so', async (status, words) => {
  const token = issue('svc-siem');
  acme.org.setStatus('svc-siem@acme.com', status);
  const record = await test(token.value);
  acme.org.setStatus('svc-siem@acme.com', 'ACTIVE');
  expect(record.outcome).toMatchObject({ kind: 'accepted', word: 'Working' });
  expect(record.outcome.sentence).toContain(`as svc-siem@acme.com, ${words}, `);
  expect(stateOf(record, 'active')).toBe('attention');
});

it('a suspended owner: Okta says only that it does not know the token', async () => {
  const token = issue('svc-siem');
  acme.org.setStatus('svc-siem@acme.com', 'SUSPENDED');
  const record = await test(token.value);
  acme.org.setStatus('svc-siem@acme.com', 'ACTIVE');
  expect(record.outcome.kind).toBe('not-accepted');
  expect(record.checks.map(({ state }) => state)).toEqual([
    'ok',
    'failed',
    'skipped',
    'skipped',
    'skipped',
    'skipped',
    'skipped',
    'skipped',
  ]);
});

it('outside its network zone: tells it from a missing role by earlier results', async () => {
  const [office] = acme.org.zones;
  const token = issue('svc-terraform', {
    network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] },
  });
  const before = await test(token.value);
  expect(stateOf(before, 'network')).toBe('ok');
  acme.org.clientAddress = '192.0.2.99';
  const { oktaTokenId, network } = before.facts;
  const outside = await test(token.value, { oktaTokenId, network });
  expect(outside.outcome).toMatchObject({ kind: 'zone-blocked', word: 'Blocked by network zone' });
  expect(outside.facts).toMatchObject({ oktaTokenId, network });
  expect((await test(token.value)).outcome.kind).toBe('not-allowed');
});

it('says that a refusal may be the zone, even where Okta says that it does not know the token', async () => {
  const token = issue('svc-terraform');
  const network = { connection: 'ZONE', include: [], exclude: [] };
  acme.org.revoke(token.id);
  const unknown = await test(token.value, { oktaTokenId: token.id, network });
  expect(unknown.outcome.kind).toBe('not-accepted');
  expect(unknown.outcome.remedy).toContain('network zones');
  expect((await test(token.value)).outcome.remedy).not.toContain('network zones');
  // A feature the org does not have is no zone's doing.
  acme.faults.add({ kind: 'status', status: 401, errorCode: 'E0000015' });
  expect((await test(token.value, { oktaTokenId: token.id, network })).outcome.kind).toBe('not-allowed');
});

it('reads the list of API tokens page by page, and never takes half for whole', async () => {
  acme.org.tokensPerPage = 1;
  const others = Array.from({ length: 3 }, (_, n) => issue('svc-siem', { name: `siem ${n}` }));
  const mine = issue('svc-terraform', { name: 'the last one' });
  expect((await test(mine.value)).facts.oktaTokenName).toBe('the last one');
  const listed = () => acme.requests.filter(({ path }) => path === '/api/v1/api-tokens').length;
  expect(listed()).toBe(4);
  // Among more than a test reads, the only one seen of this owner need not be the only one there is.
  for (let n = 0; n < 9; n++) issue('svc-siem', { name: `more ${n}` });
  acme.requests.length = 0;
  const record = await test(mine.value);
  expect(listed()).toBe(10);
  expect(record.facts.oktaTokenId).toBeNull();
  expect(record.checks.find(({ id }) => id === 'network')?.detail).toContain(
    'more API tokens than a test reads',
  );
  // The token is known from before and is in the part that was read, so the result is certain.
  const known = { oktaTokenId: mine.id, network: null };
  expect((await test(mine.value, known)).facts.oktaTokenId).toBe(mine.id);
  acme.org.tokensPerPage = 200;
  expect(others).toHaveLength(3);
});

it('says that a later check waits for a limit', async () => {
  acme.faults.add({ kind: 'too-many', resetInSeconds: 5 }, { path: /api-tokens/ });
  expect((await test(issue('svc-terraform').value)).outcome.kind).toBe('accepted');
  expect(seen.some(({ id, detail }) => id === 'network' && /^Waiting \d+ s for acme/.test(detail))).toBe(
    true,
  );
});

it('does not judge the token by a limit, trouble or a lost network', async () => {
  const token = issue('svc-terraform');
  acme.faults.add({ kind: 'too-many', resetInSeconds: 900 });
  const limited = await test(token.value);
  expect(limited.outcome.kind).toBe('rate-limited');
  expect(stateOf(limited, 'accepted')).toBe('unknown');
  acme.setCertificate('expired');
  await client.close();
  const unreached = await test(token.value);
  acme.setCertificate('good');
  expect(stateOf(unreached, 'reachable')).toBe('failed');
  expect(stateOf(unreached, 'accepted')).toBe('skipped');
});

it('says that it waits for a limit', async () => {
  acme.faults.add({ kind: 'too-many', resetInSeconds: 5 });
  const record = await test(issue('svc-terraform').value);
  expect(record.outcome.kind).toBe('accepted');
  expect(
    seen.some(
      ({ id, state, detail }) =>
        id === 'accepted' && state === 'running' && /^Waiting [567] s for acme/.test(detail),
    ),
  ).toBe(true);
});

it('test all: runs orgs in parallel, two tokens at a time in one org, finishes all, and counts trouble apart', async () => {
  let running = 0;
  let most = 0;
  const troubles: unknown[] = [];
  let finished = 0;
  await testAll({
    items: Array.from({ length: 9 }, (_, n) => ({
      tokenId: `t${n}`,
      origin: n < 6 ? 'https://a.b' : 'https://c.d',
    })),
    clock,
    signal: new AbortController().signal,
    limitsOf: () => [],
    run: async ({ tokenId }) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      if (tokenId === 't3') throw new Error('no');
      return true;
    },
    onFinished: () => finished++,
    onWait: () => undefined,
    onTrouble: (error) => troubles.push(error),
  });
  expect([finished, troubles.length, most]).toEqual([9, 1, 4]);
});

it('test all tests more tokens at a time the higher the org’s lowest limit is, and never more than six', () => {
  const limit = (perMinute: number) => ({ bucket: '', limit: perMinute, remaining: 1, resetAt: 0 });
  const lanes = [[], [8], [40], [100], [600], [600, 60]].map((all) => lanesFor(all.map(limit)));
  expect(lanes).toEqual([2, 1, 2, 5, 6, 3]);
});

it('test all begins the next test when Okta has answered, and ends when the disk has the last result', async () => {
  const steps: string[] = [];
  let disk = () => {};
  const onDisk = new Promise<void>((resolve) => {
    disk = resolve;
  });
  await testAll({
    items: ['a', 'b'].map((name) => ({ name, origin: 'https://a.b' })),
    clock,
    signal: new AbortController().signal,
    limitsOf: () => [],
    isCrowded: () => true,
    run: async ({ name }, answered) => {
      steps.push(`${name} begins`);
      answered();
      if (name === 'b') disk();
      await onDisk;
      steps.push(`${name} is kept`);
      return true;
    },
    onFinished: () => steps.push('finished'),
    onWait: () => undefined,
    onTrouble: () => undefined,
  });
  expect(steps.slice(0, 2)).toEqual(['a begins', 'b begins']);
  expect(steps.filter((step) => step === 'finished')).toHaveLength(2);
});

it('test all waits when the org’s limit is nearly used, and says for which org', async () => {
  const now = clock.now();
  const tight = { bucket: 'Users', limit: 100, remaining: 2, resetAt: now + 30_000 };
  expect(waitForLimits([tight], now)).toBe(31_000);
  expect(waitForLimits([{ ...tight, resetAt: now - 1 }], now)).toBe(0);
  expect(waitForLimits([{ ...tight, remaining: 60 }], now)).toBe(0);
  const notes: string[] = [];
  await testAll({
    items: [{ tokenId: 'a', origin: 'https://a.b' }],
    clock,
    signal: new AbortController().signal,
    limitsOf: () => [tight],
    run: async () => true,
    onFinished: () => undefined,
    onWait: (note) => notes.push(note),
    onTrouble: () => undefined,
  });
  expect(notes).toEqual(['Waiting 31 s for the rate limit of a.b']);
});

it('test all ends when it is cancelled', async () => {
  const controller = new AbortController();
  const ran: string[] = [];
  await testAll({
    items: Array.from({ length: 10 }, (_, n) => ({ tokenId: `t${n}`, origin: 'https://a.b' })),
    clock,
    signal: controller.signal,
    limitsOf: () => [],
    run: async ({ tokenId }) => {
      ran.push(tokenId);
      if (ran.length === 3) controller.abort();
      return true;
    },
    onFinished: () => undefined,
    onWait: () => undefined,
    onTrouble: () => undefined,
  });
  expect(ran.length).toBeLessThan(5);
});
