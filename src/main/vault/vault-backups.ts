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
  /** The folder of the vault's file. Keyturn makes it for this account only. */
  readonly folder: string;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Log;
  /** The system's own proof of who sits here; absent when the system has none. */
  readonly systemProof?: SystemProof;
}

/** The result of a restore: the number of tokens, and the name under which the earlier file is kept. */
export interface Restored {
  readonly tokens: number;
  readonly oldFile: string | null;
}

/** The copies of the vault: one that the person saves under a passphrase, and the daily ones beside the vault. */
export abstract class VaultBackups extends VaultContents {
  readonly #o: VaultOptions;
  readonly #path: string;

  constructor(options: VaultOptions) {
    super();
    this.#o = options;
    this.#path = vaultPath(options.folder);
  }

  /** Returns whether the vault is open and on a disk. A vault of this session only cannot lock and has no backup. */
  abstract canLock(): boolean;

  /** Returns the way the system asks before this vault opens; null when it does not ask. */
  protected abstract systemProofWay(): SystemProofWay | null;

  /** Replaces the vault with what `unpack` makes. Throws Failed; the vault then stays as it was. */
  protected abstract restored(
    path: string,
    unpack: () => Promise<{ unfinished: string; tokens: number }>,
  ): Promise<Restored>;

  /** Writes a backup that opens with `passphrase`, and proves it. Throws Failed `file` when this fails. */
  async saveBackup(path: string, passphrase: Secret): Promise<{ tokens: number }> {
    const { db, key } = this.opened();
    if (isOfVault(path, this.#path)) throw ownFile();
    return { tokens: await writeBackup(db, key, path, passphrase) };
  }

  /**
   * Replaces the vault with a backup and keeps the earlier file beside it, under the name in the result. The keyring wraps the backup's
   * key; without a keyring, the backup's passphrase keeps it. A backup that may have changed since it was saved needs a yes from `anyway`.
   * Throws Failed; the vault then stays as it was.
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
   * Writes and proves the daily backup of `day`. Throws Failed `file` with the reason, `bad-request` for a vault of this session only, or
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

  /**
   * Returns how many rows were written since the vault was opened, so that callers know whether a backup is worthwhile. Throws Failed
   * `vault-locked`.
   */
  changes(): number {
    return this.opened().db.changes();
  }

  /** Reads a daily backup as a restore would, and replaces nothing. Throws Failed `file`, `vault-locked`. */
  async readBackup(day: string): Promise<Opened> {
    return readDaily(this.#path, day, { ...this.#o, here: this.opened(), asks: null });
  }

  /**
   * Replaces the vault with a daily backup and keeps the earlier file beside it, under the name in the result. The restored vault opens in
   * the same way as the open one and asks for the same proof. Throws Failed; the vault then stays as it was.
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
