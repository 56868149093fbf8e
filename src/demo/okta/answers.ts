import { createHash } from 'node:crypto';
import {
  dayMs,
  type FakeApp,
  type FakeGroup,
  type FakeRole,
  type FakeToken,
  type FakeUser,
  type FakeZone,
  isoOf,
} from './model.ts';
import type { FakeOrg } from './state.ts';

const allow = (...methods: string[]) => ({ hints: { allow: methods } });

/** Returns a user as lists show them. */
export function userJson(user: FakeUser, origin: string): Record<string, unknown> {
  const activated = user.status === 'STAGED' ? null : isoOf(user.created);
  return {
    id: user.id,
    status: user.status,
    created: isoOf(user.created),
    activated,
    statusChanged: isoOf(user.statusChanged),
    lastLogin: user.lastLogin === null ? null : isoOf(user.lastLogin),
    lastUpdated: isoOf(user.lastUpdated),
    passwordChanged: user.status === 'STAGED' || user.status === 'PROVISIONED' ? null : activated,
    type: { id: 'oty1default00000001d7' },
    profile: { ...user.profile, mobilePhone: null, secondEmail: null, ...user.attributes },
    credentials: { provider: { type: 'OKTA', name: 'OKTA' } },
    _links: { self: { href: `${origin}/api/v1/users/${user.id}` } },
  };
}

/** The possible next actions for a user, by status. They are the links of a single user's answer. */
const next: Readonly<Record<FakeUser['status'], readonly string[]>> = {
  ACTIVE: ['suspend', 'reset_password', 'expire_password', 'deactivate'],
  DEPROVISIONED: ['activate', 'delete'],
  LOCKED_OUT: ['unlock', 'reset_password', 'deactivate'],
  PASSWORD_EXPIRED: ['suspend', 'reset_password', 'deactivate'],
  PROVISIONED: ['suspend', 'reset_password', 'reactivate', 'reset_factors', 'deactivate'],
  RECOVERY: ['suspend', 'reset_password', 'deactivate'],
  STAGED: ['activate', 'deactivate'],
  SUSPENDED: ['unsuspend', 'deactivate'],
};

/** Returns a single user, with links to the possible actions. */
export function oneUserJson(user: FakeUser, origin: string): Record<string, unknown> {
  const self = `${origin}/api/v1/users/${user.id}`;
  const verbs = next[user.status].map((verb) => [
    verb.replace(/_(\w)/, (_, letter: string) => letter.toUpperCase()),
    { href: `${self}/lifecycle/${verb}`, method: 'POST' },
  ]);
  return {
    ...userJson(user, origin),
    _links: {
      ...Object.fromEntries(verbs),
      schema: { href: `${origin}/api/v1/meta/schemas/user/osc1default00000001d7` },
      self: { href: self },
      type: { href: `${origin}/api/v1/meta/types/user/oty1default00000001d7` },
    },
  };
}

/** Returns an API token as GET /api/v1/api-tokens lists it (Okta, API Tokens). */
export function tokenJson(token: FakeToken, origin: string): unknown {
  const { connection, include, exclude } = token.network;
  return {
    id: token.id,
    name: token.name,
    userId: token.userId,
    clientName: token.clientName,
    tokenWindow: 'P30D',
    network: {
      connection,
      ...(include.length > 0 ? { include } : {}),
      ...(exclude.length > 0 ? { exclude } : {}),
    },
    expiresAt: isoOf(token.expiresAt),
    created: isoOf(token.created),
    lastUpdated: isoOf(token.lastUpdated),
    _links: {
      self: { href: `${origin}/api/v1/api-tokens/${token.id}`, ...allow('GET', 'DELETE') },
      user: { href: `${origin}/api/v1/users/${token.userId}`, ...allow('GET') },
    },
  };
}

/** Returns the id of a user's n-th role assignment. Okta's standard ones are not ordinary ids either. */
export const roleAssignmentId = (user: FakeUser, role: FakeRole): string =>
  `${role.type === 'CUSTOM' ? 'irb' : 'ra1'}${user.id.slice(3, 15)}${user.roles.indexOf(role)}0x7`;

