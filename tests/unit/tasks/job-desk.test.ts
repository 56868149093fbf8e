import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HeldFiles } from '../../../src/main/features/tasks/held-files.ts';
import { JobDesk } from '../../../src/main/features/tasks/job-desk.ts';
import { JobStore } from '../../../src/main/features/tasks/job-store.ts';
import { UserReading } from '../../../src/main/features/tasks/user-reading.ts';
import type { JobAction, JobSource, UserJob } from '../../../src/shared/contract/tasks.ts';
import type { FakeUser } from '../../fake-okta/model.ts';
import { codeOf } from '../main/samples.ts';
import { quiet } from '../vault/memory-keyring.ts';
import { addUsers, tasksWorld } from './support.ts';

let world: Awaited<ReturnType<typeof tasksWorld>>;
let store: JobStore;
let desk: JobDesk;
let tokenId: string;
let folder: string;

/** A desk on the world's vault, as each start of the app makes one. */
function newDesk(): JobDesk {
  const reading = new UserReading(world.needs);
  const files = new HeldFiles(world.needs.dialogs);
  const made = new JobDesk({ ...world.needs, log: quiet, reading, files, store });
  made.opened();
  return made;
}

beforeEach(async () => {
  world = await tasksWorld();
  world.acme.org.limits.set('/api/v1/users', 100_000);
  store = new JobStore(world.vault);
  desk = newDesk();
  ({ tokenId } = world.keep());
  folder = mkdtempSync(join(tmpdir(), 'keyturn-job-'));
});
afterEach(async () => {
  await desk.stopAll();
  await world.end();
  rmSync(folder, { recursive: true });
});

const ours = { kind: 'search', question: { search: 'profile.login sw "user-"', notSignedInForDays: null } };
const plan = (action: JobAction, source: JobSource = ours as JobSource) =>
  desk.plan(world.orgId, tokenId, action, source);
const count = (job: UserJob) => String(job.counts.waiting);
const start = async (job: UserJob) => desk.start(job.id, count(job));
const over = (jobId: string, ...states: string[]) =>
  world.told.until('userJobChanged', ({ job }) => job.id === jobId && states.includes(job.state));
/** Plans and runs a job to its end. */
async function run(action: JobAction, source?: JobSource): Promise<UserJob> {
  const job = await plan(action, source);
  await start(job);
  return (await over(job.id, 'done', 'paused')).job;
}
const changes = () => world.acme.requests.filter(({ method }) => method === 'POST');
/** Okta's ids of the users whom the System Log has as suspended, each as often as that was done. */
const doneAtOkta = () =>
  world.acme.org.logs
    .filter(({ eventType }) => eventType === 'user.lifecycle.suspend')
    .map(({ target }) => target[0]?.id)
    .sort((a, b) => order(a) - order(b));
const order = (id: string | undefined) => world.acme.org.users.findIndex((user) => user.id === id);
const statuses = (users: readonly FakeUser[]) => users.map(({ status }) => status);
const rows = (jobId: string) => desk.rows(jobId, null, 0, 200);

