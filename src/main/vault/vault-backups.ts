import type { Clock, Keyring, Log, SystemProof, SystemProofWay } from '../base/ports.ts';
import type { Secret } from '../base/secret.ts';
import { type Anyway, unpackBackup, writeBackup } from './backup.ts';
import {
  type DailyBackup,
  dailyBackups,
  dailyPath,
  dropEarlier,
  readDaily,
  unpackDaily,
  writeDaily,
} from './daily-backup.ts';
import { notNow, ownFile } from './problems.ts';
import type { Opened } from './sealed-cells.ts';
import { VaultContents } from './vault-contents.ts';
import { isOfVault, vaultPath } from './vault-file.ts';
import { words } from './words.ts';

export interface VaultOptions {
  /** Where the vault's file is or will be; made for this account only. */
  readonly folder: string;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Log;
  /** The system's own proof of who sits here; absent where there is none. */
  readonly systemProof?: SystemProof;
}

/** What was restored: how many tokens, and the name under which the file that was here is kept. */
export interface Restored {
  readonly tokens: number;
  readonly oldFile: string | null;
}

/** Copies of the vault: one the person saves under a passphrase, and the daily ones beside it. */
export abstract class VaultBackups extends VaultContents {
  readonly #o: VaultOptions;
  readonly #path: string;

  constructor(options: VaultOptions) {
    super();
    this.#o = options;
    this.#path = vaultPath(options.folder);
  }

  /** Whether the vault is open and on a disk: one of this session only cannot lock and has no backup. */
  abstract canLock(): boolean;

  /** By which way the system is asked before the vault that is here opens; null where it is not. */
  protected abstract systemProofWay(): SystemProofWay | null;

  /** Puts what `unpack` makes in the vault's place. Throws Failed; then the vault is as it was. */
  protected abstract restored(
    path: string,
    unpack: () => Promise<{ unfinished: string; tokens: number }>,
  ): Promise<Restored>;

  /** Writes a backup that opens with `passphrase` and proves it. Throws Failed `file` when that cannot be done there. */
  async saveBackup(path: string, passphrase: Secret): Promise<{ tokens: number }> {
    const { db, key } = this.opened();
    if (isOfVault(path, this.#path)) throw ownFile();
    return { tokens: await writeBackup(db, key, path, passphrase) };
  }

  /**
   * Puts a backup in the place of what is there, which is kept beside it under the name given back. Its key is wrapped by the keyring,
   * or stays under the backup's passphrase where there is none. One that nothing shows to be as it was saved is refused unless
   * `anyway` says yes. Throws Failed; then the vault is as it was.
   */
  restoreBackup(path: string, passphrase: Secret, anyway: Anyway = async () => false): Promise<Restored> {
    const { keyring, log } = this.#o;
    return this.restored(path, () => unpackBackup(path, passphrase, this.#path, { keyring, log, anyway }));
  }

  /** Returns the daily backups on this computer, newest first. */
  dailyBackups(): DailyBackup[] {
    return dailyBackups(this.#path);
  }

  /**
   * Writes and proves the daily backup of `day`. Throws Failed `file` with the reason, `bad-request` for a vault of this session only,
   * `vault-locked`.
   */
  backUp(day: string): Opened {
    const { db, key } = this.opened();
    if (!this.canLock()) throw notNow(words.vaultBackups.onlySession);
    return writeDaily(db, key, this.#path, day);
  }

  /** Drops the daily backups that open without the present passcode or passphrase. Throws Failed `vault-locked`. */
  dropEarlier(): void {
    dropEarlier(this.opened().db, this.#path);
  }

  /** Returns how many rows were written since the vault was found: what changed is worth a backup. Throws Failed `vault-locked`. */
  changes(): number {
    return this.opened().db.changes();
  }

  /** Reads a daily backup as restoring would, and replaces nothing. Throws Failed `file`, `vault-locked`. */
  async readBackup(day: string): Promise<Opened> {
    return readDaily(this.#path, day, { ...this.#o, here: this.opened(), asks: null });
  }

  /**
   * Puts a daily backup in the place of what is there, which is kept beside it under the name given back. What opens the open vault opens
   * the restored one, and what is asked before the vault opens is asked before the restored one does. Throws Failed; then the vault is as it was.
   */
  async restoreDaily(day: string): Promise<Restored> {
    return this.restored(dailyPath(this.#path, day), () =>
      unpackDaily(this.#path, day, {
        ...this.#o,
        here: this.canLock() ? this.opened() : null,
        asks: this.systemProofWay(),
      }),
    );
  }
}
