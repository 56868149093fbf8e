import type { RowState } from '../../../shared/contract/tasks.ts';
import type { JobStore, KeptRow } from './job-store.ts';
import { type RowCall, type RowNeeds, settleMs, type Turn } from './row-call.ts';
import { rowCallOf } from './row-calls.ts';
import { words } from './words.ts';

/** What a run needs. */
export interface RunOptions extends RowNeeds {
  readonly store: JobStore;
  readonly jobId: string;
  /** Ends the run after the open calls, because the person paused or cancelled the job. */
  readonly stop: AbortSignal;
  readonly onRow: () => void;
}

/** How a run ended: every row has its result, or the job is paused for the reason `why`. */
export type RunEnd = { readonly done: true } | { readonly done: false; readonly why: string };

/**
 * The number of rows at a time. It is enough to use Okta's limits over a slow line, and far below Okta's limit of simultaneous calls (35 or
 * 75).
 */
const lanes = 4;
const rowsAtATime = 50;
/** The number of refusals for too many calls, one after the other, before the job pauses. */
const mostRefusals = 30;
/** The number of users that the token may not change, before any that it may, until the job pauses. */
const mostDenied = 3;

/**
 * Runs a job from its present state. First it asks Okta about each row that was sent and has no result. Then the waiting rows take their
 * turns, several at a time. Rejects with the reason of `signal` when aborted. Rows with an open call then stay `sent`.
 */
export async function runJob(options: RunOptions): Promise<RunEnd> {
  const run = new Run(options);
  await run.resolveSent();
  // This waits for every lane, because the caller then wipes the token.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, () => run.lane()));
  options.signal.throwIfAborted();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return run.end();
}

class Run {
  readonly #o: RunOptions;
  readonly #call: RowCall;
  #queue: KeptRow[] = [];
  /** The number of the last row taken from the store. */
  #last = 0;
  /** Rows whose first turn brought no result. A second turn without a result is the last. */
  readonly #again = new Set<number>();
  #why: string | null = null;
  #refusals = 0;
  #denied = 0;
  #any = false;

  constructor(options: RunOptions) {
    this.#o = options;
    this.#call = rowCallOf(options.job.action);
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
        this.#settle(row, await this.#call.ask(this.#o, row));
      }
    }
  }

  /** Gives one row after the other its turn. */
  async lane(): Promise<void> {
    const { store, jobId, stop } = this.#o;
    for (let row = this.#next(); row !== null; row = this.#next()) {
      const taken = row;
      let turn: Turn;
      try {
        turn = await this.#call.take(this.#o, taken, stop, () => store.mark(jobId, taken.no, 'sent'));
      } catch (error) {
        // The abort ended a wait. The row was not sent, or Keyturn has to ask Okta about it.
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
    // The plan that the person saw is sealed in the row, so nobody else can make Keyturn run a row that was left out.
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

  /** Returns whether Okta refused the call because of a limit, with a later time to try again. */
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
