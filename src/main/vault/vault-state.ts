import type { VaultProblemCode, VaultStatus } from '../../shared/contract/vault-status.ts';
import { Failed } from '../base/failure.ts';
import type { Log } from '../base/ports.ts';
import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { removeEarlierKey } from './earlier-key.ts';
import { FileTrouble } from './file-trouble.ts';
import type { KeptIn } from './kept-in.ts';
import { keysIn, readMeta } from './key-table.ts';
import { describeProblem } from './problems.ts';
import { words } from './words.ts';

/** The vault's phase, with its file and key. Listeners learn of every change. */
export class VaultState {
  readonly #log: Log;
  readonly #listeners = new Set<() => void>();
  readonly #provedListeners = new Set<() => void>();
  #phase: VaultStatus['phase'] = 'opening';
  #problem: VaultStatus['problem'] = null;
  #recoveryKey: VaultStatus['recoveryKey'] = 'to-offer';
  #db: Database | null = null;
  #key: DataKey | null = null;
  /** Where tokens are kept, or would be kept if the vault were open. */
  keptIn: KeptIn | null = null;
  /** Whether the recovery key opened the vault. Until the next lock, the person may then set a new passcode or passphrase. */
  recovered = false;

  constructor(log: Log) {
    this.#log = log;
  }

  get phase(): VaultStatus['phase'] {
    return this.#phase;
  }

  get problem(): VaultStatus['problem'] {
    return this.#problem;
  }

  /** Returns the file, which may be open without its key. */
  get db(): Database | null {
    return this.#db;
  }

  /** Returns the status without the lock, which depends on the time. */
  get status(): Omit<VaultStatus, 'lock'> {
    return {
      phase: this.#phase,
      keptIn: this.keptIn,
      locksAt: null,
      recoveryKey: this.#recoveryKey,
      problem: this.#problem,
    };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Returns the file and the key. Throws Failed `vault-locked` unless the phase is `open`. */
  opened(): { db: Database; key: DataKey } {
    if (this.#phase === 'open' && this.#db !== null && this.#key !== null) {
      return { db: this.#db, key: this.#key };
    }
    throw new Failed('vault-locked', words.vaultState.locked, words.vaultState.unlock);
  }

  /** Calls `listener` each time a passcode, passphrase or recovery key was checked and is right. */
  onProved(listener: () => void): void {
    this.#provedListeners.add(listener);
  }

  /** Notes that the person gave the right secret. Only the code that checked it may call this. */
  proved(): void {
    for (const listener of this.#provedListeners) listener();
  }

  /** Takes ownership of the file. The phase does not change until the key is known. */
  found(db: Database): void {
    this.#db = db;
  }

  /**
   * Takes ownership of the key, migrates the file's format and opens the vault. Returns false, with the key wiped, when the file was closed
   * meanwhile or its migration failed; the phase then shows the problem.
   */
  opens(db: Database, key: DataKey, keptIn: KeptIn): boolean {
    if (db !== this.#db) {
      key.wipe();
      return false;
    }
    try {
      db.bringUpToDate();
    } catch (error) {
      key.wipe();
      if (!(error instanceof FileTrouble)) throw error;
      this.trouble(error.code);
      return false;
    }
    this.renewed(key);
    this.keptIn = keptIn;
    this.removeEarlierKey(db);
    this.become('open');
    return true;
  }

  /** Replaces the key of the open vault and wipes the earlier one. */
  renewed(key: DataKey): void {
    this.#forgetKey();
    this.#key = key;
  }

  /** Returns whether the open vault has this key. */
  has(key: DataKey): boolean {
    return this.#key === key;
  }

  /** Wipes the key. */
  lock(): void {
    this.recovered = false;
    this.#forgetKey();
    this.become('locked');
  }

  become(phase: Exclude<VaultStatus['phase'], 'problem'>): void {
    this.#phase = phase;
    this.#problem = null;
    this.changed();
  }

  /** Shows a problem. An open file stays open: the recovery key may still open the vault. */
  trouble(code: VaultProblemCode): void {
    const tokens = this.asked(
      (db) => db.read<{ n: number }>('SELECT count(*) AS n FROM tokens')[0]?.n ?? null,
    );
    this.#problem = describeProblem(code, tokens, this.#hasRecoveryKey());
    this.#phase = 'problem';
    this.#log.note('vault.problem', { code });
    this.changed();
  }

  /** Reads again what the file says about the recovery key, and calls the listeners. */
  changed(): void {
    this.#recoveryKey = this.#recoveryAnswer();
    for (const listener of this.#listeners) listener();
  }

  /** Calls the listeners after `work` has ended, even when it throws. */
  async tellingAfter<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.changed();
    }
  }

  /** Wipes the key, closes the file and returns to the initial state without calling the listeners. */
  letGo(): void {
    this.#forgetKey();
    this.#db?.close();
    this.#db = null;
    this.keptIn = null;
    this.recovered = false;
    this.#phase = 'opening';
    this.#problem = null;
  }

  silence(): void {
    this.#listeners.clear();
    this.#provedListeners.clear();
  }

  /** Removes what an earlier key may open. Returns false, and logs why, when this fails now: the next opening tries again. */
  removeEarlierKey(db: Database): boolean {
    try {
      removeEarlierKey(db);
      return true;
    } catch (error) {
      this.#log.note('vault.earlier-key-left', { error: String(error) });
      return false;
    }
  }

  #forgetKey(): void {
    this.#key?.wipe();
    this.#key = null;
  }

  #hasRecoveryKey(): boolean {
    return this.asked((db) => keysIn(db).some(({ kind }) => kind === 'recovery')) ?? false;
  }

  /** Decided by the file's contents: a backup, for example, was made without the recovery key of its vault. */
  #recoveryAnswer(): VaultStatus['recoveryKey'] {
    if (this.keptIn?.kind === 'session') return 'declined';
    if (this.#hasRecoveryKey()) return 'made';
    return this.asked((db) => readMeta(db, 'recovery_answer')) === null ? 'to-offer' : 'declined';
  }

  /**
   * Runs a query; returns null when the file is closed or damaged. A damaged page must stop neither the lock nor the screen that reports
   * the damage.
   */
  asked<T>(question: (db: Database) => T): T | null {
    try {
      return this.#db === null ? null : question(this.#db);
    } catch (error) {
      if (error instanceof Failed) return null;
      throw error;
    }
  }
}
