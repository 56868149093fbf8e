import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { Secret } from '../../../src/main/base/secret.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { type Most, wholeList } from '../../../src/main/okta/whole-list.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from './harness.ts';

const users = 11;
let fake: FakeOkta;
let acme: RunningOrg;
let client: OktaClient;
let value: string;
beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  client = clientOf(fake, new SkippingClock(fake));
  value = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'list' }).value;
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  await client.close();
});

const read = (limit: string, most?: Most, signal?: AbortSignal) =>
  wholeList(
    client,
    {
      origin: acme.origin,
      secret: Secret.fromText(value),
      path: '/api/v1/users',
      query: { limit },
      schema: z.array(z.object({ id: z.string() })),
      ...(signal === undefined ? {} : { signal }),
    },
    most,
  );

it('is whole when its last page was read', async () => {
  const { list, ...rest } = await read('5');
  expect(new Set(list.map(({ id }) => id)).size).toBe(users);
  expect(rest).toEqual({ whole: true, stopped: null, pages: 3 });
});

it('is whole when its last page is the last one that was wanted', async () => {
  expect(await read('5', { pages: 3 })).toMatchObject({ whole: true, pages: 3 });
  expect(await read('5', { items: 1_000 })).toMatchObject({ whole: true, pages: 3 });
});

it('is never whole when it is longer than what was read', async () => {
  expect(await read('5', { pages: 2 })).toMatchObject({ whole: false, stopped: null, pages: 2 });
  expect(await read('1', { items: 4 })).toMatchObject({ whole: false, stopped: null, pages: 4 });
  const { list, whole } = await read('1');
  expect([list.length, whole]).toEqual([10, false]);
  expect(acme.requests.length).toBe(2 + 4 + 10);
});

it('keeps the pages before one that failed, says why, and is not whole', async () => {
  acme.faults.add({ kind: 'latency', ms: 0 }, { path: /users/, times: 1 });
  acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }, { path: /users/ });
  const { list, ...rest } = await read('5');
  expect(list).toHaveLength(5);
  expect(rest).toMatchObject({ whole: false, stopped: { kind: 'not-allowed' }, pages: 2 });
});

it('is not whole when its first page fails', async () => {
  acme.faults.add({ kind: 'truncated' }, { path: /users/ });
  expect(await read('5')).toMatchObject({ list: [], whole: false, stopped: { kind: 'unexpected-answer' } });
});

it('is not whole when the rest is elsewhere, and asks nothing there', async () => {
  const elsewhere = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const asked: string[] = [];
  elsewhere.on('request', ({ url }) => asked.push(url ?? ''));
  const { port } = elsewhere.address() as AddressInfo;
  acme.faults.add({ kind: 'next', to: `http://127.0.0.1:${port}/api/v1/users?after=x` }, { path: /users/ });
  const { list, whole, stopped } = await read('5');
  expect([list.length, whole, stopped?.kind]).toEqual([5, false, 'unexpected-answer']);
  expect(stopped?.sentence).toContain('rest of the list is at another address');
  expect([asked, acme.requests.length]).toEqual([[], 1]);
  elsewhere.close();
});

it('ends with the signal', async () => {
  acme.faults.add({ kind: 'hang' }, { path: /users/ });
  const controller = new AbortController();
  const asked = read('5', undefined, controller.signal);
  setTimeout(() => controller.abort(new Error('enough')), 30);
  await expect(asked).rejects.toThrow('enough');
});

/** All answers have the next link as `change` makes it of its address. */
const links = (change: (href: string) => string) =>
  acme.faults.add(
    {
      kind: 'links',
      change: (all) =>
        all.map((one) => (one.includes('rel="next"') ? change(/<(.*)>/.exec(one)?.[1] ?? '') : one)),
    },
    { path: /users/, times: Number.POSITIVE_INFINITY },
  );
const next = (href: string) => `<${href}>; rel="next"`;

it.each<[string, (href: string) => string]>([
  ['of another host', (href) => next(href.replace(/^https:\/\/[^/]+/, 'https://acme.okta.invalid'))],
  ['of http', (href) => next(href.replace('https:', 'http:'))],
  ['behind a quoted comma', (href) => `<${href}>; title="a, b; c"; rel="next"`],
  ['beside another relation', (href) => `<${href}>;REL="prev NEXT"`],
])('is whole with a next link %s, and asks only its own origin', async (_name, change) => {
  links(change);
  const { list, ...rest } = await read('5');
  expect(new Set(list.map(({ id }) => id)).size).toBe(users);
  expect(rest).toEqual({ whole: true, stopped: null, pages: 3 });
  expect(acme.requests).toHaveLength(3);
});

it.each<[string, (href: string) => string, RegExp]>([
  ['of another path', (href) => next(href.replace('/users', '/groups')), /another list/],
  ['with a filter that was not asked for', (href) => next(`${href}&q=x`), /another filter/],
  ['without a cursor', (href) => next(href.replace(/after=[^&]*/, '')), /not where it begins/],
  ['that cannot be read', (href) => `<${href}; rel="next"`, /address that Keyturn cannot read/],
])('is not whole with a next link %s, and says why', async (_name, change, why) => {
  links(change);
  const { list, whole, stopped, pages } = await read('5');
  expect([list.length, whole, pages]).toEqual([5, false, 1]);
  expect(stopped?.sentence).toMatch(why);
  expect(stopped?.remedy).not.toBe('');
});

it('is not whole when the next link leads back, directly or in a circle', async () => {
  const seen: string[] = [];
  links((href) => {
    seen.push(href);
    return next(seen[(seen.length - 1) % 2] ?? '');
  });
  const { whole, stopped, pages } = await read('1', { items: 1_000 });
  expect([whole, pages]).toEqual([false, 3]);
  expect(stopped?.sentence).toMatch(/read already/);
});

it('continues over empty pages, but not for ever', async () => {
  let n = 0;
  // Past the end of the list.
  acme.faults.add(
    {
      kind: 'links',
      change: () => [
        next(
          `${acme.origin}/api/v1/users?limit=5&after=${Buffer.from(`p${100 + n++}`).toString('base64url')}`,
        ),
      ],
    },
    { path: /users/, times: Number.POSITIVE_INFINITY },
  );
  const { list, whole, pages } = await read('5', { items: 1_000 });
  expect([list.length, whole, pages]).toEqual([5, false, 21]);
});
