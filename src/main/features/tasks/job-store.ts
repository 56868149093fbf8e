import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { jobAction, type RowState, rowState, type UserJob } from '../../../shared/contract/tasks.ts';
import { Failed } from '../../base/failure.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

/** What is sealed of a job. */
const about = z.object({
  action: jobAction,
  tokenId: z.string(),
  tokenLabel: z.string(),
  source: z.string(),
  /** False while its rows are still being written: a crash leaves a part of a plan, which counts for nothing. */
  whole: z.boolean(),
  /** When the person said yes in the dialog of the system; without it no row is ever sent. */
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  note: z.string(),
});
export type JobAbout = z.infer<typeof about>;

/** What is sealed of a row. */
const facts = z.object({
  userId: z.string(),
  login: z.string(),
  name: z.string(),
  before: z.string(),
  /** Whether the plan that the person saw had it changed. */
  wanted: z.boolean(),
  sentence: z.string(),
  at: z.number().nullable(),
  requestId: z.string().nullable(),
});
export type RowFacts = z.infer<typeof facts>;

export type JobState = UserJob['state'];

/** A job without the counts of its rows. */
export interface KeptJob extends JobAbout {
  readonly id: string;
  readonly orgId: string;
  readonly madeAt: number;
  readonly state: JobState;
}

export interface KeptRow {
  readonly no: number;
  readonly state: RowState;
  readonly facts: RowFacts;
}

interface JobCells {
  id: string;
  org_id: string;
  made_at: number;
  job_state: JobState;
  about: Uint8Array;
}

interface RowCells {
  row_no: number;
  row_state: RowState;
  facts: Uint8Array;
}

/** Finished jobs that are kept of an org. */
const mostKept = 50;
const aboutCell = (id: string) => ({ table: 'jobs', rowId: id, column: 'about' });
const rowId = (jobId: string, no: number): string => `${jobId} ${no}`;
const factsCell = (jobId: string, no: number) => ({
  table: 'job_rows',
  rowId: rowId(jobId, no),
  column: 'facts',
});

/**
 * The journal of jobs. A row is `sent` on the disk before its call goes out, and has its end after the answer, so that after a crash it is known
 * which rows Okta has to be asked about.
 */
export class JobStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Begins a job without rows. Its oldest finished ones beyond fifty go. */
  create(orgId: string, made: JobAbout, madeAt: number): string {
    const id = randomUUID();
    this.#vault.transaction(() => {
      this.#vault.write(
        "INSERT INTO jobs (id, org_id, made_at, job_state, about) VALUES (?, ?, ?, 'planned', ?)",
        id,
        orgId,
        madeAt,
        this.#vault.sealJson(aboutCell(id), made),
      );
      this.#vault.write(
        `DELETE FROM jobs WHERE org_id = ?1 AND job_state IN ('done', 'cancelled') AND id NOT IN (
           SELECT id FROM jobs WHERE org_id = ?1 AND job_state IN ('done', 'cancelled')
           ORDER BY made_at DESC LIMIT ${mostKept})`,
        orgId,
      );
    });
    return id;
  }

  /** Writes rows of a plan behind those that are there; `from` is the number of the first. */
  addRows(jobId: string, from: number, rows: readonly Omit<KeptRow, 'no'>[]): void {
    this.#vault.transaction(() => {
      for (const [n, row] of rows.entries()) {
        const no = from + n;
        this.#vault.write(
          'INSERT INTO job_rows (id, job_id, row_no, row_state, facts) VALUES (?, ?, ?, ?, ?)',
          rowId(jobId, no),
          jobId,
          no,
          row.state,
          this.#vault.sealJson(factsCell(jobId, no), row.facts),
        );
      }
    });
  }

  /** Returns one job. Throws Failed `not-found` when it is not there, or does not open any more. */
  get(jobId: string): KeptJob {
    const [row] = this.#vault.read<JobCells>('SELECT * FROM jobs WHERE id = ?', jobId);
    const job = row === undefined ? null : this.#job(row);
    if (job === null) throw new Failed('not-found', words.jobs.notThere);
    return job;
  }

  /** Returns the jobs of an org, or of all, newest first; one that does not open is left out. */
  list(orgId: string | null): KeptJob[] {
    return this.#vault
      .read<JobCells>(
        'SELECT * FROM jobs WHERE ?1 IS NULL OR org_id = ?1 ORDER BY made_at DESC, rowid DESC',
        orgId,
      )
      .flatMap((row) => this.#job(row) ?? []);
  }

  /** Changes a job. */
  set(job: KeptJob, state: JobState, change: Partial<JobAbout>): KeptJob {
    const { id, orgId, madeAt, state: _, ...before } = job;
    const after = about.parse({ ...before, ...change });
    this.#vault.write(
      'UPDATE jobs SET job_state = ?, about = ? WHERE id = ?',
      state,
      this.#vault.sealJson(aboutCell(id), after),
      id,
    );
    return { id, orgId, madeAt, state, ...after };
  }

  /** Forgets a job with its rows. */
  forget(jobId: string): void {
    this.#vault.write('DELETE FROM jobs WHERE id = ?', jobId);
  }

  /** Returns how many rows of a job are in each state. */
  counts(jobId: string): Record<RowState, number> {
    const found = this.#vault.read<{ row_state: RowState; n: number }>(
      'SELECT row_state, count(*) AS n FROM job_rows WHERE job_id = ? GROUP BY row_state',
      jobId,
    );
    return Object.fromEntries(
      rowState.options.map((state) => [state, found.find((one) => one.row_state === state)?.n ?? 0]),
    ) as Record<RowState, number>;
  }

  /** Returns the rows behind `after`, of one state or of any; one that does not open is left out. */
  rows(jobId: string, state: RowState | null, after: number, limit: number): KeptRow[] {
    return this.#vault
      .read<RowCells>(
        state === null
          ? 'SELECT row_no, row_state, facts FROM job_rows WHERE job_id = ? AND row_no > ? ORDER BY row_no LIMIT ?'
          : `SELECT row_no, row_state, facts FROM job_rows
               WHERE job_id = ? AND row_no > ? AND row_state = '${state}' ORDER BY row_no LIMIT ?`,
        jobId,
        after,
        limit,
      )
      .flatMap((row) => {
        try {
          const opened = this.#vault.openJson(factsCell(jobId, row.row_no), facts, row.facts);
          return [{ no: row.row_no, state: row.row_state, facts: opened }];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      });
  }

  /** Marks a row: `sent` before its call goes out, `waiting` when Okta surely did not act on it. */
  mark(jobId: string, no: number, state: 'sent' | 'waiting'): void {
    this.#vault.write('UPDATE job_rows SET row_state = ? WHERE id = ?', state, rowId(jobId, no));
  }

  /** Writes what came of a row. */
  end(jobId: string, { no, facts: before }: KeptRow, state: RowState, came: Partial<RowFacts>): void {
    this.#vault.write(
      'UPDATE job_rows SET row_state = ?, facts = ? WHERE id = ?',
      state,
      this.#vault.sealJson(factsCell(jobId, no), facts.parse({ ...before, ...came })),
      rowId(jobId, no),
    );
  }

  #job({ id, org_id: orgId, made_at: madeAt, job_state: state, about: sealed }: JobCells): KeptJob | null {
    try {
      return { id, orgId, madeAt, state, ...this.#vault.openJson(aboutCell(id), about, sealed) };
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }
}
