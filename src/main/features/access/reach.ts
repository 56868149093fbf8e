import type { AssignedRole, FamilyId, Xray } from '../../../shared/contract/access.ts';
import { families, reachOfPermission, standardRoles } from './mapping.ts';
import { words } from './words.ts';

/** Whether a token has one kind of access to one family, and the sentence that says how Keyturn knows. */
export interface Reach {
  readonly is: 'yes' | 'no' | 'unknown';
  readonly ground: string;
}

/** Returns whether the token reads a family, from its probe. */
export function readReach(xray: Xray, family: FamilyId): Reach {
  const probe = xray.probes.find((one) => one.family === family);
  if (probe === undefined) return { is: 'unknown', ground: words.reach.notAsked };
  return {
    is: probe.state === 'allowed' ? 'yes' : probe.state === 'denied' ? 'no' : 'unknown',
    ground: words.reach.asked(probe.asked, probe.sentence),
  };
}

/**
 * Returns whether the token changes a family, from its owner's roles. Keyturn never tries a change. One role that changes the family is
 * enough for a yes. For a no, Keyturn must know every role.
 */
export function manageReach(xray: Xray, family: FamilyId): Reach {
  if (families.find(({ id }) => id === family)?.scope.manage === null) {
    return { is: 'no', ground: words.reach.nothingToChange };
  }
  const { roles } = xray;
  if (roles === null) {
    return { is: 'unknown', ground: words.reach.rolesNotRead };
  }
  const reaches = roles.map((role) => ofRole(role, family));
  return (
    reaches.find(({ is }) => is === 'yes') ??
    reaches.find(({ is }) => is === 'unknown') ?? {
      is: 'no',
      ground: words.reach.noRoleChanges,
    }
  );
}

function ofRole(role: AssignedRole, family: FamilyId): Reach {
  if (role.type !== 'CUSTOM') {
    const known = standardRoles.find(({ type }) => type === role.type);
    if (known === undefined) {
      return { is: 'unknown', ground: words.reach.unknownRole(role.label) };
    }
    return known.changes.includes(family)
      ? { is: 'yes', ground: words.reach.roleChanges(role.label) }
      : { is: 'no', ground: words.reach.roleDoesNotChange(role.label) };
  }
  if (role.permissions === null) {
    return {
      is: 'unknown',
      ground: words.reach.permissionsNotKnown(role.label, role.note),
    };
  }
  const permission = role.permissions.find((label) => {
    const reach = reachOfPermission(label);
    return reach?.family === family && reach.access === 'manage';
  });
  return permission === undefined
    ? { is: 'no', ground: words.reach.customRoleDoesNotChange(role.label) }
    : { is: 'yes', ground: words.reach.customRoleHas(role.label, permission) };
}
