import { type FakeOrg, type FakeToken, type FakeUser, isoOf } from './state.ts';

/** What an endpoint answers with. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

/** Okta's words for its codes (Okta, error code reference). */
const summaries: Readonly<Record<string, string>> = {
  E0000001: 'Api validation failed: {0}',
  E0000003: 'The request body was not well-formed.',
  E0000005: 'Invalid session',
  E0000006: 'You do not have permission to perform the requested action',
  E0000007: 'Not found: Resource not found: {0}',
  E0000008: 'The requested path was not found',
  E0000009: 'Internal Server Error',
  E0000011: 'Invalid token provided',
  E0000022: 'The endpoint does not support the provided HTTP method',
  E0000031: 'Invalid search criteria.',
  E0000047: 'API call exceeded rate limit due to too many requests.',
};

export function errorReply(status: number, errorCode: string, detail = ''): Reply {
  return {
    status,
    body: {
      errorCode,
      errorSummary: (summaries[errorCode] ?? 'Error').replace('{0}', detail),
      errorLink: errorCode,
      errorId: `oae${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`,
      errorCauses: [],
    },
  };
}

export function userJson(user: FakeUser, origin: string): unknown {
  return {
    id: user.id,
    status: user.status,
    created: isoOf(user.created),
    activated: isoOf(user.created),
    statusChanged: isoOf(user.statusChanged),
    lastLogin: null,
    lastUpdated: isoOf(user.lastUpdated),
    passwordChanged: isoOf(user.created),
    type: { id: 'otyp1default00000001d7' },
    profile: { ...user.profile, mobilePhone: null, secondEmail: null },
    credentials: { emails: [], provider: { type: 'OKTA', name: 'OKTA' } },
    _links: { self: { href: `${origin}/api/v1/users/${user.id}` } },
  };
}

export function tokenJson(token: FakeToken, origin: string): unknown {
  const { connection, include, exclude } = token.network;
  return {
    name: token.name,
    userId: token.userId,
    tokenWindow: 'P30D',
    network: connection === 'ANYWHERE' ? { connection } : { connection, include, exclude },
    id: token.id,
    clientName: token.clientName,
    expiresAt: isoOf(token.expiresAt),
    created: isoOf(token.created),
    lastUpdated: isoOf(token.lastUpdated),
    _links: {
      self: { href: `${origin}/api/v1/api-tokens/${token.id}`, hints: { allow: ['GET', 'DELETE'] } },
      user: { href: `${origin}/api/v1/users/${token.userId}`, hints: { allow: ['GET'] } },
    },
  };
}

export function rolesJson(user: FakeUser, origin: string): unknown {
  return user.roles.map((role, n) => ({
    id: `${role.type === 'CUSTOM' ? 'irb' : 'ra1'}${user.id.slice(3, 14)}${n}0x7`,
    label: role.label,
    type: role.type,
    status: 'ACTIVE',
    created: isoOf(user.created),
    lastUpdated: isoOf(user.lastUpdated),
    assignmentType: role.assignmentType,
    ...(role.type === 'CUSTOM'
      ? { role: `cr0${user.id.slice(3)}`, 'resource-set': `iam${user.id.slice(3)}` }
      : {}),
    _links: { assignee: { href: `${origin}/api/v1/users/${user.id}` } },
  }));
}

export function wellKnownJson(org: FakeOrg, origin: string): unknown {
  return { id: org.id, _links: { organization: { href: origin } }, pipeline: org.pipeline };
}

export function orgJson(org: FakeOrg, origin: string): unknown {
  return {
    id: org.id,
    companyName: org.companyName,
    subdomain: org.subdomain,
    status: 'ACTIVE',
    created: isoOf(org.created),
    lastUpdated: isoOf(org.created),
    expiresAt: null,
    website: null,
    address1: null,
    address2: null,
    city: null,
    state: null,
    postalCode: null,
    country: null,
    phoneNumber: null,
    supportPhoneNumber: null,
    endUserSupportHelpURL: null,
    _links: { uploadLogo: { href: `${origin}/api/v1/org/logo`, hints: { allow: ['POST'] } } },
  };
}

export function groupJson(group: FakeOrg['groups'][number], origin: string): unknown {
  return {
    id: group.id,
    created: isoOf(group.created),
    lastUpdated: isoOf(group.created),
    lastMembershipUpdated: isoOf(group.created),
    objectClass: ['okta:user_group'],
    type: group.name === 'Everyone' ? 'BUILT_IN' : 'OKTA_GROUP',
    profile: { name: group.name, description: null },
    _links: { users: { href: `${origin}/api/v1/groups/${group.id}/users` } },
  };
}

export function appJson(app: FakeOrg['apps'][number], origin: string): unknown {
  return {
    id: app.id,
    name: 'oidc_client',
    label: app.label,
    status: 'ACTIVE',
    created: isoOf(app.created),
    lastUpdated: isoOf(app.created),
    signOnMode: 'OPENID_CONNECT',
    features: [],
    _links: { self: { href: `${origin}/api/v1/apps/${app.id}` } },
  };
}

export function zoneJson(zone: FakeOrg['zones'][number], origin: string): unknown {
  return {
    type: 'IP',
    id: zone.id,
    name: zone.name,
    status: 'ACTIVE',
    usage: 'POLICY',
    created: isoOf(0),
    lastUpdated: isoOf(0),
    system: false,
    gateways: zone.gateways.map((ip) => ({ type: 'CIDR', value: `${ip}/32` })),
    proxies: null,
    _links: { self: { href: `${origin}/api/v1/zones/${zone.id}` } },
  };
}

export function principalRateLimitJson(token: FakeToken, org: FakeOrg): unknown {
  return {
    id: `prl${token.id.slice(3)}`,
    orgId: org.id,
    principalId: token.id,
    principalType: 'SSWS_TOKEN',
    defaultPercentage: token.percentage,
    defaultConcurrencyPercentage: 75,
    createdBy: token.userId,
    createdDate: isoOf(token.created),
    lastUpdate: isoOf(token.created),
    lastUpdatedBy: token.userId,
  };
}
