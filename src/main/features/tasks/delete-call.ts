import { z } from 'zod';
import { deletable } from './actions.ts';
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

/** Okta answers a deletion with an empty body. */
const noBody = z.null();

/**
 * The calls that delete a row's user. Okta deactivates a user at the first call, and deletes the user at the second. Keyturn reads the user
 * before each call, so that it deletes nobody who has signed in since the plan.
 */
export const deleteCall: RowCall = { take, ask };

async function take(needs: RowNeeds, row: KeptRow, stop: AbortSignal, sent: () => void): Promise<Turn> {
  for (let calls = 0; ; calls++) {
    const user = await readUser(needs, row.facts.userId);
    if (user.kind !== 'accepted') {
      return user.status === 404
        ? calls === 0
          ? ended(needs, 'already', words.run.gone, user.requestId)
          : ended(needs, 'done', words.run.deleted, user.requestId)
        : cannotAsk(user.outcome);
    }
    const status = statusOf(user.value);
    if (!deletable.includes(status)) {
      return ended(needs, 'failed', words.plan.notDeleted(status), user.requestId);
    }
    if (calls > 2) return ended(needs, 'failed', words.run.notDeletedYet, user.requestId);
    // Okta may still deactivate the user, so a third call follows a wait.
    if (calls > 1) await needs.clock.sleep(settleMs, stop);
    const path = `/api/v1/users/${encodeURIComponent(row.facts.userId)}`;
    const change = { method: 'DELETE', path, query: { sendEmail: 'false' }, schema: noBody } as const;
    const answer = await sendChange(needs, stop, sent, change);
    if (answer.kind === 'accepted') {
      if (user.value.status === 'DEPROVISIONED') {
        return ended(needs, 'done', words.run.deleted, answer.requestId);
      }
      continue;
    }
    const turn = turnAfterRefusal(needs, answer);
    if (turn !== null) return turn;
    if (answer.kind === 'not-allowed' && answer.status !== 404) {
      return ended(needs, 'failed', refusalWords(answer), answer.requestId);
    }
    if (answer.status !== 404) await needs.clock.sleep(settleMs, stop);
  }
}

async function ask(needs: RowNeeds, row: KeptRow): Promise<Turn> {
  const user = await readUser(needs, row.facts.userId);
  if (user.kind === 'accepted') return { kind: 'again', at: needs.clock.now() };
  if (user.status === 404) return ended(needs, 'done', words.run.deleted, user.requestId);
  return cannotAsk(user.outcome);
}
