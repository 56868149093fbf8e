import { appJson, customRoleId } from './answers.ts';
import { type FakeRole, isoOf } from './model.ts';
import { notFound, type Reply } from './reply.ts';
import type { Asked, Route } from './routes.ts';
import type { AppKey, ScopeGrant, ServiceApp } from './service-apps.ts';
import type { FakeOrg } from './state.ts';

/** Returns an API Services app as the list of apps shows it. */
export function serviceAppJson(app: ServiceApp, org: FakeOrg, origin: string): unknown {
  const { _links, credentials, settings, ...shared } = appJson(
    { id: app.id, label: app.name, created: app.created },
    org,
    origin,
  );
  const verb = app.active ? 'deactivate' : 'activate';
  const { users, groups } = _links;
  return {
    ...shared,
    status: app.active ? 'ACTIVE' : 'INACTIVE',
    lastUpdated: isoOf(app.lastUpdated),
    credentials: {
      ...credentials,
      oauthClient: {
        ...credentials.oauthClient,
        token_endpoint_auth_method: 'private_key_jwt',
      },
    },
    settings: {
      ...settings,
      oauthClient: {
        redirect_uris: [],
        response_types: ['token'],
        grant_types: ['client_credentials'],
        application_type: 'service',
        dpop_bound_access_tokens: app.dpop,
        jwks: { keys: app.keys },
      },
    },
    _links: {
      users,
      groups,
      [verb]: { href: `${origin}/api/v1/apps/${app.id}/lifecycle/${verb}` },
    },
  };
}

function grantJson(grant: ScopeGrant, app: ServiceApp, { org, origin }: Asked): unknown {
  const self = `${origin}/api/v1/apps/${app.id}`;
  const admin = org.users.find(({ roles }) => roles.some(({ type }) => type === 'SUPER_ADMIN'));
  return {
    id: grant.id,
    status: 'ACTIVE',
    created: isoOf(grant.created),
    ...(admin === undefined ? {} : { createdBy: { id: admin.id, type: 'User' } }),
    lastUpdated: isoOf(grant.created),
    issuer: origin,
    clientId: app.clientId,
    scopeId: grant.scopeId,
    source: 'ADMIN',
    _embedded: { scope: { id: grant.scopeId } },
    _links: {
      app: { href: self, title: app.name },
      self: { href: `${self}/grants/${grant.id}`, hints: { allow: ['GET', 'DELETE'] } },
      client: { href: `${origin}/oauth2/v1/clients/${app.clientId}`, title: app.name },
    },
  };
}

/** Returns a public key of an app as the list of its keys shows it. */
function keyJson(
  { id, jwk, created, lastUpdated, active }: AppKey,
  app: ServiceApp,
  origin: string,
): unknown {
  const self = `${origin}/api/v1/apps/${app.id}/credentials/jwks/${id}`;
  const link = (href: string, ...allow: string[]) => ({ href, hints: { allow } });
  return {
    ...jwk,
    id,
    status: active ? 'ACTIVE' : 'INACTIVE',
    created: isoOf(created),
    lastUpdated: isoOf(lastUpdated),
    _links: active
      ? { deactivate: link(`${self}/lifecycle/deactivate`, 'POST') }
      : { activate: link(`${self}/lifecycle/activate`, 'POST'), delete: link(self, 'DELETE') },
  };
}

/** Base32 (RFC 4648) without padding. */
function base32(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** Returns a role of a client. The id of a standard role is its type in base32, as recorded from real orgs. */
function clientRoleJson(role: FakeRole, app: ServiceApp, origin: string): unknown {
  const assignee = { href: `${origin}/oauth2/v1/clients/${app.clientId}` };
  const shared = {
    label: role.label,
    type: role.type,
    status: 'ACTIVE',
    created: isoOf(app.created),
    lastUpdated: isoOf(app.lastUpdated),
    assignmentType: role.assignmentType,
  };
  if (role.type !== 'CUSTOM') return { id: base32(role.type), ...shared, _links: { assignee } };
  const roleId = customRoleId(role);
  const set = `iam${roleId.slice(3)}`;
  const id = `irb${app.id.slice(3, 15)}${app.roles.indexOf(role)}0x7`;
  const sets = `${origin}/api/v1/iam/resource-sets/${set}`;
  return {
    id,
    role: roleId,
    ...shared,
    'resource-set': set,
    _links: {
      role: { href: `${origin}/api/v1/iam/roles/${roleId}` },
      'resource-set': { href: sets },
      permissions: { href: `${origin}/api/v1/iam/roles/${roleId}/permissions` },
      member: { href: `${sets}/bindings/${roleId}/members/${id}` },
      assignee,
    },
  };
}

const one = (asked: Asked, kind: string, reply: (app: ServiceApp) => Reply): Reply => {
  const id = asked.ids[0] ?? '';
  const app = asked.org.serviceApps.find((candidate) => candidate.id === id);
  return app === undefined ? notFound(id, kind) : reply(app);
};

/** The routes for a service app's keys, its granted scopes and its roles. */
export const serviceAppRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/apps/:id/credentials/jwks',
    needs: 'apps',
    reply: (asked) =>
      one(asked, 'AppInstance', (app) => ({
        status: 200,
        body: app.keyEntries.map((key) => keyJson(key, app, asked.origin)),
      })),
  },
  {
    method: 'GET',
    path: '/api/v1/apps/:id/grants',
    needs: 'apps',
    scopes: 'okta.appGrants',
    reply: (asked) =>
      // Other apps have no grants.
      asked.org.apps.some(({ id }) => id === asked.ids[0])
        ? { status: 200, body: [] }
        : one(asked, 'AppInstance', (app) => ({
            status: 200,
            body: app.grants.map((grant) => grantJson(grant, app, asked)),
          })),
  },
  {
    method: 'GET',
    path: '/oauth2/v1/clients/:id/roles',
    needs: 'roles',
    reply: (asked) =>
      one(asked, 'PublicClientApp', (app) => ({
        status: 200,
        body: app.roles.map((role) => clientRoleJson(role, app, asked.origin)),
      })),
  },
];
