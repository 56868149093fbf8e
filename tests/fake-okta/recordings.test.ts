import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { principalRateLimitId, roleAssignmentId } from '../../src/demo/okta/answers.ts';
import { routes } from '../../src/demo/okta/endpoints.ts';
import { ask } from './ask.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

/**
 * Compares the shape of the fake's answers with answers of real orgs. The recordings are beside the checkout on machines that have them.
 */
const file = join(import.meta.dirname, '../../../shared/okta/recordings.json');

interface Recording {
  readonly request: { readonly method: string; readonly path: string };
  readonly response: {
    readonly status: number;
    readonly body: string;
    readonly headers: Record<string, string[]>;
  };
}

let fake: FakeOkta;
let acme: RunningOrg;
let admin: string;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
  admin = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'recordings' }).value;
});
afterAll(() => fake.close());

/** Returns the types of the values at each path of an answer: `0.profile.login` → string. All items of a list share one path. */
function shapeOf(value: unknown, at = '', into = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (at !== '') into.set(at, (into.get(at) ?? new Set()).add(kind));
  if (Array.isArray(value)) for (const item of value) shapeOf(item, `${at}[]`, into);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) shapeOf(inner, at === '' ? key : `${at}.${key}`, into);
  }
  return into;
}

/** Parts of real answers that depend on the object, so that they have no single shape. */
const varies = [
  // An app's settings and credentials depend on its sign-on mode, and its links on its abilities.
  /^(\[\]\.)?(settings|credentials|_links|visibility)\.(?!oauthClient$)/,
  // The possible next actions for a user or a zone depend on its status.
  /^(\[\]\.)?_links\.(suspend|unsuspend|resetPassword|reactivate|resetFactors|expirePassword|changePassword|changeRecoveryQuestion|deactivate|activate|unlock|delete|forgotPassword|schema|type|owners|logo)\b/,
  // The recordings only have users without a password.
  /^(\[\]\.)?(activated|passwordChanged)$/,
  // Only some orgs have these.
  /^(\[\]\.)?(realmId|orn|isCloneable)$/,
];

const free = (path: string): boolean => varies.some((pattern) => pattern.test(path));

/** Returns the errors in the fake's shape, compared with all shapes of real orgs. */
function compare(ours: ReturnType<typeof shapeOf>, theirs: readonly ReturnType<typeof shapeOf>[]): string[] {
  const wrong: string[] = [];
  const [first] = theirs;
  for (const path of first?.keys() ?? []) {
    if (!free(path) && !ours.has(path) && theirs.every((shape) => shape.has(path)))
      wrong.push(`${path} is missing`);
  }
  for (const [path, kinds] of ours) {
    if (free(path)) continue;
    const known = new Set(theirs.flatMap((shape) => [...(shape.get(path) ?? [])]));
    if (known.size === 0) {
      // A list that is always empty in the recordings gives nothing to compare.
      wrong.push(`${path} is in no recording`);
    } else {
      for (const kind of kinds)
        if (!known.has(kind)) wrong.push(`${path} is ${kind}, not ${[...known].join(' or ')}`);
    }
  }
  return wrong;
}

