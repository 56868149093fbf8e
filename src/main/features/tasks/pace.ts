import type { RateLimit } from '../../../shared/contract/testing.ts';
import type { Clock } from '../../base/ports.ts';
import { isConcurrency } from '../../okta/rate-limits.ts';
import { waitForRoom } from '../../okta/room-left.ts';

/** The share of a limit that is left to everything else that uses the org. */
const leftToOthers = 0.2;

/**
 * Keeps the calls of one long task within a limit of Okta's, by the headers of Okta's answers. It leaves a fifth of the limit to others,
 * and counts open calls as made. One Pace is for one family of endpoints, because each family has its own limit.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #onWait: (until: number | null) => void;
  #last: RateLimit | null = null;
  /** When the last answer came. */
  #cameAt = 0;
  #out = 0;

  /** Calls `onWait` with the end of a wait, in milliseconds since 1970, and with null after the wait. */
  constructor(clock: Clock, onWait: (until: number | null) => void) {
    this.#clock = clock;
    this.#onWait = onWait;
  }

  /** Makes one call as soon as the limit has room for it. Rejects as `call` does, and with the signal's reason when aborted. */
  async run<A extends { readonly rateLimit: RateLimit | null }>(
    signal: AbortSignal,
    call: () => Promise<A>,
  ): Promise<A> {
    await this.#room(signal);
    this.#out++;
    try {
      const answer = await call();
      this.#cameAt = this.#clock.now();
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
      // The clock was set back, so the reset is no longer a time by this clock.
      if (now < this.#cameAt) this.#last = null;
      const known = this.#last === null ? [] : [this.#last];
      const wait = waitForRoom(known, now, ({ limit }) => limit * leftToOthers + this.#out + 1);
      if (wait === 0) return;
      this.#onWait(now + wait);
      await this.#clock.sleep(wait, signal);
      this.#onWait(null);
    }
  }

  /** Answers may arrive out of order, so the smallest remaining number of one window counts. */
  #note(limit: RateLimit | null): void {
    if (limit === null || isConcurrency(limit)) return;
    const last = this.#last;
    const isSameWindow = last !== null && Math.abs(last.resetAt - limit.resetAt) < sameWindowMs;
    if (isSameWindow && last.remaining < limit.remaining) return;
    this.#last = limit;
  }
}

/** Resets and Okta's clock are both in whole seconds, so the resets of one window may differ by two seconds. */
const sameWindowMs = 5_000;
