import { z } from 'zod';
import { flag, method, text, time, uuid, whole } from './shapes.ts';
import { networkRestriction } from './testing.ts';

/** What the window may know about a token's access: X-rays, their results, network restrictions, and an org's inventory. */

const tokenId = uuid;
const oktaId = z.string().regex(/^[A-Za-z0-9_]{1,60}$/);

/** The families of endpoints that an X-ray reads, with one call each. */
export const familyId = z.enum([
  'users',
  'groups',
  'apps',
  'logs',
  'policies',
  'zones',
  'tokens',
  'limits',
  'authorizationServers',
  'org',
  'roles',
]);
export type FamilyId = z.infer<typeof familyId>;

/** `manage` includes `read`. */
export const need = z.object({ family: familyId, access: z.enum(['read', 'manage']) });
export type Need = z.infer<typeof need>;

/**
 * Why a read was denied, or why nothing is known about it. Only `forbidden` means that Okta denied it for lack of a role, and only `scope`
 * that Okta denied it for lack of a scope.
 */
export const probeReason = z.enum([
  'forbidden',
  'scope',
  'rate-limited',
  'no-network',
  'proxy',
  'tls',
  'timeout',
  'okta-trouble',
  'unexpected-answer',
  'not-accepted',
  'zone',
  'feature',
  'refused',
  'not-asked',
]);
export type ProbeReason = z.infer<typeof probeReason>;

export const probe = z.object({
  family: familyId,
  label: text(60),
  state: z.enum(['allowed', 'denied', 'unknown']),
  reason: probeReason.nullable(),
  /** Okta's answer, or the problem that prevented one. */
  sentence: text(300),
  /** The request: "GET /api/v1/users". */
  asked: text(120),
  status: whole.nullable(),
  errorCode: text(40).nullable(),
  requestId: text(120).nullable(),
});
export type Probe = z.infer<typeof probe>;

/** A role of the owner. A custom role has its permissions, if they could be read. */
export const assignedRole = z.object({
  type: text(80),
  label: text(200),
  assignment: text(20),
  /** Okta's id of a custom role, or null. */
  roleId: text(60).nullable(),
  permissions: z.array(text(120)).max(200).nullable(),
  permissionsReadAt: time.nullable(),
  /** Why the permissions are unknown; empty otherwise. */
  note: text(200),
});
export type AssignedRole = z.infer<typeof assignedRole>;

export const xray = z.object({
  id: uuid,
  at: time,
  tookMs: z.number().nonnegative(),
  requests: whole,
  roundTrips: whole,
  /** The fingerprint of the examined value. Another value of the same token has its own X-ray. */
  fingerprint: text(20),
  owner: z.object({ id: text(40), login: text(200) }).nullable(),
  probes: z.array(probe).max(20),
  roles: z.array(assignedRole).max(100).nullable(),
  oktaTokenId: text(40).nullable(),
  network: networkRestriction.nullable(),
});
export type Xray = z.infer<typeof xray>;

/** One difference between two X-rays. `not-comparable`: one of them has no result here. */
export const difference = z.object({
  kind: z.enum(['gained', 'lost', 'changed', 'not-comparable']),
  sentence: text(300),
});
export type Difference = z.infer<typeof difference>;

export const purposeKind = z.enum([
  'terraform',
  'user-provisioning',
  'reporting',
  'siem',
  'directory-sync',
  'custom',
  'from-log',
]);
export type PurposeKind = z.infer<typeof purposeKind>;

export const accessPurpose = z.object({
  kind: purposeKind,
  /** For `custom` only; empty otherwise. */
  needs: z.array(need).max(20),
});
export type AccessPurpose = z.infer<typeof accessPurpose>;

/** A token's actions in the System Log. Reads leave no event. */
export const logUse = z.object({
  readAt: time,
  from: time,
  events: whole,
  /** False when the log has more events than were read. */
  complete: flag,
  changed: z.array(z.object({ family: familyId, events: whole, types: z.array(text(120)) })),
  /** The number of events outside the families above. */
  others: whole,
  denied: whole,
});
export type LogUse = z.infer<typeof logUse>;

export const accessFinding = z.object({
  family: familyId,
  access: z.enum(['read', 'manage']),
  label: text(60),
  /** The reason for this. */
  ground: text(300),
});
export type AccessFinding = z.infer<typeof accessFinding>;

export const judgement = z.object({
  /** `changes-more`: it can change more than it needs. `reads-more`: it can only read more. `less`: it lacks something. */
  verdict: z.enum(['fits', 'reads-more', 'changes-more', 'less', 'unknown']),
  sentence: text(500),
  /** The source of the needs. */
  basis: text(400),
  needs: z.array(need),
  beyond: z.array(accessFinding),
  missing: z.array(accessFinding),
  notKnown: z.array(text(300)),
  suggestion: z.object({
    sentence: text(600),
    /** The smallest set of standard roles that covers the job, as labels; empty when none does. */
    roles: z.array(text(80)),
    /** Permissions of a custom role that covers the job. */
    permissions: z.array(text(120)),
    /** Needs that no permission of a custom role covers. */
    withoutPermission: z.array(text(80)),
  }),
  /** Scopes of an OAuth service app for the same job. */
  scopes: z.array(text(80)),
  /** The sources of the mapping. */
  sources: z.array(text(200)),
});
export type Judgement = z.infer<typeof judgement>;

