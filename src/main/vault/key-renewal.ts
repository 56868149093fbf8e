import type { VaultStatus } from '../../shared/contract/vault.ts';
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

/** What a new data key is made with. */
export interface Renewal {
  /** The passcode or the passphrase, where the vault has one. */
  readonly typed?: Secret | undefined;
  /** Derives anew what stores derived from the earlier key; called inside the transaction of the change. */
  readonly follow: (change: KeyChange) => void;
  /** Whether to go on where so many values do not open: they stay unreadable, and the daily backups that may hold them go. */
  readonly anyway: (unreadable: number) => Promise<boolean>;
  /** Hears how many values of how many are encrypted anew. */
  readonly tell?: (done: number, of: number) => void;
}

/** What came of it. */
export interface Renewed {
  /** The recovery key that takes the place of the earlier one; null where there was none, or where it could not be written. */
  readonly recoveryKey: string | null;
  /** Whether nothing of the earlier key is left in the vault's folder. Where something is, the next opening removes it. */
  readonly removed: boolean;
}

/** Gives the vault a new data key and encrypts everything by it. */
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
   * Makes a new random data key, seals every value by it and wraps it in the way the vault has, in one transaction: whenever it is killed,
   * the vault has the earlier key or the new one. Then what the earlier key may open is removed from the vault's folder. Throws Failed
   * `wrong-passcode`, `wrong-passphrase`, `wait`, `vault-problem` where the keyring does not answer, `cancelled`, `vault-locked`, or what a
   * write throws; the vault has its earlier key then.
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
    // A renewal whose end did not succeed is ended first, so that one earlier key at most is to be removed.
    removeEarlierKey(db);
    const next = DataKey.random();
    try {
      const wrapping = await next.withRoot(wrap);
      const change = new KeyChange(db, key, next);
      await change.prepare(() => !key.wiped, tell);
      if (!key.wiped && change.unreadable > 0 && !(await anyway(change.unreadable))) throw cancelled();
      // It may have been locked or closed meanwhile.
      if (this.#now.opened().key !== key) throw notNow(words.keyRenewal.openedAgain);
      const hadRecoveryKey = keysIn(db).some(({ kind }) => kind === 'recovery');
      db.transaction(() => {
        follow(change);
        change.writeCells();
        replaceKeys(db, [wrapping]);
        writeMeta(db, 'key_check', next.check);
        writeMeta(db, 'earlier_key_check', key.check);
        // Where it ends before the new recovery key was shown, one is offered.
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

  /** Judges what was typed, and returns how the new key is wrapped in the way that the vault opens today. */
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

  /** Once the new key is committed, nothing may look as if it had not been made; without a recovery key, one is offered. */
  async #newRecoveryKey(db: Database, key: DataKey): Promise<string | null> {
    try {
      return await putRecoveryKey(db, key);
    } catch (error) {
      this.#o.log.note('vault.no-recovery-key', { error: String(error) });
      return null;
    }
  }
}

/** The keyring gives back what it wrapped before the earlier key goes: nothing else would open the vault. */
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