/** Returns the id of a custom role. It is made from its label, so that every holder has the same id. */
export const customRoleId = (role: FakeRole): string =>
  `cr0${createHash('sha256').update(role.label).digest('hex').slice(0, 13)}1d7x`;

/** Returns a user's admin role as GET /api/v1/users/{id}/roles lists it. A custom role has its own id in `role`. */
export function roleJson(user: FakeUser, role: FakeRole, origin: string): unknown {
  const custom = role.type === 'CUSTOM';
  const role_ = customRoleId(role);
  return {
    id: roleAssignmentId(user, role),
    ...(custom ? { role: role_ } : {}),
    label: role.label,
    type: role.type,
    status: 'ACTIVE',
    created: isoOf(user.created),
    lastUpdated: isoOf(user.lastUpdated),
    assignmentType: role.assignmentType,
    ...(custom ? { 'resource-set': `iam${role_.slice(3)}` } : {}),
    _links: { assignee: { href: `${origin}/api/v1/users/${user.id}` } },
  };
}

/** Returns the org's document at /.well-known/okta-organization. A caller needs no token for it. */
export function wellKnownJson(org: FakeOrg, url: URL): unknown {
  const port = url.port === '' ? '' : `:${url.port}`;
  const custom = org.customDomain === null ? null : `https://${org.customDomain}${port}`;
  return {
    id: org.id,
    cell: 'op1',
    _links: {
      // Under its own domain, an org lists its Okta address first. As localhost it has no other name.
      organization: {
        href: custom === url.origin ? `https://${org.subdomain}.localhost${port}` : url.origin,
      },
      ...(custom === null ? {} : { alternate: { href: custom } }),
    },
    pipeline: org.pipeline,
    settings: {
      analyticsCollectionEnabled: false,
      bugReportingEnabled: true,
      omEnabled: false,
      pssoEnabled: false,
      desktopMFAEnabled: false,
      itpEnabled: false,
    },
  };
}

/** Returns the answer of GET /api/v1/org. */
export function orgJson(org: FakeOrg, origin: string): unknown {
  return {
    id: org.id,
    companyName: org.companyName,
    subdomain: org.subdomain,
    status: 'ACTIVE',
    created: isoOf(org.created),
    lastUpdated: isoOf(org.created),
    expiresAt: isoOf(org.created + 3650 * dayMs),
    website: `https://www.${org.subdomain}.example`,
    address1: '1 Example Street',
    address2: '',
    city: 'Amsterdam',
    state: '',
    postalCode: '1000 AA',
    country: 'Netherlands',
    phoneNumber: '',
    supportPhoneNumber: '',
    endUserSupportHelpURL: '',
    _links: {
      preferences: { href: `${origin}/api/v1/org/preferences` },
      uploadLogo: { href: `${origin}/api/v1/org/logo`, ...allow('POST') },
    },
  };
}

/** Returns a group as GET /api/v1/groups lists it, with its links. */
export function groupJson(group: FakeGroup, origin: string): unknown {
  const self = `${origin}/api/v1/groups/${group.id}`;
  const logo = (name: string) => ({ name, href: `${origin}/assets/groups/${name}.png`, type: 'image/png' });
  return {
    id: group.id,
    created: isoOf(group.created),
    lastUpdated: isoOf(group.lastUpdated),
    lastMembershipUpdated: isoOf(group.lastMembershipUpdated),
    objectClass: ['okta:user_group'],
    type: group.type,
    profile: { name: group.name, description: group.description },
    _links: {
      logo: [logo('medium'), logo('large')],
      users: { href: `${self}/users` },
      apps: { href: `${self}/apps` },
    },
  };
}

