import {
  appJson,
  errorReply,
  groupJson,
  orgJson,
  principalRateLimitJson,
  type Reply,
  rolesJson,
  tokenJson,
  userJson,
  wellKnownJson,
  zoneJson,
} from './answers.ts';
import { logs } from './log-endpoint.ts';
import { page } from './paging.ts';
import type { FakeClock, FakeOrg, FakeToken, FakeUser } from './state.ts';

export interface Ask {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly body: string;
  readonly org: FakeOrg;
  readonly clock: FakeClock;
}

export interface Caller {
  readonly token: FakeToken;
  readonly owner: FakeUser;
}

type Area = 'users' | 'groups' | 'apps' | 'logs' | 'zones' | 'tokens' | 'limits' | 'org' | 'roles';

/** What each standard role may read (Okta, administrator roles and permissions, in rough form); custom roles read users and groups. */
const reads: Readonly<Record<string, readonly Area[]>> = {
  SUPER_ADMIN: ['users', 'groups', 'apps', 'logs', 'zones', 'tokens', 'limits', 'org', 'roles'],
  ORG_ADMIN: ['users', 'groups', 'apps', 'logs', 'zones', 'tokens', 'limits', 'org'],
  READ_ONLY_ADMIN: ['users', 'groups', 'apps', 'logs', 'zones', 'tokens', 'limits', 'org', 'roles'],
  APP_ADMIN: ['users', 'groups', 'apps'],
  USER_ADMIN: ['users', 'groups'],
  HELP_DESK_ADMIN: ['users', 'groups'],
  REPORT_ADMIN: ['logs'],
  CUSTOM: ['users', 'groups'],
};
const writes: Readonly<Record<string, readonly Area[]>> = {
  SUPER_ADMIN: ['users', 'groups', 'apps', 'zones', 'tokens', 'limits', 'org', 'roles'],
  ORG_ADMIN: ['users', 'groups', 'zones', 'tokens'],
  USER_ADMIN: ['users', 'groups'],
};

const may = (owner: FakeUser, area: Area, table: typeof reads): boolean =>
  owner.roles.some(({ type }) => table[type]?.includes(area));

/** Who calls, or the answer that says why nobody does. */
export function authenticate(ask: Ask): Caller | Reply {
  const [scheme, value = ''] = ask.authorization?.split(' ') ?? [];
  if (scheme !== 'SSWS' || value === '') return errorReply(403, 'E0000005');
  const caller = ask.org.use(value);
  if (caller === null) return errorReply(401, 'E0000011');
  if (!ask.org.allows(caller.token)) {
    ask.org.log(
      'system.api_token.request_outside_allowed_range',
      caller.owner,
      { id: caller.token.id, type: 'Token', displayName: caller.token.name },
      caller.token.id,
    );
    return errorReply(ask.org.zoneRefusal.status, ask.org.zoneRefusal.errorCode);
  }
  return caller;
}

