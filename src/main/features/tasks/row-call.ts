import { z } from 'zod';
import type { JobAction, RowState } from '../../../shared/contract/tasks.ts';
import type { Clock } from '../../base/ports.ts';
import type { Answer, OktaClient } from '../../okta/client.ts';
import { actions } from './actions.ts';
import type { KeptRow, RowFacts } from './job-store.ts';
import type { Pace } from './pace.ts';
import type { Asking } from './reading.ts';
import { type ListedUser, listedUser } from './schemas.ts';
import { words } from './words.ts';

/** The outcome of a row's turn: a result, another turn at once or later, or a reason to pause the whole job. */
export type Turn =
  | { readonly kind: 'end'; readonly state: RowState; readonly came: Partial<RowFacts> }
  /** Okta surely did not act. The row waits until a time in milliseconds since 1970. */
  | { readonly kind: 'again'; readonly at: number }
  /**
   * Either Keyturn does not know whether Okta acted and cannot ask now, or another call would not help. `acted` tells whether Okta may have
   * acted.
   */
  | { readonly kind: 'rest'; readonly why: string; readonly acted: boolean };

/** What one row's call needs. */
export interface RowNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly asking: Asking;
  readonly action: JobAction;
  /** For changes and for reading one user. These are two families of endpoints, each with its own limit. */
  readonly pace: { readonly change: Pace; readonly read: Pace };
  /** Ends calls at once when the vault locks or the app ends. */
  readonly signal: AbortSignal;
}

/** Any object or nothing. Keyturn does not look at the answer to a change, because it may hold a link that must not get out. */
const anyObject = z.looseObject({});
/** The wait after a refusal that names no time: too many simultaneous calls (Okta, rate limits, concurrency). */
const unsaidWaitMs = 2_000;
/** How long Okta has to finish a change before Keyturn asks about its outcome. */
export const settleMs = 3_000;
/** Okta's error codes for a user whose status does not allow the change (Okta, error codes). */
const wrongStatus: readonly (string | null)[] = ['E0000001', 'E0000016', 'E0000038', 'E0000032'];

/**
 * Gives a row its turn. Calls `sent` after every wait, right before the call goes out. Rejects with the signal's reason when aborted.
 * Keyturn then has to ask Okta about the row.
 */
export async function takeTurn(
  needs: RowNeeds,
  row: KeptRow,
  stop: AbortSignal,
  sent: () => void,
): Promise<Turn> {
  const { client, asking, action, pace, signal } = needs;
  const { verb, query } = actions[action];
  const path = `/api/v1/users/${encodeURIComponent(row.facts.userId)}/lifecycle/${verb}`;
  const answer: Answer<object> = await pace.change.run(stop, () => {
    sent();
    return client.call<object>({
      ...{ origin: asking.origin, secret: asking.secret, method: 'POST' as const },
      ...{ path, query, schema: anyObject, signal, patience: 'none' as const },
    });
  });
  if (answer.kind === 'accepted') return ended(needs, 'done', words.run.done, answer.requestId);
  const { outcome, requestId } = answer;
  switch (answer.kind) {
    case 'rate-limited':
      return { kind: 'again', at: outcome.retryAt ?? needs.clock.now() + unsaidWaitMs };
    case 'not-accepted':
    case 'owner-inactive':
    case 'zone-blocked':
    case 'not-an-okta-org':
      return { kind: 'rest', why: outcome.sentence, acted: false };
    case 'not-allowed':
      if (answer.status === 404) return ended(needs, 'failed', words.run.gone, requestId);
      if (wrongStatus.includes(outcome.errorCode)) return ofStatus(needs, row, requestId);
      return ended(needs, 'failed', outcome.sentence, requestId);
    default:
      // Okta may have acted all the same, or may act soon.
      await needs.clock.sleep(settleMs, stop);
      return askAbout(needs, row);
  }
}

/** Asks Okta whether it carried out a sent row, after a lost answer or a crash. Rejects when aborted. */
export async function askAbout(needs: RowNeeds, row: KeptRow): Promise<Turn> {
  const answer = await readUser(needs, row);
  if (answer.kind === 'accepted') {
    const status = statusOf(answer.value);
    if (actions[needs.action].to.includes(status)) {
      return ended(needs, 'done', words.run.doneByStatus(status), answer.requestId);
    }
    if (status === row.facts.before) return { kind: 'again', at: needs.clock.now() };
    return ended(needs, 'unknown', words.run.unknown(row.facts.before, status), answer.requestId);
  }
  if (answer.status === 404) return ended(needs, 'failed', words.run.gone, answer.requestId);
  return { kind: 'rest', why: answer.outcome.sentence, acted: true };
}

/** Handles a refusal for the user's status: the user already has the wanted status, or another one. */
async function ofStatus(needs: RowNeeds, row: KeptRow, requestId: string | null): Promise<Turn> {
  const answer = await readUser(needs, row);
  if (answer.kind !== 'accepted') return ended(needs, 'failed', words.run.wrongStatus, requestId);
  const status = statusOf(answer.value);
  return actions[needs.action].to.includes(status)
    ? ended(needs, 'already', words.plan.already(status), requestId)
    : ended(needs, 'failed', words.plan.notFrom[needs.action](status), requestId);
}

const readUser = (
  { client, asking, pace, signal }: RowNeeds,
  { facts }: KeptRow,
): Promise<Answer<ListedUser>> =>
  pace.read.run(signal, () =>
    client.call<ListedUser>({
      ...{ origin: asking.origin, secret: asking.secret, signal, patience: 'patient' as const },
      ...{ path: `/api/v1/users/${encodeURIComponent(facts.userId)}`, schema: listedUser },
    }),
  );

/** A change in progress counts as made, because Okta finishes it by itself (Okta, activate and deactivate are asynchronous). */
const statusOf = ({ status, transitioningToStatus }: ListedUser): string => transitioningToStatus ?? status;

const ended = ({ clock }: RowNeeds, state: RowState, sentence: string, requestId: string | null): Turn => ({
  kind: 'end',
  state,
  came: { sentence: sentence.slice(0, 600), at: clock.now(), requestId },
});
