import type { RateLimit } from '../../../shared/contract/testing.ts';
import type { Clock } from '../../base/ports.ts';
import { isConcurrency } from '../../okta/rate-limits.ts';
import { waitForRoom } from '../../okta/room-left.ts';

/** The share of a limit that is left to everything else that uses the org. */
const leftToOthers = 0.2;

/**
 * Keeps the calls of one long piece of work within a limit of Okta's, by the headers of its own answers, with a fifth of the limit left to
 * others. Calls that are out are counted as made. It is of one family of endpoints, since each has a limit of its own.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #onWait: (until: number | null) => void;
  #last: RateLimit | null = null;
  #out = 0;

  /** `onWait` is told when a wait ends, in milliseconds since 1970, and null once it is over. */
  constructor(clock: Clock, onWait: (until: number | null) => void) {
    this.#clock = clock;
    this.#onWait = onWait;
  }

  /** Makes one call as soon as there is room for it. Rejects as `call` does, and with the signal's reason when aborted. */
  async run<A extends { readonly rateLimit: RateLimit | null }>(
    signal: AbortSignal,
    call: () => Promise<A>,
  ): Promise<A> {
    await this.#room(signal);
    this.#out++;
    try {
      const answer = await call();
      this.#note(answer.rateLimit);
      return answer;
    } finally {
      this.#out--;
    }
  }

  async #room(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const now = this.#clock.now();
      const known = this.#last === null ? [] : [this.#last];
      const wait = waitForRoom(known, now, ({ limit }) => limit * leftToOthers + this.#out + 1);
      if (wait === 0) return;
      this.#onWait(now + wait);
      await this.#clock.sleep(wait, signal);
      this.#onWait(null);
    }
  }

  /** Answers may come out of order: of one window the smallest number that remains counts. */
  #note(limit: RateLimit | null): void {
    if (limit === null || isConcurrency(limit)) return;
    const last = this.#last;
    const isSameWindow = last !== null && Math.abs(last.resetAt - limit.resetAt) < sameWindowMs;
    if (isSameWindow && last.remaining < limit.remaining) return;
    this.#last = limit;
  }
}

/** Resets are told in whole seconds, and Okta's clock is too, so that one window's may differ by two. */
const sameWindowMs = 5_000;
