import type { Clock } from '../ports.ts';

/** Locks after a time without use. The timer is main's own: no dialog, no search box and no page can hold it off. */
export class AutoLock {
  readonly #clock: Clock;
  readonly #minutes: () => number;
  readonly #lock: () => void;
  #cancel: (() => void) | null = null;
  #locksAt: number | null = null;

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
    this.#locksAt = this.#clock.now() + ms;
    this.#cancel = this.#clock.after(ms, () => this.#due());
  }

  /** After sleep a timer may be late; locks at once when the time has passed. */
  catchUp(): void {
    if (this.#locksAt !== null && this.#clock.now() >= this.#locksAt) this.#due();
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
