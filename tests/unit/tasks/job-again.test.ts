import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../main/samples.ts';
import {
  changes,
  desk,
  folder,
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

describe('after a crash', () => {
  it('checks each row that was sent, and does only what was not done', async () => {
    const users = addUsers(world.acme, 5);
    const job = await plan('suspend');
    store.set(store.get(job.id), 'running', { startedAt: 1 });
    // Two calls were out. Okta did one of them.
    for (const no of [1, 2]) store.mark(job.id, no, 'sent');
    Object.assign(users[0] ?? {}, { status: 'SUSPENDED' });
    restart();
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

  it('reports a row with an unknown result as unknown, and leaves it alone', async () => {
    const users = addUsers(world.acme, 2);
    const job = await plan('suspend');
    store.set(store.get(job.id), 'running', { startedAt: 1 });
    store.mark(job.id, 1, 'sent');
    Object.assign(users[0] ?? {}, { status: 'LOCKED_OUT' });
    restart();
    desk.goOn(job.id);
    expect((await over(job.id, 'done')).job.counts).toMatchObject({ done: 1, unknown: 1 });
    expect(changes()).toHaveLength(1);
  });

  it('does not run a row that the plan left out, whatever its state in the file', async () => {
    addUsers(world.acme, 2);
    const [, second] = world.acme.org.users.slice(-2);
    Object.assign(second ?? {}, { status: 'STAGED' });
    const job = await plan('suspend');
    Object.assign(second ?? {}, { status: 'ACTIVE' });
    world.vault.write("UPDATE job_rows SET row_state = 'waiting'");
    const [changed] = desk.list(world.orgId);
    if (changed !== undefined) await start(changed);
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

  it('does not exist for a deactivation', async () => {
    addUsers(world.acme, 1);
    const job = await run('deactivate');
    expect(job.undoable).toBe(0);
    const source = { kind: 'undo', jobId: job.id } as const;
    expect(await codeOf(() => plan('activate', source))).toBe('bad-request');
  });
});

describe('a job from a CSV file', () => {
  it('finds the users by login in any case, and says the result of each row', async () => {
    addUsers(world.acme, 45);
    const lines = Array.from({ length: 45 }, (_, n) => `x;USER-${String(n).padStart(4, '0')}@acme.com`);
    const path = join(folder, 'people.csv');
    writeFileSync(
      path,
      `\uFEFFnote;Login\r\n${lines.join('\r\n')}\r\n;nobody@acme.com\r\nx;\r\n;\r\n;user-0000@acme.com\r\n`,
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

  it('finds a user by a login with invisible characters around it, and with its accents apart', async () => {
    const user = world.acme.org.addUser('m\u00fcller@acme.com');
    const path = join(folder, 'odd.csv');
    const long = `${'x'.repeat(199)}\u{1f600}@acme.com`;
    writeFileSync(path, `login\n\u200b MU\u0308LLER@acme.com\u200e\n${long}\n"a""b\\\n"\n`);
    world.person.opens = path;
    const file = await desk.chooseFile();
    const source = { kind: 'file', fileId: file?.fileId ?? '', column: 0, holds: 'login' } as const;
    const job = await plan('suspend', source);
    expect(job.counts).toMatchObject({ waiting: 1, left: 2 });
    expect(rows(job.id)[0]?.login).toBe(user.profile.login);
  });
});
