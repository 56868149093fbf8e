import type { VaultStatus } from '../../../shared/contract/vault.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import { words } from './words.ts';

/** How long a proof holds for guarded actions, in milliseconds. */
const holds = 60_000;

/** What is guarded by a proof. */
export type Guarded = keyof typeof words.proof;

/** Returns what the person is to do to prove who they are, as a sentence; null where this vault asks for no proof. Pure. */
export function proofOf({ keptIn, lock }: Pick<VaultStatus, 'keptIn' | 'lock'>): string | null {
  if (keptIn?.kind === 'passphrase') return words.givePassphrase;
  if (lock.systemProof === null) return lock.passcode === 'none' ? null : words.givePasscode;
  return (lock.passcode === 'none' ? words.askSystem : words.passcodeOrSystem)[lock.systemProof];
}

/**
 * Holds when the person at the window last proved who they are: by the passcode, the passphrase, the recovery key or the system's own
 * question. Guarded actions ask here. Where the vault asks for no proof they go on.
 */
export class Proof {
  readonly #clock: Clock;
  readonly #remedy: () => string | null;
  #at: number | null = null;
  #wanted: Guarded | null = null;

  /** `remedy` returns what the person is to do, or null where no proof is asked for. */
  constructor(clock: Clock, remedy: () => string | null) {
    this.#clock = clock;
    this.#remedy = remedy;
  }

  /** What the person gave was judged and right. */
  given(): void {
    this.#at = this.#clock.now();
    this.#wanted = null;
  }

  /** Returns what the system shows of the guarded action that was refused last; null where none waits for a proof. */
  get wanted(): string | null {
    return this.#wanted === null ? null : words.wanted[this.#wanted];
  }

  /** A lock ends what was proved. */
  forget(): void {
    this.#at = null;
    this.#wanted = null;
  }

  /** Throws Failed `proof-needed` unless a proof was given within the last minute. */
  need(action: Guarded): void {
    const remedy = this.#remedy();
    if (remedy === null) return;
    const age = this.#at === null ? holds : this.#clock.now() - this.#at;
    // A clock that was set back would make a proof hold for longer.
    if (age >= 0 && age < holds) return;
    this.#wanted = action;
    throw new Failed('proof-needed', words.proof[action], remedy);
  }
}
