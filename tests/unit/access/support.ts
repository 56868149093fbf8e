import { Secret } from '../../../src/main/base/secret.ts';
import { families, standardRoles } from '../../../src/main/features/access/mapping.ts';
import { type KnownBefore, runXray } from '../../../src/main/features/access/xray.ts';
import type { OktaClientOptions } from '../../../src/main/okta/client.ts';
import { type AssignedRole, type Probe, type Xray, xray } from '../../../src/shared/contract/access.ts';
import type { FakeOkta, RunningOrg } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';

export const nothingKnown: KnownBefore = { owner: null, oktaTokenId: null, network: null, opened: [] };

/** Looks through a token of the fake, and holds the record to the contract. */
export async function look(
  fake: FakeOkta,
  org: RunningOrg,
  value: string,
  known = nothingKnown,
  limits: OktaClientOptions['limits'] = {},
): Promise<Xray> {
  const clock = new SkippingClock(fake);
  const client = clientOf(fake, clock, { limits });
  try {
    const record = await runXray({
      client,
      clock,
      origin: org.origin,
      secret: Secret.fromText(value),
      known,
      signal: new AbortController().signal,
    });
    return xray.parse(record);
  } finally {
    await client.close();
  }
}

/** An X-ray as it would be for an owner with these roles: reads by `reads`, the others denied. */
export function madeUp(
  roles: readonly AssignedRole[] | null,
  reads: readonly string[],
  more: Partial<Xray> = {},
): Xray {
  return {
    id: crypto.randomUUID(),
    at: 1_000,
    tookMs: 5,
    requests: 12,
    roundTrips: 2,
    fingerprint: 'aaaa bbbb',
    owner: { id: '00u1', login: 'svc@acme.com' },
    probes: families.map(({ id, label, path }): Probe => {
      const allowed = reads.includes(id);
      return {
        family: id,
        label,
        state: allowed ? 'allowed' : 'denied',
        reason: allowed ? null : 'forbidden',
        sentence: allowed
          ? 'Okta allowed the read.'
          : 'Okta denied the read. The owner has no role that reads this.',
        asked: `GET ${path}`,
        status: allowed ? 200 : 403,
        errorCode: allowed ? null : 'E0000006',
        requestId: null,
      };
    }),
    roles: roles === null ? null : [...roles],
    oktaTokenId: null,
    network: null,
    ...more,
  };
}

/** A standard role as it is assigned. */
export const standard = (type: string): AssignedRole => ({
  type,
  label: standardRoles.find((role) => role.type === type)?.label ?? type,
  assignment: 'USER',
  roleId: null,
  permissions: null,
  permissionsReadAt: null,
  note: '',
});

/** A custom role; with null its permissions could not be read. */
export const custom = (label: string, permissions: string[] | null): AssignedRole => ({
  type: 'CUSTOM',
  label,
  assignment: 'USER',
  roleId: `cr0${label}`,
  permissions,
  permissionsReadAt: permissions === null ? null : 1,
  note: '',
});

export const everything = families.map(({ id }) => id);
