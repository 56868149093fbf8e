import type { Judgement, Need } from '../../../shared/contract/access.ts';
import { familyOf, type StandardRole, standardRoles, suggested } from './mapping.ts';
import { words } from './words.ts';

/** The most roles that Keyturn suggests together. More roles would be no simpler than a custom role. */
const mostRoles = 3;

/** Returns the smallest standard roles that cover the needs, and the permissions of a custom role that covers them. Pure. */
export function suggestionFor(needs: readonly Need[]): Judgement['suggestion'] {
  if (needs.length === 0) {
    return {
      sentence: words.suggestion.nothingNeeded,
      roles: [],
      permissions: [],
      withoutPermission: [],
    };
  }
  const roles = leastRoles(needs);
  const permissions = needs.flatMap(({ family, access }) => familyOf(family).permission[access] ?? []);
  const withoutPermission = needs
    .filter(({ family, access }) => familyOf(family).permission[access] === null)
    .map(({ family, access }) => words.suggestion.access(familyOf(family).label, access));
  const sentence =
    withoutPermission.length === 0
      ? words.suggestion.customRole(permissions.length, roles)
      : permissions.length === 0
        ? words.suggestion.noPermission(roles)
        : words.suggestion.standardRoles(roles, withoutPermission);
  return { sentence, roles, permissions, withoutPermission };
}

/** Returns the scopes of an OAuth service app that covers the same needs. A manage scope covers reads as well. */
export const scopesFor = (needs: readonly Need[]): string[] =>
  needs.map(({ family, access }) => {
    const { scope } = familyOf(family);
    return access === 'manage' ? (scope.manage ?? scope.read) : scope.read;
  });

function leastRoles(needs: readonly Need[]): string[] {
  const candidates = suggested.flatMap((type) => standardRoles.find((role) => role.type === type) ?? []);
  const doing = subsets(candidates, mostRoles).filter((roles) => does(roles, needs));
  const best = doing.reduce<readonly StandardRole[] | null>(
    (least, roles) => (least === null || weight(roles, needs) < weight(least, needs) ? roles : least),
    null,
  );
  return (best ?? standardRoles.filter(({ type }) => type === 'SUPER_ADMIN')).map(({ label }) => label);
}

/** Returns every choice of one to `most` of the items. */
function subsets<T>(items: readonly T[], most: number): T[][] {
  const sets: T[][] = [[]];
  for (const item of items) {
    for (const set of [...sets]) if (set.length < most) sets.push([...set, item]);
  }
  return sets.filter((set) => set.length > 0);
}

const does = (roles: readonly StandardRole[], needs: readonly Need[]): boolean =>
  needs.every(({ family, access }) =>
    roles.some(({ reads, changes, partly = [] }) =>
      access === 'read' ? reads.includes(family) : changes.includes(family) && !partly.includes(family),
    ),
  );

/** Returns how far roles go beyond the needs. A change weighs more than a read, and each role adds a little. */
function weight(roles: readonly StandardRole[], needs: readonly Need[]): number {
  const wants = (family: string, access: 'read' | 'manage') =>
    needs.some((need) => need.family === family && (access === 'read' || need.access === 'manage'));
  const changes = new Set(roles.flatMap((role) => role.changes.filter((family) => !wants(family, 'manage'))));
  const reads = new Set(roles.flatMap((role) => role.reads.filter((family) => !wants(family, 'read'))));
  return 10 * changes.size + 2 * reads.size + roles.length;
}
