import { groupJson, userJson } from './answers.ts';
import type { FakeGroup } from './model.ts';
import { listed, page } from './paging.ts';
import { errorReply, notFound, type Reply } from './reply.ts';
import { type Asked, bodyOf, note, type Route } from './routes.ts';

function one(asked: Asked, reply: (group: FakeGroup) => Reply): Reply {
  const id = asked.ids[0] ?? '';
  const group = asked.org.groups.find((candidate) => candidate.id === id);
  return group === undefined ? notFound(id, 'UserGroup') : reply(group);
}

/** Replies about a group that may be changed. Okta's own groups, such as Everyone, may not, and neither may those of apps. */
const ours = (asked: Asked, reply: (group: FakeGroup) => Reply): Reply =>
  one(asked, (group) =>
    group.type !== 'OKTA_GROUP'
      ? errorReply(403, 'E0000006', '', ['Only groups of the type OKTA_GROUP can be changed'])
      : reply(group),
  );

function profileFrom(asked: Asked): { name: string; description: string } | Reply {
  const body = bodyOf(asked);
  if (body === null) return errorReply(400, 'E0000003');
  const { name, description } = (body.profile ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || name === '') {
    return errorReply(400, 'E0000001', 'name', ['name: The field cannot be left blank']);
  }
  return { name, description: typeof description === 'string' ? description : '' };
}

const membership = (method: 'PUT' | 'DELETE', eventType: string): Route => ({
  method,
  path: '/api/v1/groups/:id/users/:user',
  needs: 'groups',
  reply: (asked) =>
    ours(asked, (group) => {
      const id = asked.ids[1] ?? '';
      const user = asked.org.users.find((candidate) => candidate.id === id);
      if (user === undefined) return notFound(id, 'User');
      group.members = group.members.filter((member) => member !== user.id);
      if (method === 'PUT') group.members.push(user.id);
      group.lastMembershipUpdated = asked.clock.now();
      note(
        asked,
        eventType,
        { id: user.id, type: 'User', displayName: user.profile.login },
        { id: group.id, type: 'UserGroup', displayName: group.name },
      );
      return { status: 204 };
    }),
});

/** The routes below /api/v1/groups. */
export const groupRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/groups',
    needs: 'groups',
    reply: (asked) =>
      listed(asked, asked.org.groups, (group) => groupJson(group, asked.origin), {
        most: 10_000,
        words: ({ name }) => [name],
      }),
  },
  {
    method: 'POST',
    path: '/api/v1/groups',
    needs: 'groups',
    reply: (asked) => {
      const profile = profileFrom(asked);
      if ('status' in profile) return profile;
      const { name, description } = profile;
      const group = asked.org.addGroup(name, { description });
      note(asked, 'group.lifecycle.create', { id: group.id, type: 'UserGroup', displayName: name });
      return { status: 200, body: groupJson(group, asked.origin) };
    },
  },
  {
    method: 'GET',
    path: '/api/v1/groups/:id',
    needs: 'groups',
    reply: (asked) => one(asked, (group) => ({ status: 200, body: groupJson(group, asked.origin) })),
  },
  {
    method: 'PUT',
    path: '/api/v1/groups/:id',
    needs: 'groups',
    reply: (asked) =>
      ours(asked, (group) => {
        const profile = profileFrom(asked);
        if ('status' in profile) return profile;
        Object.assign(group, profile, { lastUpdated: asked.clock.now() });
        note(asked, 'group.profile.update', { id: group.id, type: 'UserGroup', displayName: group.name });
        return { status: 200, body: groupJson(group, asked.origin) };
      }),
  },
  {
    method: 'DELETE',
    path: '/api/v1/groups/:id',
    needs: 'groups',
    reply: (asked) =>
      ours(asked, (group) => {
        asked.org.groups.splice(asked.org.groups.indexOf(group), 1);
        note(asked, 'group.lifecycle.delete', { id: group.id, type: 'UserGroup', displayName: group.name });
        return { status: 204 };
      }),
  },
  {
    method: 'GET',
    path: '/api/v1/groups/:id/users',
    needs: 'groups',
    reply: (asked) =>
      one(asked, (group) =>
        page(
          asked,
          asked.org.users.filter(({ id }) => group.members.includes(id)),
          (user) => userJson(user, asked.origin),
          1000,
        ),
      ),
  },
  membership('PUT', 'group.user_membership.add'),
  membership('DELETE', 'group.user_membership.remove'),
];
