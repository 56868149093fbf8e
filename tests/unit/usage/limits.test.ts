import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  endpointOf,
  LimitWatch,
  limitState,
  noLimits,
} from '../../../src/main/features/usage/limit-watch.ts';
import { readShare, readThreshold, writeShare } from '../../../src/main/features/usage/principal-limits.ts';
import { SealedState } from '../../../src/main/features/usage/sealed-state.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { HandClock } from '../vault/memory-keyring.ts';
import { addOrg, type OpenVault, openVault, orgOf, secretOf } from './world.ts';

const orgId = crypto.randomUUID();
const origin = 'https://acme.okta.com';
let kept: OpenVault;
let clock: HandClock;
const changes: string[] = [];
const warnings: string[] = [];
const troubles: string[] = [];

beforeEach(async () => {
  clock = new HandClock();
  kept = await openVault(clock);
  addOrg(kept.vault, orgId);
  changes.length = 0;
  warnings.length = 0;
  troubles.length = 0;
});
afterEach(() => kept.end());

const watch = () =>
  new LimitWatch({
    clock,
    states: new SealedState(kept.vault, 'usage_limits', limitState, noLimits),
    orgIdOf: (of) => (of === origin ? orgId : null),
    onChange: (id) => changes.push(id),
    onWarning: ({ sentence }) => warnings.push(sentence),
    onTrouble: (error) => troubles.push(String(error)),
  });
const answer = (remaining: number, more = {}) => ({
  origin,
  path: '/api/v1/users/me',
  status: 200,
  ms: 10,
  requestId: null,
  rateLimit: { bucket: 'Users', limit: 100, remaining, resetAt: clock.now() + 60_000 },
  ...more,
});

it('keeps the latest of each bucket and a history, over restarts', async () => {
  const first = watch();
  first.note(answer(90));
  clock.advance(1_000);
  first.note(answer(80));
  clock.advance(60_000);
  first.note(answer(95));
  first.note({ ...answer(1), origin: 'https://other.okta.com' });
  expect(first.view(orgId).buckets).toMatchObject([
    {
      bucket: 'Users',
      remaining: 95,
      points: [
        [expect.any(Number), 20],
        [expect.any(Number), 5],
      ],
    },
  ]);
  expect(changes.length).toBeGreaterThan(0);
  first.save();
  await kept.reopen();
  expect(watch().view(orgId).buckets).toMatchObject([{ bucket: 'Users', remaining: 95 }]);
});

it('keeps a bounded history', () => {
  const one = watch();
  for (let n = 0; n < 1_000; n++) {
    clock.advance(11_000);
    one.note(answer(n % 100));
  }
  expect(one.view(orgId).buckets[0]?.points).toHaveLength(180);
});

it("warns once for each window at the org's threshold", () => {
  const one = watch();
  const until = clock.now() + 60_000;
  const at = (remaining: number, resetAt = until) =>
    one.note(answer(remaining, { rateLimit: { bucket: 'Users', limit: 100, remaining, resetAt } }));
  const isMarked = () => one.view(orgId).buckets[0]?.warning;
  at(11);
  expect([warnings, isMarked()]).toEqual([[], false]);
  at(10);
  expect(isMarked()).toBe(true);
  at(9);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('90% of the rate limit "Users"');
  at(10, until + 60_000);
  expect(warnings).toHaveLength(2);
  one.setThreshold(orgId, 60);
  at(39, until + 120_000);
  expect(warnings).toHaveLength(3);
  expect(one.view(orgId)).toMatchObject({ threshold: 60, thresholdKnown: true });
});

