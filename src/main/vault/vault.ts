import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import type { Failed } from '../base/failure.ts';
import { KeyringUnavailable, type SystemProofWay } from '../base/ports.ts';
import type { Secret } from '../base/secret.ts';
import { CellUnreadable } from './cells.ts';
import { DataKey } from './data-key.ts';
import { createDatabase, type Database, openDatabase } from './database.ts';
import { attempt } from './failed-attempts.ts';
import { failedBy, troubleOf } from './file-trouble.ts';
import { type KeptIn, keyringKept, passphraseKept, sessionKept } from './kept-in.ts';
import { KeyRenewal, type Renewal, type Renewed } from './key-renewal.ts';
import { keysIn, readMeta, writeMeta } from './key-table.ts';
import { keyringIsThere, openByKeyring, rewrap } from './keyring-opening.ts';
import { putRecoveryKey } from './new-recovery-key.ts';
import { newVaultFile } from './new-vault-file.ts';
import { hasPasscode } from './passcode.ts';
import { PasscodeLock } from './passcode-lock.ts';
import { PassphraseLock } from './passphrase-lock.ts';
import { notNow, ownFile, wrongPassphrase, wrongRecoveryKey } from './problems.ts';
import { readRecoveryKey } from './recovery-key.ts';
import { noSystemProof, SystemProofLock } from './system-proof-lock.ts';
import { systemProofIn } from './system-proof-mark.ts';
import { VaultBackups, type VaultOptions } from './vault-backups.ts';
import {
  isOfVault,
  keepBeside,
  makeFolder,
  putInPlace,
  removeUnfinished,
  setAside,
  vaultExists,
  vaultPath,
} from './vault-file.ts';
import { VaultState } from './vault-state.ts';
import { words } from './words.ts';
import {
  keyringLabelOf,
  unwrapByPassphrase,
  unwrapByRecoveryKey,
  type Wrapping,
  wrapByKeyring,
  wrapByPassphrase,
} from './wrappings.ts';

/**
 * The one file that keeps tokens. Keyturn creates it on first use. The keyring or a passphrase opens it. Keyturn never overwrites or
 * deletes a file it could not open. docs/vault.md describes the format and what happens for every problem.
 */
export class Vault extends VaultBackups {
  readonly #o: VaultOptions;
  readonly #path: string;
  readonly #now: VaultState;
  /** The passcode that the key is bound to, when the person set one. */
  readonly passcode: PasscodeLock;
  /** The passphrase of a vault without a keyring. */
  readonly passphrase: PassphraseLock;
  readonly #renewal: KeyRenewal;
  /** The system's own proof, when the person switched it on. */
  readonly systemProof: SystemProofLock;
  /** The keyring takes time to answer. Later calls wait for their turn, so that no two openings interleave. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: VaultOptions) {
    super(options);
    this.#o = options;
    this.#path = vaultPath(options.folder);
    this.#now = new VaultState(options.log);
    const inTurn = (work: () => Promise<void>) => this.#inTurn(work);
    this.passcode = new PasscodeLock(this.#now, options, inTurn);
    this.passphrase = new PassphraseLock(this.#now, options.clock, inTurn);
    this.#renewal = new KeyRenewal(this.#now, options, this, inTurn);
    this.systemProof = new SystemProofLock(this.#now, options.systemProof ?? noSystemProof, inTurn);
  }

  /** Returns the status now. The app supplies the locking times. */
  status(): VaultStatus {
    return { ...this.#now.status, lock: { ...this.passcode.status(), systemProof: this.systemProof.way() } };
  }

  /** Calls `listener` after every change of the status. Returns a function that unsubscribes. */
  onChange(listener: () => void): () => void {
    return this.#now.onChange(listener);
  }

  /**
   * Calls `listener` each time a passcode, passphrase or recovery key was checked and is right. A call that checks nothing, for example an
   * unlock of an open vault, does not count.
   */
  onProved(listener: () => void): void {
    this.#now.onProved(listener);
  }

  /** Opens the vault or makes a new one; later calls do nothing. Never throws for known problems: the status shows them. */
  start(): Promise<VaultStatus> {
    return this.#inTurn(() => (this.#now.phase === 'opening' ? this.#start() : undefined));
  }

  /** Tries again after the person fixed a problem or started a keyring. */
  retry(): Promise<VaultStatus> {
    return this.#inTurn(() =>
      this.#now.phase === 'open' || this.#now.phase === 'locked' ? undefined : this.#start(),
    );
  }

  /** Returns false for a vault of this session: it has no stored key, so locking would lose it. */
  canLock(): boolean {
    return this.#now.phase === 'open' && this.#now.keptIn?.kind !== 'session';
  }

  /** Drops the data key from memory. */
  lock(): void {
    if (!this.canLock()) return;
    this.#now.lock();
  }

