import type { Clock } from '../../base/ports.ts';

/** Locks after a time without use. The timer runs in main, so no dialog, search box or page can delay it. */
export class AutoLock {
  readonly #clock: Clock;
  readonly #minutes: () => number;
  readonly #lock: () => void;
  #cancel: (() => void) | null = null;
  #locksAt: number | null = null;
  #since = 0;

  constructor(clock: Clock, minutes: () => number, lock: () => void) {
    this.#clock = clock;
    this.#minutes = minutes;
    this.#lock = lock;
  }

  /** Returns when it will lock, or null when it will not. */
  get locksAt(): number | null {
    return this.#locksAt;
  }

  /** Restarts the time, because the person did something or the setting changed. 0 minutes means never. */
  restart(): void {
    this.stop();
    const ms = this.#minutes() * 60_000;
    if (ms === 0) return;
    this.#since = this.#clock.now();
    this.#locksAt = this.#since + ms;
    this.#cancel = this.#clock.after(ms, () => this.#due());
  }

  /**
   * Called after sleep, because a timer may be late. Locks at once when the time has passed. Also locks when the clock was set back,
   * because the passed time is then unknown.
   */
  catchUp(): void {
    const now = this.#clock.now();
    if (this.#locksAt !== null && (now >= this.#locksAt || now < this.#since)) this.#due();
  }

  /** Stops the timer. A locked vault needs none. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#locksAt = null;
  }

  #due(): void {
    this.stop();
    this.#lock();
  }
}
