import type { Clock } from '../../base/ports.ts';

const minuteMs = 60_000;

/** Counts the calls of the last minute for each token. */
export class RateCap {
  readonly #clock: Clock;
  readonly #calls = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Counts a call. Returns null when the call fits in `perMinute`. Returns when it would fit, in milliseconds since 1970, when it does not.
   */
  take(tokenId: string, perMinute: number): number | null {
    const now = this.#clock.now();
    // After the clock was set back, earlier calls count as made now. Otherwise a program would begin a new minute by it, or wait for hours.
    const recent = (this.#calls.get(tokenId) ?? [])
      .map((at) => Math.min(at, now))
      .filter((at) => at > now - minuteMs);
    this.#calls.set(tokenId, recent);
    if (recent.length >= perMinute) return (recent[recent.length - perMinute] ?? now) + minuteMs;
    recent.push(now);
    return null;
  }
}
