import { groupJson, oneUserJson, roleAssignmentId, roleJson, userJson } from './answers.ts';
import type { FakeUser, Profile, UserStatus } from './model.ts';
import { listed, page } from './paging.ts';
import { may } from './permissions.ts';
import { loginKey, refusalOf } from './profiles.ts';
import { errorReply, notAllowed, notFound, type Reply } from './reply.ts';
import { type Asked, bodyOf, note, type Route } from './routes.ts';
import { readUserSearch } from './user-search.ts';

/**
 * Finds a user by `me`, an id, a login, or the part of a login before the @. A service app is not a user, so it has no `me`. Okta probably
 * answers 404 then; this is not verified.
 */
function find({ org, owner, ids: [id = ''] }: Asked): FakeUser | undefined {
  if (id === 'me') return owner ?? undefined;
  const byId = org.users.find((user) => user.id === id);
  if (byId !== undefined) return byId;
  const key = loginKey(id);
  const keysOf = ({ profile: { login } }: FakeUser) => [login, login.split('@', 1)[0] ?? ''].map(loginKey);
  return org.users.find((user) => keysOf(user).includes(key));
}

/** Replies about a user. Every user may read their own data. */
function read(asked: Asked, reply: (user: FakeUser) => Reply): Reply {
  const user = find(asked);
  if (user !== asked.owner && !may(asked.actor, 'users', 'read')) return notAllowed();
  return user === undefined ? notFound(asked.ids[0] ?? '', 'User') : reply(user);
}

function change(asked: Asked, reply: (user: FakeUser) => Reply): Reply {
  const user = find(asked);
  return user === undefined ? notFound(asked.ids[0] ?? '', 'User') : reply(user);
}

/**
 * Replies about roles. Reading one's own roles needs a role; reading others' needs a role that may. Okta does not say which, so this is a
 * guess.
 */
function readRoles(asked: Asked, reply: (user: FakeUser) => Reply): Reply {
  const user = find(asked);
  const own = user === asked.owner && asked.actor.roles.length > 0;
  if (!own && !may(asked.actor, 'roles', 'read')) return notAllowed();
  return user === undefined ? notFound(asked.ids[0] ?? '', 'User') : reply(user);
}

const roleOf = (user: FakeUser, id: string | undefined) =>
  user.roles.find((role) => roleAssignmentId(user, role) === id);

/** Returns the four profile fields of a body, or a reply that names the missing one. */
function profileFrom(asked: Asked, known: Partial<Profile>): Profile | Reply {
  const body = bodyOf(asked);
  if (body === null) return errorReply(400, 'E0000003');
  const given = (body.profile ?? {}) as Readonly<Record<string, unknown>>;
  const profile = { ...known };
  for (const key of ['login', 'email', 'firstName', 'lastName'] as const) {
    const value = given[key];
    if (typeof value === 'string') profile[key] = value;
  }
  const { login, email, firstName, lastName } = profile;
  if (
    login === undefined ||
    login === '' ||
    email === undefined ||
    firstName === undefined ||
    lastName === undefined
  ) {
    return errorReply(400, 'E0000001', 'login', ['login: The field cannot be left blank']);
  }
  const others = asked.org.users.filter((user) => user.profile.login !== known.login);
  const key = loginKey(login);
  if (others.some((user) => loginKey(user.profile.login) === key)) {
    return errorReply(400, 'E0000001', 'login', [
      'login: An object with this field already exists in the current organization',
    ]);
  }
  return { login, email, firstName, lastName };
}

