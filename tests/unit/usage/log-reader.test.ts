import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FakeToken } from '../../../src/demo/okta/model.ts';
import { dayMs, hourMs } from '../../../src/main/features/usage/day-use.ts';
import { logCursor, noCursor, readLog } from '../../../src/main/features/usage/log-reader.ts';
import { SealedState } from '../../../src/main/features/usage/sealed-state.ts';
import { UsageBook } from '../../../src/main/features/usage/store.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { act, addOrg, type OpenVault, openVault, orgOf, secretOf } from './world.ts';

const orgId = crypto.randomUUID();
let fake: FakeOkta;
let acme: RunningOrg;
let token: FakeToken;
let kept: OpenVault;
let clock: SkippingClock;
let client: OktaClient;
const refused: string[] = [];

beforeEach(async () => {
  fake = await startFakeOkta();
  acme = orgOf(fake);
  token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'reader' });
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock);
  kept = await openVault(clock);
  addOrg(kept.vault, orgId);
  refused.length = 0;
});
afterEach(async () => {
  await client.close();
  kept.end();
  await fake.close();
});

const cursors = () => new SealedState(kept.vault, 'usage_cursors', logCursor, noCursor);
async function read(tokens: readonly FakeToken[] = [token], signal = new AbortController().signal) {
  await readLog(
    {
      client,
      clock,
      book: new UsageBook(kept.vault),
      cursors: cursors(),
      keepDays: () => 90,
      onKept: () => undefined,
      onRefused: (id) => refused.push(id),
    },
    { id: orgId, origin: acme.origin },
    tokens.map((one) => ({ tokenId: one.id, secret: secretOf(one) })),
    signal,
  );
}
const callsOf = (one: FakeToken): number =>
  new UsageBook(kept.vault).daysOf(orgId, one.id).reduce((sum, { total }) => sum + total, 0);
const logCalls = () => acme.requests.filter(({ path }) => path === '/api/v1/logs');

it('counts each event once, for its token, across readings and restarts', async () => {
  const other = acme.org.issueToken({ owner: 'svc-scim@acme.com', name: 'other' });
  for (let n = 0; n < 2_345; n++) act(acme, n % 5 === 0 ? other : token);
  await read();
  expect(callsOf(token)).toBe(1_876);
  expect(callsOf(other)).toBe(469);
  await kept.reopen();
  await read();
  expect(callsOf(token)).toBe(1_876);
  act(acme, token);
  await kept.reopen();
  await read();
  expect(callsOf(token)).toBe(1_877);
  expect(logCalls().every(({ method }) => method === 'GET')).toBe(true);
});

it('loses and repeats nothing after a crash before the end of a reading', async () => {
  for (let n = 0; n < 1_500; n++) act(acme, token);
  const abort = new AbortController();
  acme.faults.add({ kind: 'latency', ms: 300 }, { path: /logs/, times: 5 });
  const reading = read([token], abort.signal);
  await expect.poll(() => logCalls().length).toBeGreaterThan(1);
  abort.abort(new Error('killed'));
  await expect(reading).rejects.toThrow('killed');
  expect(callsOf(token)).toBe(0);
  acme.faults.clear();
  await kept.reopen();
  await read();
  expect(callsOf(token)).toBe(1_500);
});

it('follows the next link unchanged', async () => {
  act(acme, token);
  await read();
  const { next } = cursors().of(orgId);
  acme.requests.length = 0;
  await read();
  expect(`/api/v1/logs${logCalls()[0]?.query}`).toBe(next);
});

it('waits out 429s, keeps what it has when they continue, and continues later', async () => {
  for (let n = 0; n < 1_200; n++) act(acme, token);
  acme.faults.add({ kind: 'too-many', resetInSeconds: 3 }, { path: /logs/, times: 2 });
  await read();
  expect(callsOf(token)).toBe(1_200);
  expect(clock.waits.some((ms) => ms >= 3_000)).toBe(true);
  act(acme, token);
  acme.faults.add({ kind: 'too-many', resetInSeconds: 3 }, { path: /logs/, times: 20 });
  await read();
  expect(cursors().of(orgId).trouble?.sentence).not.toBe('');
  expect(callsOf(token)).toBe(1_200);
  acme.faults.clear();
  await read();
  expect(callsOf(token)).toBe(1_201);
  expect(cursors().of(orgId).trouble).toBeNull();
});

it('leaves a part of the limit to others while there is much to read', async () => {
  acme.org.limits.set('/api/v1/logs', 12);
  for (let n = 0; n < 9_000; n++) act(acme, token);
  await read();
  expect(callsOf(token)).toBe(9_000);
  expect(logCalls().some(({ status }) => status === 429)).toBe(false);
  expect(clock.waits.length).toBeGreaterThan(0);
});

