import { cut } from '../../../shared/clip.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { JobAction, RowState } from '../../../shared/contract/tasks.ts';
import type { Clock } from '../../base/ports.ts';
import type { Answer, Call, SchemaOfOne } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { KeptJob, KeptRow, RowFacts } from './job-store.ts';
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
  readonly job: Pick<KeptJob, 'activates' | 'startedAt'> & { readonly action: JobAction };
  /** For changes and for reading one user. These are two families of endpoints, each with its own limit. */
  readonly pace: { readonly change: Pace; readonly read: Pace };
  /** Ends calls at once when the vault locks or the app ends. */
  readonly signal: AbortSignal;
}

/** The calls of one kind of job for one row. Both reject with the signal's reason when aborted. */
export interface RowCall {
  /**
   * Gives a row its turn. Calls `sent` after every wait, right before the first call that changes something. After a rejection Keyturn has
   * to ask Okta about the row.
   */
  readonly take: (needs: RowNeeds, row: KeptRow, stop: AbortSignal, sent: () => void) => Promise<Turn>;
  /** Asks Okta whether it carried out a sent row, after a lost answer or a crash. */
  readonly ask: (needs: RowNeeds, row: KeptRow) => Promise<Turn>;
}

/** An answer that is a failure. */
export type Refusal<T> = Exclude<Answer<T>, { kind: 'accepted' }>;

/** The wait after a refusal that names no time: too many simultaneous calls (Okta, rate limits, concurrency). */
const unsaidWaitMs = 2_000;
/** How long Okta has to finish a change before Keyturn asks about its outcome. */
export const settleMs = 3_000;

/**
 * Returns what follows from a refusal that has nothing to do with the row: too many calls, a token that is not accepted, or the policy. Returns null
 * for every other refusal.
 */
export function turnAfterRefusal<T>({ clock }: RowNeeds, { kind, outcome }: Refusal<T>): Turn | null {
  switch (kind) {
    case 'rate-limited':
      return { kind: 'again', at: outcome.retryAt ?? clock.now() + unsaidWaitMs };
    case 'not-accepted':
    case 'owner-inactive':
    case 'zone-blocked':
    case 'not-an-okta-org':
    case 'policy':
      return { kind: 'rest', why: outcome.sentence, acted: false };
    default:
      return null;
  }
}

/** Returns the end of a row's turn. */
export const ended = (
  { clock }: Pick<RowNeeds, 'clock'>,
  state: RowState,
  sentence: string,
  requestId: string | null,
  more: Partial<RowFacts> = {},
): Turn => ({
  kind: 'end',
  state,
  came: { ...more, sentence: cut(sentence, 600), at: clock.now(), requestId },
});

/** Makes a call that changes something, at the pace of changes. Calls `sent` right before it goes out. Rejects when aborted. */
export const sendChange = <T>(
  { client, asking, pace, signal }: RowNeeds,
  stop: AbortSignal,
  sent: () => void,
  call: Pick<Call<T>, 'method' | 'path' | 'query' | 'body'> & { readonly schema: SchemaOfOne<T> },
): Promise<Answer<T>> =>
  pace.change.run(stop, () => {
    sent();
    return client.call<T>({
      ...call,
      origin: asking.origin,
      secret: asking.secret,
      signal,
      patience: 'none',
    });
  });

/** Asks for one user by Okta's id or by login. */
export const readUser = (
  { client, asking, pace, signal }: RowNeeds,
  idOrLogin: string,
): Promise<Answer<ListedUser>> =>
  pace.read.run(signal, () =>
    client.call<ListedUser>({
      ...{ origin: asking.origin, secret: asking.secret, signal, patience: 'patient' as const },
      ...{ path: `/api/v1/users/${encodeURIComponent(idOrLogin)}`, schema: listedUser },
    }),
  );

/** Returns the turn of a row about which Okta cannot be asked now. */
export const cannotAsk = ({ sentence }: Outcome): Turn => ({ kind: 'rest', why: sentence, acted: true });

/** A change in progress counts as made, because Okta finishes it by itself (Okta, activate and deactivate are asynchronous). */
export const statusOf = ({ status, transitioningToStatus }: ListedUser): string =>
  transitioningToStatus ?? status;

/** Returns the sentence of a refusal, with the causes that Okta names. */
export const refusalWords = ({ outcome, causes = [] }: Refusal<unknown>): string =>
  causes.length === 0 ? outcome.sentence : words.run.refused(causes.join('; '));
