import type { VaultProblemCode, VaultStatus } from '../../shared/contract/models.ts';
import { Failed } from '../failed.ts';
import { type Clock, type Keyring, KeyringRefused, KeyringUnavailable, type Log } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { unpackBackup, writeBackup } from './backup.ts';
import { CellUnreadable } from './cells.ts';
import { DataKey } from './data-key.ts';
import { createDatabase, type Database, failedBy, openDatabase, troubleOf } from './database.ts';
import { type KeptIn, keyringKept, passphraseKept, sessionKept } from './kept-in.ts';
import { keysIn, putKey, readMeta, writeMeta } from './key-table.ts';
import { newVaultFile } from './new-vault-file.ts';
import { describeProblem, wrongPassphrase, wrongRecoveryKey } from './problems.ts';
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { VaultContents } from './vault-contents.ts';
import { makeFolder, putInPlace, setAside, vaultExists, vaultPath } from './vault-file.ts';
import {
  keyringLabelOf,
  unwrapByKeyring,
  unwrapByPassphrase,
  unwrapByRecoveryKey,
  type Wrapping,
  wrapByKeyring,
  wrapByPassphrase,
  wrapByRecoveryKey,
} from './wrappings.ts';

export interface VaultOptions {
  /** Where the vault's file is or will be; made for this account only. */
  readonly folder: string;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The one file that keeps tokens. It is created on first use, opens by the keyring or a passphrase, and never overwrites or deletes
 * a file it could not open. docs/vault.md has the form and what happens in every trouble.
 */
export class Vault extends VaultContents {
  readonly #o: VaultOptions;
  readonly #path: string;
  readonly #listeners = new Set<() => void>();
  #phase: VaultStatus['phase'] = 'opening';
  #problem: VaultStatus['problem'] = null;
  #keptIn: KeptIn | null = null;
  #db: Database | null = null;
  #key: DataKey | null = null;
  /** Asking the keyring takes time; what is asked meanwhile waits, so that no two openings interleave. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: VaultOptions) {
    super();
    this.#o = options;
    this.#path = vaultPath(options.folder);
  }

  /** How it stands now. Locking times are the app's and come from there. */
  status(): VaultStatus {
    return {
      phase: this.#phase,
      keptIn: this.#keptIn,
      locksAt: null,
      recoveryKey: this.#recoveryAnswer(),
      problem: this.#problem,
    };
  }

  /** Calls `listener` after every change of the status; the function given back ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens what is there or makes a new vault. Never throws for the troubles it knows: the status says them. */
  start(): Promise<VaultStatus> {
    return this.#inTurn(() => this.#start());
  }

  /** Looks again after the person put something right. */
  retry(): Promise<VaultStatus> {
    return this.#inTurn(() => (this.#phase === 'problem' ? this.#start() : undefined));
  }

  /** False for a session's vault: without a stored key, locking would lose it. */
  canLock(): boolean {
    return this.#phase === 'open' && this.#keptIn?.kind !== 'session';
  }

  /** Drops the data key from memory. */
  lock(): void {
    if (!this.canLock()) return;
    this.#forgetKey();
    this.#become('locked');
  }

  /** Opens a locked vault. Throws Failed `wrong-passphrase`; keyring troubles become the status. */
  unlock(passphrase?: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const db = this.#db;
      if (this.#phase !== 'locked' || db === null) return;
      if (this.#keptIn?.kind !== 'passphrase') return this.#openByKeyring(db);
      const wrapping = keysIn(db).find(({ kind }) => kind === 'passphrase');
      if (passphrase === undefined || wrapping === undefined) throw wrongPassphrase();
      await this.#openWith(
        db,
        passphraseKept,
        () => unwrapByPassphrase(wrapping, passphrase),
        wrongPassphrase,
      );
    });
  }