/** Returns an OpenID Connect app as GET /api/v1/apps lists it. */
export function appJson(app: FakeApp, org: FakeOrg, origin: string) {
  return {
    id: app.id,
    orn: `orn:okta:idp:${org.id}:apps:oidc_client:${app.id}`,
    name: 'oidc_client',
    label: app.label,
    status: 'ACTIVE',
    lastUpdated: isoOf(app.created),
    created: isoOf(app.created),
    accessibility: { selfService: false, errorRedirectUrl: null, loginRedirectUrl: null },
    visibility: {
      autoLaunch: false,
      autoSubmitToolbar: false,
      hide: { iOS: true, web: true },
      appLinks: { oidc_client_link: true },
    },
    features: [],
    signOnMode: 'OPENID_CONNECT',
    credentials: {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Okta's own template language
      userNameTemplate: { template: '${source.login}', type: 'BUILT_IN' },
      signing: { kid: 'fakeKidOfTheOrgsSigningKey' },
      oauthClient: {
        autoKeyRotation: true,
        client_id: app.id,
        token_endpoint_auth_method: 'client_secret_basic',
        pkce_required: false,
      },
    },
    universalLogout: null,
    settings: {
      app: {},
      notifications: { vpn: { network: { connection: 'DISABLED' }, message: null, helpUrl: null } },
      manualProvisioning: false,
      implicitAssignment: false,
      emOptInStatus: 'NONE',
      notes: { admin: null, enduser: null },
      oauthClient: {
        redirect_uris: ['https://app.example/callback'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        application_type: 'web',
        dpop_bound_access_tokens: false,
      },
    },
    _links: {
      users: { href: `${origin}/api/v1/apps/${app.id}/users` },
      groups: { href: `${origin}/api/v1/apps/${app.id}/groups` },
      deactivate: { href: `${origin}/api/v1/apps/${app.id}/lifecycle/deactivate` },
    },
  };
}

/** Returns an IP zone as GET /api/v1/zones lists it. */
export function zoneJson(zone: FakeZone, origin: string): unknown {
  const self = `${origin}/api/v1/zones/${zone.id}`;
  return {
    type: 'IP',
    id: zone.id,
    name: zone.name,
    status: 'ACTIVE',
    usage: 'POLICY',
    created: isoOf(zone.created),
    lastUpdated: isoOf(zone.created),
    system: false,
    gateways: zone.gateways.map((block) => ({
      type: 'CIDR',
      value: block.includes('/') ? block : `${block}/32`,
    })),
    proxies: null,
    _links: {
      self: { href: self, ...allow('GET', 'PUT', 'DELETE') },
      deactivate: { href: `${self}/lifecycle/deactivate`, ...allow('POST') },
    },
  };
}

/** Returns the id of the entry for a token's share of the limits. */
export const principalRateLimitId = (token: FakeToken): string => `prl${token.id.slice(3)}`;

/** Returns a token's share of the org's rate limits as GET /api/v1/principal-rate-limits lists it, in percent. */
export function principalRateLimitJson(token: FakeToken, org: FakeOrg): unknown {
  return {
    id: principalRateLimitId(token),
    orgId: org.id,
    principalId: token.id,
    principalType: 'SSWS_TOKEN',
    defaultPercentage: token.percentage,
    defaultConcurrencyPercentage: token.concurrencyPercentage,
    createdBy: token.userId,
    createdDate: isoOf(token.created),
    lastUpdate: isoOf(token.lastUpdated),
    lastUpdatedBy: token.userId,
  };
}

/** Returns the policy of a type, which every org has. */
export function policyJson(type: string, org: FakeOrg, origin: string): unknown {
  const self = `${origin}/api/v1/policies/00p${org.id.slice(3)}`;
  return {
    id: `00p${org.id.slice(3)}`,
    status: 'ACTIVE',
    name: 'Default Policy',
    description: 'The default policy applies in all situations.',
    priority: 1,
    system: true,
    conditions: null,
    created: isoOf(org.created),
    lastUpdated: isoOf(org.created),
    type,
    _links: { self: { href: self, ...allow('GET', 'PUT') }, rules: { href: `${self}/rules` } },
  };
}

/** Returns a custom authorization server. */
export function authorizationServerJson(name: string, org: FakeOrg, origin: string): unknown {
  const id = `aus${org.id.slice(3)}`;
  return {
    id,
    name,
    description: 'Default Authorization Server',
    audiences: [`api://${name}`],
    issuer: `${origin}/oauth2/${name}`,
    issuerMode: 'ORG_URL',
    status: 'ACTIVE',
    created: isoOf(org.created),
    lastUpdated: isoOf(org.created),
    default: true,
    _links: { self: { href: `${origin}/api/v1/authorizationServers/${id}`, ...allow('GET') } },
  };
}
