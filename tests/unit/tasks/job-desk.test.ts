import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { codeOf, noFacts } from '../main/samples.ts';
import {
  changes,
  desk,
  doneAtOkta,
  folder,
  ours,
  over,
  plan,
  restart,
  rows,
  run,
  start,
  statuses,
  store,
  world,
} from './job-harness.ts';
import { addUsers } from './support.ts';

describe('a plan', () => {
  it('says for each user the present state, the new state and the reason to leave one out, and changes nothing', async () => {
    const [active, suspended, staged] = addUsers(world.acme, 3);
    Object.assign(suspended ?? {}, { status: 'SUSPENDED' });
    Object.assign(staged ?? {}, { status: 'STAGED' });
    const job = await plan('suspend');
    expect(job).toMatchObject({ state: 'planned', wantsCount: true, source: 'profile.login sw "user-"' });
    expect(job.counts).toMatchObject({ waiting: 1, left: 2 });
    expect(rows(job.id)).toMatchObject([
      { login: active?.profile.login, before: 'ACTIVE', after: 'SUSPENDED', state: 'waiting' },
      { before: 'SUSPENDED', after: 'SUSPENDED', state: 'left', sentence: 'The user is SUSPENDED already.' },
      { before: 'STAGED', state: 'left', sentence: expect.stringContaining('This user is STAGED.') },
    ]);
    expect(new Set(world.acme.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(world.person.asked).toEqual([]);
  });

  it('has each chosen user once, and never the owner of the token that asks', async () => {
    const [one] = addUsers(world.acme, 1);
    const owner = world.acme.org.user('ada.admin@acme.com');
    restart({ askers: () => world.needs.askers(world.orgId).map(withOwner(owner.id)) });
    const userIds = [one?.id ?? '', owner.id, one?.id ?? '', '00unobody000000001d7'];
    const job = await plan('deactivate', { kind: 'selection', userIds });
    expect(rows(job.id).map(({ state, sentence }) => [state, sentence])).toEqual([
      ['waiting', ''],
      ['left', expect.stringContaining('owns the token')],
      ['left', 'Row 1 has the same user.'],
      ['left', expect.stringContaining('no such user')],
    ]);
  });

  it('without users is not kept, and a plan that broke off is gone after the next start', async () => {
    expect(await codeOf(() => plan('suspend'))).toBe('not-found');
    expect(desk.list(world.orgId)).toEqual([]);
    addUsers(world.acme, 3);
    const job = await plan('suspend');
    store.set(store.get(job.id), 'planned', { whole: false });
    restart();
    expect(desk.list(world.orgId)).toEqual([]);
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
  it('is confirmed in a dialog of the system, which names the change, the number and the users', async () => {
    addUsers(world.acme, 12);
    world.person.says = false;
    const job = await plan('deactivate');
    expect(await codeOf(() => start(job))).toBe('cancelled');
    expect(world.person.asked).toMatchObject([
      { question: expect.stringMatching(/^Deactivate 12 users at acme/), yes: 'Deactivate 12 users' },
    ]);
    const [{ detail }] = world.person.asked as unknown as [{ detail: string }];
    expect(detail).toContain('user-0009@acme.com\nand 2 more');
    expect(detail).toContain('Okta cannot undo this');
    expect(changes()).toEqual([]);
    expect(desk.list(world.orgId)).toMatchObject([{ state: 'planned', startedAt: null }]);
    // Without that yes nothing goes on either.
    expect(await codeOf(() => desk.goOn(job.id))).toBe('bad-request');
  });

  it('names each user in one line for every login from the org', async () => {
    const [odd] = addUsers(world.acme, 2);
    if (odd !== undefined) odd.profile.login = 'user-x\nand 0 more\u202e';
    world.person.says = false;
    const job = await plan('suspend');
    expect(await codeOf(() => start(job))).toBe('cancelled');
    const lines = (world.person.asked[0]?.detail ?? '').split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/^user-x\\u\{a\}and 0 more/);
  });

  it('asks for the number of users when it takes access away', async () => {
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

  it('starts once: a second yes to the same plan starts nothing', async () => {
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

  it('asks Okta about a lost answer, and does nothing twice', async () => {
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

  it('counts a user who already has the new state as done, and a missing user as failed', async () => {
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
    world.person.saves = join(folder, 'codes.csv');
    await desk.saveResults(job.id);
    const saved: Record<string, string>[] = parse(readFileSync(world.person.saves), {
      bom: true,
      columns: true,
    });
    // A script reads these, so they are codes and not words of a language.
    expect(saved.map(({ result }) => result)).toEqual([
      'done',
      'done',
      'already',
      'failed',
      'failed',
      'done',
    ]);
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

  it('continues after a refusal for too many calls', async () => {
    addUsers(world.acme, 6);
    world.acme.faults.add({ kind: 'too-many', resetInSeconds: 20 }, { path: /suspend/, times: 3 });
    world.acme.faults.add({ kind: 'too-many', concurrency: true }, { path: /suspend/, times: 2 });
    expect((await run('suspend')).counts.done).toBe(6);
    expect(changes()).toHaveLength(11);
  });

  it('pauses when Okta no longer accepts the token, and when the token may not change users', async () => {
    addUsers(world.acme, 20);
    const helpless = world.keep('hanna.help@acme.com');
    const job = await plan('suspend', ours, { tokenId: helpless.tokenId });
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

  it('pauses while Okta is out of reach, and continues when Okta is back', async () => {
    const users = addUsers(world.acme, 20);
    world.acme.faults.add({ kind: 'latency', ms: 20 }, { path: /suspend/, times: 100 });
    const job = await plan('suspend');
    await start(job);
    await expect.poll(() => changes().length).toBeGreaterThan(4);
    await world.acme.refuseConnections();
    const rested = (await over(job.id, 'paused', 'done')).job;
    expect(rested.state).toBe('paused');
    expect(rested.note).not.toBe('');
    expect(rested.counts.failed).toBe(0);
    await world.acme.acceptConnections();
    world.told.events.length = 0;
    desk.goOn(job.id);
    expect((await over(job.id, 'done')).job.counts).toMatchObject({ waiting: 0, sent: 0, failed: 0 });
    expect(doneAtOkta()).toEqual(users.map(({ id }) => id));
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

  it('does each row once after a pause and after a lock', async () => {
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
    restart();
    world.told.events.length = 0;
    desk.goOn(job.id);
    const { counts } = (await over(job.id, 'done')).job;
    // The clock of this test skips the time that Okta is given, so that one may be found as wanted only by the second call.
    expect(counts.done + counts.already).toBe(60);
    // A call that the lock broke off may have been done all the same; Okta's log has each change once.
    expect(doneAtOkta()).toEqual(users.map(({ id }) => id));
    expect(new Set(statuses(users))).toEqual(new Set(['SUSPENDED']));
  });

  it('of another job in the same org waits for the person', async () => {
    addUsers(world.acme, 4);
    world.acme.faults.add({ kind: 'hang' }, { path: /suspend/, times: 4 });
    const [first, second] = [await plan('suspend'), await plan('suspend')];
    await start(first);
    expect(await codeOf(() => start(second))).toBe('bad-request');
    expect(await codeOf(() => desk.forget(first.id))).toBe('bad-request');
  });
});

const withOwner =
  (id: string) =>
  <T extends object>(token: T) => ({
    ...token,
    known: { ...noFacts, owner: { id, login: 'ada.admin@acme.com', name: 'Ada', status: 'ACTIVE' } },
  });
const stagedUser = () => world.acme.org.addUser('staged@acme.com', [], 'STAGED');
