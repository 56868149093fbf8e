import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import { Failed } from '../base/failure.ts';
import type { SystemProof, SystemProofWay } from '../base/ports.ts';
import type { Database } from './database.ts';
import { hasPasscode } from './passcode.ts';
import { notNow } from './problems.ts';
import { markSystemProof, systemProofIn } from './system-proof-mark.ts';
import { remedyOf, sentenceOf } from './system-proof-words.ts';
import type { VaultState } from './vault-state.ts';
import { words } from './words.ts';

/**
 * The system's own proof of who sits at the computer, when the person switched it on. It protects the window, not the key: the keyring
 * opens the vault without it.
 */
export class SystemProofLock {
  readonly #now: VaultState;
  readonly #proof: SystemProof;
  readonly #inTurn: (work: () => Promise<void>) => Promise<VaultStatus>;
  #asking = false;

  constructor(
    now: VaultState,
    proof: SystemProof,
    inTurn: (work: () => Promise<void>) => Promise<VaultStatus>,
  ) {
    this.#now = now;
    this.#proof = proof;
    this.#inTurn = inTurn;
  }

  /** Returns the way this vault asks; null when the proof is switched off or the file cannot be read. */
  way(): SystemProofWay | null {
    return this.#now.asked(systemProofIn);
  }

  /** Returns the way this computer can ask now; null when it cannot ask. */
  available(): Promise<SystemProofWay | null> {
    return this.#proof.available();
  }

  /** Asks before a vault without a passcode is unlocked. Does nothing when the proof is switched off. Throws Failed `not-proved`. */
  async beforeUnlock(db: Database): Promise<void> {
    const way = systemProofIn(db);
    if (way === null) return;
    await this.#ask(way, words.systemProof.reasons.unlock);
    this.#now.proved();
  }

  /**
   * Asks while the vault is open; `reason` completes "Keyturn wants to". Throws Failed `not-proved`, `bad-request` when the proof is
   * switched off, or `vault-locked` when the vault is locked, also during the question.
   */
  async prove(reason: string): Promise<void> {
    await this.#ask(this.#switchedOn(), reason);
    this.#now.opened();
    this.#now.proved();
  }

  /**
   * Switches the proof on after the person answers the system's question. Throws Failed `not-proved`. Throws Failed `bad-request` when
   * there is no keyring, when this system cannot ask, or when neither a passcode nor a recovery key offers a way out.
   */
  switchOn(): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const { db } = this.#now.opened();
      if (this.#now.keptIn?.kind !== 'keyring') throw notNow(words.systemProof.noKeyring);
      if (!hasPasscode(db) && this.#now.status.recoveryKey !== 'made') {
        throw new Failed('bad-request', words.systemProof.noWayOut, words.systemProof.makeWayOut);
      }
      const way = await this.#proof.available();
      if (way === null) throw notNow(words.systemProof.cannotAsk);
      await this.#ask(way, words.systemProof.reasons.switchOn);
      // The vault may have been locked meanwhile.
      markSystemProof(this.#now.opened().db, way);
      this.#now.changed();
    });
  }

  /** Switches the proof off. With `asks`, the person must first answer the system's question. Throws Failed `not-proved`. */
  switchOff(asks: boolean): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const way = this.#switchedOn();
      if (asks) await this.#ask(way, words.systemProof.reasons.switchOff);
      markSystemProof(this.#now.opened().db, null);
      this.#now.changed();
    });
  }

  #switchedOn(): SystemProofWay {
    const way = systemProofIn(this.#now.opened().db);
    if (way === null) throw notNow(words.systemProof.isOff);
    return way;
  }

  /** Allows one question at a time. Otherwise a person might answer a hidden question and mean the one on top. */
  async #ask(way: SystemProofWay, reason: string): Promise<void> {
    if (this.#asking)
      throw new Failed('bad-request', words.systemProof.asksAlready, words.systemProof.answerThat);
    this.#asking = true;
    try {
      const answer = await this.#proof.ask(reason);
      if (answer === 'given') return;
      const isBound = this.#now.asked(hasPasscode) ?? false;
      throw new Failed('not-proved', sentenceOf(answer, way), remedyOf(this.#now.phase === 'open', isBound));
    } finally {
      this.#asking = false;
    }
  }
}

/** The proof on a system that has none. */
export const noSystemProof: SystemProof = { available: async () => null, ask: async () => 'unavailable' };
