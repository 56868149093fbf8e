import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import { Failed } from '../base/failure.ts';
import { KeyringRefused, KeyringUnavailable } from '../base/ports.ts';
import type { Secret } from '../base/secret.ts';
import { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { removeEarlierKey } from './earlier-key.ts';
import { KeyChange } from './key-change.ts';
import { keysIn, removeMeta, replaceKeys, writeMeta } from './key-table.ts';
import { keyringIsThere } from './keyring-opening.ts';
import { putRecoveryKey } from './new-recovery-key.ts';
import { hasPasscode } from './passcode.ts';
import type { PasscodeLock } from './passcode-lock.ts';
import type { PassphraseLock } from './passphrase-lock.ts';
import { notNow, wrongPasscode, wrongPassphrase } from './problems.ts';
import type { VaultOptions } from './vault-backups.ts';
import type { VaultState } from './vault-state.ts';
import { words } from './words.ts';
import {
  openByPasscode,
  sealedByPasscode,
  unwrapByKeyring,
  type Wrapping,
  wrapByKeyring,
  wrapByPasscode,
  wrapByPassphrase,
} from './wrappings.ts';

/** The inputs of a key renewal. */
export interface Renewal {
  /** The passcode or the passphrase, when the vault has one. */
  readonly typed?: Secret | undefined;
  /** Derives again what stores derived from the earlier key. Runs inside the transaction of the change. */
  readonly follow: (change: KeyChange) => void;
  /**
   * Asks whether to continue although so many values do not open. These values stay unreadable, and the daily backups that may hold them
   * are removed.
   */
  readonly anyway: (unreadable: number) => Promise<boolean>;
  /** Receives the number of values that are encrypted again, and their total. */
  readonly tell?: (done: number, of: number) => void;
}

/** The result of a key renewal. */
export interface Renewed {
  /** The recovery key that replaces the earlier one; null when there was none, or when the new one could not be written. */
  readonly recoveryKey: string | null;
  /** Whether the vault's folder holds nothing of the earlier key. Otherwise the next opening removes the rest. */
  readonly removed: boolean;
}

/** Gives the vault a new data key and encrypts everything with it. */
export class KeyRenewal {
  readonly #now: VaultState;
  readonly #o: VaultOptions;
  readonly #locks: { readonly passcode: PasscodeLock; readonly passphrase: PassphraseLock };
  readonly #inTurn: (work: () => Promise<void>) => Promise<VaultStatus>;

  constructor(
    now: VaultState,
    options: VaultOptions,
    locks: { readonly passcode: PasscodeLock; readonly passphrase: PassphraseLock },
    inTurn: (work: () => Promise<void>) => Promise<VaultStatus>,
  ) {
    this.#now = now;
    this.#o = options;
    this.#locks = locks;
    this.#inTurn = inTurn;
  }

  /**
   * Makes a new random data key, seals every value with it and wraps it in the way the vault has now, in one transaction. If the app is
   * killed at any moment, the vault has either the earlier key or the new one. Then removes from the vault's folder everything the earlier
   * key may open. Throws Failed `wrong-passcode`, `wrong-passphrase`, `wait`, `vault-problem` when the keyring does not answer,
   * `cancelled`, `vault-locked`, or what a write throws. After a failure the vault still has its earlier key.
   */
  async renew(renewal: Renewal): Promise<Renewed> {
    let renewed: Renewed = { recoveryKey: null, removed: false };
    await this.#inTurn(async () => {
      renewed = await this.#renew(renewal);
    });
    return renewed;
  }

  async #renew({ typed, follow, anyway, tell = () => undefined }: Renewal): Promise<Renewed> {
    const { db, key } = this.#now.opened();
    const wrap = await this.#wayIn(db, typed);
    // Finish the cleanup of an earlier renewal first, so that there is never more than one earlier key to remove.
    removeEarlierKey(db);
    const next = DataKey.random();
    try {
      const wrapping = await next.withRoot(wrap);
      const change = new KeyChange(db, key, next);
      await change.prepare(() => !key.wiped, tell);
      if (!key.wiped && change.unreadable > 0 && !(await anyway(change.unreadable))) throw cancelled();
      // The vault may have been locked or closed meanwhile.
      if (this.#now.opened().key !== key) throw notNow(words.keyRenewal.openedAgain);
      const hadRecoveryKey = keysIn(db).some(({ kind }) => kind === 'recovery');
      db.transaction(() => {
        follow(change);
        change.writeCells();
        replaceKeys(db, [wrapping]);
        writeMeta(db, 'key_check', next.check);
        writeMeta(db, 'earlier_key_check', key.check);
        // If the app ends before it shows the new recovery key, it offers one at the next opening.
        if (hadRecoveryKey) removeMeta(db, 'recovery_answer');
      });
      this.#now.renewed(next);
      const removed = this.#now.removeEarlierKey(db);
      return { recoveryKey: hadRecoveryKey ? await this.#newRecoveryKey(db, next) : null, removed };
    } catch (error) {
      if (!this.#now.has(next)) next.wipe();
      throw error;
    } finally {
      this.#now.changed();
    }
  }

  /** Checks what the person typed. Returns a function that wraps the new key in the way that opens the vault today. */
  async #wayIn(db: Database, typed: Secret | undefined): Promise<(root: Buffer) => Promise<Wrapping>> {
    const kind = this.#now.keptIn?.kind;
    if (kind === 'session') throw notNow(words.keyRenewal.onlySession);
    const forgotten = this.#now.recovered && (kind === 'passphrase' || hasPasscode(db));
    if (forgotten) throw notNow(words.keyRenewal.choosePasscode);
    if (kind === 'passphrase') {
      if (typed === undefined) throw wrongPassphrase();
      await this.#locks.passphrase.judge(db, typed);
      return (root) => wrapByPassphrase(root, typed);
    }
    const { keyring, log } = this.#o;
    if (!(await keyringIsThere(keyring, log))) throw keyringSilent();
    if (!hasPasscode(db)) return (root) => provedByKeyring(root, () => this.#byKeyring(root));
    if (typed === undefined) throw wrongPasscode();
    await this.#locks.passcode.judge(db, typed);
    return (root) => provedByKeyring(root, () => this.#byPasscode(root, typed));
  }

  async #byKeyring(root: Buffer): Promise<{ wrapping: Wrapping; again: Buffer }> {
    const { keyring } = this.#o;
    const wrapping = await wrapByKeyring(root, keyring);
    return { wrapping, again: (await unwrapByKeyring(wrapping, keyring)).root };
  }

  async #byPasscode(root: Buffer, passcode: Secret): Promise<{ wrapping: Wrapping; again: Buffer }> {
    const { keyring } = this.#o;
    const wrapping = await wrapByPasscode(root, keyring, passcode);
    const { sealed } = await sealedByPasscode(wrapping, keyring);
    return { wrapping, again: await openByPasscode(wrapping, sealed, passcode) };
  }

  /**
   * Makes a new recovery key. The new data key is already committed, so a failure here must not look like a failed renewal: the vault then
   * offers a recovery key.
   */
  async #newRecoveryKey(db: Database, key: DataKey): Promise<string | null> {
    try {
      return await putRecoveryKey(db, key);
    } catch (error) {
      this.#o.log.note('vault.no-recovery-key', { error: String(error) });
      return null;
    }
  }
}

/** Proves that the keyring returns what it wrapped, before the earlier key is removed. Nothing else would open the vault. */
async function provedByKeyring(
  root: Buffer,
  wrap: () => Promise<{ wrapping: Wrapping; again: Buffer }>,
): Promise<Wrapping> {
  try {
    const { wrapping, again } = await wrap();
    const opens = again.equals(root);
    again.fill(0);
    if (opens) return wrapping;
  } catch (error) {
    if (!(error instanceof KeyringUnavailable || error instanceof KeyringRefused)) throw error;
  }
  throw keyringSilent();
}

const keyringSilent = () =>
  new Failed('vault-problem', words.keyRenewal.keyringSilent, words.keyRenewal.startKeyring);

const cancelled = () => new Failed('cancelled', words.keyRenewal.cancelled);
