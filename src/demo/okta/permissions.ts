import type { FakeRole } from './model.ts';

/** The areas of calls that roles distinguish. */
export type Area =
  | 'users'
  | 'groups'
  | 'apps'
  | 'logs'
  | 'policies'
  | 'zones'
  | 'tokens'
  | 'limits'
  | 'authzServers'
  | 'org'
  | 'roles';

const everything: readonly Area[] = [
  'users',
  'groups',
  'apps',
  'logs',
  'policies',
  'zones',
  'tokens',
  'limits',
  'authzServers',
  'org',
  'roles',
];

/** What each standard role may read (Okta, administrator roles and permissions, simplified). */
const reads: Readonly<Record<string, readonly Area[]>> = {
  SUPER_ADMIN: everything,
  ORG_ADMIN: everything.filter((area) => area !== 'roles'),
  READ_ONLY_ADMIN: everything,
  APP_ADMIN: ['users', 'groups', 'apps'],
  USER_ADMIN: ['users', 'groups'],
  HELP_DESK_ADMIN: ['users', 'groups'],
  REPORT_ADMIN: ['logs'],
  API_ACCESS_MANAGEMENT_ADMIN: ['users', 'groups', 'apps', 'authzServers'],
};

/** What each standard role may change. */
const writes: Readonly<Record<string, readonly Area[]>> = {
  SUPER_ADMIN: everything.filter((area) => area !== 'logs'),
  ORG_ADMIN: ['users', 'groups', 'policies', 'zones', 'tokens', 'org'],
  API_ACCESS_MANAGEMENT_ADMIN: ['authzServers'],
  USER_ADMIN: ['users', 'groups'],
};

/** The custom role permissions for each area (Okta, permissions of custom admin roles). */
const opens: Readonly<Record<Area, string>> = {
  users: 'okta.users',
  groups: 'okta.groups',
  apps: 'okta.apps',
  logs: 'okta.logs',
  zones: 'okta.networkZones',
  tokens: 'okta.users.apitokens',
  limits: 'okta.principalRateLimits',
  org: 'okta.orgs',
  policies: 'okta.policies',
  authzServers: 'okta.authzServers',
  roles: 'okta.iam',
};

/** Returns whether a role of a user or service app allows a kind of call. A custom role allows what its permissions say. */
export function may(
  holder: { readonly roles: readonly FakeRole[] },
  area: Area,
  access: 'read' | 'write',
): boolean {
  return holder.roles.some(({ type, permissions }) =>
    type === 'CUSTOM'
      ? permissions?.some(
          (label) =>
            label === `${opens[area]}.manage` || (access === 'read' && label === `${opens[area]}.read`),
        )
      : (access === 'read' ? reads : writes)[type]?.includes(area),
  );
}