function create(asked: Asked): Reply {
  const profile = profileFrom(asked, {});
  if ('status' in profile) return profile;
  const { org, url, clock, origin } = asked;
  const given = (bodyOf(asked)?.profile ?? {}) as FakeUser['attributes'];
  const refusal = refusalOf(org, given);
  if (refusal !== null) return refusal;
  const { login: _, email: __, firstName: ___, lastName: ____, ...attributes } = given;
  const staged = url.searchParams.get('activate') === 'false';
  const hasPassword = /"password"\s*:\s*\{\s*"value"/.test(asked.body);
  const user = org.addUser(profile.login, [], staged ? 'STAGED' : hasPassword ? 'ACTIVE' : 'PROVISIONED');
  Object.assign(user, {
    profile,
    attributes,
    created: clock.now(),
    statusChanged: clock.now(),
    lastUpdated: clock.now(),
  });
  const groupIds = bodyOf(asked)?.groupIds;
  for (const group of org.groups) {
    const wanted = group.type === 'BUILT_IN' || (Array.isArray(groupIds) && groupIds.includes(group.id));
    if (wanted) group.members.push(user.id);
  }
  note(asked, 'user.lifecycle.create', { id: user.id, type: 'User', displayName: profile.login });
  return { status: 200, body: oneUserJson(user, origin) };
}

const update =
  (whole: boolean) =>
  (asked: Asked): Reply =>
    change(asked, (user) => {
      const profile = profileFrom(asked, whole ? { login: user.profile.login } : user.profile);
      if ('status' in profile) return profile;
      user.profile = profile;
      user.lastUpdated = asked.clock.now();
      note(asked, 'user.account.update_profile', { id: user.id, type: 'User', displayName: profile.login });
      return { status: 200, body: oneUserJson(user, asked.origin) };
    });

/** "DELETE on a user that is not deprovisioned only deactivates; a second DELETE deletes" (Okta, Users API). */
function remove(asked: Asked): Reply {
  return change(asked, (user) => {
    const target = { id: user.id, type: 'User', displayName: user.profile.login };
    const gone = user.status === 'DEPROVISIONED';
    if (gone) asked.org.removeUser(user.id);
    else asked.org.setStatus(user.id, 'DEPROVISIONED');
    note(asked, gone ? 'user.lifecycle.delete.initiated' : 'user.lifecycle.deactivate', target);
    return { status: 204 };
  });
}

interface Step {
  readonly from: readonly UserStatus[];
  readonly to: UserStatus;
  readonly refusal: () => Reply;
  readonly token?: true;
}

const wrongState = () => errorReply(400, 'E0000001', 'Cannot perform this operation in the current status.');
const steps: Readonly<Record<string, Step>> = {
  activate: {
    from: ['STAGED', 'DEPROVISIONED'],
    to: 'ACTIVE',
    refusal: () => errorReply(403, 'E0000016'),
    token: true,
  },
  reactivate: { from: ['PROVISIONED'], to: 'PROVISIONED', refusal: wrongState, token: true },
  deactivate: {
    from: ['ACTIVE', 'STAGED', 'PROVISIONED', 'LOCKED_OUT', 'PASSWORD_EXPIRED', 'RECOVERY', 'SUSPENDED'],
    to: 'DEPROVISIONED',
    refusal: wrongState,
  },
  suspend: { from: ['ACTIVE'], to: 'SUSPENDED', refusal: wrongState },
  unsuspend: { from: ['SUSPENDED'], to: 'ACTIVE', refusal: wrongState },
  reset_password: {
    from: ['ACTIVE', 'PROVISIONED', 'PASSWORD_EXPIRED', 'LOCKED_OUT', 'RECOVERY'],
    to: 'RECOVERY',
    refusal: wrongState,
  },
  unlock: { from: ['LOCKED_OUT'], to: 'ACTIVE', refusal: () => errorReply(403, 'E0000032') },
};

const lifecycle = Object.entries(steps).map(
  ([verb, { from, to, refusal, token }]): Route => ({
    method: 'POST',
    path: `/api/v1/users/:id/lifecycle/${verb}`,
    needs: 'users',
    reply: (asked) =>
      change(asked, (user) => {
        if (!from.includes(user.status)) return refusal();
        asked.org.setStatus(user.id, to);
        note(asked, `user.lifecycle.${verb}`, {
          id: user.id,
          type: 'User',
          displayName: user.profile.login,
        });
        const mailed = token === undefined || asked.url.searchParams.get('sendEmail') !== 'false';
        return {
          status: 200,
          body: mailed
            ? {}
            : { activationToken: 'fakeActivationToken', activationUrl: `${asked.origin}/welcome/fake` },
        };
      }),
  }),
);

/** The routes below /api/v1/users. */
export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/users',
    needs: 'users',
    reply: (asked) => {
      // A plain list omits deprovisioned users; a search includes them (Okta, Users API).
      const plain = (asked.url.searchParams.get('search') ?? '') === '';
      const users = asked.org.users.filter(({ status }) => !plain || status !== 'DEPROVISIONED');
      return listed(asked, users, (user) => userJson(user, asked.origin), {
        most: 200,
        words: ({ profile }) => Object.values(profile),
        search: readUserSearch,
      });
    },
  },
  { method: 'POST', path: '/api/v1/users', needs: 'users', reply: create },
  {
    method: 'GET',
    path: '/api/v1/users/:id',
    needs: null,
    scopes: 'okta.users',
    reply: (asked) => read(asked, (user) => ({ status: 200, body: oneUserJson(user, asked.origin) })),
  },
  { method: 'POST', path: '/api/v1/users/:id', needs: 'users', reply: update(false) },
  { method: 'PUT', path: '/api/v1/users/:id', needs: 'users', reply: update(true) },
  { method: 'DELETE', path: '/api/v1/users/:id', needs: 'users', reply: remove },
  {
    method: 'GET',
    path: '/api/v1/users/:id/groups',
    needs: null,
    scopes: 'okta.users',
    reply: (asked) =>
      read(asked, (user) =>
        page(
          asked,
          asked.org.groups.filter(({ members }) => members.includes(user.id)),
          (group) => groupJson(group, asked.origin),
          200,
        ),
      ),
  },
  {
    method: 'GET',
    path: '/api/v1/users/:id/roles',
    needs: null,
    scopes: 'okta.roles',
    reply: (asked) =>
      readRoles(asked, (user) => ({
        status: 200,
        body: user.roles.map((role) => roleJson(user, role, asked.origin)),
      })),
  },
  {
    method: 'GET',
    path: '/api/v1/users/:id/roles/:role',
    needs: null,
    scopes: 'okta.roles',
    reply: (asked) =>
      readRoles(asked, (user) => {
        const role = roleOf(user, asked.ids[1]);
        return role === undefined
          ? notFound(asked.ids[1] ?? '', 'RoleAssignment')
          : { status: 200, body: roleJson(user, role, asked.origin) };
      }),
  },
  // The fake limits no role to targets, so both lists are empty.
  ...['groups', 'catalog/apps'].map(
    (targets): Route => ({
      method: 'GET',
      path: `/api/v1/users/:id/roles/:role/targets/${targets}`,
      needs: null,
      scopes: 'okta.roles',
      reply: (asked) =>
        readRoles(asked, (user) =>
          roleOf(user, asked.ids[1]) === undefined
            ? notFound(asked.ids[1] ?? '', 'RoleAssignment')
            : page(asked, [], () => null, 20),
        ),
    }),
  ),
  ...lifecycle,
];
