import { appJson, authorizationServerJson, customRoleId, orgJson, policyJson, zoneJson } from './answers.ts';
import { type FakeApp, type FakeRole, isoOf } from './model.ts';
import { listed, page } from './paging.ts';
import { errorReply, notFound } from './reply.ts';
import type { Asked, Route } from './routes.ts';
import { serviceAppJson } from './service-app-routes.ts';
import { ServiceApp } from './service-apps.ts';

/** Returns the org's custom roles, each once, whether users or apps hold them. */
function customRoles({ org }: Asked): FakeRole[] {
  const holders: readonly { readonly roles: readonly FakeRole[] }[] = [...org.users, ...org.serviceApps];
  const roles = holders.flatMap((holder) => holder.roles.filter(({ type }) => type === 'CUSTOM'));
  return roles.filter((role, at) => roles.findIndex(({ label }) => label === role.label) === at);
}

function customRoleJson(role: FakeRole, { org, origin }: Asked): unknown {
  const self = `${origin}/api/v1/iam/roles/${customRoleId(role)}`;
  return {
    id: customRoleId(role),
    label: role.label,
    isCloneable: false,
    description: `${role.label}, a custom role`,
    created: isoOf(org.created),
    lastUpdated: isoOf(org.created),
    _links: { permissions: { href: `${self}/permissions` }, self: { href: self } },
  };
}

const everyApp = ({ org }: Asked): (FakeApp | ServiceApp)[] => [...org.apps, ...org.serviceApps];

const anyAppJson = (app: FakeApp | ServiceApp, { org, origin }: Asked): unknown =>
  app instanceof ServiceApp ? serviceAppJson(app, org, origin) : appJson(app, org, origin);

const named = (asked: Asked) =>
  customRoles(asked).find((role) => [customRoleId(role), role.label].includes(asked.ids[0] ?? ''));

/** The routes of /api/v1/org, apps, zones, policies and authorizationServers, and those of iam that read roles. */
export const orgRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/org',
    needs: 'org',
    reply: ({ org, origin }) => ({ status: 200, body: orgJson(org, origin) }),
  },
  {
    method: 'GET',
    path: '/api/v1/apps',
    needs: 'apps',
    reply: (asked) =>
      listed(asked, everyApp(asked), (app) => anyAppJson(app, asked), {
        most: 200,
        words: (app) => [app instanceof ServiceApp ? app.name : app.label],
      }),
  },
  {
    method: 'GET',
    path: '/api/v1/apps/:id',
    needs: 'apps',
    reply: (asked) => {
      const app = everyApp(asked).find(({ id }) => id === asked.ids[0]);
      return app === undefined
        ? notFound(asked.ids[0] ?? '', 'AppInstance')
        : { status: 200, body: anyAppJson(app, asked) };
    },
  },
  {
    method: 'GET',
    path: '/api/v1/zones',
    needs: 'zones',
    reply: (asked) =>
      listed(asked, asked.org.zones, (zone) => zoneJson(zone, asked.origin), {
        most: 200,
        words: ({ name }) => [name],
      }),
  },
  {
    method: 'GET',
    path: '/api/v1/zones/:id',
    needs: 'zones',
    reply: (asked) => {
      const zone = asked.org.zones.find(({ id }) => id === asked.ids[0]);
      return zone === undefined
        ? notFound(asked.ids[0] ?? '', 'NetworkZone')
        : { status: 200, body: zoneJson(zone, asked.origin) };
    },
  },
  {
    method: 'GET',
    path: '/api/v1/policies',
    needs: 'policies',
    reply: (asked) => {
      // Policies can only be listed by type (Okta, Policies API).
      const type = asked.url.searchParams.get('type');
      if (type === null || type === '') return errorReply(400, 'E0000028');
      return page(asked, [type], (one) => policyJson(one, asked.org, asked.origin), 200);
    },
  },
  {
    method: 'GET',
    path: '/api/v1/authorizationServers',
    needs: 'authzServers',
    reply: (asked) =>
      page(asked, ['default'], (name) => authorizationServerJson(name, asked.org, asked.origin), 200),
  },
  {
    method: 'GET',
    path: '/api/v1/iam/assignees/users',
    needs: 'roles',
    reply: (asked) => {
      const holders = asked.org.users.filter(({ roles }) => roles.length > 0);
      const { status, body, headers } = page(
        asked,
        holders,
        ({ id }) => {
          const self = `${asked.origin}/api/v1/users/${id}`;
          return {
            id,
            orn: `orn:okta:directory:${asked.org.id}:users:${id}`,
            _links: { roles: { href: `${self}/roles` }, self: { href: self } },
          };
        },
        100,
      );
      if (status !== 200) return { status, body };
      // Only this list gives its next page in the body and not in a Link header.
      const next = /<([^>]+)>; rel="next"/.exec(String(headers?.link))?.[1];
      return {
        status,
        body: { value: body, ...(next === undefined ? {} : { _links: { next: { href: next } } }) },
      };
    },
  },
  {
    method: 'GET',
    path: '/api/v1/iam/roles',
    needs: 'roles',
    reply: (asked) => ({
      status: 200,
      body: { roles: customRoles(asked).map((role) => customRoleJson(role, asked)) },
    }),
  },
  {
    method: 'GET',
    path: '/api/v1/iam/roles/:id',
    needs: 'roles',
    reply: (asked) => {
      const role = named(asked);
      return role === undefined
        ? notFound(asked.ids[0] ?? '', 'Role')
        : {
            status: 200,
            body: customRoleJson(role, asked),
            headers: { link: `<${asked.origin}/api/v1/iam/roles/${customRoleId(role)}>; rel="self"` },
          };
    },
  },
  {
    method: 'GET',
    path: '/api/v1/iam/roles/:id/permissions',
    needs: 'roles',
    reply: (asked) => {
      const role = named(asked);
      if (role === undefined) return notFound(asked.ids[0] ?? '', 'Role');
      const self = `${asked.origin}/api/v1/iam/roles/${customRoleId(role)}`;
      return {
        status: 200,
        body: {
          permissions: (role.permissions ?? []).map((label) => ({
            label,
            created: isoOf(asked.org.created),
            lastUpdated: isoOf(asked.org.created),
            conditions: null,
            _links: { role: { href: self }, self: { href: `${self}/permissions/${label}` } },
          })),
        },
      };
    },
  },
];