describe('a plan', () => {
  it('says of each user what is, what would be, and why one is left out; nothing is changed', async () => {
    const [active, suspended, staged] = addUsers(world.acme, 3);
    Object.assign(suspended ?? {}, { status: 'SUSPENDED' });
    Object.assign(staged ?? {}, { status: 'STAGED' });
    const job = await plan('suspend');
    expect(job).toMatchObject({ state: 'planned', wantsCount: true, source: 'profile.login sw "user-"' });
    expect(job.counts).toMatchObject({ waiting: 1, left: 2 });
    expect(rows(job.id)).toMatchObject([
      { login: active?.profile.login, before: 'ACTIVE', after: 'SUSPENDED', state: 'waiting' },
      { before: 'SUSPENDED', after: 'SUSPENDED', state: 'left', sentence: 'The user is SUSPENDED already.' },
      { before: 'STAGED', state: 'left', sentence: expect.stringContaining('This one is STAGED.') },
    ]);
    expect(new Set(world.acme.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(world.person.asked).toEqual([]);
  });

  it('is made of chosen users, each once, and never of the owner of the token that asks', async () => {
    const [one] = addUsers(world.acme, 1);
    const owner = world.acme.org.user('ada.admin@acme.com');
    const owned = { ...world.needs, askers: () => world.needs.askers(world.orgId).map(withOwner(owner.id)) };
    const reading = new UserReading(owned);
    const files = new HeldFiles(world.needs.dialogs);
    desk = new JobDesk({ ...owned, log: quiet, reading, files, store });
    const userIds = [one?.id ?? '', owner.id, one?.id ?? '', '00unobody000000001d7'];
    const job = await plan('deactivate', { kind: 'selection', userIds });
    expect(rows(job.id).map(({ state, sentence }) => [state, sentence])).toEqual([
      ['waiting', ''],
      ['left', expect.stringContaining('owns the token')],
      ['left', 'Row 1 has the same user.'],
      ['left', expect.stringContaining('no such user')],
    ]);
  });

  it('of nobody is none, and one that broke off is gone after the next start', async () => {
    expect(await codeOf(() => plan('suspend'))).toBe('not-found');
    expect(desk.list(world.orgId)).toEqual([]);
    addUsers(world.acme, 3);
    const job = await plan('suspend');
    store.set(store.get(job.id), 'planned', { whole: false });
    expect(newDesk().list(world.orgId)).toEqual([]);
    expect(world.vault.read('SELECT id FROM job_rows')).toEqual([]);
  });

  it('is sealed in the vault', async () => {
    addUsers(world.acme, 1);
    await plan('suspend');
    const [{ facts }] = world.vault.read<{ facts: Uint8Array }>('SELECT facts FROM job_rows') as [
      { facts: Uint8Array },
    ];
    expect(Buffer.from(facts).includes('user-0000')).toBe(false);
  });
});

describe('the start', () => {
  it('is asked in a dialog of the system, which says what, how many and who', async () => {
    addUsers(world.acme, 12);
    world.person.says = false;
    const job = await plan('deactivate');
    expect(await codeOf(() => start(job))).toBe('cancelled');
    expect(world.person.asked).toMatchObject([
      { question: expect.stringMatching(/^Deactivate 12 users at acme/), yes: 'Deactivate 12 users' },
    ]);
    const [{ detail }] = world.person.asked as unknown as [{ detail: string }];
    expect(detail).toContain('user-0009@acme.com\nand 2 more');
    expect(detail).toContain('cannot take this back');
    expect(changes()).toEqual([]);
    expect(desk.list(world.orgId)).toMatchObject([{ state: 'planned', startedAt: null }]);
    // Without that yes nothing goes on either.
    expect(await codeOf(() => desk.goOn(job.id))).toBe('bad-request');
  });

  it('wants the number of users typed where access is taken away', async () => {
    addUsers(world.acme, 3);
    const job = await plan('suspend');
    for (const typed of ['', '2', '33']) {
      expect(await codeOf(() => desk.start(job.id, typed))).toBe('bad-request');
    }
    expect(world.person.asked).toEqual([]);
    expect(changes()).toEqual([]);
    const back = await plan('activate', { kind: 'selection', userIds: [stagedUser().id] });
    await desk.start(back.id, '');
    expect((await over(back.id, 'done')).job.counts.done).toBe(1);
  });

  it('is once: a second yes to the same plan starts nothing', async () => {
    addUsers(world.acme, 3);
    const job = await plan('suspend');
    const both = await Promise.allSettled([start(job), start(job)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await over(job.id, 'done');
    expect(changes()).toHaveLength(3);
  });
});

describe('a run', () => {
  it('changes each user once, and says so in the record of activity and the result file', async () => {
    const users = addUsers(world.acme, 30);
    const job = await run('suspend');
    expect(job).toMatchObject({ state: 'done', note: '', counts: { done: 30, waiting: 0 }, undoable: 30 });
    expect(new Set(statuses(users))).toEqual(new Set(['SUSPENDED']));
    expect(new Set(changes().map(({ path }) => path)).size).toBe(30);
    expect(changes()).toHaveLength(30);
    expect(world.notes).toEqual([
      expect.stringContaining('users.job-started ada.admin@acme.com: Suspend 30 users'),
      expect.stringContaining('users.job-ended'),
    ]);
    world.person.saves = join(folder, 'results.csv');
    await desk.saveResults(job.id);
    const saved: Record<string, string>[] = parse(readFileSync(world.person.saves), {
      bom: true,
      columns: true,
    });
    expect(saved).toHaveLength(30);
    expect(saved[29]).toMatchObject({
      row: '30',
      login: 'user-0029@acme.com',
      before: 'ACTIVE',
      result: 'done',
    });
  });

  it.each(['activate', 'unsuspend', 'deactivate', 'reset-password'] as const)('%s', async (action) => {
    const wanted = {
      activate: ['STAGED', 'ACTIVE'],
      unsuspend: ['SUSPENDED', 'ACTIVE'],
      deactivate: ['ACTIVE', 'DEPROVISIONED'],
      'reset-password': ['ACTIVE', 'RECOVERY'],
    } as const;
    const [before, after] = wanted[action];
    const users = addUsers(world.acme, 2);
    for (const user of users) user.status = before;
    expect((await run(action)).counts.done).toBe(2);
    expect(statuses(users)).toEqual([after, after]);
  });

  it('asks Okta after an answer that was lost, and does nothing twice', async () => {
    const users = addUsers(world.acme, 8);
    const lost = { path: /suspend/, method: 'POST', reaches: true } as const;
    world.acme.faults.add({ kind: 'reset' }, lost);
    world.acme.faults.add({ kind: 'html', status: 502 }, lost);
    world.acme.faults.add({ kind: 'html', status: 503 }, { ...lost, reaches: false });
    const job = await run('suspend');
    expect(job.counts).toMatchObject({ done: 8 });
    expect(statuses(users)).toEqual(users.map(() => 'SUSPENDED'));
    // One call did not reach Okta and was made again.
    expect(changes()).toHaveLength(9);
    expect(rows(job.id).filter(({ sentence }) => sentence.includes('answer was lost'))).toHaveLength(2);
  });

  it('takes a user who is as wanted by now as that, and one who is gone as failed', async () => {
    const users = addUsers(world.acme, 6);
    const job = await plan('suspend');
    Object.assign(users[2] ?? {}, { status: 'SUSPENDED' });
    Object.assign(users[3] ?? {}, { status: 'STAGED' });
    world.acme.org.removeUser(users[4]?.id ?? '');
    await start(job);
    expect((await over(job.id, 'done')).job.counts).toMatchObject({ done: 3, already: 1, failed: 2 });
    expect(rows(job.id)[3]).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('is STAGED'),
    });
  });

  it('waits for Okta’s limit, leaves a fifth of it to others, and loses no row', async () => {
    const users = addUsers(world.acme, 40);
    const job = await plan('suspend');
    // Half of it is the token's: twenty calls a minute, of which four are left.
    world.acme.org.limits.set('/api/v1/users', 40);
    world.fake.clock.advance(60_000);
    world.acme.requests.length = 0;
    await start(job);
    expect((await over(job.id, 'done')).job.counts.done).toBe(40);
    expect(changes()).toHaveLength(40);
    expect(changes().filter(({ status }) => status === 429)).toEqual([]);
    const byMinute = Map.groupBy(changes(), ({ at }) => Math.floor((at - (changes()[0]?.at ?? 0)) / 55_000));
    expect(Math.max(...[...byMinute.values()].map((calls) => calls.length))).toBeLessThanOrEqual(16);
    expect(new Set(statuses(users))).toEqual(new Set(['SUSPENDED']));
    expect(world.told.all('userJobChanged').some((told) => told.job.waitsUntil !== null)).toBe(true);
  });

  it('goes on after a refusal for too many calls', async () => {
    addUsers(world.acme, 6);
    world.acme.faults.add({ kind: 'too-many', resetInSeconds: 20 }, { path: /suspend/, times: 3 });
    world.acme.faults.add({ kind: 'too-many', concurrency: true }, { path: /suspend/, times: 2 });
    expect((await run('suspend')).counts.done).toBe(6);
    expect(changes()).toHaveLength(11);
  });

  it('rests where the token is not accepted any more, and where it may not change users', async () => {
    addUsers(world.acme, 20);
    const helpless = world.keep('hanna.help@acme.com');
    const job = await desk.plan(world.orgId, helpless.tokenId, 'suspend', ours as JobSource);
    await start(job);
    const rested = (await over(job.id, 'paused', 'done')).job;
    expect(rested).toMatchObject({ state: 'paused', note: expect.stringContaining('lack the role') });
    expect(rested.counts.waiting).toBeGreaterThan(0);
    await desk.cancel(job.id);
    const second = await plan('suspend');
    world.acme.org.setStatus('ada.admin@acme.com', 'SUSPENDED');
    await start(second);
    expect((await over(second.id, 'paused')).job.counts).toMatchObject({ waiting: 20, sent: 0, failed: 0 });
  });

  it('cancelled, it ends; what is done stays done', async () => {
    addUsers(world.acme, 40);
    world.acme.faults.add({ kind: 'latency', ms: 15 }, { path: /suspend/, times: 100 });
    const job = await plan('suspend');
    await start(job);
    await expect.poll(() => changes().length).toBeGreaterThan(4);
    const ended = await desk.cancel(job.id);
    expect(ended.state).toBe('cancelled');
    expect(ended.counts.done).toBe(changes().length);
    expect(ended.counts.done + ended.counts.waiting).toBe(40);
    expect(await codeOf(() => desk.goOn(job.id))).toBe('bad-request');
  });

  it('paused and gone on, and locked and gone on, it does each row once', async () => {
    const users = addUsers(world.acme, 60);
    world.acme.faults.add({ kind: 'latency', ms: 15 }, { path: /suspend/, times: 200 });
    const job = await plan('suspend');
    await start(job);
    await expect.poll(() => changes().length).toBeGreaterThan(4);
    const paused = await desk.pause(job.id);
    expect(paused).toMatchObject({ state: 'paused', note: '', counts: { sent: 0 } });
    const before = changes().length;
    desk.goOn(job.id);
    await expect.poll(() => changes().length).toBeGreaterThan(before + 4);
    await desk.stopAll();
    const [rested] = desk.list(world.orgId);
    expect(rested).toMatchObject({ state: 'paused', note: 'Keyturn was locked while the job ran.' });
    desk = newDesk();
    world.told.events.length = 0;
    desk.goOn(job.id);
    expect((await over(job.id, 'done')).job.counts.done).toBe(60);
    // A call that the lock broke off may have been done all the same; Okta's log has each change once.
    expect(doneAtOkta()).toEqual(users.map(({ id }) => id));
    expect(new Set(statuses(users))).toEqual(new Set(['SUSPENDED']));
  });

  it('of another job of the same org waits for the person', async () => {
    addUsers(world.acme, 4);
    world.acme.faults.add({ kind: 'hang' }, { path: /suspend/, times: 4 });
    const [first, second] = [await plan('suspend'), await plan('suspend')];
    await start(first);
    expect(await codeOf(() => start(second))).toBe('bad-request');
    expect(await codeOf(() => desk.forget(first.id))).toBe('bad-request');
  });
});

describe('after a crash', () => {
  it('a row that was sent is asked about, and only what was not done is done', async () => {
    const users = addUsers(world.acme, 5);
    const job = await plan('suspend');
    store.set(store.get(job.id), 'running', { startedAt: 1 });
    // Two calls were out. Okta did one of them.
    for (const no of [1, 2]) store.mark(job.id, no, 'sent');
    Object.assign(users[0] ?? {}, { status: 'SUSPENDED' });
    desk = newDesk();
    expect(desk.list(world.orgId)).toMatchObject([
      { state: 'paused', note: 'Keyturn ended while the job ran.' },
    ]);
    world.acme.requests.length = 0;
    desk.goOn(job.id);
    expect((await over(job.id, 'done')).job.counts.done).toBe(5);
    const asked = changes().map(({ path }) => path.split('/')[4]);
    expect(asked.sort()).toEqual(
      users
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('a row whose end cannot be told is said to be unknown, and left alone', async () => {
    const users = addUsers(world.acme, 2);
    const job = await plan('suspend');
    store.set(store.get(job.id), 'running', { startedAt: 1 });
    store.mark(job.id, 1, 'sent');
    Object.assign(users[0] ?? {}, { status: 'LOCKED_OUT' });
    desk = newDesk();
    desk.goOn(job.id);
    expect((await over(job.id, 'done')).job.counts).toMatchObject({ done: 1, unknown: 1 });
    expect(changes()).toHaveLength(1);
  });

  it('a row that the plan left out is not run, whatever its state in the file says', async () => {
    addUsers(world.acme, 2);
    const [, second] = world.acme.org.users.slice(-2);
    Object.assign(second ?? {}, { status: 'STAGED' });
    const job = await plan('suspend');
    Object.assign(second ?? {}, { status: 'ACTIVE' });
    world.vault.write("UPDATE job_rows SET row_state = 'waiting'");
    await start(await Promise.resolve(desk.list(world.orgId)[0] as UserJob));
    await over(job.id, 'done', 'paused');
    expect(changes()).toHaveLength(1);
  });
});

describe('the undo', () => {
  it('is a plan of what was done, and of nothing else', async () => {
    const users = addUsers(world.acme, 4);
    Object.assign(users[0] ?? {}, { status: 'STAGED' });
    const job = await run('suspend');
    expect(job.undoable).toBe(3);
    Object.assign(users[1] ?? {}, { status: 'DEPROVISIONED' });
    const back = await run('unsuspend', { kind: 'undo', jobId: job.id });
    expect(back.counts).toMatchObject({ done: 2, left: 1 });
    expect(statuses(users)).toEqual(['STAGED', 'DEPROVISIONED', 'ACTIVE', 'ACTIVE']);
  });

  it('is none of a deactivation', async () => {
    addUsers(world.acme, 1);
    const job = await run('deactivate');
    expect(job.undoable).toBe(0);
    const source = { kind: 'undo', jobId: job.id } as const;
    expect(await codeOf(() => plan('activate', source))).toBe('bad-request');
  });
});

describe('a job from a CSV file', () => {
  it('finds the users by login in any case, and says of each row what it came to', async () => {
    addUsers(world.acme, 45);
    const lines = Array.from({ length: 45 }, (_, n) => `x;USER-${String(n).padStart(4, '0')}@acme.com`);
    const path = join(folder, 'people.csv');
    writeFileSync(
      path,
      `\uFEFFnote;Login\r\n${lines.join('\r\n')}\r\n;nobody@acme.com\r\n;\r\n;user-0000@acme.com\r\n`,
    );
    world.person.opens = path;
    const file = await desk.chooseFile();
    expect(file).toMatchObject({
      name: 'people.csv',
      columns: ['note', 'Login'],
      column: 1,
      encoding: 'UTF-8',
      separator: ';',
    });
    expect(JSON.stringify(file)).not.toContain(folder);
    const source = { kind: 'file', fileId: file?.fileId ?? '', column: 1, holds: 'login' } as const;
    const job = await plan('suspend', source);
    expect(job.counts).toMatchObject({ waiting: 45, left: 3 });
    expect(
      rows(job.id)
        .slice(45)
        .map(({ sentence }) => sentence),
    ).toEqual([
      expect.stringContaining('no such user'),
      'The row names no user.',
      'Row 1 has the same user.',
    ]);
    // Twenty users are asked for at a time.
    expect(world.acme.requests).toHaveLength(3);
    writeFileSync(path, 'other,columns\r\na,b\r\n');
    expect(await codeOf(() => plan('suspend', source))).toBe('file');
  });
});

const withOwner =
  (id: string) =>
  <T extends object>(token: T) => ({
    ...token,
    known: { ...knownFacts, owner: { id, login: 'ada.admin@acme.com', name: 'Ada', status: 'ACTIVE' } },
  });
const knownFacts = {
  roles: null,
  oktaTokenId: null,
  oktaTokenName: null,
  network: null,
  expiresAt: null,
  expiryBasis: null,
  rateLimit: null,
};
const stagedUser = () => world.acme.org.addUser('staged@acme.com', [], 'STAGED');
