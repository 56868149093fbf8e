import { bringBackMs } from '../../shared/removal.ts';
import { Failed } from '../base/failure.ts';
import type { Clock, Log } from '../base/ports.ts';
import { putBack, type RemovedRows, type RowsWhere, rowsRemovedWith, wipeRows } from './removed-rows.ts';
import type { Vault } from './vault.ts';
import { words } from './words.ts';

/** How much longer main can bring a record back than the window offers it, in milliseconds, so that a late press is not refused. */
const graceMs = 2_000;

interface Removed extends RemovedRows {
  readonly id: string;
  /** The opening of the vault that sealed the rows. Another key could not open them. */
  readonly opening: object;
  readonly forget: () => void;
  /** Called once when the record can no longer be brought back, while the vault is open. */
  readonly over: () => void;
}

/**
 * Removes records from the vault and can bring the last one back for a short time. The rows leave the file and its log at once, and are
 * kept in memory as the vault sealed them. So a removal holds whenever the app ends, and nothing in the file is left of it.
 */
export class Removals {
  readonly #vault: Vault;
  readonly #clock: Clock;
  readonly #log: Log;
  #last: Removed | null = null;

  constructor(vault: Vault, clock: Clock, log: Log) {
    this.#vault = vault;
    this.#clock = clock;
    this.#log = log;
  }

  /**
   * Runs `remove`, which removes the record `id`, as one transaction. `roots` name its rows; the rows that go with them by foreign keys are
   * found here. Nobody can undo an earlier removal any more. `over` is called when this one cannot be undone either, unless the app is killed
   * before. Throws what `remove` throws, and then nothing is removed.
   */
  remove(
    id: string,
    roots: readonly RowsWhere[],
    { remove, over = () => undefined }: { readonly remove: () => void; readonly over?: () => void },
  ): void {
    const { rows, cuts } = this.#vault.transaction(() => {
      const going = rowsRemovedWith(this.#vault, roots);
      remove();
      return going;
    });
    this.clear();
    const forget = this.#clock.after(bringBackMs + graceMs, () => this.clear());
    this.#last = { id, rows, cuts, opening: this.#vault.opening(), forget, over };
    this.#emptyLog();
  }

  /**
   * Brings the record `id` back with everything that went with it, and runs `then` in the same transaction. Throws Failed `not-found` when
   * the time is over, `already-kept` when something else took its place meanwhile, and `vault-locked`.
   */
  bringBack(id: string, then: () => void): void {
    const opening = this.#vault.opening();
    const last = this.#last;
    if (last === null || last.id !== id || last.opening !== opening) {
      throw new Failed('not-found', words.removals.over, words.removals.addAgain);
    }
    try {
      this.#vault.transaction(() => {
        putBack(this.#vault, last);
        then();
      });
    } catch (error) {
      if (!isConstraint(error)) throw error;
      throw new Failed('already-kept', words.removals.placeTaken, words.removals.addAgain);
    }
    this.#drop();
  }

  /** Overwrites what is kept of the last removal. It can no longer be undone. */
  clear(): void {
    const last = this.#drop();
    if (last === null) return;
    try {
      if (last.opening === this.#vault.opening()) last.over();
    } catch (error) {
      // The vault is locked or closed, or cannot be written.
      this.#log.note('vault.removal-over', { error: String(error) });
    }
  }

  #drop(): Removed | null {
    const last = this.#last;
    this.#last = null;
    last?.forget();
    if (last !== null) wipeRows(last);
    return last;
  }

  /** SQLite overwrites removed bytes in the file's newest pages. Older pages may hold them until the log is moved into the file. */
  #emptyLog(): void {
    try {
      this.#vault.emptyLog();
    } catch (error) {
      // The removal is done. A later checkpoint or the end of the app empties the log.
      this.#log.note('vault.log-not-emptied', { error: String(error) });
    }
  }
}

/** Returns whether SQLite refused a row because of a constraint (SQLITE_CONSTRAINT is 19). */
const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 19;
