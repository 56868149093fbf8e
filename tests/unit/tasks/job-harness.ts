import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { FakeUser } from '../../../src/demo/okta/model.ts';
import { HeldFiles } from '../../../src/main/features/tasks/held-files.ts';
import { JobDesk } from '../../../src/main/features/tasks/job-desk.ts';
import { JobStore } from '../../../src/main/features/tasks/job-store.ts';
import { UserReading } from '../../../src/main/features/tasks/user-reading.ts';
import type { JobAction, JobSource, UserJob } from '../../../src/shared/contract/tasks.ts';
import { quiet } from '../vault/memory-keyring.ts';
import { tasksWorld } from './support.ts';

// Each test has a world, a vault with one token, and a desk of jobs of its own; these are of the test that runs.
export let world: Awaited<ReturnType<typeof tasksWorld>>;
export let store: JobStore;
export let desk: JobDesk;
let tokenId: string;
/** A folder for files, gone after the test. */
export let folder: string;

/** Makes the desk anew on the same vault, as each start of the app does; `more` are needs that differ. */
export function restart(more: Partial<typeof world.needs> = {}): void {
  const needs = { ...world.needs, ...more };
  const reading = new UserReading(needs);
  const files = new HeldFiles(needs.dialogs);
  desk = new JobDesk({ ...needs, log: quiet, reading, files, store });
  desk.opened();
}

beforeEach(async () => {
  world = await tasksWorld();
  world.acme.org.limits.set('/api/v1/users', 100_000);
  store = new JobStore(world.vault);
  restart();
  ({ tokenId } = world.keep());
  folder = mkdtempSync(join(tmpdir(), 'keyturn-job-'));
});
afterEach(async () => {
  await desk.stopAll();
  await world.end();
  rmSync(folder, { recursive: true });
});

/** The users that `addUsers` makes. */
export const ours: JobSource = {
  kind: 'search',
  question: { search: 'profile.login sw "user-"', notSignedInForDays: null },
};
/** Plans a job. `more` is a group, or another token. */
export const plan = (
  action: JobAction,
  source: JobSource = ours,
  more: { readonly groupId?: string; readonly tokenId?: string } = {},
) => desk.plan({ orgId: world.orgId, tokenId, action, source, ...more });
const count = (job: UserJob) => String(job.counts.waiting);
/** Starts a planned job with its number typed. */
export const start = async (job: UserJob) => desk.start(job.id, count(job));
/** Resolves once the window hears that the job is in one of these states. */
export const over = (jobId: string, ...states: string[]) =>
  world.told.until('userJobChanged', ({ job }) => job.id === jobId && states.includes(job.state));
/** Plans and runs a job to its end. */
export async function run(...wanted: Parameters<typeof plan>): Promise<UserJob> {
  const job = await plan(...wanted);
  await start(job);
  return (await over(job.id, 'done', 'paused')).job;
}
/** The calls that change something. */
export const changes = () => world.acme.requests.filter(({ method }) => method === 'POST');
/** Okta's ids of the users whom the System Log has as suspended, each as often as that was done. */
export const doneAtOkta = () =>
  world.acme.org.logs
    .filter(({ eventType }) => eventType === 'user.lifecycle.suspend')
    .map(({ target }) => target[0]?.id)
    .sort((a, b) => order(a) - order(b));
const order = (id: string | undefined) => world.acme.org.users.findIndex((user) => user.id === id);
/** The statuses of users now. */
export const statuses = (users: readonly FakeUser[]) => users.map(({ status }) => status);
/** The first rows of a job. */
export const rows = (jobId: string) => desk.rows(jobId, null, 0, 200);
/** Has the person choose a CSV file with this text, and returns its id. */
export async function fileOf(content: string | Buffer): Promise<string> {
  const path = join(folder, `people-${++files}.csv`);
  writeFileSync(path, content);
  world.person.opens = path;
  const file = await desk.chooseFile();
  return file?.fileId ?? '';
}
let files = 0;
/** The source of new users: a file, with the columns that Keyturn proposes for it. */
export async function profilesOf(content: string | Buffer, activate = false): Promise<JobSource> {
  const fileId = await fileOf(content);
  const { attributes } = await desk.profileForm(world.orgId, tokenId, fileId);
  const mapping = attributes.flatMap(({ name, column }) =>
    column === null ? [] : [{ attribute: name, column }],
  );
  return { kind: 'profiles', fileId, mapping, activate };
}
/** The state and the sentence of the first rows of a job. */
export const said = (jobId: string) => rows(jobId).map(({ state, sentence }) => [state, sentence]);
