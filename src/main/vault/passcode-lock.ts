import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import type { Secret } from '../base/secret.ts';
import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { failedAttempts } from './failed-attempts.ts';
import { hasPasscode, openWithPasscode, type PasscodeNeeds, putPasscode, takePasscode } from './passcode.ts';
import { checkPasscode } from './passcode-strength.ts';
import { keyringSilent, notNow, wrongPasscode } from './problems.ts';
import type { VaultState } from './vault-state.ts';
import { words } from './words.ts';

type InTurn = (work: () => Promise<void>) => Promise<VaultStatus>;

/** The passcode of a vault that the keyring opens: sets, changes and removes it, and checks what the person typed. */
export class PasscodeLock {
  readonly #now: VaultState;
  readonly #needs: PasscodeNeeds;
  readonly #inTurn: InTurn;

  constructor(now: VaultState, needs: PasscodeNeeds, inTurn: InTurn) {
    this.#now = now;
    this.#needs = needs;
    this.#inTurn = inTurn;
  }

  /** Returns the state of the lock as the window shows it. */
  status(): Omit<VaultStatus['lock'], 'systemProof'> {
    const { db } = this.#now;
    const none = { passcode: 'none', recovered: false, failures: 0, waitsUntil: null } as const;
    if (db === null) return none;
    const read = this.#now.asked(() => {
      const chosen = this.#now.recovered ? 'choose-anew' : 'chosen';
      return {
        passcode: hasPasscode(db) ? chosen : 'none',
        recovered: this.#now.recovered,
        ...failedAttempts(db, this.#needs.clock),
      } as const;
    });
    return read ?? none;
  }

  /**
   * Binds the key to the keyring and a passcode. `present` is the current passcode; it is not needed when there is none or when the
   * recovery key opened the vault. Throws Failed `weak-passcode`, `wrong-passcode`, `wait`, or `bad-request` when there is no keyring.
   */
  choose(passcode: Secret, present?: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const { db, key } = this.#opened();
      await checkPasscode(passcode);
      if (!this.#now.recovered) await this.judge(db, present);
      await putPasscode(db, key, passcode, this.#needs);
      this.#now.recovered = false;
      this.#now.changed();
    });
  }

  /** Binds the key to the keyring alone. Throws Failed `wrong-passcode`, `wait`, or `bad-request` when there is no keyring. */
  remove(present: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const { db, key } = this.#opened();
      await this.judge(db, present);
      await takePasscode(db, key, this.#needs);
      this.#now.changed();
    });
  }

  /** Checks a passcode while the vault is open. Does nothing when the vault has none. Throws Failed `wrong-passcode` or `wait`. */
  async prove(passcode: Secret): Promise<void> {
    await this.#inTurn(() => this.judge(this.#now.opened().db, passcode));
  }

  /** Checks a passcode as `prove` does, for work that already has its turn. */
  async judge(db: Database, passcode: Secret | undefined): Promise<void> {
    if (!hasPasscode(db)) return;
    const key = await this.ask(db, passcode);
    if (typeof key === 'string') throw keyringSilent();
    key.wipe();
  }

  /** Returns the key that the keyring and the passcode open, or the keyring's problem. Throws Failed `wrong-passcode` or `wait`. */
  async ask(db: Database, passcode: Secret | undefined): Promise<DataKey | 'keyring-locked' | 'key-lost'> {
    if (passcode === undefined) throw wrongPasscode();
    const key = await this.#now.tellingAfter(() => openWithPasscode(db, passcode, this.#needs));
    if (typeof key !== 'string') this.#now.proved();
    return key;
  }

  #opened(): { db: Database; key: DataKey } {
    const opened = this.#now.opened();
    if (this.#now.keptIn?.kind === 'keyring') return opened;
    throw notNow(words.passcodeLock.noKeyring);
  }
}
