import type { GroupAction } from '../../../shared/contract/tasks.ts';
import { trimmed } from '../../base/unseen-ends.ts';
import type { GroupBook } from './groups.ts';
import { missingRow, type Named, type PlannedRow, type RowOf, userFacts } from './plan.ts';
import { words } from './words.ts';

/** Whose membership of which group changes. */
export interface MembershipPlan {
  readonly action: GroupAction;
  /** Okta's id of the user who owns the asking token, if it is known. */
  readonly ownerId: string | null;
  readonly groups: GroupBook;
  /** The id of the group of every row; null when each row names its own. */
  readonly groupId: string | null;
}

/** Returns the rule for a row of a plan that changes the members of groups. */
export function membershipRow({ action, ownerId, groups, groupId }: MembershipPlan): RowOf {
  const adds = action === 'add-to-group';
  /** The row of each user and group. */
  const seen = new Map<string, number>();
  return async (found, no, named): Promise<PlannedRow> => {
    if ('missing' in found) return missingRow(found.missing);
    const facts = userFacts(found);
    const left = (sentence: string, more = {}): PlannedRow => ({
      state: 'left',
      facts: { ...facts, before: '', ...more, sentence },
    });
    const read = await groupOf(groups, groupId, named);
    if ('why' in read) return left(read.why);
    const { group } = read;
    const key = `${found.id} ${group.id}`;
    const before = seen.get(key);
    if (before !== undefined) return left(words.plan.twice(String(before)), { group });
    seen.set(key, no);
    const isMember = (await groups.membersOf(group.id)).has(found.id);
    const is = words.membership.of(isMember);
    if (isMember === adds) return left(words.membership.already(adds), { group, before: is });
    if (!adds && found.id === ownerId) return left(words.membership.ownOwner, { group, before: is });
    return { state: 'waiting', facts: { ...facts, group, before: is, wanted: true } };
  };
}

function groupOf(groups: GroupBook, groupId: string | null, { group }: Named) {
  if (groupId !== null) return groups.byId(groupId);
  if (group === undefined) return Promise.resolve({ why: words.groups.unnamed });
  if ('id' in group) return groups.byId(group.id);
  const name = trimmed(group.name);
  return name === '' ? Promise.resolve({ why: words.groups.unnamed }) : groups.byName(name);
}