/** What the Access tab shows of one token. */
export const accessView = z.object({
  plan: z.object({
    atLeast: whole,
    atMost: whole,
    roundTrips: whole,
    sentence: text(300),
  }),
  families: z.array(z.object({ id: familyId, label: text(60), changeable: flag })),
  purposes: z.array(z.object({ kind: purposeKind, label: text(60), words: text(300) })),
  purpose: accessPurpose.nullable(),
  logUse: logUse.nullable(),
  /** The X-rays, newest first, each with its differences from the one before. */
  xrays: z.array(z.object({ xray, differences: z.array(difference).max(60) })).max(100),
  /** What the owner's roles in the newest X-ray allow the token to change. Keyturn never tries a change. */
  changes: z.array(z.object({ family: familyId, is: z.enum(['yes', 'no', 'unknown']), ground: text(400) })),
  judgement: judgement.nullable(),
});
export type AccessView = z.infer<typeof accessView>;

const side = z.object({ tokenId, label: text(120), orgHost: text(300), at: time });
export const comparison = z.object({
  left: side,
  right: side,
  sentence: text(400),
  rows: z.array(
    z.object({
      label: text(120),
      left: text(80),
      right: text(80),
      same: flag,
      comparable: flag,
    }),
  ),
  onlyLeft: z.array(text(220)),
  onlyRight: z.array(text(220)),
});
export type Comparison = z.infer<typeof comparison>;

const by = z.object({ tokenId, label: text(120) });

export const accessZone = z.object({
  id: text(60),
  name: text(130),
  /** Whether a token can be restricted to this zone. */
  usable: flag,
  /** The zone's kind, and why it cannot be used. */
  words: text(200),
});
export type AccessZone = z.infer<typeof accessZone>;

export const networkView = z.object({
  oktaTokenId: oktaId,
  name: text(300),
  restriction: networkRestriction,
  zones: z.array(accessZone).max(1000),
  /** Why the zones are unknown; empty otherwise. */
  zonesNote: text(400),
  /** The address from which Okta last saw Keyturn call with this token, or null. */
  address: z.object({ ip: text(60), at: time }).nullable(),
  addressNote: text(400),
  /** The token that made these calls and would make a change. */
  by,
});
export type NetworkView = z.infer<typeof networkView>;

export const networkPreview = z.object({
  verdict: z.enum(['allowed', 'blocked', 'unknown']),
  sentence: text(500),
});
export type NetworkPreview = z.infer<typeof networkPreview>;

/** The wanted restriction; ids are Okta's. */
export const wantedNetwork = z.strictObject({
  connection: z.enum(['ANYWHERE', 'ZONE']),
  include: z.array(oktaId).max(200),
  exclude: z.array(oktaId).max(200),
});
export type WantedNetwork = z.infer<typeof wantedNetwork>;

export const inventoryFlag = z.enum([
  'unused',
  'owner-deactivated',
  'owner-inactive',
  'owner-gone',
  'super-admin',
  'any-address',
]);

export const inventoryToken = z.object({
  id: oktaId,
  name: text(300),
  /** Whether the token belongs to an Okta agent. Okta manages those. */
  agent: flag,
  clientName: text(100),
  owner: z.object({
    id: text(40),
    /** The owner's login, or other known facts. */
    words: text(240),
    status: text(40).nullable(),
    /** Null when the roles could not be read. */
    superAdmin: flag.nullable(),
  }),
  createdAt: time.nullable(),
  /** Expiry minus the token's window, as Okta counts its 30 days. */
  lastUseAt: time.nullable(),
  expiresAt: time.nullable(),
  network: networkRestriction.nullable(),
  flags: z.array(z.object({ flag: inventoryFlag, word: text(60), sentence: text(240) })),
  keptAs: by.nullable(),
});
export type InventoryToken = z.infer<typeof inventoryToken>;

export const inventory = z.object({
  at: time,
  requests: whole,
  by,
  tokens: z.array(inventoryToken).max(5000),
  /** What could not be read, one sentence each. */
  notes: z.array(text(300)).max(10),
});
export type Inventory = z.infer<typeof inventory>;

/** The feature's part of the table of methods. */
export const accessMethods = {
  view: method(
    'The Access tab: a token’s kept X-rays, and the calls of a new one.',
    z.strictObject({ tokenId }),
    accessView,
  ),
  xray: method(
    'Call each family of endpoints once, by GET only, and keep the answers.',
    z.strictObject({ tokenId }),
    accessView,
  ),
  setPurpose: method(
    'Set the token’s purpose, which its access is compared with.',
    z.strictObject({
      tokenId,
      purpose: z.strictObject({
        kind: purposeKind,
        needs: z.array(z.strictObject({ family: familyId, access: z.enum(['read', 'manage']) })).max(20),
      }),
    }),
    accessView,
  ),
  readLog: method(
    'Read the token’s changes from the System Log, with one request.',
    z.strictObject({ tokenId }),
    accessView,
  ),
  compare: method(
    'Compare two tokens by their last X-rays.',
    z.strictObject({ tokenId, withTokenId: tokenId }),
    comparison,
  ),
  network: method(
    'The token’s network restriction, and the org’s zones.',
    z.strictObject({ tokenId }),
    networkView,
  ),
  previewNetwork: method(
    'Whether a restriction would still allow the address Okta last saw. Makes no call.',
    z.strictObject({ tokenId, wanted: wantedNetwork }),
    networkPreview,
  ),
  setNetwork: method(
    'Change the restriction in Okta. `evenIf`: the person confirmed it although this address would be blocked or is unknown.',
    z.strictObject({ tokenId, by: tokenId, wanted: wantedNetwork, evenIf: flag }),
    networkView,
  ),
  inventory: method(
    'Every token of an org, with its owner. Read-only.',
    z.strictObject({ orgId: uuid }),
    inventory,
  ),
  revoke: method(
    "Revoke a token of the inventory in Okta; `typed` must be its name. Agents' tokens are refused.",
    z.strictObject({ orgId: uuid, by: tokenId, oktaTokenId: oktaId, typed: text(300) }),
    z.object({}),
  ),
} as const;
