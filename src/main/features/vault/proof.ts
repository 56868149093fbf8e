import type { VaultStatus } from '../../../shared/contract/vault-status.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import { words } from './words.ts';

/** How long a proof holds for guarded actions, in milliseconds. */
const holds = 60_000;

/** The actions that need a proof. */
export type Guarded = keyof typeof words.proof;

/** Returns how the person can prove who they are, as a sentence. Returns null when this vault needs no proof. Pure. */
export function proofOf({ keptIn, lock }: Pick<VaultStatus, 'keptIn' | 'lock'>): string | null {
  if (keptIn?.kind === 'passphrase') return words.givePassphrase;
  if (lock.systemProof === null) return lock.passcode === 'none' ? null : words.givePasscode;
  return (lock.passcode === 'none' ? words.askSystem : words.passcodeOrSystem)[lock.systemProof];
}

/**
 * Holds when the person at the window last proved who they are: by the passcode, the passphrase, the recovery key or the system's own
 * question. Guarded actions ask here. They continue when the vault needs no proof.
 */
export class Proof {
  readonly #clock: Clock;
  readonly #remedy: () => string | null;
  #at: number | null = null;
  #stop: () => void = () => undefined;
  #wanted: Guarded | null = null;

  /** `remedy` returns what the person must do, or null when no proof is needed. */
  constructor(clock: Clock, remedy: () => string | null) {
    this.#clock = clock;
    this.#remedy = remedy;
  }

  /** Called when the person gave a correct proof. */
  given(): void {
    this.forget();
    this.#at = this.#clock.now();
    // A clock that is set back by less than what has passed hides that it was.
    this.#stop = this.#clock.after(holds, () => {
      this.#at = null;
    });
  }

  /** Returns the text that the system shows for the last refused action. Returns null when no action waits for a proof. */
  get wanted(): string | null {
    return this.#wanted === null ? null : words.wanted[this.#wanted];
  }

  /** Called on a lock. Ends the proof. */
  forget(): void {
    this.#stop();
    this.#at = null;
    this.#wanted = null;
  }

  /** Throws Failed `proof-needed` without a proof within the last minute. */
  need(action: Guarded): void {
    const remedy = this.#remedy();
    if (remedy === null) return;
    const age = this.#at === null ? holds : this.#clock.now() - this.#at;
    // A proof would hold for longer after the clock was set back.
    if (age >= 0 && age < holds) return;
    this.#wanted = action;
    throw new Failed('proof-needed', words.proof[action], remedy);
  }
}
