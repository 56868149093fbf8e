/**
 * Child of user-jobs.test.ts: the whole main process on the vault in `folder`. A job resets the passwords of the users whose logins begin with
 * `prefix`. The child plans and starts the job, or continues it where an earlier child left it. It ends with the job, unless it is killed
 * or kills itself before its statement number `dieAt`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SQLInputValue, StatementSync } from 'node:sqlite';
import { compose } from '../../src/main/app/compose.ts';
import type { Org } from '../../src/shared/contract/orgs.ts';
import type { UserJob } from '../../src/shared/contract/tasks.ts';
import type { Token } from '../../src/shared/contract/tokens.ts';
import { stillWorld } from '../unit/main/still-world.ts';
import { MemoryKeyring } from '../unit/vault/memory-keyring.ts';

const [, , folder = '', prefix = '', dieAt = '0'] = process.argv;

// A kill between two statements could lose a row's result, and no timer finds that moment.
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
    dialogs: {
      openFile: async () => null,
      openFolder: async () => null,
      saveFile: async () => null,
      confirm: async () => true,
    },
    publish: (event, payload) => {
      if (event !== 'userJobChanged') return;
      const { job } = payload as { job: UserJob };
      if (job.id !== jobId) return;
      if (job.state === 'done') ended.resolve();
      if (job.state === 'paused') ended.reject(new Error(`The job rests: ${job.note}`));
    },
  }),
);
await app.start();
const { orgs, tasks, tokens } = app.handlers;
const [org] = (await orgs.list({})) as Org[];
const [token] = (await tokens.list({})) as Token[];
if (org === undefined || token === undefined) throw new Error('The vault is empty.');
const question = { search: `profile.login sw "${prefix}"`, notSignedInForDays: null };
const left = ((await tasks.jobs({ orgId: org.id })) as UserJob[]).find(({ source }) =>
  source.includes(prefix),
);
const job =
  left ??
  ((await tasks.plan({
    orgId: org.id,
    tokenId: token.id,
    action: 'reset-password',
    source: { kind: 'search', question },
  })) as UserJob);
jobId = job.id;
process.send?.('begins');
if (job.state === 'planned') await tasks.start({ jobId, typed: String(job.counts.waiting) });
else if (job.state === 'paused') await tasks.goOn({ jobId });
else if (job.state === 'done') ended.resolve();
await ended.promise;
await app.end();
process.disconnect();
