import type { RowState } from '../../../shared/contract/tasks.ts';
import type { JobStore, KeptRow } from './job-store.ts';
import { askAbout, type RowNeeds, settleMs, type Turn, takeTurn } from './row-call.ts';
import { words } from './words.ts';

/** What a run works on. */
export interface RunOptions extends RowNeeds {
  readonly store: JobStore;
  readonly jobId: string;
  /** Ends the run after the calls that are out: the person paused or cancelled it. */
  readonly stop: AbortSignal;
  readonly onRow: () => void;
}

/** How a run ended: every row has its end, or why it rests. */
export type RunEnd = { readonly done: true } | { readonly done: false; readonly why: string };

/** Rows at a time: enough to use Okta's limits over a slow line, and far from its limit of simultaneous calls (35 or 75). */
const lanes = 4;
const rowsAtATime = 50;
/** Refusals for too many calls, one after the other, before the job rests. */
const mostRefusals = 30;
/** Users that the token may not change, before one that it may, until the job rests. */
const mostDenied = 3;

/**
 * Runs a job from where it stands. First Okta is asked about each row that was sent and has no end; then the waiting rows have their turns, some
 * at a time. Rejects with the reason of `signal` when that is aborted; rows whose calls were out then stay `sent`.
 */
export async function runJob(options: RunOptions): Promise<RunEnd> {
  const run = new Run(options);
  await run.resolveSent();
  // Every lane has ended before this does: the token is wiped then.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, () => run.lane()));
  options.signal.throwIfAborted();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return run.end();
}

class Run {
  readonly #o: RunOptions;
  #queue: KeptRow[] = [];
  /** The last row that was taken from the store. */
  #last = 0;
  /** Rows whose first turn brought no end; the second that does is the last. */
  readonly #again = new Set<number>();
  #why: string | null = null;
  #refusals = 0;
  #denied = 0;
  #any = false;

  constructor(options: RunOptions) {
    this.#o = options;
  }

  async resolveSent(): Promise<void> {
    const { store, jobId, stop } = this.#o;
    for (let last = 0; ; ) {
      const rows = store.rows(jobId, 'sent', last, rowsAtATime);
      if (rows.length === 0) return;
      if (last === 0) await this.#wait(this.#o.clock.now() + settleMs);
      for (const row of rows) {
        if (stop.aborted || this.#why !== null) return;
        last = row.no;
        this.#settle(row, await askAbout(this.#o, row));
      }
    }
  }

  /** Gives one row after another its turn. */
  async lane(): Promise<void> {
    const { store, jobId, stop } = this.#o;
    for (let row = this.#next(); row !== null; row = this.#next()) {
      const taken = row;
      let turn: Turn;
      try {
        turn = await takeTurn(this.#o, taken, stop, () => store.mark(jobId, taken.no, 'sent'));
      } catch (error) {
        // A wait was broken off: the row was not sent, or is one to ask about.
        if (stop.aborted && !this.#o.signal.aborted && error === stop.reason) return;
        this.#why ??= '';
        throw error;
      }
      this.#settle(taken, turn);
      if (turn.kind === 'again') await this.#wait(turn.at);
    }
  }

  end(): RunEnd {
    if (this.#why !== null) return { done: false, why: this.#why };
    const { store, jobId, stop } = this.#o;
    const counts = store.counts(jobId);
    return counts.waiting + counts.sent === 0
      ? { done: true }
      : { done: false, why: stop.aborted ? '' : words.run.someUnreadable };
  }

  #next(): KeptRow | null {
    const { store, jobId, stop } = this.#o;
    if (stop.aborted || this.#why !== null) return null;
    if (this.#queue.length === 0) {
      this.#queue = store.rows(jobId, 'waiting', this.#last, rowsAtATime);
      this.#last = this.#queue.at(-1)?.no ?? this.#last;
    }
    const row = this.#queue.shift() ?? null;
    // The plan that the person saw is sealed in the row, so no other hand makes one run that was left out.
    return row === null || row.facts.wanted ? row : this.#next();
  }

  #settle(row: KeptRow, turn: Turn): void {
    const { store, jobId } = this.#o;
    if (turn.kind === 'end') this.#ended(row, turn.state, turn.came);
    else if (turn.kind === 'rest') {
      if (!turn.acted) store.mark(jobId, row.no, 'waiting');
      this.#why ??= turn.why;
    } else if (row.state === 'sent' || this.#isRefusal(turn)) {
      store.mark(jobId, row.no, 'waiting');
      if (row.state === 'waiting') this.#queue.unshift(row);
    } else if (this.#again.has(row.no)) {
      this.#ended(row, 'failed', { sentence: words.run.noAnswer, at: this.#o.clock.now() });
    } else {
      this.#again.add(row.no);
      store.mark(jobId, row.no, 'waiting');
      this.#queue.unshift(row);
    }
    this.#o.onRow();
  }

  /** Okta said no for want of room, and names a time to come. */
  #isRefusal({ at }: Extract<Turn, { kind: 'again' }>): boolean {
    if (at <= this.#o.clock.now()) return false;
    this.#refusals++;
    if (this.#refusals >= mostRefusals) this.#why ??= words.run.limitUsedUp;
    return true;
  }

  #ended(row: KeptRow, state: RowState, came: Parameters<JobStore['end']>[3]): void {
    this.#o.store.end(this.#o.jobId, row, state, came);
    this.#refusals = 0;
    this.#any ||= state === 'done' || state === 'already';
    if (state === 'failed' && !this.#any && ++this.#denied >= mostDenied) this.#why ??= words.run.firstFailed;
  }

  async #wait(until: number): Promise<void> {
    const { clock, stop } = this.#o;
    const ms = until - clock.now();
    if (ms > 0) await clock.sleep(ms, stop).catch(() => undefined);
  }
}
