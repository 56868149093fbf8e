import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeToken } from '../../../src/demo/okta/model.ts';
import { logCursor, noCursor, readLog } from '../../../src/main/features/usage/log-reader.ts';
import { SealedState } from '../../../src/main/features/usage/sealed-state.ts';
import { UsageBook } from '../../../src/main/features/usage/store.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { clockTime } from '../../../src/shared/time-words.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { act, addOrg, type OpenVault, openVault, orgOf, secretOf } from './world.ts';

const orgId = crypto.randomUUID();
let fake: FakeOkta;
let acme: RunningOrg;
let other: RunningOrg;
let token: FakeToken;
let kept: OpenVault;
let clock: SkippingClock;
let client: OktaClient;

beforeEach(async () => {
  fake = await startFakeOkta();
  acme = orgOf(fake);
  other = fake.org('acme-preview');
  token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'reader' });
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock);
  kept = await openVault(clock);
  addOrg(kept.vault, orgId);
});
afterEach(async () => {
  // No link sends a token to another server.
  expect(other.requests).toEqual([]);
  await client.close();
  kept.end();
  await fake.close();
});

const cursors = () => new SealedState(kept.vault, 'usage_cursors', logCursor, noCursor);
const read = () =>
  readLog(
    {
      client,
      clock,
      book: new UsageBook(kept.vault),
      cursors: cursors(),
      keepDays: () => 90,
      onKept: () => undefined,
      onRefused: () => undefined,
    },
    { id: orgId, origin: acme.origin },
    [{ tokenId: token.id, secret: secretOf(token) }],
    new AbortController().signal,
  );
const calls = (): number =>
  new UsageBook(kept.vault).daysOf(orgId, token.id).reduce((sum, { total }) => sum + total, 0);
const trouble = () => cursors().of(orgId).trouble;
const log = (events: number) => {
  for (let n = 0; n < events; n++) act(acme, token);
};
/** All answers of the log have links as `change` makes them of the next one's address. */
const links = (change: (href: string) => string) =>
  acme.faults.add(
    {
      kind: 'links',
      change: (all) =>
        all.map((one) => (one.includes('rel="next"') ? change(/<(.*)>/.exec(one)?.[1] ?? '') : one)),
    },
    { path: /logs/, times: Number.POSITIVE_INFINITY },
  );
const next = (href: string) => `<${href}>; rel="next"`;
const at = (href: string, origin: string) => href.replace(/^https:\/\/[^/]+/, origin);

describe('counts the whole log where the next link', () => {
  it.each<[string, (href: string) => string]>([
    ['names another host, as an org on a custom domain does', (href) => next(at(href, other.origin))],
    ['names a host that does not exist', (href) => next(at(href, 'https://acme.okta.invalid'))],
    ['is of http', (href) => next(href.replace('https:', 'http:'))],
    ['is of another port', (href) => next(at(href, 'https://localhost:1'))],
    ['is relative', (href) => next(at(href, ''))],
    ['stands behind a quoted comma', (href) => `<${href}>; title="a, b; c"; rel="next"`],
    ['is the last one, too', (href) => `<${href}>; rel="next last"`],
    ['is written in capitals and without spaces', (href) => `<${href}>;REL=NEXT`],
    ['stands with others in one header', (href) => `<${href}>; rel="self",<${href}>;x; rel="next"`],
  ])('%s', async (_name, change) => {
    log(1_505);
    links(change);
    await read();
    expect([calls(), trouble()]).toEqual([1_505, null]);
    log(3);
    await read();
    expect([calls(), trouble()]).toEqual([1_508, null]);
  });
});

describe('reports events that may be missing with their time, and reads them when it can, where the next link', () => {
  it.each<[string, (href: string) => string, RegExp]>([
    [
      'is of another endpoint of another host',
      (href) => next(at(href, other.origin).replace('logs', 'log')),
      /at another address/,
    ],
    [
      'has lost the filter, at another host',
      (href) => next(at(href, other.origin).replace(/filter=[^&]*&?/, '')),
      /at another address/,
    ],
    ['has lost the filter', (href) => next(href.replace(/filter=[^&]*&?/, '')), /another filter/],
    ['has another filter', (href) => next(href.replace(/filter=[^&]*/, 'filter=x')), /another filter/],
    ['is of another list', (href) => next(href.replace('/logs', '/users')), /another list/],
    ['has no cursor', (href) => next(href.replace(/after=[^&]*/, '')), /not where it begins/],
    ['has a user name', (href) => next(href.replace('//', '//a@')), /address that Keyturn cannot read/],
    ['is none', () => '<; rel="next"', /address that Keyturn cannot read/],
    ['is not there behind a full page', () => '', /address that Keyturn cannot read/],
  ])('%s', async (_name, change, why) => {
    // The token's own creation is an event, too, so that a page is full.
    log(999);
    const minute = clockTime(fake.clock.now());
    fake.clock.advance(600_000);
    log(505);
    links(change);
    await read();
    expect(calls()).toBe(999);
    expect(trouble()?.sentence).toMatch(why);
    expect(trouble()?.sentence).toMatch(/^Events after .+ may be missing here: /);
    expect(trouble()?.sentence).toContain(minute);
    await read();
    expect(trouble()?.sentence).toMatch(why);
    acme.faults.clear();
    await read();
    expect([calls(), trouble()]).toEqual([1_504, null]);
  });

  it('leads back to an earlier page: reports it and ends', async () => {
    log(2_500);
    let first = '';
    links((href) => {
      first ||= href;
      return next(first);
    });
    await read();
    expect(trouble()?.sentence).toContain('read already');
    expect(acme.requests.length).toBeLessThan(8);
    acme.faults.clear();
    await read();
    expect([calls(), trouble()]).toEqual([2_500, null]);
  });
});

it('takes an empty page with a next link as the end for now, wherever the link leads', async () => {
  await read();
  links((href) => next(at(href, 'https://acme.okta.invalid/x')));
  await read();
  expect(trouble()).toBeNull();
  acme.faults.clear();
  log(2);
  await read();
  expect([calls(), trouble()]).toEqual([2, null]);
});

it('takes a short page without a next link as the end', async () => {
  log(7);
  links(() => '');
  await read();
  expect([calls(), trouble()]).toEqual([7, null]);
  log(2);
  await read();
  expect([calls(), trouble()]).toEqual([9, null]);
});

it('waits for the reset, not for the difference of the clocks', async () => {
  acme.org.limits.set('/api/v1/logs', 12);
  log(4_000);
  const ahead = Object.assign(clock, { now: () => fake.clock.now() + 50_000 });
  client = clientOf(fake, ahead);
  await read();
  expect(calls()).toBe(4_000);
  expect(Math.max(...ahead.waits)).toBeLessThanOrEqual(62_000);
});
