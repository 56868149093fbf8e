import type { VaultProblemCode, VaultStatus } from '../../shared/contract/vault.ts';
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

/** The vault's phase, and the file and key that go with it; whoever listens hears of every change. */
export class VaultState {
  readonly #log: Log;
  readonly #listeners = new Set<() => void>();
  readonly #provedListeners = new Set<() => void>();
  #phase: VaultStatus['phase'] = 'opening';
  #problem: VaultStatus['problem'] = null;
  #recoveryKey: VaultStatus['recoveryKey'] = 'to-offer';
  #db: Database | null = null;
  #key: DataKey | null = null;
  /** Where tokens are kept, or would be were it open. */
  keptIn: KeptIn | null = null;
  /** The recovery key opened the vault: until the next lock, who has it may choose a new passcode or passphrase. */
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

  /** The file, open whether or not its key is there. */
  get db(): Database | null {
    return this.#db;
  }

  /** How it stands, but for the lock, which depends on the time. */
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

  /** Throws Failed `vault-locked` unless the phase is `open`. */
  opened(): { db: Database; key: DataKey } {
    if (this.#phase === 'open' && this.#db !== null && this.#key !== null) {
      return { db: this.#db, key: this.#key };
    }
    throw new Failed('vault-locked', words.vaultState.locked, words.vaultState.unlock);
  }

  /** Calls `listener` each time what only the person has or knows was judged and right. */
  onProved(listener: () => void): void {
    this.#provedListeners.add(listener);
  }

  /** What the person gave was judged and right. To be called by who judged it, and by nobody else. */
  proved(): void {
    for (const listener of this.#provedListeners) listener();
  }

  /** Takes the file over; the phase stays what it is until its key is known. */
  found(db: Database): void {
    this.#db = db;
  }

  /**
   * Takes the key over, brings the file's form up to date and opens. False, with the key wiped, when the file was closed while the key
   * was being asked for, or its form could not be brought up to date; the phase says the trouble then.
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

  /** Another key took the place of the open vault's; the earlier one is wiped. */
  renewed(key: DataKey): void {
    this.#forgetKey();
    this.#key = key;
  }

  /** Tells whether the open vault's key is this one. */
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

  /** The file, if it is open, stays so: the recovery key may open it yet. */
  trouble(code: VaultProblemCode): void {
    const tokens = this.asked(
      (db) => db.read<{ n: number }>('SELECT count(*) AS n FROM tokens')[0]?.n ?? null,
    );
    this.#problem = describeProblem(code, tokens, this.#hasRecoveryKey());
    this.#phase = 'problem';
    this.#log.note('vault.problem', { code });
    this.changed();
  }

  /** What the file says of the recovery key may have changed. */
  changed(): void {
    this.#recoveryKey = this.#recoveryAnswer();
    for (const listener of this.#listeners) listener();
  }

  /** Tells whoever listens once `work` has ended, in whichever way. */
  async tellingAfter<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.changed();
    }
  }

  /** Wipes the key, closes the file and is as at the start; nobody is told. */
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

  /** Removes what an earlier key may open. False, with a note, where it cannot be removed now: the next opening removes it. */
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

  /** By what is in the file: a backup, for example, was made without the recovery key of its vault. */
  #recoveryAnswer(): VaultStatus['recoveryKey'] {
    if (this.keptIn?.kind === 'session') return 'declined';
    if (this.#hasRecoveryKey()) return 'made';
    return this.asked((db) => readMeta(db, 'recovery_answer')) === null ? 'to-offer' : 'declined';
  }

  /** Asks the file, and returns null where it is closed or damaged: a page that is damaged must hold off neither the lock nor the screen that says so. */
  asked<T>(question: (db: Database) => T): T | null {
    try {
      return this.#db === null ? null : question(this.#db);
    } catch (error) {
      if (error instanceof Failed) return null;
      throw error;
    }
  }
}
