import type { FirstCall } from '../../../shared/contract/usage.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import { eventOf, logPage, type UseEvent } from './log-event.ts';
import { words } from './words.ts';

/** The least time between two questions about one token, in milliseconds. Keyturn answers a faster question without a call to Okta. */
const leastEveryMs = 5_000;
/** The most tokens that Keyturn tries when some of them may not read the log. */
const mostAskers = 3;

/** The most events that one look reads. */
const pageSize = 100;

/** What the look for a first call needs. */
export interface FirstCallNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
}

/** The token to look for, and the tokens that may read the log. */
export interface FirstCallQuestion {
  readonly origin: string;
  readonly tokenId: string;
  readonly oktaTokenId: string;
  /** The start time, by Okta's clock. Null begins now. */
  readonly since: number | null;
  readonly secrets: readonly (() => Secret)[];
  readonly signal: AbortSignal;
}

/** Finds in the System Log the first call of a program with a token, one look at a time. */
export class FirstCalls {
  readonly #needs: FirstCallNeeds;
  /** The last look for each token: when it was, and its start time. */
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
    const { origin, tokenId, oktaTokenId, secrets, signal } = question;
    const now = clock.now();
    const last = this.#last.get(tokenId);
    const isSoon = last !== undefined && Math.abs(now - last.at) < leastEveryMs;
    const since = question.since ?? (isSoon ? last.since : now);
    const waiting: FirstCall = { since, state: 'waiting', call: null, sentence: '' };
    if (isSoon) return waiting;
    this.#last.set(tokenId, { at: now, since });
    let refused = words.firstCall.nobodyReads;
    for (const secretOf of secrets.slice(0, mostAskers)) {
      using secret = secretOf();
      const answer = await client.page({
        origin,
        secret,
        path: '/api/v1/logs',
        // There is no `until`, so that Okta's clock decides and not this computer's.
        query: {
          filter: `transaction.detail.requestApiTokenId eq "${oktaTokenId}"`,
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
          this.#last.set(tokenId, { at: now, since: begun });
          return { ...waiting, since: begun };
        }
        const events = answer.value.flatMap((raw) => eventOf(raw) ?? []);
        const call = firstOf(events, oktaTokenId);
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

/** Returns the first event that a program's call with the token left. Returns null when there is none. Pure. */
function firstOf(events: readonly UseEvent[], oktaTokenId: string): FirstCall['call'] {
  const first = events.find((event) => event.oktaTokenId === oktaTokenId && !/^keyturn\//i.test(event.agent));
  if (first === undefined) return null;
  const { at, address, agent, type } = first;
  return { at, address, agent, type };
}
