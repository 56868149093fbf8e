import type { FakeUser } from './model.ts';

/** What calls are about, as far as roles tell them apart. */
export type Area = 'users' | 'groups' | 'apps' | 'logs' | 'zones' | 'tokens' | 'limits' | 'org' | 'roles';

/** What each standard role may read (Okta, administrator roles and permissions, in rough form). */
const reads: Readonly<Record<string, readonly Area[]>> = {
  SUPER_ADMIN: ['users', 'groups', 'apps', 'logs', 'zones', 'tokens', 'limits', 'org', 'roles'],
  ORG_ADMIN: ['users', 'groups', 'apps', 'logs', 'zones', 'tokens', 'limits', 'org'],
  READ_ONLY_ADMIN: ['users', 'groups', 'apps', 'logs', 'zones', 'tokens', 'limits', 'org', 'roles'],
  APP_ADMIN: ['users', 'groups', 'apps'],
  USER_ADMIN: ['users', 'groups'],
  HELP_DESK_ADMIN: ['users', 'groups'],
  REPORT_ADMIN: ['logs'],
};

/** What each standard role may change. */
const writes: Readonly<Record<string, readonly Area[]>> = {
  SUPER_ADMIN: ['users', 'groups', 'apps', 'zones', 'tokens', 'limits', 'org', 'roles'],
  ORG_ADMIN: ['users', 'groups', 'zones', 'tokens'],
  USER_ADMIN: ['users', 'groups'],
};

/** The permissions of a custom role that open an area (Okta, permissions of custom admin roles). */
const opens: Readonly<Record<Area, string>> = {
  users: 'okta.users',
  groups: 'okta.groups',
  apps: 'okta.apps',
  logs: 'okta.logs',
  zones: 'okta.networkZones',
  tokens: 'okta.users.apitokens',
  limits: 'okta.principalRateLimits',
  org: 'okta.orgs',
  roles: 'okta.roles',
};

/** Whether one of a user's roles allows a kind of call. A custom role allows what its permissions say. */
export function may(owner: FakeUser, area: Area, access: 'read' | 'write'): boolean {
  return owner.roles.some(({ type, permissions }) =>
    type === 'CUSTOM'
      ? permissions?.some(
          (label) =>
            label === `${opens[area]}.manage` || (access === 'read' && label === `${opens[area]}.read`),
        )
      : (access === 'read' ? reads : writes)[type]?.includes(area),
  );
}
