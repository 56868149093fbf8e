import type { FamilyId, Need, PurposeKind } from '../../../shared/contract/access.ts';

/**
 * What every judgement of access rests on, and nothing else: which endpoints there are, who may use them, and what a job needs.
 * `sources` says where each part was read. Nothing here is asked of Okta.
 */
export const sources = {
  endpoints: 'Okta Management API description 2026.06.3: paths and their OAuth scopes',
  permissions:
    'Okta developer documentation, guides/permissions: the permissions catalog of custom admin roles',
  roles:
    'Okta help, "Standard administrator roles and permissions" and the pages of the single roles (read-only, report)',
  roleTypes: 'Okta developer documentation, concepts/role-assignment: types and labels of standard roles',
  events: 'Okta event types catalog: the first parts of event types',
  terraform: 'Documentation of the Terraform provider for Okta: its resources',
} as const;

export interface Family {
  readonly id: FamilyId;
  readonly label: string;
  /** One cheap read. `{owner}` is the id of the token's owner. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Permissions of a custom role, or null where the catalog has none. */
  readonly permission: { readonly read: string | null; readonly manage: string | null };
  /** Scopes of an OAuth service app. `manage` is null where there is nothing to change. */
  readonly scope: { readonly read: string; readonly manage: string | null };
}

const family = (
  id: FamilyId,
  label: string,
  path: string,
  query: Readonly<Record<string, string>>,
  permission: string | null,
  scope: string,
  more: { readonly managed?: false; readonly permissionReadsOnly?: true } = {},
): Family => ({
  id,
  label,
  path,
  query,
  permission: {
    read: permission === null ? null : `${permission}.read`,
    manage:
      permission === null || more.permissionReadsOnly === true || more.managed === false
        ? null
        : `${permission}.manage`,
  },
  scope: { read: `${scope}.read`, manage: more.managed === false ? null : `${scope}.manage` },
});

/** Sources: `endpoints` for path and scope, `permissions` for permission. */
export const families: readonly Family[] = [
  family('users', 'Users', '/api/v1/users', { limit: '1' }, 'okta.users', 'okta.users'),
  family('groups', 'Groups', '/api/v1/groups', { limit: '1' }, 'okta.groups', 'okta.groups'),
  family('apps', 'Apps', '/api/v1/apps', { limit: '1' }, 'okta.apps', 'okta.apps'),
  family('logs', 'System Log', '/api/v1/logs', { limit: '1' }, null, 'okta.logs', { managed: false }),
  family(
    'policies',
    'Policies',
    '/api/v1/policies',
    { type: 'OKTA_SIGN_ON' },
    'okta.policies',
    'okta.policies',
  ),
  family('zones', 'Network zones', '/api/v1/zones', { limit: '1' }, null, 'okta.networkZones'),
  family('tokens', 'API tokens', '/api/v1/api-tokens', {}, 'okta.users.apitokens', 'okta.apiTokens'),
  family(
    'limits',
    'Principal rate limits',
    '/api/v1/principal-rate-limits',
    { filter: 'principalType eq "SSWS_TOKEN"', limit: '1' },
    null,
    'okta.principalRateLimits',
  ),
  family(
    'authorizationServers',
    'Authorization servers',
    '/api/v1/authorizationServers',
    { limit: '1' },
    'okta.authzServers',
    'okta.authorizationServers',
  ),
  family('org', 'Org settings', '/api/v1/org', {}, null, 'okta.orgs'),
  family('roles', 'Admin roles', '/api/v1/users/{owner}/roles', {}, 'okta.iam', 'okta.roles', {
    permissionReadsOnly: true,
  }),
];