/** The answer of one call; limits, latency and faults are the server's. */
export function answer(ask: Ask, caller: Caller | null): Reply {
  const { method, url, org } = ask;
  const { origin } = url;
  const path = url.pathname;
  if (path === '/.well-known/okta-organization') {
    return method === 'GET' ? { status: 200, body: wellKnownJson(org, origin) } : errorReply(405, 'E0000022');
  }
  if (caller === null) return errorReply(404, 'E0000008');
  const { owner } = caller;
  const reading = (area: Area, reply: () => Reply): Reply =>
    may(owner, area, reads) ? reply() : errorReply(403, 'E0000006');
  const [, , , family = '', id = '', sub = '', subId = ''] = path.split('/');

  switch (`${method} ${family}`) {
    case 'GET users':
      if (id === 'me' && sub === '') return { status: 200, body: userJson(owner, origin) };
      if (id === '')
        return reading('users', () => page(ask, searched(ask), (user) => userJson(user, origin), 200));
      return ofUser(ask, caller, id, sub);
    case 'POST users':
      return changeUser(ask, caller, id, sub, subId);
    case 'GET groups':
      return reading('groups', () => {
        if (id === '') return page(ask, org.groups, (group) => groupJson(group, origin), 10_000);
        const group = org.groups.find((one) => one.id === id);
        if (group === undefined) return errorReply(404, 'E0000007', `${id} (UserGroup)`);
        return sub === 'users'
          ? page(
              ask,
              group.members.map((member) => org.user(member)),
              (user) => userJson(user, origin),
              1000,
            )
          : { status: 200, body: groupJson(group, origin) };
      });
    case 'GET apps':
      return reading('apps', () => page(ask, org.apps, (app) => appJson(app, origin), 200));
    case 'GET zones':
      return reading('zones', () => page(ask, org.zones, (zone) => zoneJson(zone, origin), 200));
    case 'GET logs':
      return reading('logs', () => logs(ask));
    case 'GET org':
      return reading('org', () => ({ status: 200, body: orgJson(org, origin) }));
    case 'GET api-tokens':
      return reading('tokens', () => {
        if (id === '') return { status: 200, body: org.tokens.map((token) => tokenJson(token, origin)) };
        const token = org.tokens.find((one) => one.id === id);
        return token === undefined
          ? errorReply(404, 'E0000007', `${id} (ApiToken)`)
          : { status: 200, body: tokenJson(token, origin) };
      });
    case 'PUT api-tokens':
    case 'DELETE api-tokens':
      return changeToken(ask, caller, id);
    case 'GET principal-rate-limits':
      if (!/^principalType eq "SSWS_TOKEN"/.test(url.searchParams.get('filter') ?? '')) {
        return errorReply(400, 'E0000001', 'filter');
      }
      return reading('limits', () =>
        page(ask, org.tokens, (token) => principalRateLimitJson(token, org), 20),
      );
    case 'GET iam':
      return reading('roles', () => iam(ask, path));
    default:
      return known.has(family) ? errorReply(405, 'E0000022') : errorReply(404, 'E0000008');
  }
}

const known = new Set([
  'users',
  'groups',
  'apps',
  'zones',
  'logs',
  'org',
  'api-tokens',
  'principal-rate-limits',
  'iam',
]);

function searched({ org, url }: Ask): FakeUser[] {
  const q = url.searchParams.get('q')?.toLowerCase();
  const wanted = /(?:profile\.login|profile\.email)\s+eq\s+"([^"]+)"/.exec(
    url.searchParams.get('search') ?? url.searchParams.get('filter') ?? '',
  )?.[1];
  return org.users
    .filter((user) => user.status !== 'DEPROVISIONED' || url.searchParams.has('search'))
    .filter((user) => wanted === undefined || user.profile.login === wanted)
    .filter(
      (user) =>
        q === undefined || Object.values(user.profile).some((value) => value.toLowerCase().startsWith(q)),
    );
}

function ofUser(ask: Ask, { owner }: Caller, id: string, sub: string): Reply {
  const { org, url } = ask;
  const target = org.users.find(
    (one) => one.id === decodeURIComponent(id) || one.profile.login === decodeURIComponent(id),
  );
  const self = target === owner;
  if (sub === 'roles') {
    // Reading roles, one's own too, takes a role that may; Okta refuses the small ones.
    if (!may(owner, 'roles', reads) && !(self && owner.roles.length > 0)) return errorReply(403, 'E0000006');
    return target === undefined
      ? errorReply(404, 'E0000007', `${id} (User)`)
      : { status: 200, body: rolesJson(target, url.origin) };
  }
  if (!may(owner, 'users', reads) && !self) return errorReply(403, 'E0000006');
  if (target === undefined) return errorReply(404, 'E0000007', `${id} (User)`);
  if (sub === 'groups') {
    return {
      status: 200,
      body: org.groups
        .filter(({ members }) => members.includes(target.id))
        .map((group) => groupJson(group, url.origin)),
    };
  }
  return sub === '' ? { status: 200, body: userJson(target, url.origin) } : errorReply(404, 'E0000008');
}