/** Returns the fake's call for a recorded path; null when the fake has no such endpoint. */
function ourCall(method: string, path: string): { route: string; path: string; body?: unknown } | null {
  const { org } = acme;
  const plain = path.split('?', 1)[0] ?? '';
  if (plain === '/.well-known/okta-organization') return { route: `${method} ${plain}`, path: plain };
  const route = routes.find(
    (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(plain),
  );
  // `/api/v1/groups/rules` looks like a group by its path.
  if (route === undefined || /^\/api\/v1\/groups\/rules/.test(plain)) return null;
  const spare = org.issueToken({ owner: 'svc-scim@acme.com', name: 'spare' });
  const person = org.addUser(
    `rec-${org.users.length}@acme.com`,
    [],
    /lifecycle\/activate/.test(plain) ? 'STAGED' : 'PROVISIONED',
  );
  const group = org.addGroup(`Recorded ${org.groups.length}`, { members: [person.id] });
  const holder = org.user('ada.admin@acme.com');
  const ids: Record<string, string> = {
    '/api/v1/users': plain.includes('/roles') ? holder.id : person.id,
    '/api/v1/groups': group.id,
    '/api/v1/apps': org.apps[0]?.id ?? '',
    '/api/v1/zones': org.zones[0]?.id ?? '',
    '/api/v1/api-tokens': spare.id,
    '/api/v1/principal-rate-limits': principalRateLimitId(spare),
    '/api/v1/iam/roles': 'Read users of Sales',
  };
  const family = Object.keys(ids).find((prefix) => plain.startsWith(prefix)) ?? '';
  const role = holder.roles[0];
  const inner: Record<string, string> = {
    ':user': person.id,
    ':role': role === undefined ? '' : roleAssignmentId(holder, role),
  };
  const made = route.path.replaceAll(/:\w+/g, (name) =>
    encodeURIComponent(name === ':id' ? (ids[family] ?? '') : (inner[name] ?? '')),
  );
  const profile = { login: person.profile.login, email: 'r@acme.com', firstName: 'Rec', lastName: 'Orded' };
  const bodies: Record<string, unknown> = {
    'POST /api/v1/users': { profile: { ...profile, login: `new-${person.profile.login}` } },
    'PUT /api/v1/users/:id': { profile },
    'POST /api/v1/groups': { profile: { name: 'Recorded', description: '' } },
    'PUT /api/v1/groups/:id': { profile: { name: 'Recorded', description: '' } },
    'PUT /api/v1/api-tokens/:id': {
      name: 'spare',
      network: { connection: 'ZONE', exclude: [org.zones[1]?.id ?? ''] },
    },
  };
  const name = `${method} ${route.path}`;
  // Policies can only be listed by type.
  const query = name === 'GET /api/v1/policies' ? '?type=OKTA_SIGN_ON' : '';
  return { route: name, path: `${made}${query}`, body: bodies[name] };
}

describe.skipIf(!existsSync(file))("answers have real orgs' shape (../shared/okta is needed)", () => {
  it('every recorded endpoint of the fake', async () => {
    const recordings = JSON.parse(readFileSync(file, 'utf8')) as Recording[];
    const byRoute = new Map<
      string,
      { call: NonNullable<ReturnType<typeof ourCall>>; method: string; real: Recording[] }
    >();
    for (const recording of recordings) {
      const { method, path } = recording.request;
      if (recording.response.status >= 300) continue;
      const call = ourCall(method, path);
      if (call === null) continue;
      const known = byRoute.get(call.route) ?? { call, method, real: [] };
      known.real.push(recording);
      byRoute.set(call.route, known);
    }
    const wrong: string[] = [];
    for (const [name, { call, method, real }] of byRoute) {
      const answer = await ask(fake, acme, method, call.path, {
        token: admin,
        ...(call.body === undefined ? {} : { body: call.body }),
      });
      const statuses = real.map(({ response }) => response.status);
      if (!statuses.includes(answer.status)) {
        wrong.push(
          `${name}: HTTP ${answer.status}, not ${statuses.join(' or ')}: ${answer.text.slice(0, 100)}`,
        );
        continue;
      }
      const bodies = real.map(({ response }) => response.body).filter((body) => body !== '');
      if (bodies.length === 0) {
        if (answer.text !== '') wrong.push(`${name}: has a body`);
        continue;
      }
      // The fake limits no role to targets.
      if (name.includes('/targets/') && answer.text === '[]') continue;
      const shapes = bodies.map((body) => shapeOf(JSON.parse(body)));
      // An empty list says nothing about its items.
      const told = shapes.filter((shape) => shape.size > 0);
      if (told.length > 0)
        wrong.push(...compare(shapeOf(answer.json()), told).map((text) => `${name}: ${text}`));
      const linked = real.some(({ response }) => response.headers.Link !== undefined);
      if (linked && answer.links.length === 0 && method === 'GET') wrong.push(`${name}: has no Link header`);
    }
    expect(wrong).toEqual([]);
    expect(byRoute.size).toBeGreaterThan(30);
  });

  it('errors have the same fields', async () => {
    const recordings = JSON.parse(readFileSync(file, 'utf8')) as Recording[];
    const real = recordings.filter(
      ({ response }) => response.status >= 400 && response.body.startsWith('{"errorCode"'),
    );
    expect(real.length).toBeGreaterThan(3);
    const answer = await ask(fake, acme, 'GET', '/api/v1/users/nobody', { token: admin });
    expect(answer.status).toBe(404);
    expect(
      compare(
        shapeOf(answer.json()),
        real.map(({ response }) => shapeOf(JSON.parse(response.body))),
      ),
    ).toEqual([]);
  });

  it('a wrong shape fails', () => {
    const real = [shapeOf({ id: 'a', name: null, more: 1 }), shapeOf({ id: 'b', name: 'c' })];
    expect(compare(shapeOf({ id: 'x', name: null }), real)).toEqual([]);
    expect(compare(shapeOf({ id: 1, other: true }), real)).toEqual([
      'name is missing',
      'id is number, not string',
      'other is in no recording',
    ]);
  });
});
