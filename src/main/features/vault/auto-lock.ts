import type { Clock } from '../../base/ports.ts';

/** Locks after a time without use. The timer is main's own: no dialog, no search box and no page can hold it off. */
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

  /** When it will lock, or null when it will not. */
  get locksAt(): number | null {
    return this.#locksAt;
  }

  /** The person did something, or the setting changed: the time starts anew. 0 minutes means never. */
  restart(): void {
    this.stop();
    const ms = this.#minutes() * 60_000;
    if (ms === 0) return;
    this.#since = this.#clock.now();
    this.#locksAt = this.#since + ms;
    this.#cancel = this.#clock.after(ms, () => this.#due());
  }

  /**
   * After sleep a timer may be late; locks at once when the time has passed, and when the clock was set back, since it cannot tell then.
   */
  catchUp(): void {
    const now = this.#clock.now();
    if (this.#locksAt !== null && (now >= this.#locksAt || now < this.#since)) this.#due();
  }

  /** While locked there is nothing to time. */
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
