import type { Clock } from '../../base/ports.ts';

const mostHeld = 64;

interface HeldNeeds {
  readonly clock: Clock;
  readonly isOpen: () => boolean;
  /** A person is wanted: what to tell them. */
  readonly call: (sentence: string) => void;
}

/** Calls that came while Keyturn was locked, and wait for the unlock. */
export class HeldCalls {
  readonly #needs: HeldNeeds;
  readonly #held = new Set<() => void>();

  constructor(needs: HeldNeeds) {
    this.#needs = needs;
  }

  /** The vault is open: all go on. */
  release(): void {
    for (const go of [...this.#held]) go();
  }

  /** True once the vault is open; false when it is not by `deadline`, or too many wait for that. Rejects when the program hangs up. */
  async openBy(deadline: number, signal: AbortSignal): Promise<boolean> {
    if (this.#needs.isOpen()) return true;
    if (this.#held.size >= mostHeld) return false;
    if (this.#held.size === 0) {
      this.#needs.call('A program asks to use a token. Unlock Keyturn to answer it.');
    }
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    const go = () => resolve(true);
    const hungUp = () => reject(signal.reason);
    const cancel = this.#needs.clock.after(deadline - this.#needs.clock.now(), () => resolve(false));
    this.#held.add(go);
    if (signal.aborted) hungUp();
    else signal.addEventListener('abort', hungUp, { once: true });
    try {
      return await promise;
    } finally {
      cancel();
      this.#held.delete(go);
      signal.removeEventListener('abort', hungUp);
    }
  }
}