it('leaves no gap when the clock of this computer is wrong', async () => {
  act(acme, token);
  const wrong = { ...clock, now: () => fake.clock.now() + 400 * dayMs, sleep: clock.sleep.bind(clock) };
  const right = clock;
  clock = Object.assign(Object.create(right), wrong) as SkippingClock;
  await read();
  expect(callsOf(token)).toBe(1);
  clock = Object.assign(Object.create(right), { now: () => fake.clock.now() - 400 * dayMs }) as SkippingClock;
  act(acme, token);
  await read();
  clock = right;
  expect(callsOf(token)).toBe(2);
});

it('starts over without counting twice when Okta no longer knows the cursor', async () => {
  for (let n = 0; n < 40; n++) act(acme, token);
  await read();
  const { next } = cursors().of(orgId);
  cursors().keep(orgId, {
    ...cursors().of(orgId),
    next: (next ?? '').replace(/after=[^&]+/, 'after=unknown'),
  });
  for (let n = 0; n < 3; n++) act(acme, token);
  await read();
  expect(callsOf(token)).toBe(43);
  // More than is remembered by name: only what came after what was forgotten is read again.
  for (let n = 0; n < 7_000; n++) {
    if (n % 100 === 0) fake.clock.advance(1_000);
    act(acme, token);
  }
  await read();
  expect(callsOf(token)).toBe(7_043);
  cursors().keep(orgId, { ...cursors().of(orgId), next: '/api/v1/logs?after=unknown' });
  act(acme, token);
  await read();
  expect(callsOf(token)).toBe(7_044);
});

it('reads the whole log when Okta does not accept the filter', async () => {
  act(acme, token);
  acme.org.log('user.session.start', acme.org.user('ada.admin@acme.com'), null);
  acme.faults.add({ kind: 'status', status: 400, errorCode: 'E0000053' }, { path: /logs/ });
  await read();
  expect(callsOf(token)).toBe(1);
  expect(cursors().of(orgId).filtered).toBe(false);
  expect(logCalls().at(-1)?.query).not.toContain('filter');
});

it('uses another token when the first may not read the log, and says so when none may', async () => {
  const weak = acme.org.issueToken({ owner: 'nora.norole@acme.com', name: 'weak' });
  act(acme, weak);
  await read([weak, token]);
  expect(refused).toEqual([weak.id]);
  expect(callsOf(weak)).toBe(1);
  expect(cursors().of(orgId)).toMatchObject({ readWith: token.id, trouble: null });
  await read([weak]);
  expect(cursors().of(orgId).trouble?.sentence).toContain('may read the System Log');
  await read([]);
  expect(cursors().of(orgId).trouble?.sentence).toContain('Keyturn has no token of');
});

it('recognises a refused call from outside the allowed range by its target, too', async () => {
  const event = { id: token.id, type: 'Token', displayName: 'reader' };
  acme.org.log('system.api_token.request_outside_allowed_range', acme.org.user(token.userId), event, {
    denied: true,
  });
  await read();
  expect([...(new UsageBook(kept.vault).daysOf(orgId, token.id)[0]?.types.keys() ?? [])]).toEqual([
    'system.api_token.request_outside_allowed_range',
  ]);
});

it('forgets events older than the set period, by Okta’s clock', async () => {
  act(acme, token);
  await read();
  fake.clock.advance(29 * dayMs);
  act(acme, token);
  await read();
  expect(new UsageBook(kept.vault).daysOf(orgId, token.id)).toHaveLength(2);
  fake.clock.advance(28 * dayMs);
  await read();
  fake.clock.advance(28 * dayMs);
  await read();
  fake.clock.advance(10 * dayMs);
  await read();
  expect(new UsageBook(kept.vault).daysOf(orgId, token.id)).toHaveLength(1);
});

it('leaves nothing readable in the file, and keeps days and the latest events', async () => {
  for (let n = 0; n < 80; n++) {
    fake.clock.advance(hourMs / 4);
    act(acme, token, 'user.lifecycle.create', { denied: n % 4 === 0 });
  }
  await read();
  const book = new UsageBook(kept.vault);
  const [day] = book.daysOf(orgId, token.id);
  expect(day?.addresses.has('203.0.113.10')).toBe(true);
  expect(book.recentOf(orgId, token.id)).toHaveLength(50);
  expect(book.recentOf(orgId, token.id)[0]).toMatchObject({
    country: 'Netherlands',
    agent: 'okta-sdk-golang/4.1.0',
  });
  await kept.reopen();
  const files = readdirSync(kept.folder)
    .map((name) => readFileSync(join(kept.folder, name), 'latin1'))
    .join('');
  for (const word of [
    '203.0.113.10',
    'Netherlands',
    'example network',
    'golang',
    'user.lifecycle',
    'acme',
    token.id,
    token.value,
  ]) {
    expect(files.includes(word), word).toBe(false);
  }
  new UsageBook(kept.vault).forget(orgId, token.id);
  expect(callsOf(token)).toBe(0);
});
