import { z } from 'zod';
import type { LifecycleAction } from '../../../shared/contract/tasks.ts';
import { lifecycles } from './actions.ts';
import type { KeptRow } from './job-store.ts';
import {
  cannotAsk,
  ended,
  type RowCall,
  type RowNeeds,
  readUser,
  refusalWords,
  sendChange,
  settleMs,
  statusOf,
  type Turn,
  turnAfterRefusal,
} from './row-call.ts';
import { words } from './words.ts';

/** Any object or nothing. Keyturn does not look at the answer to a change, because it may hold a link that must not get out. */
const anyObject = z.looseObject({});
/** Okta's error codes for a user whose status does not allow the change (Okta, error codes). */
const wrongStatus: readonly (string | null)[] = ['E0000001', 'E0000016', 'E0000038', 'E0000032'];

/** Returns the calls that change the status of a row's user. */
export function lifecycleCall(action: LifecycleAction): RowCall {
  const { verb, query, to } = lifecycles[action];

  async function take(needs: RowNeeds, row: KeptRow, stop: AbortSignal, sent: () => void): Promise<Turn> {
    const path = `/api/v1/users/${encodeURIComponent(row.facts.userId)}/lifecycle/${verb}`;
    const change = { method: 'POST', path, query, schema: anyObject } as const;
    const answer = await sendChange<object>(needs, stop, sent, change);
    if (answer.kind === 'accepted') return ended(needs, 'done', words.run.done, answer.requestId);
    const turn = turnAfterRefusal(needs, answer);
    if (turn !== null) return turn;
    const { outcome, requestId } = answer;
    if (answer.kind === 'not-allowed') {
      if (answer.status === 404) return ended(needs, 'failed', words.run.gone, requestId);
      if (wrongStatus.includes(outcome.errorCode)) return ofStatus(needs, row, requestId);
      return ended(needs, 'failed', refusalWords(answer), requestId);
    }
    // Okta may have acted all the same, or may act soon.
    await needs.clock.sleep(settleMs, stop);
    return ask(needs, row);
  }

  async function ask(needs: RowNeeds, row: KeptRow): Promise<Turn> {
    const answer = await readUser(needs, row.facts.userId);
    if (answer.kind === 'accepted') {
      const status = statusOf(answer.value);
      if (to.includes(status)) {
        return ended(needs, 'done', words.run.doneByStatus(status), answer.requestId);
      }
      if (status === row.facts.before) return { kind: 'again', at: needs.clock.now() };
      return ended(needs, 'unknown', words.run.unknown(row.facts.before, status), answer.requestId);
    }
    if (answer.status === 404) return ended(needs, 'failed', words.run.gone, answer.requestId);
    return cannotAsk(answer.outcome);
  }

  /** Handles a refusal for the user's status: the user already has the wanted status, or another one. */
  async function ofStatus(needs: RowNeeds, row: KeptRow, requestId: string | null): Promise<Turn> {
    const answer = await readUser(needs, row.facts.userId);
    if (answer.kind !== 'accepted') return ended(needs, 'failed', words.run.wrongStatus, requestId);
    const status = statusOf(answer.value);
    return to.includes(status)
      ? ended(needs, 'already', words.plan.already(status), requestId)
      : ended(needs, 'failed', words.plan.notFrom[action](status), requestId);
  }

  return { take, ask };
}
