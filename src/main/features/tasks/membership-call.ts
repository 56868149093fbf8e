import { z } from 'zod';
import type { GroupAction } from '../../../shared/contract/tasks.ts';
import { groupsOfUser } from './groups.ts';
import type { KeptRow } from './job-store.ts';
import {
  cannotAsk,
  ended,
  type RowCall,
  type RowNeeds,
  refusalWords,
  sendChange,
  settleMs,
  type Turn,
  turnAfterRefusal,
} from './row-call.ts';
import { words } from './words.ts';

/** Okta answers a change of membership with an empty body. */
const noBody = z.null();

/** Returns the calls that add a row's user to its group, or remove the user from it. */
export function membershipCall(action: GroupAction): RowCall {
  const adds = action === 'add-to-group';

  async function take(needs: RowNeeds, row: KeptRow, stop: AbortSignal, sent: () => void): Promise<Turn> {
    const { userId, group } = row.facts;
    const path = `/api/v1/groups/${encodeURIComponent(group?.id ?? '')}/users/${encodeURIComponent(userId)}`;
    const method = adds ? 'PUT' : 'DELETE';
    const answer = await sendChange(needs, stop, sent, { method, path, schema: noBody });
    if (answer.kind === 'accepted') return ended(needs, 'done', words.run.done, answer.requestId);
    const turn = turnAfterRefusal(needs, answer);
    if (turn !== null) return turn;
    if (answer.kind === 'not-allowed') {
      const sentence = answer.status === 404 ? words.run.userOrGroupGone : refusalWords(answer);
      return ended(needs, 'failed', sentence, answer.requestId);
    }
    await needs.clock.sleep(settleMs, stop);
    return ask(needs, row);
  }

  async function ask(needs: RowNeeds, row: KeptRow): Promise<Turn> {
    const found = await groupsOfUser(needs, row.facts.userId);
    if (!(found instanceof Set)) {
      return found.status === 404
        ? ended(needs, 'failed', words.run.gone, found.requestId)
        : cannotAsk(found);
    }
    return found.has(row.facts.group?.id ?? '') === adds
      ? ended(needs, 'done', words.run.doneByGroups(adds), null)
      : { kind: 'again', at: needs.clock.now() };
  }

  return { take, ask };
}