/** One family. */
export function familyOf(id: FamilyId): Family {
  const found = families.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no family ${id}.`);
  return found;
}

export interface StandardRole {
  readonly type: string;
  readonly label: string;
  /** What it surely reads; an X-ray shows what more. */
  readonly reads: readonly FamilyId[];
  readonly changes: readonly FamilyId[];
  /** Of `changes`, what it changes in part only: it is never suggested for those. */
  readonly partly?: readonly FamilyId[];
}

const all = families.map(({ id }) => id);
const changeable = families.filter(({ scope }) => scope.manage !== null).map(({ id }) => id);

/**
 * Standard roles, from the least to the most. Sources: `roles`, `roleTypes`. Okta's table tells more apart than families do: a role that
 * may change some of a family counts as one that changes it, and targets (certain groups or apps) are not seen here.
 */
export const standardRoles: readonly StandardRole[] = [
  { type: 'REPORT_ADMIN', label: 'Report Administrator', reads: ['logs'], changes: [] },
  {
    type: 'GROUP_MEMBERSHIP_ADMIN',
    label: 'Group Membership Administrator',
    reads: ['users', 'groups'],
    changes: ['groups'],
    partly: ['groups'],
  },
  {
    type: 'HELP_DESK_ADMIN',
    label: 'Help Desk Administrator',
    reads: ['users', 'groups'],
    changes: ['users'],
    partly: ['users'],
  },
  {
    type: 'READ_ONLY_ADMIN',
    label: 'Read-only Administrator',
    reads: ['users', 'groups', 'apps', 'logs', 'policies', 'authorizationServers', 'org'],
    changes: [],
  },
  {
    type: 'USER_ADMIN',
    label: 'Group Administrator',
    reads: ['users', 'groups'],
    changes: ['users', 'groups'],
  },
  {
    type: 'APP_ADMIN',
    label: 'Application Administrator',
    reads: ['users', 'groups', 'apps'],
    changes: ['apps'],
  },
  {
    type: 'API_ACCESS_MANAGEMENT_ADMIN',
    label: 'API Access Management Administrator',
    reads: ['users', 'groups', 'apps', 'authorizationServers'],
    changes: ['apps', 'authorizationServers'],
    partly: ['apps'],
  },
  {
    type: 'ORG_ADMIN',
    label: 'Organizational Administrator',
    reads: ['users', 'groups', 'apps', 'logs', 'policies', 'zones', 'tokens', 'authorizationServers', 'org'],
    changes: ['users', 'groups', 'policies', 'zones', 'tokens', 'org'],
  },
  { type: 'SUPER_ADMIN', label: 'Super Administrator', reads: all, changes: changeable },
  { type: 'MOBILE_ADMIN', label: 'Mobile Administrator', reads: ['users', 'groups'], changes: [] },
  {
    type: 'ACCESS_CERTIFICATIONS_ADMIN',
    label: 'Access Certifications Administrator',
    reads: [],
    changes: [],
  },
  { type: 'ACCESS_REQUESTS_ADMIN', label: 'Access Requests Administrator', reads: [], changes: [] },
  { type: 'WORKFLOWS_ADMIN', label: 'Workflows Administrator', reads: [], changes: [] },
];

/** Roles that may be suggested for a job; a super admin only when nothing else does it. */
export const suggested: readonly string[] = [
  'REPORT_ADMIN',
  'READ_ONLY_ADMIN',
  'USER_ADMIN',
  'APP_ADMIN',
  'API_ACCESS_MANAGEMENT_ADMIN',
  'ORG_ADMIN',
];

/** The family a permission belongs to, by its first parts; longer ones first. Source: `permissions`. */
const permissionPrefixes: readonly (readonly [prefix: string, family: FamilyId])[] = [
  ['okta.users.apitokens.', 'tokens'],
  ['okta.users.', 'users'],
  ['okta.groups.', 'groups'],
  ['okta.apps.', 'apps'],
  ['okta.authzServers.', 'authorizationServers'],
  ['okta.policies.', 'policies'],
  ['okta.iam.', 'roles'],
];

/** What a permission of a custom role opens, or null when it belongs to no family here. All but `.read` change something. */
export function reachOfPermission(label: string): Need | null {
  const found = permissionPrefixes.find(([prefix]) => label.startsWith(prefix));
  if (found === undefined) return null;
  return { family: found[1], access: label.endsWith('.read') ? 'read' : 'manage' };
}

export interface Purpose {
  readonly kind: PurposeKind;
  readonly label: string;
  /** As it stands in the middle of a sentence. */
  readonly job: string;
  /** What the job is taken to be. */
  readonly words: string;
  readonly needs: readonly Need[];
}

const read = (...ids: FamilyId[]): Need[] => ids.map((id) => ({ family: id, access: 'read' }));
const manage = (...ids: FamilyId[]): Need[] => ids.map((id) => ({ family: id, access: 'manage' }));

/** Jobs that tokens are given. Sources: `terraform` for the first; the others are what their names say, with what they must look up. */
export const purposes: readonly Purpose[] = [
  {
    kind: 'terraform',
    label: 'Terraform',
    job: 'Terraform',
    words: 'Changes apps, groups, policies and authorization servers; reads users.',
    needs: [...manage('apps', 'groups', 'policies', 'authorizationServers'), ...read('users')],
  },
  {
    kind: 'user-provisioning',
    label: 'User provisioning',
    job: 'user provisioning',
    words: 'Creates, changes and deactivates users, and puts them into groups.',
    needs: manage('users', 'groups'),
  },
  {
    kind: 'reporting',
    label: 'Reporting',
    job: 'reporting',
    words: 'Reads users, groups, apps and the System Log; changes nothing.',
    needs: read('users', 'groups', 'apps', 'logs'),
  },
  {
    kind: 'siem',
    label: 'SIEM',
    job: 'a SIEM',
    words: 'Reads the System Log, and nothing else.',
    needs: read('logs'),
  },
  {
    kind: 'directory-sync',
    label: 'AD or HR sync',
    job: 'AD or HR sync',
    words: 'Keeps users and groups as another directory has them; reads apps.',
    needs: [...manage('users', 'groups'), ...read('apps')],
  },
  { kind: 'custom', label: 'Custom', job: 'this job', words: 'You say what it needs.', needs: [] },
  {
    kind: 'from-log',
    label: 'What the System Log shows',
    job: 'what the log shows',
    words: 'What it changed in the last 90 days. Reads leave no event, so they are not judged.',
    needs: [],
  },
];

/** The family an event changes, by the first parts of its type; longer ones first. Source: `events`. */
const eventPrefixes: readonly (readonly [prefix: string, family: FamilyId])[] = [
  ['user.account.privilege.', 'roles'],
  ['group.privilege.', 'roles'],
  ['iam.', 'roles'],
  ['app.oauth2.as.', 'authorizationServers'],
  ['oauth2.as.', 'authorizationServers'],
  ['application.', 'apps'],
  ['app.', 'apps'],
  ['user.', 'users'],
  ['group.', 'groups'],
  ['policy.', 'policies'],
  ['zone.', 'zones'],
  ['network_zone.', 'zones'],
  ['system.api_token.', 'tokens'],
  ['system.rate_limit.configuration.', 'limits'],
  ['system.org.', 'org'],
  ['org.', 'org'],
];

/** Events that say what was refused or limited, not what was changed. */
const refusals = [
  'system.api_token.request_outside_allowed_range',
  'system.org.rate_limit.',
  'system.operation.rate_limit.',
];

/** The family an event of the System Log changes, or null when it changes none of them. */
export function familyOfEvent(eventType: string): FamilyId | null {
  if (refusals.some((prefix) => eventType.startsWith(prefix))) return null;
  return eventPrefixes.find(([prefix]) => eventType.startsWith(prefix))?.[1] ?? null;
}
