import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { JobAction, JobRow, JobSource, RowState, UserJob } from '../../shared/contract/tasks.ts';
import { bridge, type Failure, type Result } from '../bridge.ts';

interface JobsState {
  readonly orgId: string | null;
  readonly jobs: readonly UserJob[];
  /** The job whose rows the window shows. */
  readonly shownId: string | null;
  readonly rows: readonly JobRow[];
  readonly moreRows: boolean;
  /** The state of the rows to show. Null shows all rows. */
  readonly filter: RowState | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Where Keyturn saved the results of the shown job. */
  readonly saved: string | null;
}

const rowsAtATime = 100;
const noRows = { rows: [], moreRows: false, filter: null, saved: null } as const;

/** Holds the jobs of one org, in the window's memory only. A lock clears them. */
export const useJobs = create<JobsState>(() => ({
  orgId: null,
  jobs: [],
  shownId: null,
  busy: false,
  failure: null,
  ...noRows,
}));

/** Reads the jobs of an org. It drops what it held for another org. */
export async function loadJobs(orgId: string): Promise<void> {
  if (useJobs.getState().orgId !== orgId) {
    useJobs.setState({ orgId, jobs: [], shownId: null, failure: null, ...noRows });
  }
  const answer = await bridge.tasks.jobs({ orgId });
  if (answer.ok && useJobs.getState().orgId === orgId) useJobs.setState({ jobs: answer.value });
}

/** Takes the state of a job from main, and updates the shown rows. */
export function jobIs({ job }: EventPayload<'userJobChanged'>): void {
  const { orgId, jobs, shownId } = useJobs.getState();
  if (job.orgId !== orgId) return;
  useJobs.setState({ jobs: jobs.map((one) => (one.id === job.id ? job : one)) });
  if (job.id === shownId) void readRows(true);
}

/** Shows the rows of a job, or the users again. */
export async function showJob(jobId: string | null): Promise<void> {
  useJobs.setState({ shownId: jobId, failure: null, ...noRows });
  if (jobId !== null) await readRows(false);
}

/** Shows only the rows of one state, or all rows for null. */
export async function filterRows(filter: RowState | null): Promise<void> {
  useJobs.setState({ filter, rows: [], moreRows: false });
  await readRows(false);
}

/** Shows the next rows. */
export const showMoreRows = (): Promise<void> => readRows(false);

/** Reads the shown rows again, or the next rows after them. */
async function readRows(anew: boolean): Promise<void> {
  const { shownId, filter, rows } = useJobs.getState();
  if (shownId === null) return;
  const after = anew ? 0 : (rows.at(-1)?.no ?? 0);
  const limit = anew ? Math.min(200, Math.max(rowsAtATime, rows.length)) : rowsAtATime;
  const answer = await bridge.tasks.rows({ jobId: shownId, state: filter, after, limit });
  const now = useJobs.getState();
  if (!answer.ok || now.shownId !== shownId || now.filter !== filter) return;
  const before = anew ? [] : now.rows.filter(({ no }) => no <= after);
  const kept = anew ? now.rows.filter(({ no }) => no > (answer.value.at(-1)?.no ?? 0)) : [];
  useJobs.setState({
    rows: [...before, ...answer.value, ...(filter === null ? kept : [])],
    moreRows: answer.value.length === limit,
  });
}

/** Plans a job and shows it. `groupId` is the group of all rows, for a job that changes the members of one group. */
export async function planJob(
  orgId: string,
  tokenId: string,
  action: JobAction,
  source: JobSource,
  groupId?: string,
): Promise<void> {
  const group = groupId === undefined ? {} : { groupId };
  const job = await run(bridge.tasks.plan({ orgId, tokenId, action, source, ...group }));
  if (job === null || useJobs.getState().orgId !== orgId) return;
  useJobs.setState(({ jobs }) => ({ jobs: [job, ...jobs] }));
  await showJob(job.id);
}

/** Starts a job. The system asks the person first. */
export const startJob = (jobId: string, typed: string) => change(bridge.tasks.start({ jobId, typed }));
/** Pauses a running job after its open calls have ended. */
export const pauseJob = (jobId: string) => change(bridge.tasks.pause({ jobId }));
/** Continues a paused job. */
export const goOnJob = (jobId: string) => change(bridge.tasks.goOn({ jobId }));
/** Ends a job, or discards a plan. Finished changes stay in Okta. */
export const cancelJob = (jobId: string) => change(bridge.tasks.cancelJob({ jobId }));

/** Saves the result of each row. */
export async function saveResults(jobId: string): Promise<void> {
  const saved = await run(bridge.tasks.saveResults({ jobId }));
  if (saved !== null) useJobs.setState({ saved: saved.path });
}

/** Removes a job and shows the users again. */
export async function forgetJob(jobId: string): Promise<void> {
  const jobs = await run(bridge.tasks.forgetJob({ jobId }));
  if (jobs !== null) useJobs.setState({ jobs, shownId: null, ...noRows });
}

async function change(call: Promise<Result<UserJob>>): Promise<void> {
  const job = await run(call);
  if (job !== null) jobIs({ job });
}

/** Waits for a call. Returns its value, or null after a failure. A cancellation by the person is not a failure. */
async function run<T>(call: Promise<Result<T>>): Promise<T | null> {
  useJobs.setState({ busy: true, failure: null });
  const answer = await call;
  useJobs.setState({
    busy: false,
    failure: answer.ok || answer.error.code === 'cancelled' ? null : answer.error,
  });
  return answer.ok ? answer.value : null;
}
