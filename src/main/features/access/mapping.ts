import type { AccessView, FamilyId, Need, PurposeKind } from '../../../shared/contract/access.ts';
import { words } from './words.ts';

/**
 * The documents behind every judgement of access: which endpoints exist, who may use them, and what a job needs. Keyturn does not ask Okta
 * about these facts.
 */
export const sources = words.mapping.sources;

/** A family of endpoints. An X-ray makes one read for each family. */
export interface Family {
  readonly id: FamilyId;
  readonly label: string;
  /** The path of one cheap read. `{owner}` is the id of the token's owner. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Permissions of a custom role. Null when the catalog has none. */
  readonly permission: { readonly read: string | null; readonly manage: string | null };
  /** Scopes of an OAuth service app. `manage` is null when there is nothing to change. */
  readonly scope: { readonly read: string; readonly manage: string | null };
}

const family = (
  id: FamilyId,
  path: string,
  query: Readonly<Record<string, string>>,
  permission: string | null,
  scope: string,
  more: { readonly managed?: false; readonly permissionReadsOnly?: true } = {},
): Family => ({
  id,
  label: words.mapping.families[id],
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
  family('users', '/api/v1/users', { limit: '1' }, 'okta.users', 'okta.users'),
  family('groups', '/api/v1/groups', { limit: '1' }, 'okta.groups', 'okta.groups'),
  family('apps', '/api/v1/apps', { limit: '1' }, 'okta.apps', 'okta.apps'),
  family('logs', '/api/v1/logs', { limit: '1' }, null, 'okta.logs', { managed: false }),
  family('policies', '/api/v1/policies', { type: 'OKTA_SIGN_ON' }, 'okta.policies', 'okta.policies'),
  family('zones', '/api/v1/zones', { limit: '1' }, null, 'okta.networkZones'),
  family('tokens', '/api/v1/api-tokens', {}, 'okta.users.apitokens', 'okta.apiTokens'),
  family(
    'limits',
    '/api/v1/principal-rate-limits',
    { filter: 'principalType eq "SSWS_TOKEN"', limit: '1' },
    null,
    'okta.principalRateLimits',
  ),
  family(
    'authorizationServers',
    '/api/v1/authorizationServers',
    { limit: '1' },
    'okta.authzServers',
    'okta.authorizationServers',
  ),
  family('org', '/api/v1/org', {}, null, 'okta.orgs'),
  family('roles', '/api/v1/users/{owner}/roles', {}, 'okta.iam', 'okta.roles', {
    permissionReadsOnly: true,
  }),
];

/** Returns one family of endpoints. Throws an Error for an unknown id. */
export function familyOf(id: FamilyId): Family {
  const found = families.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no family ${id}.`);
  return found;
}

/** A standard admin role of Okta's. */
export interface StandardRole {
  readonly type: string;
  readonly label: string;
  /** The families that the role certainly reads. An X-ray shows whether it reads more. */
  readonly reads: readonly FamilyId[];
  readonly changes: readonly FamilyId[];
  /** The families of `changes` that the role changes only in part. Keyturn never suggests the role for these. */
  readonly partly?: readonly FamilyId[];
}

const all = families.map(({ id }) => id);
const changeable = families.filter(({ scope }) => scope.manage !== null).map(({ id }) => id);

/**
 * The standard roles, the smallest first. Sources: `roles`, `roleTypes`. Okta's table is finer than these families. A role that may change
 * a part of a family counts as a role that changes the family. The table ignores targets (certain groups or apps).
 */
export const standardRoles: readonly StandardRole[] = (
  [
    { type: 'REPORT_ADMIN', reads: ['logs'], changes: [] },
    {
      type: 'GROUP_MEMBERSHIP_ADMIN',
      reads: ['users', 'groups'],
      changes: ['groups'],
      partly: ['groups'],
    },
    {
      type: 'HELP_DESK_ADMIN',
      reads: ['users', 'groups'],
      changes: ['users'],
      partly: ['users'],
    },
    {
      type: 'READ_ONLY_ADMIN',
      reads: ['users', 'groups', 'apps', 'logs', 'policies', 'authorizationServers', 'org'],
      changes: [],
    },
    {
      type: 'USER_ADMIN',
      reads: ['users', 'groups'],
      changes: ['users', 'groups'],
    },
    {
      type: 'APP_ADMIN',
      reads: ['users', 'groups', 'apps'],
      changes: ['apps'],
    },
    {
      type: 'API_ACCESS_MANAGEMENT_ADMIN',
      reads: ['users', 'groups', 'apps', 'authorizationServers'],
      changes: ['apps', 'authorizationServers'],
      partly: ['apps'],
    },
    {
      type: 'ORG_ADMIN',
      reads: [
        'users',
        'groups',
        'apps',
        'logs',
        'policies',
        'zones',
        'tokens',
        'authorizationServers',
        'org',
      ],
      changes: ['users', 'groups', 'policies', 'zones', 'tokens', 'org'],
    },
    { type: 'SUPER_ADMIN', reads: all, changes: changeable },
    { type: 'MOBILE_ADMIN', reads: ['users', 'groups'], changes: [] },
    {
      type: 'ACCESS_CERTIFICATIONS_ADMIN',
      reads: [],
      changes: [],
    },
    { type: 'ACCESS_REQUESTS_ADMIN', reads: [], changes: [] },
    { type: 'WORKFLOWS_ADMIN', reads: [], changes: [] },
  ] satisfies readonly (Omit<StandardRole, 'label'> & { type: keyof typeof words.mapping.standardRoles })[]
).map((role) => ({ ...role, label: words.mapping.standardRoles[role.type] }));

/** The roles that Keyturn may suggest for a job. It suggests a super admin only when no other role covers the job. */
export const suggested: readonly string[] = [
  'REPORT_ADMIN',
  'READ_ONLY_ADMIN',
  'USER_ADMIN',
  'APP_ADMIN',
  'API_ACCESS_MANAGEMENT_ADMIN',
  'ORG_ADMIN',
];

/** The family of a permission, by the first parts of its name, longer ones first. Source: `permissions`. */
const permissionPrefixes: readonly (readonly [prefix: string, family: FamilyId])[] = [
  ['okta.users.apitokens.', 'tokens'],
  ['okta.users.', 'users'],
  ['okta.groups.', 'groups'],
  ['okta.apps.', 'apps'],
  ['okta.authzServers.', 'authorizationServers'],
  ['okta.policies.', 'policies'],
  ['okta.iam.', 'roles'],
];

/**
 * Returns the access that a permission of a custom role gives, or null when it belongs to no family here. Every permission except `.read`
 * changes something.
 */
export function reachOfPermission(label: string): Need | null {
  const found = permissionPrefixes.find(([prefix]) => label.startsWith(prefix));
  if (found === undefined) return null;
  return { family: found[1], access: label.endsWith('.read') ? 'read' : 'manage' };
}

/** A job for a token. */
export interface Purpose {
  readonly kind: PurposeKind;
  readonly label: string;
  /** The name of the job in the middle of a sentence. */
  readonly job: string;
  /** The description of the job. */
  readonly words: string;
  readonly needs: readonly Need[];
}

const read = (...ids: FamilyId[]): Need[] => ids.map((id) => ({ family: id, access: 'read' }));
const manage = (...ids: FamilyId[]): Need[] => ids.map((id) => ({ family: id, access: 'manage' }));

/**
 * The jobs for tokens. The source of the first is `terraform`. The others need what their names say, and the reads that this work needs.
 */
export const purposes: readonly Purpose[] = (
  [
    {
      kind: 'terraform',
      needs: [...manage('apps', 'groups', 'policies', 'authorizationServers'), ...read('users')],
    },
    {
      kind: 'user-provisioning',
      needs: manage('users', 'groups'),
    },
    {
      kind: 'reporting',
      needs: read('users', 'groups', 'apps', 'logs'),
    },
    {
      kind: 'siem',
      needs: read('logs'),
    },
    {
      kind: 'directory-sync',
      needs: [...manage('users', 'groups'), ...read('apps')],
    },
    { kind: 'custom', needs: [] },
    {
      kind: 'from-log',
      needs: [],
    },
  ] satisfies readonly Pick<Purpose, 'kind' | 'needs'>[]
).map((purpose) => ({ ...purpose, ...words.mapping.purposes[purpose.kind] }));

/** Returns the jobs and the families for a person to choose from. */
export const choices = (): Pick<AccessView, 'purposes' | 'families'> => ({
  purposes: purposes.map(({ kind, label, words }) => ({ kind, label, words })),
  families: families.map(({ id, label, scope }) => ({ id, label, changeable: scope.manage !== null })),
});

/** The family that an event changes, by the first parts of its type, longer ones first. Source: `events`. */
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

/** Events that report a refused or limited call, and no change. */
const refusals = [
  'system.api_token.request_outside_allowed_range',
  'system.org.rate_limit.',
  'system.operation.rate_limit.',
];

/** Returns the family that an event of the System Log changes, or null when it changes none. */
export function familyOfEvent(eventType: string): FamilyId | null {
  if (refusals.some((prefix) => eventType.startsWith(prefix))) return null;
  return eventPrefixes.find(([prefix]) => eventType.startsWith(prefix))?.[1] ?? null;
}
