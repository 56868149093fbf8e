import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import type { Clock } from '../base/ports.ts';
import type { Secret } from '../base/secret.ts';
import { CellUnreadable } from './cells.ts';
import { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { attempt, countAnew } from './failed-attempts.ts';
import { keysIn, putKey, readMeta } from './key-table.ts';
import { checkPassphrase } from './passphrase-strength.ts';
import { notNow, wrongPassphrase } from './problems.ts';
import type { VaultState } from './vault-state.ts';
import { words } from './words.ts';
import { unwrapByPassphrase, wrapByPassphrase } from './wrappings.ts';

/** The passphrase of a vault without a keyring: changes it and checks what the person typed. */
export class PassphraseLock {
  readonly #now: VaultState;
  readonly #clock: Clock;
  readonly #inTurn: (work: () => Promise<void>) => Promise<VaultStatus>;

  constructor(now: VaultState, clock: Clock, inTurn: (work: () => Promise<void>) => Promise<VaultStatus>) {
    this.#now = now;
    this.#clock = clock;
    this.#inTurn = inTurn;
  }

  /**
   * Wraps the open key with `passphrase` in place of `present`, in one transaction. Checking `present` counts as an attempt to unlock. A
   * vault that the recovery key opened needs no `present`. Throws Failed `weak-passcode`, `wrong-passphrase`, `wait`, or `bad-request` when
   * the vault has no passphrase.
   */
  change(passphrase: Secret, present?: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const { db, key } = this.#now.opened();
      if (this.#now.keptIn?.kind !== 'passphrase') throw notNow(words.passphraseLock.noPassphrase);
      await checkPassphrase(passphrase);
      if (!this.#now.recovered) await this.judge(db, present);
      putKey(db, await key.withRoot((root) => wrapByPassphrase(root, passphrase)));
      // The log would still hold the wrapping that the earlier passphrase opens.
      db.emptyLog();
      countAnew(db, this.#clock);
      this.#now.recovered = false;
      this.#now.changed();
    });
  }

  /** Checks a passphrase and changes nothing. Throws as `judge` does, or Failed `vault-locked`. */
  async prove(typed: Secret): Promise<void> {
    await this.#inTurn(() => this.judge(this.#now.opened().db, typed));
  }

  /** Checks a passphrase as an attempt to unlock, for work that already has its turn. Throws Failed `wrong-passphrase` or `wait`. */
  async judge(db: Database, typed: Secret | undefined): Promise<void> {
    if (typed === undefined) throw wrongPassphrase();
    await this.#now.tellingAfter(() => attempt(db, this.#clock, () => opens(db, typed)));
    this.#now.proved();
  }
}

/** Throws Failed `wrong-passphrase` unless `typed` opens this vault's key. */
async function opens(db: Database, typed: Secret): Promise<void> {
  const wrapping = keysIn(db).find(({ kind }) => kind === 'passphrase');
  if (wrapping === undefined) throw wrongPassphrase();
  const root = await unwrapByPassphrase(wrapping, typed).catch((error) => {
    throw error instanceof CellUnreadable ? wrongPassphrase() : error;
  });
  using key = new DataKey(root);
  if (!key.matches(readMeta(db, 'key_check'))) throw wrongPassphrase();
}
