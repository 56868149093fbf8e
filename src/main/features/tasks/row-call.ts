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

/** What came of a row's turn: an end, another turn at once or at a time, or a reason for the whole job to rest. */
export type Turn =
  | { readonly kind: 'end'; readonly state: RowState; readonly came: Partial<RowFacts> }
  /** Okta surely did not act: the row waits again, until a time in milliseconds since 1970. */
  | { readonly kind: 'again'; readonly at: number }
  /** Whether Okta acted is not known, and cannot be asked now, or no call can do better. `acted` tells whether it may have. */
  | { readonly kind: 'rest'; readonly why: string; readonly acted: boolean };

/** What one row's call needs. */
export interface RowNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly asking: Asking;
  readonly action: JobAction;
  /** For the changes, and for reading a single user: two families of endpoints, each with a limit of its own. */
  readonly pace: { readonly change: Pace; readonly read: Pace };
  /** Ends calls at once: the vault locks, or the app ends. */
  readonly signal: AbortSignal;
}

/** Any object or nothing: what a change answers with is not looked at, and may hold a link that must go nowhere. */
const anyObject = z.looseObject({});
/** The wait after a refusal that names no time: too many calls at the same time (Okta, rate limits, concurrency). */
const unsaidWaitMs = 2_000;
/** How long Okta is given to end what it may still be at work on, before it is asked what came of it. */
export const settleMs = 3_000;
/** Okta's codes for a user in a status from which the change cannot be made (Okta, error codes). */
const wrongStatus: readonly (string | null)[] = ['E0000001', 'E0000016', 'E0000038', 'E0000032'];

/**
 * Gives a row its turn. `sent` is called when the call is about to go out, after every wait. Rejects with the signal's reason when aborted, and
 * the row is then one that Okta has to be asked about.
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
      // Okta may have acted all the same, or be about to.
      await needs.clock.sleep(settleMs, stop);
      return askAbout(needs, row);
  }
}

/** Asks Okta whether a row that was sent was done: after an answer that was lost, and after a crash. Rejects when aborted. */
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

/** Okta refused the change for the user's status: it is there already, or it is another one now. */
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

/** A change under way counts as made: Okta ends it by itself (Okta, activate and deactivate are asynchronous). */
const statusOf = ({ status, transitioningToStatus }: ListedUser): string => transitioningToStatus ?? status;

const ended = ({ clock }: RowNeeds, state: RowState, sentence: string, requestId: string | null): Turn => ({
  kind: 'end',
  state,
  came: { sentence: sentence.slice(0, 600), at: clock.now(), requestId },
});
