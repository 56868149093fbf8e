import { request } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeOkta, startFakeOkta } from './server.ts';

let fake: FakeOkta;
beforeEach(async () => {
  fake = await startFakeOkta({ pagesByHttp: true });
});
afterEach(() => fake.close());

const form = 'owner=svc-terraform%40acme.com&name=mine&zone=';

/** Calls a page without TLS, as a browser with these headers does. */
function call(path: string, method: string, headers: Record<string, string> = {}): Promise<number> {
  const address = fake.org('acme').pageByHttp;
  if (address === null) throw new Error('There is no page.');
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, address), { method, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(method === 'POST' ? form : '');
  });
}

const page = '/admin/access/api/tokens';

it('the Admin Console without TLS issues tokens, and has nothing of the API', async () => {
  expect(await call(page, 'GET')).toBe(200);
  expect(await call(page, 'POST', { 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(fake.org('acme').org.tokens.map(({ name }) => name)).toEqual(['mine']);
  expect(await call('/api/v1/users', 'GET')).toBe(404);
  expect(await call('/.well-known/okta-organization', 'GET')).toBe(404);
});

it('a page of another origin, or another name for this computer, gets nothing', async () => {
  expect(await call(page, 'POST', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await call(page, 'POST', { 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await call(page, 'GET', { host: 'rebound.example' })).toBe(403);
  expect(fake.org('acme').org.tokens).toEqual([]);
});

it('exists only on request', async () => {
  const usual = await startFakeOkta();
  expect(usual.org('acme').pageByHttp).toBeNull();
  await usual.close();
});
