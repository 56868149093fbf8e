import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, type FakeToken } from '../../src/demo/okta/model.ts';
import { ask } from './ask.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

let fake: FakeOkta;
let acme: RunningOrg;

beforeEach(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterEach(() => fake.close());

const issue = (owner: string, name = 'tested'): FakeToken =>
  acme.org.issueToken({ owner: `${owner}@acme.com`, name });
const get = (path: string, token?: FakeToken) =>
  ask(fake, acme, 'GET', path, token === undefined ? {} : { token: token.value });
const codeOf = async (path: string, token?: FakeToken): Promise<string> => {
  const answer = await get(path, token);
  const { errorCode } = answer.json() as { errorCode?: string };
  return `${answer.status}${errorCode === undefined ? '' : ` ${errorCode}`}`;
};

describe('who is accepted', () => {
  it('nobody without a token, with Okta’s answer', async () => {
    expect(await codeOf('/api/v1/users/me')).toBe('403 E0000005');
    const bare = await ask(fake, acme, 'GET', '/api/v1/users/me', { headers: { authorization: 'SSWS' } });
    expect(bare.status).toBe(403);
    const wrong = await ask(fake, acme, 'GET', '/api/v1/users/me', { token: '00wrong' });
    expect(wrong.json()).toMatchObject({
      errorCode: 'E0000011',
      errorSummary: 'Invalid token provided',
      errorLink: 'E0000011',
      errorId: expect.stringMatching(/^oae[\w-]{22}$/),
      errorCauses: [],
    });
  });

  it('a token of another org is refused', async () => {
    const other = fake.org('acme-preview').org.issueToken({ owner: 'ada.admin@acme.com', name: 'there' });
    expect(await codeOf('/api/v1/users/me', other)).toBe('401 E0000011');
  });

  it('a token lives 30 days from its last use, and using it does not change lastUpdated', async () => {
    const token = issue('svc-terraform');
    fake.clock.advance(29 * dayMs);
    expect(await codeOf('/api/v1/users/me', token)).toBe('200');
    const shown = (await get(`/api/v1/api-tokens/${token.id}`, token)).json() as Record<string, string>;
    expect(Date.parse(shown.expiresAt ?? '')).toBeGreaterThan(fake.clock.now() + 30 * dayMs - 60_000);
    expect(shown.lastUpdated).toBe(shown.created);
    fake.clock.advance(29 * dayMs);
    expect(await codeOf('/api/v1/users/me', token)).toBe('200');
    fake.clock.advance(30 * dayMs + 1);
    expect(await codeOf('/api/v1/users/me', token)).toBe('401 E0000011');
    expect(acme.org.tokens).toEqual([]);
  });

  it('a token stops while its owner is deactivated, and works again afterwards', async () => {
    const token = issue('svc-siem');
    for (const status of ['DEPROVISIONED', 'SUSPENDED'] as const) {
      acme.org.setStatus('svc-siem@acme.com', status);
      expect(await codeOf('/api/v1/users/me', token)).toBe('401 E0000011');
    }
    acme.org.setStatus('svc-siem@acme.com', 'PASSWORD_EXPIRED');
    expect(await codeOf('/api/v1/users/me', token)).toBe('200');
  });

  it('a token is revoked at once, by another token or by itself, whatever its roles', async () => {
    const [admin, norole, other] = [issue('ada.admin'), issue('nora.norole'), issue('svc-scim')];
    const own = await ask(fake, acme, 'DELETE', '/api/v1/api-tokens/current', { token: norole.value });
    expect([own.status, own.text]).toEqual([204, '']);
    expect(await codeOf('/api/v1/users/me', norole)).toBe('401 E0000011');
    const byId = () => ask(fake, acme, 'DELETE', `/api/v1/api-tokens/${other.id}`, { token: admin.value });
    expect((await byId()).status).toBe(204);
    expect(await codeOf('/api/v1/users/me', other)).toBe('401 E0000011');
    expect((await byId()).json()).toMatchObject({ errorCode: 'E0000007' });
    const events = acme.org.logs.filter(({ eventType }) => eventType === 'system.api_token.revoke');
    expect(events.map(({ transaction }) => transaction.detail.requestApiTokenId)).toEqual([
      norole.id,
      admin.id,
    ]);
  });

  it('a token is refused from outside its zones, and the log says so', async () => {
    const zone = acme.org.zones.find(({ name }) => name === 'CI runners');
    const token = acme.org.issueToken({
      owner: 'ada.admin@acme.com',
      name: 'zoned',
      network: { connection: 'ZONE', include: [zone?.id ?? ''], exclude: [] },
    });
    expect(await codeOf('/api/v1/users/me', token)).toBe('403 E0000006');
    expect(acme.org.logs.at(-1)).toMatchObject({
      eventType: 'system.api_token.request_outside_allowed_range',
      transaction: { detail: { requestApiTokenId: token.id } },
      client: { ipAddress: '203.0.113.10' },
    });
    acme.org.clientAddress = '198.51.100.15';
    expect(await codeOf('/api/v1/users/me', token)).toBe('200');
    acme.org.clientAddress = '198.51.100.16';
    acme.org.zoneRefusal = { status: 401, errorCode: 'E0000011' };
    expect(await codeOf('/api/v1/users/me', token)).toBe('401 E0000011');
  });
});

it('roles decide: who may read what', async () => {
  const paths = ['users', 'groups', 'apps', 'logs', 'zones', 'api-tokens', 'org', 'iam/roles'];
  const may: Record<string, string[]> = {};
  for (const owner of [
    'ada.admin',
    'olga.org',
    'svc-siem',
    'svc-scim',
    'svc-custom',
    'grace.group',
    'nora.norole',
  ]) {
    const token = issue(owner);
    may[owner] = [];
    for (const path of paths) {
      const said = await codeOf(`/api/v1/${path}`, token);
      expect(['200', '403 E0000006']).toContain(said);
      if (said === '200') may[owner].push(path);
    }
    expect(await codeOf('/api/v1/users/me', token)).toBe('200');
  }
  expect(may).toEqual({
    'ada.admin': paths,
    'olga.org': paths.slice(0, -1),
    'svc-siem': ['logs'],
    'svc-scim': ['users', 'groups', 'apps'],
    'svc-custom': ['users', 'groups'],
    'grace.group': paths,
    'nora.norole': [],
  });
  const reader = issue('svc-terraform');
  const write = await ask(fake, acme, 'POST', '/api/v1/groups', { token: reader.value, body: {} });
  expect(write.status).toBe(403);
  expect(await codeOf('/api/v1/nothing', reader)).toBe('404 E0000008');
  const wrongMethod = await ask(fake, acme, 'DELETE', '/api/v1/org', { token: reader.value });
  expect(wrongMethod.json()).toMatchObject({ errorCode: 'E0000022' });
});

describe('headers', () => {
  it('every answer has its own request id, the org’s time and the limits', async () => {
    fake.clock.set(Date.parse('2027-03-01T12:00:00Z'));
    const token = issue('ada.admin');
    const [one, two] = [await get('/api/v1/users/me', token), await get('/api/v1/users/me', token)];
    expect(one.headers['x-okta-request-id']).toMatch(/^\w{20,}$/);
    expect(one.headers['x-okta-request-id']).not.toBe(two.headers['x-okta-request-id']);
    expect(one.headers.date).toMatch(/^Mon, 01 Mar 2027 12:00:0\d GMT$/);
    expect(one.headers['content-type']).toBe('application/json');
    // A token has half of this family's 600 calls a minute.
    expect(
      [one, two].map(({ headers }) => [headers['x-rate-limit-limit'], headers['x-rate-limit-remaining']]),
    ).toEqual([
      ['300', '299'],
      ['300', '298'],
    ]);
    const wait = Number(one.headers['x-rate-limit-reset']) - Date.parse(String(one.headers.date)) / 1000;
    expect(wait).toBeGreaterThan(55);
    expect(wait).toBeLessThanOrEqual(61);
    const refused = await get('/api/v1/users/me');
    expect(refused.headers['x-okta-request-id']).toMatch(/\w/);
  });

  it('self and next are separate Link headers, and next leads to the end', async () => {
    const token = issue('ada.admin');
    const seen: string[] = [];
    let path = '/api/v1/users?limit=4';
    for (let round = 0; path !== '' && round < 9; round++) {
      const answer = await get(path, token);
      expect(answer.links[0]).toMatch(
        /^<https:\/\/acme\.localhost:\d+\/api\/v1\/users\?.*limit=4.*>; rel="self"$/,
      );
      seen.push(...(answer.json() as { profile: { login: string } }[]).map(({ profile }) => profile.login));
      const next = /^<([^>]+)>; rel="next"$/.exec(answer.links[1] ?? '')?.[1];
      path = next === undefined ? '' : new URL(next).pathname + new URL(next).search;
    }
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
    expect(seen).not.toContain('dora.gone@acme.com');
    // A page with exactly the remaining items is the last.
    expect((await get('/api/v1/users?limit=11', token)).links).toHaveLength(1);
  });
});

describe('limits', () => {
  it('a token over its own share gets 429 until the window ends, and others continue', async () => {
    acme.org.limits.set('/api/v1/users', 6);
    const [token, other] = [issue('ada.admin'), issue('ada.admin', 'other')];
    const said: string[] = [];
    for (let n = 0; n < 4; n++) said.push(await codeOf('/api/v1/users/me', token));
    expect(said).toEqual(['200', '200', '200', '429 E0000047']);
    expect(await codeOf('/api/v1/users/me', other)).toBe('200');
    expect(acme.org.logs.at(-1)?.eventType).toBe('system.operation.rate_limit.violation');
    expect(await codeOf('/api/v1/org', token)).toBe('200');
    fake.clock.advance(61_000);
    expect(await codeOf('/api/v1/users/me', token)).toBe('200');
  });

  it('too many at a time: 429 with a limit of 0', async () => {
    acme.org.concurrency = 2;
    const token = issue('ada.admin');
    acme.faults.add({ kind: 'latency', ms: 300 }, { times: 3 });
    const answers = await Promise.all([1, 2, 3].map(() => get('/api/v1/users/me', token)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers).toMatchObject({ 'x-rate-limit-limit': '0', 'x-rate-limit-remaining': '0' });
    expect(await codeOf('/api/v1/users/me', token)).toBe('200');
  });
});

it('finds people by q, filter and search', async () => {
  const token = issue('ada.admin');
  const logins = async (query: string) => {
    const answer = await get(`/api/v1/users?${query}`, token);
    return answer.status === 200
      ? (answer.json() as { profile: { login: string } }[]).map(({ profile }) => profile.login.split('@')[0])
      : answer.status;
  };
  const e = encodeURIComponent;
  expect(await logins('q=ada')).toEqual(['ada.admin']);
  expect(await logins(`filter=${e('status eq "SUSPENDED"')}`)).toEqual(['sam.suspended']);
  expect(await logins(`search=${e('status eq "DEPROVISIONED" or profile.login sw "nora"')}`)).toEqual([
    'dora.gone',
    'nora.norole',
  ]);
  expect(await logins(`search=${e('profile.login sw "svc-" and profile.login co "scim"')}`)).toEqual([
    'svc-scim',
  ]);
  expect(await logins(`search=${e('(profile.login sw "svc-s") and status pr')}`)).toEqual([
    'svc-siem',
    'svc-scim',
  ]);
  expect(await logins(`filter=${e('(profile.login pr)')}`)).toBe(400);
  expect(await logins(`search=${e('status ne "ACTIVE"')}`)).toBe(400);
});

it('a slash at the end of a path and an empty search change nothing', async () => {
  const token = issue('svc-terraform');
  const list = async (path: string) => (await get(path, token)).json();
  const users = await list('/api/v1/users');
  expect(users).toHaveLength(11);
  expect(await list('/api/v1/users/')).toEqual(users);
  expect(await list('/api/v1/users?search=')).toEqual(users);
  expect(await codeOf('/api/v1/users//', token)).toBe('404 E0000008');
});

it('one server answers under all its names, and names both under a custom domain', async () => {
  await fake.close();
  fake = await startFakeOkta({
    orgs: [{ subdomain: 'acme', companyName: 'Acme', customDomain: 'login.acme.example', pipeline: 'v1' }],
  });
  acme = fake.org('acme');
  for (const host of [
    'localhost',
    '127.0.0.1',
    'acme.localhost',
    'acme-admin.localhost',
    'login.acme.example',
  ]) {
    const answer = await ask(fake, acme, 'GET', '/.well-known/okta-organization', { host });
    expect(answer.json()).toMatchObject({
      id: acme.org.id,
      pipeline: 'v1',
      _links: {
        organization: {
          href: `https://${host === 'login.acme.example' ? 'acme.localhost' : host}:${acme.port}`,
        },
        alternate: { href: `https://login.acme.example:${acme.port}` },
      },
    });
  }
  await expect(ask(fake, acme, 'GET', '/', { host: 'evil.example' })).rejects.toThrow(/altnames|Hostname/);
});
