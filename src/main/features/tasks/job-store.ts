import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { jobAction, type RowState, rowState, type UserJob } from '../../../shared/contract/tasks.ts';
import { Failed } from '../../base/failure.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

/** What an earlier form of a job kept as the name of its group when each row named its own: a phrase, in the language of its day. */
const earlierOfRows: readonly string[] = [
  'the group that each row names',
  'laut jeweiliger Zeile',
  '各行で指定したグループ',
];

/** The sealed part of a job. */
const about = z.object({
  action: jobAction,
  tokenId: z.string(),
  tokenLabel: z.string(),
  source: z.string(),
  /** False while the rows are being written. A crash leaves a part of a plan, which does not count. */
  whole: z.boolean(),
  /** When the person confirmed in the system dialog. Without this time no row is ever sent. */
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  note: z.string(),
  /** Whether Okta activates the users whom the job creates. */
  activates: z.boolean().optional(),
  /** The name of the group whose members the job changes; null when each row names its own. */
  group: z
    .string()
    .nullable()
    .transform((name) => (name !== null && earlierOfRows.includes(name) ? null : name))
    .optional(),
});
export type JobAbout = z.infer<typeof about>;

/** A value of an attribute, as Okta takes it. */
const profileValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])),
]);
export type ProfileValue = z.infer<typeof profileValue>;

/** The sealed part of a row. */
const facts = z.object({
  userId: z.string(),
  login: z.string(),
  name: z.string(),
  before: z.string(),
  /** Whether the plan that the person saw changes this user. */
  wanted: z.boolean(),
  sentence: z.string(),
  at: z.number().nullable(),
  requestId: z.string().nullable(),
  /** The profile of a user who is to be created. */
  profile: z.record(z.string(), profileValue).optional(),
  /** The group that gets or loses the user. */
  group: z.object({ id: z.string(), name: z.string() }).optional(),
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

/** The most finished jobs that Keyturn keeps for an org. */
const mostKept = 50;
const aboutCell = (id: string) => ({ table: 'jobs', rowId: id, column: 'about' });
const rowId = (jobId: string, no: number): string => `${jobId} ${no}`;
const factsCell = (jobId: string, no: number) => ({
  table: 'job_rows',
  rowId: rowId(jobId, no),
  column: 'facts',
});

/**
 * The journal of jobs. A row is `sent` on disk before its call goes out, and gets its result after the answer. So after a crash Keyturn
 * knows which rows it must ask Okta about.
 */
export class JobStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Creates a job without rows. Removes the oldest finished jobs of the org beyond fifty. */
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
           ORDER BY rowid DESC LIMIT ${mostKept})`,
        orgId,
      );
    });
    return id;
  }

  /** Writes rows of a plan after the existing rows. `from` is the number of the first. */
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

  /** Returns one job. Throws Failed `not-found` when the job is missing or cannot be decrypted. */
  get(jobId: string): KeptJob {
    const [row] = this.#vault.read<JobCells>('SELECT * FROM jobs WHERE id = ?', jobId);
    const job = row === undefined ? null : this.#job(row);
    if (job === null) throw new Failed('not-found', words.jobs.notThere);
    return job;
  }

  /** Returns the jobs of an org, or of all orgs, newest first. It leaves out a job that cannot be decrypted. */
  list(orgId: string | null): KeptJob[] {
    return this.#vault
      .read<JobCells>('SELECT * FROM jobs WHERE ?1 IS NULL OR org_id = ?1 ORDER BY rowid DESC', orgId)
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

  /** Removes a job with its rows. */
  forget(jobId: string): void {
    this.#vault.write('DELETE FROM jobs WHERE id = ?', jobId);
  }

  /** Returns the number of a job's rows in each state. */
  counts(jobId: string): Record<RowState, number> {
    const found = this.#vault.read<{ row_state: RowState; n: number }>(
      'SELECT row_state, count(*) AS n FROM job_rows WHERE job_id = ? GROUP BY row_state',
      jobId,
    );
    return Object.fromEntries(
      rowState.options.map((state) => [state, found.find((one) => one.row_state === state)?.n ?? 0]),
    ) as Record<RowState, number>;
  }

  /** Returns the rows after `after`, of one state or of any. It leaves out a row that cannot be decrypted. */
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

  /** Marks a row as `sent` before its call goes out, or as `waiting` when Okta surely did not act on it. */
  mark(jobId: string, no: number, state: 'sent' | 'waiting'): void {
    this.#vault.write('UPDATE job_rows SET row_state = ? WHERE id = ?', state, rowId(jobId, no));
  }

  /** Writes the result of a row. The profile of a new user is at Okta then, so it is not kept here any longer. */
  end(jobId: string, { no, facts: planned }: KeptRow, state: RowState, came: Partial<RowFacts>): void {
    const { profile: _, ...before } = planned;
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
