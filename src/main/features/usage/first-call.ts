import type { FirstCall } from '../../../shared/contract/usage.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Credential } from '../../okta/credential.ts';
import { callOf, type LoggedCall, logPage } from './log-event.ts';
import { words } from './words.ts';

/** The least time between two questions about one credential, in milliseconds. Keyturn answers a faster question without a call to Okta. */
const leastEveryMs = 5_000;
/** The most credentials that Keyturn tries when some of them may not read the log. */
const mostAskers = 3;

/** The most events that one look reads. */
const pageSize = 100;

/** What the look for a first call needs. */
export interface FirstCallNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
}

/** The credential whose calls Keyturn looks for: Okta's id of a token, or the Client ID of an app. */
export type CallerInLog = { readonly oktaTokenId: string } | { readonly clientId: string };

/** A credential for one read of the log. The borrower disposes of it. */
export interface LogReader extends Disposable {
  readonly credential: Credential;
}

/** The credential to look for, and the credentials that may read the log. */
export interface FirstCallQuestion {
  readonly origin: string;
  /** Keyturn's id of the credential. */
  readonly id: string;
  readonly caller: CallerInLog;
  /** The start time, by Okta's clock. Null begins now. */
  readonly since: number | null;
  /** Each rejects with Failed when it has no credential now. */
  readonly readers: readonly ((signal: AbortSignal) => Promise<LogReader>)[];
  readonly signal: AbortSignal;
}

/** Finds in the System Log the first call of a program with a token or an app, one look at a time. */
export class FirstCalls {
  readonly #needs: FirstCallNeeds;
  /** The last look for each credential: when it was, and its start time. */
  readonly #last = new Map<string, { readonly at: number; readonly since: number }>();

  constructor(needs: FirstCallNeeds) {
    this.#needs = needs;
  }

  /**
   * Looks once. The first look returns the start time of the next looks, by Okta's clock. Keyturn's own calls do not count. Rejects only
   * when aborted.
   */
  async look(question: FirstCallQuestion): Promise<FirstCall> {
    const { client, clock } = this.#needs;
    const { origin, id, caller, readers, signal } = question;
    const now = clock.now();
    const last = this.#last.get(id);
    const isSoon = last !== undefined && Math.abs(now - last.at) < leastEveryMs;
    const since = question.since ?? (isSoon ? last.since : now);
    const waiting: FirstCall = { since, state: 'waiting', call: null, sentence: '' };
    if (isSoon) return waiting;
    this.#last.set(id, { at: now, since });
    let refused = 'clientId' in caller ? words.firstCall.nobodyReadsForApp : words.firstCall.nobodyReads;
    for (const lend of readers.slice(0, mostAskers)) {
      using reader = await lend(signal).catch((error: unknown) => {
        if (!(error instanceof Failed) || signal.aborted) throw error;
        refused = error.failure.sentence;
        return null;
      });
      if (reader === null) continue;
      const answer = await client.page({
        origin,
        secret: reader.credential,
        path: '/api/v1/logs',
        // There is no `until`, so that Okta's clock decides and not this computer's.
        query: {
          filter:
            'clientId' in caller
              ? `actor.id eq "${caller.clientId}"`
              : `transaction.detail.requestApiTokenId eq "${caller.oktaTokenId}"`,
          since: new Date(since).toISOString(),
          sortOrder: 'ASCENDING',
          limit: String(pageSize),
        },
        schema: logPage,
        signal,
        patience: 'none',
      });
      if (answer.kind === 'accepted') {
        if (question.since === null) {
          const begun = answer.dateHeader ?? now;
          this.#last.set(id, { at: now, since: begun });
          return { ...waiting, since: begun };
        }
        const events = answer.value.flatMap((raw) => callOf(raw) ?? []);
        const call = firstOf(events, caller);
        if (call !== null) return { ...waiting, state: 'arrived', call };
        // The next look begins behind a page that is full of Keyturn's own calls.
        const end = answer.value.length < pageSize ? undefined : events.at(-1)?.at;
        return { ...waiting, since: end ?? since };
      }
      refused = answer.outcome.sentence;
      if (answer.kind === 'rate-limited') return { ...waiting, sentence: refused };
    }
    return { ...waiting, state: 'cannot-tell', sentence: refused };
  }

  /** Forgets when Keyturn looked. */
  clear(): void {
    this.#last.clear();
  }
}

/** Returns the first event that a program's call left. Returns null when there is none. Pure. */
function firstOf(events: readonly LoggedCall[], caller: CallerInLog): FirstCall['call'] {
  const first = events.find(
    (event) =>
      ('clientId' in caller ? event.actorId === caller.clientId : event.oktaTokenId === caller.oktaTokenId) &&
      !/^keyturn\//i.test(event.agent),
  );
  if (first === undefined) return null;
  const { at, address, agent, type } = first;
  return { at, address, agent, type };
}