  /** No keyring: a new vault under a passphrase. */
  choosePassphrase(passphrase: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      if (this.#phase !== 'no-keyring') return;
      await this.#guarded(() => this.#create((root) => wrapByPassphrase(root, passphrase), passphraseKept));
    });
  }

  /** No keyring: in memory until the app ends; nothing is written. */
  keepForSession(): Promise<VaultStatus> {
    return this.#inTurn(() => {
      if (this.#phase !== 'no-keyring') return;
      this.#db = createDatabase(':memory:');
      this.#key = DataKey.random();
      this.#keptIn = sessionKept;
      this.#become('open');
    });
  }

  /** A second way to the data key, in place of an earlier one; the text is shown once and kept nowhere. */
  async makeRecoveryKey(): Promise<string> {
    const { db, key } = this.opened();
    const { bytes, text } = newRecoveryKey();
    const wrapping = key.withRoot((root) => wrapByRecoveryKey(root, bytes));
    bytes.fill(0);
    db.transaction(() => {
      putKey(db, wrapping);
      writeMeta(db, 'recovery_answer', Buffer.from('made'));
    });
    this.#changed();
    return text;
  }

  async declineRecoveryKey(): Promise<VaultStatus> {
    const { db } = this.opened();
    if (this.#recoveryAnswer() === 'to-offer') writeMeta(db, 'recovery_answer', Buffer.from('declined'));
    this.#changed();
    return this.status();
  }

  /** Opens a vault whose key the keyring lost, and wraps the key there anew. Throws Failed `wrong-recovery-key`. */
  recover(recoveryKey: Secret): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const db = this.#db;
      if (this.#phase !== 'problem' || db === null) return;
      const typed = recoveryKey.use((bytes) => readRecoveryKey(bytes.toString('utf8')));
      const wrapping = keysIn(db).find(({ kind }) => kind === 'recovery');
      if (typed === null || wrapping === undefined) throw wrongRecoveryKey();
      try {
        const kept = (await this.#o.keyring.isReal()) ? keyringKept(this.#o.keyring.label()) : this.#keptIn;
        await this.#openWith(
          db,
          kept ?? sessionKept,
          async () => unwrapByRecoveryKey(wrapping, typed),
          wrongRecoveryKey,
        );
      } finally {
        typed.fill(0);
      }
      if (await this.#o.keyring.isReal()) await this.#rewrap(db);
    });
  }

  /** See `writeBackup`. Throws Failed when the file cannot be written. */
  async saveBackup(path: string, passphrase: Secret): Promise<{ tokens: number }> {
    const { db, key } = this.opened();
    try {
      return { tokens: await writeBackup(db, key, path, passphrase) };
    } catch (error) {
      throw failedBy(error);
    }
  }

  /**
   * Puts a backup in the place of what is there, which is kept beside it under the name given back. Its key is wrapped by the keyring,
   * or stays under the backup's passphrase where there is none.
   */
  async restoreBackup(path: string, passphrase: Secret): Promise<{ tokens: number; oldFile: string | null }> {
    let outcome: { tokens: number; oldFile: string | null } = { tokens: 0, oldFile: null };
    await this.#inTurn(async () => {
      const restored = await unpackBackup(path, passphrase, this.#path, this.#o.keyring).catch((error) => {
        throw failedBy(error);
      });
      this.#letGo();
      const oldFile = vaultExists(this.#path) ? setAside(this.#path, this.#o.clock.now()) : null;
      putInPlace(restored.unfinished, this.#path);
      outcome = { tokens: restored.tokens, oldFile };
      await this.#start();
    });
    return outcome;
  }

  /** An empty vault; the one that does not open is kept beside it under the name given back. Only while there is a problem. */
  async beginAnew(): Promise<{ oldFile: string }> {
    let oldFile = '';
    await this.#inTurn(async () => {
      if (this.#phase !== 'problem') throw new Failed('bad-request', 'The vault opens, so it stays.');
      this.#letGo();
      try {
        oldFile = setAside(this.#path, this.#o.clock.now());
      } catch (error) {
        throw failedBy(error);
      }
      await this.#start();
    });
    return { oldFile };
  }

  /** Wipes the key and closes the file. */
  close(): void {
    this.#letGo();
    this.#listeners.clear();
  }

  async #start(): Promise<void> {
    this.#letGo();
    await this.#guarded(async () => {
      makeFolder(this.#o.folder);
      if (vaultExists(this.#path)) {
        const db = openDatabase(this.#path);
        this.#db = db;
        if (keysIn(db).some(({ kind }) => kind === 'keyring')) return this.#openByKeyring(db);
        this.#keptIn = passphraseKept;
        this.#become('locked');
      } else if (await this.#o.keyring.isReal()) {
        await this.#create(
          (root) => wrapByKeyring(root, this.#o.keyring),
          keyringKept(this.#o.keyring.label()),
        );
      } else {
        this.#become('no-keyring');
      }
    });
  }

  /** A new vault appears whole under its name or not at all. */
  async #create(wrap: (root: Buffer) => Promise<Wrapping>, keptIn: KeptIn): Promise<void> {
    const key = DataKey.random();
    try {
      const wrapping = await key.withRoot(wrap);
      newVaultFile(this.#path, key, wrapping);
      this.#db = openDatabase(this.#path);
    } catch (error) {
      key.wipe();
      throw error;
    }
    this.#key = key;
    this.#keptIn = keptIn;
    this.#become('open');
  }

  async #openByKeyring(db: Database): Promise<void> {
    const wrapping = keysIn(db).find(({ kind }) => kind === 'keyring');
    if (wrapping === undefined) return this.#trouble('key-lost');
    this.#keptIn = keyringKept(keyringLabelOf(wrapping));
    try {
      const { root, rewrap } = await unwrapByKeyring(wrapping, this.#o.keyring);
      const key = new DataKey(root);
      if (!key.matches(readMeta(db, 'key_check') ?? new Uint8Array())) {
        key.wipe();
        return this.#trouble('key-wrong');
      }
      this.#key = key;
      this.#keptIn = keyringKept(this.#o.keyring.label());
      if (rewrap) await this.#rewrap(db);
      this.#become('open');
    } catch (error) {
      if (error instanceof KeyringUnavailable) return this.#trouble('keyring-locked');
      if (!(error instanceof KeyringRefused)) throw error;
      // Refused by a keyring that is there: it has no such key any more. By none at all: it may come back.
      this.#trouble((await this.#o.keyring.isReal()) ? 'key-lost' : 'keyring-locked');
    }
  }

  async #openWith(
    db: Database,
    keptIn: KeptIn,
    unwrap: () => Promise<Buffer>,
    wrong: () => Failed,
  ): Promise<void> {
    let root: Buffer;
    try {
      root = await unwrap();
    } catch (error) {
      throw error instanceof CellUnreadable ? wrong() : error;
    }
    const key = new DataKey(root);
    if (!key.matches(readMeta(db, 'key_check') ?? new Uint8Array())) {
      key.wipe();
      throw wrong();
    }
    this.#key = key;
    this.#keptIn = keptIn;
    this.#become('open');
  }

  /** Wraps the open key by the keyring anew. A failure is noted and tried again next time: the key is open either way. */
  async #rewrap(db: Database): Promise<void> {
    const key = this.#key;
    if (key === null) return;
    try {
      putKey(db, await key.withRoot((root) => wrapByKeyring(root, this.#o.keyring)));
    } catch (error) {
      this.#o.log.note('vault.rewrap-failed', { error: String(error).slice(0, 200) });
    }
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = troubleOf(error) ?? (error instanceof KeyringUnavailable ? 'keyring-locked' : null);
      if (code === null) throw error;
      this.#trouble(code);
    }
  }

  #trouble(code: VaultProblemCode): void {
    const keys = this.#db === null ? [] : keysIn(this.#db);
    const [row] = this.#db?.read<{ n: number }>('SELECT count(*) AS n FROM tokens') ?? [];
    this.#problem = describeProblem(
      code,
      row?.n ?? null,
      keys.some(({ kind }) => kind === 'recovery'),
    );
    this.#o.log.note('vault.problem', { code });
    this.#become('problem');
  }

  #recoveryAnswer(): VaultStatus['recoveryKey'] {
    if (this.#keptIn?.kind === 'session' || this.#db === null) return 'declined';
    const answer = readMeta(this.#db, 'recovery_answer');
    const said = answer === null ? '' : Buffer.from(answer).toString('utf8');
    return said === 'made' || said === 'declined' ? said : 'to-offer';
  }

  protected override opened(): { db: Database; key: DataKey } {
    if (this.#phase === 'open' && this.#db !== null && this.#key !== null) {
      return { db: this.#db, key: this.#key };
    }
    throw new Failed('vault-locked', 'Keyturn is locked.', 'Unlock it and try again.');
  }

  #inTurn(work: () => Promise<void> | undefined | void): Promise<VaultStatus> {
    const mine = this.#turn.then(async () => {
      await work();
      return this.status();
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  #become(phase: VaultStatus['phase']): void {
    this.#phase = phase;
    if (phase !== 'problem') this.#problem = null;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #forgetKey(): void {
    this.#key?.wipe();
    this.#key = null;
  }

  #letGo(): void {
    this.#forgetKey();
    this.#db?.close();
    this.#db = null;
    this.#keptIn = null;
    this.#phase = 'opening';
    this.#problem = null;
  }
}
