/**
 * Child of user-jobs.test.ts: the whole main process on the vault in `folder`. It resets the passwords of the users whose logins begin with
 * `prefix`, creates the users of the file `prefix`.csv, or adds the users to the group `prefix`, by a job: planned, started and gone on with
 * where an earlier child left it. It ends once the job has ended, unless it is killed, or kills itself before its statement number `dieAt`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SQLInputValue, StatementSync } from 'node:sqlite';
import { compose } from '../../src/main/app/compose.ts';
import { systemClock } from '../../src/main/base/clock.ts';
import type { Org } from '../../src/shared/contract/orgs.ts';
import type {
  FoundGroup,
  HeldFile,
  JobSource,
  ProfileForm,
  UserJob,
} from '../../src/shared/contract/tasks.ts';
import type { Token } from '../../src/shared/contract/tokens.ts';
import { stillWorld } from '../unit/main/still-world.ts';
import { MemoryKeyring } from '../unit/vault/memory-keyring.ts';

const [, , folder = '', prefix = '', dieAt = '0', action = ''] = process.argv;

// Between two statements is where a row could lose its end, and a moment that no timer finds.
const { run } = StatementSync.prototype;
let statements = 0;
StatementSync.prototype.run = function (...parameters: (SQLInputValue | Record<string, SQLInputValue>)[]) {
  if (++statements === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  return Reflect.apply(run, this, parameters);
};
const keyring = new MemoryKeyring();
keyring.key = readFileSync(join(folder, '..', 'key'));
const ended = Promise.withResolvers<void>();
let jobId = '';
const app = compose(
  stillWorld({
    userData: folder,
    extraCaFile: join(folder, '..', 'ca.pem'),
    keyring,
    // A job that goes on waits some seconds until Okta has finished what a kill cut off. The fake finishes within milliseconds.
    clock: { ...systemClock, sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 100), signal) },
    dialogs: {
      openFile: async () => join(folder, '..', `${prefix}.csv`),
      openFolder: async () => null,
      saveFile: async () => null,
      confirm: async () => true,
    },
    publish: (event, payload) => {
      if (event !== 'userJobChanged') return;
      const { job } = payload as { job: UserJob };
      if (job.id !== jobId) return;
      if (job.state === 'done') ended.resolve();
      if (job.state === 'paused') ended.reject(new Error(`The job is paused: ${job.note}`));
    },
  }),
);
await app.start();
const { orgs, tasks, tokens } = app.handlers;
const [org] = (await orgs.list({})) as Org[];
const [token] = (await tokens.list({})) as Token[];
if (org === undefined || token === undefined) throw new Error('The vault is empty.');
const its = { orgId: org.id, tokenId: token.id };

/** The users of the job. */
async function source(): Promise<JobSource> {
  if (action !== 'create') {
    return {
      kind: 'search',
      question: { search: `profile.login sw "${prefix}"`, notSignedInForDays: null },
    };
  }
  const { file } = (await tasks.chooseFile({})) as { file: HeldFile };
  const form = (await tasks.profileForm({ ...its, fileId: file.fileId })) as ProfileForm;
  const mapping = form.attributes.flatMap(({ name, column }) =>
    column === null ? [] : [{ attribute: name, column }],
  );
  return { kind: 'profiles', fileId: file.fileId, mapping, activate: false };
}

async function plan(): Promise<UserJob> {
  const wanted = { ...its, action, source: await source() };
  if (action !== 'add-to-group') return (await tasks.plan(wanted as never)) as UserJob;
  const [group] = (await tasks.findGroups({ ...its, begins: prefix })) as FoundGroup[];
  return (await tasks.plan({ ...wanted, groupId: group?.id } as never)) as UserJob;
}

const left = ((await tasks.jobs({ orgId: org.id })) as UserJob[]).find(({ source }) =>
  source.includes(prefix),
);
const job = left ?? (await plan());
jobId = job.id;
process.send?.('begins');
if (job.state === 'planned') await tasks.start({ jobId, typed: String(job.counts.waiting) });
else if (job.state === 'paused') await tasks.goOn({ jobId });
else if (job.state === 'done') ended.resolve();
await ended.promise;
await app.end();
process.disconnect();
