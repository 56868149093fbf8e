import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import { words } from './words.ts';

/** How long a proof holds for guarded actions, in milliseconds. */
const holds = 60_000;

/** What is guarded by the passcode. */
export type Guarded = keyof typeof words.proof;

/** Who is at the window proved it by the passcode, and when. Guarded actions ask here; where no passcode was chosen they go on as before. */
export class Proof {
  readonly #clock: Clock;
  readonly #isAsked: () => boolean;
  #at: number | null = null;

  /** `isAsked` tells whether a passcode was chosen. */
  constructor(clock: Clock, isAsked: () => boolean) {
    this.#clock = clock;
    this.#isAsked = isAsked;
  }

  /** The passcode was judged and right. */
  given(): void {
    this.#at = this.#clock.now();
  }

  /** A lock ends what was proved. */
  forget(): void {
    this.#at = null;
  }

  /** Throws Failed `proof-needed` unless the passcode was given within the last minute. */
  need(action: Guarded): void {
    if (!this.#isAsked()) return;
    const age = this.#at === null ? holds : this.#clock.now() - this.#at;
    // A clock that was set back would make a proof hold for longer.
    if (age >= 0 && age < holds) return;
    throw new Failed('proof-needed', words.proof[action], words.givePasscode);
  }
}
