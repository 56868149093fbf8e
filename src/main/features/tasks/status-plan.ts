import type { LifecycleAction } from '../../../shared/contract/tasks.ts';
import { actions, deletable, lifecycles } from './actions.ts';
import { missingRow, type PlannedRow, type RowOf, userFacts } from './plan.ts';
import type { ListedUser } from './schemas.ts';
import { words } from './words.ts';

/** Who asked for the plan, and which change it makes. */
export interface StatusPlan {
  readonly action: LifecycleAction | 'delete';
  /** Okta's id of the user who owns the asking token, if it is known. A job must not end its own token. */
  readonly ownerId: string | null;
}

/** Returns the rule for a row of a plan that changes the status of users or deletes them, each user once. */
export function statusRow({ action, ownerId }: StatusPlan): RowOf {
  /** The row of each user, by Okta's id. */
  const seen = new Map<string, number>();

  /** Returns why the plan leaves a user out, or null. */
  const whyLeft = ({ id, status }: ListedUser): string | null => {
    const before = seen.get(id);
    if (before !== undefined) return words.plan.twice(String(before));
    if (action === 'delete') {
      if (!deletable.includes(status)) return words.plan.notDeleted(status);
    } else {
      const { from, to } = lifecycles[action];
      if (to.includes(status)) return words.plan.already(status);
      if (!from.includes(status)) return words.plan.notFrom[action](status);
    }
    return actions[action].takesAccess && id === ownerId ? words.plan.ownOwner : null;
  };

  return (found, no): PlannedRow => {
    if ('missing' in found) return missingRow(found.missing);
    const facts = userFacts(found);
    const why = whyLeft(found);
    seen.set(found.id, seen.get(found.id) ?? no);
    return why === null
      ? { state: 'waiting', facts: { ...facts, wanted: true } }
      : { state: 'left', facts: { ...facts, sentence: why } };
  };
}