it('counts refusals by endpoint, and tells too many at once from too many a minute', () => {
  const one = watch();
  const path = '/api/v1/users/00u1gtr35t8ZbfBfV1d7/roles';
  one.note(answer(0, { path, status: 429 }));
  one.note(answer(0, { path, status: 429 }));
  one.note(
    answer(0, { path, status: 429, rateLimit: { bucket: 'Users', limit: 0, remaining: 0, resetAt: 0 } }),
  );
  expect(one.view(orgId).refusals).toMatchObject([
    { endpoint: 'Users: /api/v1/users/{id}/roles', calls: 2, why: 'rate' },
    { endpoint: 'Users: /api/v1/users/{id}/roles', calls: 1, why: 'concurrency' },
  ]);
  // A concurrency refusal says nothing of the minute's budget.
  expect(one.view(orgId).buckets[0]?.limit).toBe(100);
  expect(endpointOf('/api/v1/users/ada@acme.com')).toBe('Users: /api/v1/users/{id}');
  expect(endpointOf('/api/v1/principal-rate-limits')).toBe(
    'Principal rate limits: /api/v1/principal-rate-limits',
  );
});

it('leaves no name readable in the file', async () => {
  const one = watch();
  one.note(answer(90));
  one.save();
  const [row] = kept.vault.read<{ state: Uint8Array }>('SELECT state FROM usage_limits');
  expect(Buffer.from(row?.state ?? []).toString('latin1')).not.toContain('Users');
});

it('forgets the limits of an org that was removed meanwhile', () => {
  const one = watch();
  one.note(answer(90));
  kept.vault.write('DELETE FROM orgs');
  clock.advance(30_000);
  expect(troubles).toHaveLength(1);
  clock.advance(60_000);
  expect(troubles).toHaveLength(1);
});

it('forgets a history that does not open, and continues', () => {
  const one = watch();
  one.note(answer(90));
  one.save();
  kept.vault.write('UPDATE usage_limits SET state = ?', Buffer.from('damaged'));
  expect(watch().view(orgId).buckets).toEqual([]);
});

async function withFake(
  work: (fake: FakeOkta, acme: RunningOrg, client: OktaClient) => Promise<void>,
): Promise<void> {
  const fake = await startFakeOkta();
  const client = clientOf(fake, new SkippingClock(fake));
  try {
    await work(fake, orgOf(fake), client);
  } finally {
    await client.close();
    await fake.close();
  }
}

it('reads and changes the share of a token, and finds it beyond the first page', async () => {
  await withFake(async (_fake, acme, client) => {
    for (let n = 0; n < 60; n++) acme.org.issueToken({ owner: 'svc-scim@acme.com', name: `t${n}` });
    const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'mine' });
    const needs = {
      client,
      origin: acme.origin,
      oktaTokenId: token.id,
      secrets: [secretOf(token)],
    };
    expect(await readShare(needs)).toEqual({ percentage: 50, concurrencyPercentage: 50, own: true });
    expect(await writeShare(needs, { percentage: 30, concurrencyPercentage: 20 })).toEqual({
      before: { percentage: 50, concurrencyPercentage: 50, own: true },
      after: { percentage: 30, concurrencyPercentage: 20, own: true },
    });
    expect(token.percentage).toBe(30);
    expect(acme.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual([
      'PUT',
    ]);
    acme.org.warningThreshold = 60;
    expect(await readThreshold(needs)).toBe(60);
  });
});

it('asks with another token of the org if the first may not, and reports the first reason if none may', async () => {
  await withFake(async (_fake, acme, client) => {
    const weak = acme.org.issueToken({ owner: 'nora.norole@acme.com', name: 'weak' });
    const strong = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'strong' });
    const needs = { client, origin: acme.origin, oktaTokenId: weak.id };
    expect(await readShare({ ...needs, secrets: [secretOf(weak), secretOf(strong)] })).toMatchObject({
      percentage: 50,
    });
    await expect(readShare({ ...needs, secrets: [secretOf(weak)] })).rejects.toMatchObject({
      failure: { code: 'okta', smallPrint: expect.stringContaining('E0000006') },
    });
    expect(await readThreshold({ ...needs, secrets: [secretOf(weak)] })).toBeNull();
    acme.faults.add({ kind: 'status', status: 500, errorCode: 'E0000009' }, { times: 20 });
    await expect(readShare({ ...needs, secrets: [secretOf(strong)] })).rejects.toMatchObject({
      failure: { code: 'okta' },
    });
  });
});
