import type { Clock } from '../../base/ports.ts';
import { unlessAborted } from '../../base/unless-aborted.ts';

const mostHeld = 64;

/** Holds the calls that arrived while the vault was locked, until it is unlocked. */
export class HeldCalls {
  readonly #clock: Clock;
  readonly #isOpen: () => boolean;
  readonly #onFirst: () => void;
  readonly #held = new Set<() => void>();

  /** `onFirst` is called when a call begins to wait and no other one waits. */
  constructor(clock: Clock, isOpen: () => boolean, onFirst: () => void) {
    this.#clock = clock;
    this.#isOpen = isOpen;
    this.#onFirst = onFirst;
  }

  /** Continues the calls that wait. */
  unlocked(): void {
    for (const go of [...this.#held]) go();
  }

  /**
   * Waits until the vault is open. Returns false when the vault is not open by `deadline` (in milliseconds since 1970), or when 64 calls
   * wait already. Rejects with the signal's reason.
   */
  async openBy(deadline: number, signal: AbortSignal): Promise<boolean> {
    if (this.#isOpen()) return true;
    if (this.#held.size >= mostHeld) return false;
    if (this.#held.size === 0) this.#onFirst();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const go = () => resolve(true);
    const cancel = this.#clock.after(deadline - this.#clock.now(), () => resolve(false));
    this.#held.add(go);
    try {
      return await unlessAborted(promise, signal);
    } finally {
      cancel();
      this.#held.delete(go);
    }
  }
}