function changeUser(ask: Ask, { owner, token }: Caller, id: string, sub: string, verb: string): Reply {
  const { org, url } = ask;
  if (!may(owner, 'users', writes)) return errorReply(403, 'E0000006');
  if (id === '') {
    const login = /"login"\s*:\s*"([^"]+)"/.exec(ask.body)?.[1];
    if (login === undefined) return errorReply(400, 'E0000001', 'login');
    const made = org.addUser(
      login,
      [],
      url.searchParams.get('activate') === 'false' ? 'STAGED' : 'PROVISIONED',
    );
    org.log('user.lifecycle.create', owner, { id: made.id, type: 'User', displayName: login }, token.id);
    return { status: 200, body: userJson(made, url.origin) };
  }
  const target = org.users.find((one) => one.id === id);
  if (target === undefined) return errorReply(404, 'E0000007', `${id} (User)`);
  const statuses = {
    activate: 'ACTIVE',
    deactivate: 'DEPROVISIONED',
    suspend: 'SUSPENDED',
    unsuspend: 'ACTIVE',
  } as const;
  if (sub === 'lifecycle' && verb in statuses) {
    org.setStatus(target.id, statuses[verb as keyof typeof statuses]);
    org.log(
      `user.lifecycle.${verb}`,
      owner,
      { id: target.id, type: 'User', displayName: target.profile.login },
      token.id,
    );
    return { status: 200, body: {} };
  }
  return errorReply(404, 'E0000008');
}

function changeToken(ask: Ask, { owner, token }: Caller, id: string): Reply {
  const { org, url, method, clock } = ask;
  if (method === 'DELETE' && id === 'current') {
    org.revoke(token.id, owner);
    return { status: 204 };
  }
  if (!may(owner, 'tokens', writes)) return errorReply(403, 'E0000006');
  const target = org.tokens.find((one) => one.id === id);
  if (target === undefined) return errorReply(404, 'E0000007', `${id} (ApiToken)`);
  if (method === 'DELETE') {
    org.revoke(id, owner);
    return { status: 204 };
  }
  try {
    const { network, name } = JSON.parse(ask.body);
    if (network !== undefined) {
      target.network = {
        connection: network.connection === 'ZONE' ? 'ZONE' : 'ANYWHERE',
        include: network.include ?? [],
        exclude: network.exclude ?? [],
      };
    }
    if (typeof name === 'string') target.name = name;
  } catch {
    return errorReply(400, 'E0000003');
  }
  target.lastUpdated = clock.now();
  org.log(
    'system.api_token.update',
    owner,
    { id: target.id, type: 'Token', displayName: target.name },
    token.id,
  );
  return { status: 200, body: tokenJson(target, url.origin) };
}

function iam({ org, url }: Ask, path: string): Reply {
  if (path === '/api/v1/iam/assignees/users') {
    return {
      status: 200,
      body: {
        value: org.users
          .filter(({ roles }) => roles.length > 0)
          .map(({ id }) => ({
            id,
            orn: `orn:okta:directory:${org.id}:users:${id}`,
            _links: { self: { href: `${url.origin}/api/v1/users/${id}` } },
          })),
        _links: {},
      },
    };
  }
  if (path === '/api/v1/iam/roles') {
    const custom = org.users.flatMap((user) =>
      user.roles.filter(({ type }) => type === 'CUSTOM').map((role) => ({ user, role })),
    );
    return {
      status: 200,
      body: {
        roles: custom.map(({ user, role }) => ({
          id: `cr0${user.id.slice(3)}`,
          label: role.label,
          description: role.label,
          created: new Date(user.created).toISOString(),
          lastUpdated: new Date(user.created).toISOString(),
          _links: {
            permissions: { href: `${url.origin}/api/v1/iam/roles/cr0${user.id.slice(3)}/permissions` },
          },
        })),
        _links: {},
      },
    };
  }
  const permissions = /^\/api\/v1\/iam\/roles\/(cr0\w+)\/permissions$/.exec(path);
  if (permissions !== null) {
    return {
      status: 200,
      body: {
        permissions: ['okta.users.read', 'okta.groups.read'].map((label) => ({
          label,
          created: new Date(org.created).toISOString(),
          lastUpdated: new Date(org.created).toISOString(),
          _links: {},
        })),
      },
    };
  }
  return errorReply(404, 'E0000008');
}
