import type { Judgement, Need } from '../../../shared/contract/access.ts';
import { familyOf, type StandardRole, standardRoles, suggested } from './mapping.ts';

/** Roles taken together at most; more would be no simpler than a custom role. */
const mostRoles = 3;

/** What does a job with the least beyond it: standard roles, or the permissions of a custom one. Pure. */
export function suggestionFor(needs: readonly Need[]): Judgement['suggestion'] {
  if (needs.length === 0) {
    return {
      sentence: 'It needs none of these, so no role is suggested.',
      roles: [],
      permissions: [],
      withoutPermission: [],
    };
  }
  const roles = leastRoles(needs);
  const permissions = needs.flatMap(({ family, access }) => familyOf(family).permission[access] ?? []);
  const withoutPermission = needs
    .filter(({ family, access }) => familyOf(family).permission[access] === null)
    .map(({ family, access }) => `${familyOf(family).label} (${access === 'read' ? 'read' : 'change'})`);
  const named = list(roles);
  const sentence =
    withoutPermission.length === 0
      ? `A custom role with ${permissions.length === 1 ? 'this permission' : `these ${permissions.length} permissions`}, limited to the resources it works on, is the smallest one that covers it. Of the standard roles it takes ${named}.`
      : permissions.length === 0
        ? `${named} is the smallest role that covers it: no permission of a custom role covers this.`
        : `${named} is the least of the standard roles that does it. A custom role alone does not: ${list(withoutPermission)} has no permission of its own.`;
  return { sentence, roles, permissions, withoutPermission };
}

/** Scopes of an OAuth service app that does the same job; a manage scope reads as well. */
export const scopesFor = (needs: readonly Need[]): string[] =>
  needs.map(({ family, access }) => {
    const { scope } = familyOf(family);
    return access === 'manage' ? (scope.manage ?? scope.read) : scope.read;
  });

/** "a", "a and b", "a, b and c". */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function leastRoles(needs: readonly Need[]): string[] {
  const candidates = suggested.flatMap((type) => standardRoles.find((role) => role.type === type) ?? []);
  const doing = subsets(candidates, mostRoles).filter((roles) => does(roles, needs));
  const best = doing.reduce<readonly StandardRole[] | null>(
    (least, roles) => (least === null || weight(roles, needs) < weight(least, needs) ? roles : least),
    null,
  );
  return (best ?? standardRoles.filter(({ type }) => type === 'SUPER_ADMIN')).map(({ label }) => label);
}

/** Every choice of one to `most` of the items, smaller and earlier ones first. */
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

/** What goes beyond the job: a change weighs more than a read, and each role a little. */
function weight(roles: readonly StandardRole[], needs: readonly Need[]): number {
  const wants = (family: string, access: 'read' | 'manage') =>
    needs.some((need) => need.family === family && (access === 'read' || need.access === 'manage'));
  const changes = new Set(roles.flatMap((role) => role.changes.filter((family) => !wants(family, 'manage'))));
  const reads = new Set(roles.flatMap((role) => role.reads.filter((family) => !wants(family, 'read'))));
  return 10 * changes.size + 2 * reads.size + roles.length;
}
