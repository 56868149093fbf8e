import type { AssignedRole, FamilyId, Xray } from '../../../shared/contract/access.ts';
import { families, reachOfPermission, standardRoles } from './mapping.ts';

/** What is known of one kind of access to one family, and on what ground. */
export interface Reach {
  readonly is: 'yes' | 'no' | 'unknown';
  readonly ground: string;
}

/** Whether the token reads a family, by its probe. */
export function readReach(xray: Xray, family: FamilyId): Reach {
  const probe = xray.probes.find((one) => one.family === family);
  if (probe === undefined) return { is: 'unknown', ground: 'Not asked.' };
  return {
    is: probe.state === 'allowed' ? 'yes' : probe.state === 'denied' ? 'no' : 'unknown',
    ground: `${probe.asked}: ${probe.sentence}`,
  };
}

/**
 * Whether the token changes a family, by its owner's roles: what changes is never tried out. One role that does is enough; that none
 * does is known only when every role is.
 */
export function manageReach(xray: Xray, family: FamilyId): Reach {
  if (families.find(({ id }) => id === family)?.scope.manage === null) {
    return { is: 'no', ground: 'Nothing of it can be changed.' };
  }
  const { roles } = xray;
  if (roles === null) {
    return { is: 'unknown', ground: "The owner's roles could not be read, and changes are never tried out." };
  }
  const reaches = roles.map((role) => ofRole(role, family));
  return (
    reaches.find(({ is }) => is === 'yes') ??
    reaches.find(({ is }) => is === 'unknown') ?? {
      is: 'no',
      ground: "None of the owner's roles changes it.",
    }
  );
}

function ofRole(role: AssignedRole, family: FamilyId): Reach {
  if (role.type !== 'CUSTOM') {
    const known = standardRoles.find(({ type }) => type === role.type);
    if (known === undefined) {
      return { is: 'unknown', ground: `What the role ${role.label} may change is not known to Keyturn.` };
    }
    return known.changes.includes(family)
      ? { is: 'yes', ground: `The owner's role ${role.label} changes it.` }
      : { is: 'no', ground: `The role ${role.label} does not change it.` };
  }
  if (role.permissions === null) {
    return {
      is: 'unknown',
      ground: `The permissions of the custom role ${role.label} are not known. ${role.note}`,
    };
  }
  const permission = role.permissions.find((label) => {
    const reach = reachOfPermission(label);
    return reach?.family === family && reach.access === 'manage';
  });
  return permission === undefined
    ? { is: 'no', ground: `The custom role ${role.label} does not change it.` }
    : { is: 'yes', ground: `The custom role ${role.label} has ${permission}.` };
}