  /**
   * Opens a locked vault. `typed` is its passcode or passphrase, when it has one. Throws Failed `wrong-passcode`, `wrong-passphrase`,
   * `wait`, or `not-proved` when the vault asks for the system's own proof. The status shows keyring problems.
   */
  unlock(typed?: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const db = this.#now.db;
      if (this.#now.phase !== 'locked' || db === null) return;
      if (this.#now.keptIn?.kind !== 'passphrase') return this.#unlockByKeyring(db, typed);
      const wrapping = keysIn(db).find(({ kind }) => kind === 'passphrase');
      if (typed === undefined || wrapping === undefined) throw wrongPassphrase();
      await this.#now.tellingAfter(() =>
        attempt(db, this.#o.clock, () =>
          this.#openBy(db, passphraseKept, () => unwrapByPassphrase(wrapping, typed), wrongPassphrase()),
        ),
      );
      this.#now.proved();
    });
  }

  /** Without a keyring: makes a new vault under a passphrase. */
  choosePassphrase(passphrase: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      if (this.#now.phase !== 'no-keyring') return;
      await this.#guarded(() => this.#create((root) => wrapByPassphrase(root, passphrase), passphraseKept));
      if (this.status().phase === 'open') this.#now.proved();
    });
  }

  /** Without a keyring: keeps the vault in memory until the app ends and writes nothing. */
  keepForSession(): Promise<VaultStatus> {
    return this.#inTurn(() => {
      if (this.#now.phase !== 'no-keyring') return;
      const key = DataKey.random();
      const db = createDatabase(':memory:');
      writeMeta(db, 'key_check', key.check);
      this.#now.found(db);
      this.#now.opens(db, key, sessionKept);
    });
  }

  /** Makes a recovery key, which replaces an earlier one. The text is shown once and stored nowhere. */
  async makeRecoveryKey(): Promise<string> {
    const { db, key } = this.opened();
    if (this.#now.keptIn?.kind === 'session') throw notNow(words.vault.noRecoveryKey);
    const text = await putRecoveryKey(db, key);
    this.#now.changed();
    return text;
  }

  /** Gives the vault a new data key. Works and throws as `KeyRenewal.renew` does. */
  renewKey(renewal: Renewal): Promise<Renewed> {
    return this.#renewal.renew(renewal);
  }

  /** Notes that the person declined the recovery key, so that it is not offered again. */
  async declineRecoveryKey(): Promise<VaultStatus> {
    const { db } = this.opened();
    writeMeta(db, 'recovery_answer', Buffer.from('declined'));
    this.#now.changed();
    return this.status();
  }

  /**
   * Opens a vault whose key the keyring lost or whose passphrase was forgotten. Wraps the key with the keyring, if there is one. Throws
   * Failed `wrong-recovery-key`.
   */
  recover(recoveryKey: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const db = this.#now.db;
      if ((this.#now.phase !== 'problem' && this.#now.phase !== 'locked') || db === null) return;
      const typed = recoveryKey.use((bytes) => readRecoveryKey(bytes.toString('utf8')));
      const wrapping = keysIn(db).find(({ kind }) => kind === 'recovery');
      if ('wrong' in typed) throw wrongRecoveryKey(typed.wrong);
      if (wrapping === undefined) throw wrongRecoveryKey(words.recoveryKey.noneMade);
      try {
        const key = await this.#openBy(
          db,
          this.#now.keptIn ?? passphraseKept,
          async () => unwrapByRecoveryKey(wrapping, typed),
          wrongRecoveryKey(words.recoveryKey.ofAnother),
        );
        this.#now.recovered = true;
        this.#now.proved();
        this.#now.changed();
        // Wrapping with the keyring alone would remove the passcode, so the vault asks for a new one instead.
        if (hasPasscode(db)) {
          this.#now.keptIn = this.#keptByKeyring(db);
          this.#now.changed();
          return;
        }
        if (key.wiped || !(await rewrap(db, key, this.#o.keyring, this.#o.log))) return;
      } finally {
        typed.fill(0);
      }
      this.#now.keptIn = this.#keptNow();
      this.#now.changed();
    });
  }

  protected override async restored(
    path: string,
    unpack: () => Promise<{ unfinished: string; tokens: number }>,
  ): Promise<{ tokens: number; oldFile: string | null }> {
    let outcome: { tokens: number; oldFile: string | null } = { tokens: 0, oldFile: null };
    await this.#inTurn(async () => {
      if (this.#now.keptIn?.kind === 'session') {
        throw notNow(words.vault.sessionWouldBeLost);
      }
      if (this.#now.problem !== null && !this.#now.problem.actions.includes('restore-backup')) {
        throw notNow(words.vault.cannotReplace);
      }
      if (isOfVault(path, this.#path)) throw ownFile();
      outcome = await this.#replaced(async () => {
        const { unfinished, tokens } = await unpack();
        this.#now.letGo();
        const oldFile = vaultExists(this.#path) ? keepBeside(this.#path, this.#o.clock.now()) : null;
        putInPlace(unfinished, this.#path);
        return { tokens, oldFile };
      });
    });
    return outcome;
  }

  /**
   * Starts an empty vault and keeps the one that does not open beside it, under the name in the result. Throws Failed `bad-request` when
   * this would not help, for example while another process uses the file.
   */
  async beginAnew(): Promise<{ oldFile: string }> {
    let oldFile = '';
    await this.#inTurn(async () => {
      if (this.#now.problem === null) throw notNow(words.vault.opens);
      if (!this.#now.problem.actions.includes('begin-anew')) throw notNow(words.vault.mustStay);
      oldFile = await this.#replaced(async () => {
        this.#now.letGo();
        return setAside(this.#path, this.#o.clock.now());
      });
    });
    return { oldFile };
  }

  /** Wipes the key and closes the file. */
  close(): void {
    this.#now.letGo();
    this.#now.silence();
  }

  protected override systemProofWay(): SystemProofWay | null {
    return this.systemProof.way();
  }

  protected override opened(): ReturnType<VaultState['opened']> {
    return this.#now.opened();
  }

  async #start(): Promise<void> {
    this.#now.letGo();
    await this.#guarded(async () => {
      makeFolder(this.#o.folder);
      if (vaultExists(this.#path)) {
        const db = openDatabase(this.#path);
        this.#now.found(db);
        const ways = new Set(keysIn(db).map(({ kind }) => kind));
        if (hasPasscode(db) || systemProofIn(db) !== null) {
          this.#now.keptIn = this.#keptByKeyring(db);
          return this.#now.become('locked');
        }
        if (ways.has('keyring')) return this.#askKeyring(db);
        // A passphrase would not open the vault either.
        if (!ways.has('passphrase')) return this.#now.trouble(ways.has('recovery') ? 'key-lost' : 'damaged');
        this.#now.keptIn = passphraseKept;
        this.#now.become('locked');
      } else if (await keyringIsThere(this.#o.keyring, this.#o.log)) {
        await this.#create((root) => wrapByKeyring(root, this.#o.keyring), this.#keptNow());
      } else {
        this.#now.become('no-keyring');
      }
    });
  }

  /** Makes a new vault. The whole file appears under its name, or nothing does. */
  async #create(wrap: (root: Buffer) => Promise<Wrapping>, keptIn: KeptIn): Promise<void> {
    const key = DataKey.random();
    try {
      const wrapping = await key.withRoot(wrap);
      newVaultFile(this.#path, key, wrapping);
      const db = openDatabase(this.#path);
      this.#now.found(db);
      this.#now.opens(db, key, keptIn);
    } catch (error) {
      key.wipe();
      throw error;
    }
  }

  #keptNow(): KeptIn {
    const { keyring } = this.#o;
    return keyringKept(keyring.label(keyring.id()));
  }

  #keptByKeyring(db: Database): KeptIn {
    const newest = keysIn(db).find(({ kind }) => kind === 'keyring');
    return keyringKept(
      newest === undefined ? words.vault.systemKeyring : keyringLabelOf(newest, this.#o.keyring),
    );
  }

  async #unlockByKeyring(db: Database, passcode: Secret | undefined): Promise<void> {
    if (!hasPasscode(db)) {
      await this.systemProof.beforeUnlock(db);
      // The app may have ended, or another file may have replaced this one, while the person was asked.
      return db === this.#now.db ? this.#askKeyring(db) : undefined;
    }
    this.#now.keptIn = this.#keptByKeyring(db);
    const key = await this.passcode.ask(db, passcode);
    if (typeof key === 'string') this.#now.trouble(key);
    else this.#now.opens(db, key, this.#keptNow());
  }

  async #askKeyring(db: Database): Promise<void> {
    this.#now.keptIn = this.#keptByKeyring(db);
    const opening = await openByKeyring(db, this.#o.keyring, this.#o.log);
    if (typeof opening === 'string') this.#now.trouble(opening);
    else if (this.#now.opens(db, opening.key, this.#keptNow()) && opening.rewrap) {
      await rewrap(db, opening.key, this.#o.keyring, this.#o.log);
    }
  }

  /** Opens the vault with what the person typed. Throws `wrong` when that does not open it. */
  async #openBy(
    db: Database,
    keptIn: KeptIn,
    unwrap: () => Promise<Buffer>,
    wrong: Failed,
  ): Promise<DataKey> {
    const key = new DataKey(
      await unwrap().catch((error) => {
        throw error instanceof CellUnreadable ? wrong : error;
      }),
    );
    if (!key.matches(readMeta(db, 'key_check'))) {
      key.wipe();
      throw wrong;
    }
    this.#now.opens(db, key, keptIn);
    return key;
  }

  /** Runs `work`, which replaces the vault's file, and then opens the file at that path, even when `work` failed. */
  async #replaced<T>(work: () => Promise<T>): Promise<T> {
    try {
      const done = await work();
      await this.#start();
      return done;
    } catch (error) {
      removeUnfinished(this.#path);
      if (this.#now.phase === 'opening') await this.#start();
      throw failedBy(error);
    }
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = error instanceof KeyringUnavailable ? 'keyring-locked' : troubleOf(error);
      if (code === null) throw error;
      this.#now.trouble(code);
    }
  }

  #inTurn(work: () => Promise<void> | undefined | void): Promise<VaultStatus> {
    const mine = this.#turn.then(async () => {
      await work();
      return this.status();
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}
