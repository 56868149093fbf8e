import type { DailyBackups as View } from '../../../shared/contract/vault.ts';
import { isoDay } from '../../../shared/iso-day.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock, Log } from '../../base/ports.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

/** How long the first backup waits after the vault opened, in milliseconds, because the window comes first. */
const calmMs = 3_000;
/** How often an open app checks whether a new day has begun, in milliseconds. */
const lookMs = 3_600_000;

export interface DailyBackupNeeds {
  readonly vault: Pick<Vault, 'backUp' | 'canLock' | 'changes' | 'dailyBackups' | 'dropEarlier'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Backs the vault up without a person: when it first opens on a day, when a day begins while it is open, and at the end when it has
 * changed.
 */
export class DailyBackups {
  readonly #vault: DailyBackupNeeds['vault'];
  readonly #clock: Clock;
  readonly #log: Log;
  #cancel: (() => void) | null = null;
  #failure: View['failure'] = null;
  /** The value of `changes` when the newest backup of this session began, or null without a backup. */
  #backedUpTo: number | null = null;

  constructor({ vault, clock, log }: DailyBackupNeeds) {
    this.#vault = vault;
    this.#clock = clock;
    this.#log = log;
  }

  /** Returns the existing backups, and why the newest attempt failed. */
  view(): View {
    return { backups: this.#vault.dailyBackups(), failure: this.#failure };
  }

  /** Called when the vault has opened. Makes a backup soon, unless there is one of today. */
  opened(): void {
    this.#backedUpTo = null;
    this.#dropPast();
    this.#lookIn(calmMs);
  }

  /**
   * Called when a passcode or a passphrase was chosen or changed. Drops the backups that open without it and makes a new one. Never throws.
   */
  wayChanged(): void {
    this.#dropPast();
    this.now();
  }

  /**
   * Drops the backups that the present passcode does not open. It also runs at each opening, because the app may have been killed before it
   * ran.
   */
  #dropPast(): void {
    try {
      this.#vault.dropEarlier();
    } catch (error) {
      this.#log.note('backup.not-dropped', { error: String(error) });
    }
  }

  /** Called when the vault locks. Stops the checks until the vault opens. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Called when the app ends. Backs up the changes since the newest backup of this session. Never throws. */
  end(): void {
    this.stop();
    if (this.#vault.canLock() && this.#vault.changes() !== this.#backedUpTo) this.now();
  }

  /** Makes a backup now, if the vault is open and on a disk. Never throws: `view` says why it failed. */
  now(): void {
    if (!this.#vault.canLock()) return;
    try {
      const changes = this.#vault.changes();
      this.#vault.backUp(isoDay(this.#clock.now()));
      this.#backedUpTo = changes;
      this.#failure = null;
    } catch (error) {
      this.#log.note('backup.failed', { error: String(error) });
      const told = error instanceof Failed ? error : unknownTrouble();
      this.#failure = { sentence: told.failure.sentence, remedy: told.failure.remedy };
    }
  }

  #lookIn(ms: number): void {
    this.stop();
    this.#cancel = this.#clock.after(ms, () => {
      const today = isoDay(this.#clock.now());
      this.#lookIn(lookMs);
      if (!this.#vault.dailyBackups().some(({ day }) => day === today)) this.now();
    });
  }
}

const unknownTrouble = () => new Failed('file', words.dailyBackups.notMade, words.dailyBackups.backUpAgain);
