import { describe, expect, it } from 'vitest';
import type { JobSource } from '../../../src/shared/contract/tasks.ts';
import { codeOf } from '../main/samples.ts';
import { desk, fileOf, over, plan, restart, rows, run, said, start, store, world } from './job-harness.ts';
import { addUsers } from './support.ts';

const group = (name = 'Night shift', members: string[] = []) => world.acme.org.addGroup(name, { members });
/** The calls that change members. */
const changes = () => world.acme.requests.filter(({ method }) => method === 'PUT' || method === 'DELETE');
/** The logins that the System Log has as added or removed, each as often as that was done. */
const logged = (change: 'add' | 'remove') =>
  world.acme.org.logs
    .filter(({ eventType }) => eventType === `group.user_membership.${change}`)
    .map(({ target }) => target[0]?.displayName)
    .toSorted();
const tokenId = () => world.tokens.list()[0]?.id ?? '';

describe('the search for a group', () => {
  it('finds groups by the beginning of their names, and says which ones stay as they are', async () => {
    world.acme.org.addGroup('Night shift', { description: 'Those who work at night' });
    world.acme.org.addGroup('Night directory', { type: 'APP_GROUP' });
    world.acme.org.addGroup('Day shift');
    expect(await desk.findGroups(world.orgId, tokenId(), 'night')).toMatchObject([
      { name: 'Night shift', description: 'Those who work at night', why: '' },
      { name: 'Night directory', why: expect.stringContaining('An app or a directory decides') },
    ]);
    expect(await desk.findGroups(world.orgId, tokenId(), 'Every')).toMatchObject([
      { name: 'Everyone', why: expect.stringContaining('Okta itself decides') },
    ]);
    expect((await desk.findGroups(world.orgId, tokenId(), '')).length).toBeGreaterThan(4);
  });

  it('says that the token may not read groups', async () => {
    const { tokenId: siem } = world.keep('svc-siem@acme.com');
    expect(await codeOf(() => desk.findGroups(world.orgId, siem, 'night'))).toBe('okta');
  });
});

describe('a plan for the members of a group', () => {
  it('says who is a member already, and changes nothing', async () => {
    const users = addUsers(world.acme, 3);
    const { id } = group('Night shift', [users[1]?.id ?? '']);
    const job = await plan('add-to-group', undefined, { groupId: id });
    expect(job).toMatchObject({ group: 'Night shift', wantsCount: false, counts: { waiting: 2, left: 1 } });
    expect(rows(job.id)).toMatchObject([
      { before: 'not a member', after: 'member', group: 'Night shift', state: 'waiting' },
      { before: 'member', after: 'member', state: 'left', sentence: 'The user is a member already.' },
      { state: 'waiting' },
    ]);
    expect(changes()).toEqual([]);
  });

  it('refuses a group of an app and a group of Okta’s own, and wants a group at all', async () => {
    addUsers(world.acme, 1);
    const app = world.acme.org.addGroup('Directory', { type: 'APP_GROUP' });
    const everyone = world.acme.org.groups.find(({ type }) => type === 'BUILT_IN');
    for (const groupId of [app.id, everyone?.id ?? '', '00gnothing0000000001']) {
      expect(await codeOf(() => plan('add-to-group', undefined, { groupId }))).toBe('bad-request');
    }
    expect(await codeOf(() => plan('add-to-group'))).toBe('bad-request');
    expect(desk.list(world.orgId)).toEqual([]);
  });

  it('does not remove the owner of the token that asks', async () => {
    const owner = world.acme.org.user('ada.admin@acme.com');
    const [one] = addUsers(world.acme, 1);
    const { id } = group('Admins', [owner.id, one?.id ?? '']);
    const known = { roles: null, oktaTokenId: null, oktaTokenName: null, network: null, expiresAt: null };
    const whose = { id: owner.id, login: owner.profile.login, name: 'Ada', status: 'ACTIVE' };
    restart({
      askers: () =>
        world.needs.askers(world.orgId).map((token) => ({
          ...token,
          known: { ...known, expiryBasis: null, rateLimit: null, owner: whose },
        })),
    });
    const source: JobSource = { kind: 'selection', userIds: [owner.id, one?.id ?? ''] };
    const job = await plan('remove-from-group', source, { groupId: id });
    expect(said(job.id)).toEqual([
      ['left', expect.stringContaining('owns the token')],
      ['waiting', ''],
    ]);
  });

  it('finds a group whose name has the same letters in another form', async () => {
    addUsers(world.acme, 1);
    group('\u00c9quipe de nuit');
    const lines = ['E\u0301quipe de nuit', '\u00c9quipe\u00a0de  nuit', '\u00e9quipe de nuit'];
    const fileId = await fileOf(
      `login,group\n${lines.map((name) => `user-0000@acme.com,${name}`).join('\n')}\n`,
    );
    const source = { kind: 'file', fileId, column: 0, holds: 'login', groupColumn: 1 } as const;
    expect(said((await plan('add-to-group', source)).id)).toEqual([
      ['waiting', ''],
      ['left', 'Row 1 has the same user.'],
      ['left', expect.stringContaining('Capital letters in the name must be the same')],
    ]);
  });

  it('reads logins and names of groups from a file', async () => {
    addUsers(world.acme, 2);
    group('Day shift');
    group('Night shift', [world.acme.org.user('user-0001@acme.com').id]);
    world.acme.org.addGroup('Directory', { type: 'APP_GROUP' });
    group('Twin');
    group('Twin');
    const lines = [
      'user-0000@acme.com,Day shift',
      'user-0000@acme.com,Night shift',
      'user-0001@acme.com,Night shift',
      'user-0000@acme.com,Day shift',
      'user-0000@acme.com,Directory',
      'user-0000@acme.com,Twin',
      'user-0000@acme.com,Nowhere',
      'user-0000@acme.com,',
      'nobody@acme.com,Day shift',
    ];
    const fileId = await fileOf(`login,group\n${lines.join('\n')}\n`);
    const source = { kind: 'file', fileId, column: 0, holds: 'login', groupColumn: 1 } as const;
    const job = await plan('add-to-group', source);
    expect(store.get(job.id).group).toBeNull();
    expect(said(job.id)).toEqual([
      ['waiting', ''],
      ['waiting', ''],
      ['left', 'The user is a member already.'],
      ['left', 'Row 1 has the same user.'],
      ['left', expect.stringContaining('An app or a directory decides')],
      ['left', 'Okta has several groups with the name Twin.'],
      [
        'left',
        'Okta has no group with the name Nowhere. Capital letters in the name must be the same as in Okta.',
      ],
      ['left', 'The row names no group.'],
      ['left', expect.stringContaining('no such user')],
    ]);
    await start(job);
    expect((await over(job.id, 'done')).job.counts.done).toBe(2);
    expect(world.person.asked[0]).toMatchObject({
      question: expect.stringMatching(/^Add 2 users to the group that each row names at acme/),
      detail: expect.stringContaining('user-0000@acme.com: Day shift\nuser-0000@acme.com: Night shift'),
    });
    expect(world.acme.org.groups.find(({ name }) => name === 'Day shift')?.members).toHaveLength(1);
  });

  it.each(['the group that each row names', 'laut jeweiliger Zeile', '各行で指定したグループ'])(
    'of an earlier form, which kept the phrase %s, still names the group of each row',
    async (phrase) => {
      addUsers(world.acme, 1);
      group('Day shift');
      const fileId = await fileOf('login,group\nuser-0000@acme.com,Day shift\n');
      const job = await plan('add-to-group', {
        ...{ kind: 'file', fileId, column: 0, holds: 'login', groupColumn: 1 },
      });
      const { id, orgId: _, madeAt: __, state: ___, ...about } = store.get(job.id);
      const cell = { table: 'jobs', rowId: id, column: 'about' };
      const sealed = world.vault.sealJson(cell, { ...about, group: phrase });
      world.vault.write('UPDATE jobs SET about = ? WHERE id = ?', sealed, id);
      await start(job);
      await over(job.id, 'done');
      expect(world.person.asked[0]).toMatchObject({
        question: expect.stringMatching(/^Add 1 user to the group that each row names at acme/),
        detail: expect.stringContaining('user-0000@acme.com: Day shift'),
      });
    },
  );

  it('reads the members of a group page by page', async () => {
    const users = addUsers(world.acme, 450);
    const { id } = group(
      'Large',
      users.slice(0, 449).map((user) => user.id),
    );
    const job = await plan('add-to-group', undefined, { groupId: id });
    expect(job.counts).toMatchObject({ waiting: 1, left: 449 });
    expect(world.acme.requests.filter(({ path }) => path === `/api/v1/groups/${id}/users`)).toHaveLength(3);
  });
});

describe('a change of members', () => {
  it('adds each user once, and its undo removes those and nobody else', async () => {
    const users = addUsers(world.acme, 12);
    const before = users[0]?.id ?? '';
    const night = group('Night shift', [before]);
    const job = await run('add-to-group', undefined, { groupId: night.id });
    expect(job).toMatchObject({ counts: { done: 11, left: 1 }, undo: 'remove-from-group', undoable: 11 });
    expect(night.members.toSorted()).toEqual(users.map(({ id }) => id).toSorted());
    expect(changes()).toHaveLength(11);
    expect(world.notes[0]).toContain('Add 11 users to Night shift: the job was started.');

    const back = await plan('remove-from-group', { kind: 'undo', jobId: job.id });
    expect(back).toMatchObject({ group: 'Night shift', wantsCount: true, counts: { waiting: 11 } });
    expect(await codeOf(() => desk.start(back.id, ''))).toBe('bad-request');
    await start(back);
    await over(back.id, 'done');
    expect(night.members).toEqual([before]);
    expect(world.person.asked.at(-1)).toMatchObject({
      question: expect.stringMatching(/^Remove 11 users from Night shift at acme/),
      detail: expect.stringContaining('They lose the apps'),
    });
  });

  it('asks Okta about a lost answer, and does nothing twice', async () => {
    const users = addUsers(world.acme, 8);
    const night = group();
    const lost = { path: /users\/00u/, method: 'PUT', reaches: true } as const;
    world.acme.faults.add({ kind: 'reset' }, lost);
    world.acme.faults.add({ kind: 'html', status: 502 }, lost);
    world.acme.faults.add({ kind: 'html', status: 503 }, { ...lost, reaches: false });
    const job = await run('add-to-group', undefined, { groupId: night.id });
    expect(job.counts).toMatchObject({ done: 8 });
    expect(logged('add')).toEqual(users.map(({ profile }) => profile.login));
    expect(changes()).toHaveLength(9);
  });

  it('after a crash asks for the groups of each user that was sent', async () => {
    const users = addUsers(world.acme, 3);
    const night = group(
      'Night shift',
      users.map(({ id }) => id),
    );
    const job = await plan('remove-from-group', undefined, { groupId: night.id });
    store.set(store.get(job.id), 'running', { startedAt: 1 });
    for (const no of [1, 2]) store.mark(job.id, no, 'sent');
    night.members = night.members.slice(1);
    restart();
    world.acme.requests.length = 0;
    desk.goOn(job.id);
    expect((await over(job.id, 'done')).job.counts.done).toBe(3);
    expect(changes()).toHaveLength(2);
    expect(night.members).toEqual([]);
    expect(logged('remove')).toEqual(['user-0001@acme.com', 'user-0002@acme.com']);
  });

  it('fails for a user or a group that is gone, and pauses when the token may not do it', async () => {
    const users = addUsers(world.acme, 6);
    const night = group();
    const job = await plan('add-to-group', undefined, { groupId: night.id });
    world.acme.org.removeUser(users[2]?.id ?? '');
    await start(job);
    expect((await over(job.id, 'done')).job.counts).toMatchObject({ done: 5, failed: 1 });
    expect(said(job.id)[2]).toEqual(['failed', 'Okta no longer has this user or this group.']);

    night.members = [];
    const helpless = world.keep('hanna.help@acme.com');
    const second = await plan('add-to-group', undefined, { groupId: night.id, tokenId: helpless.tokenId });
    await start(second);
    const rested = (await over(second.id, 'paused', 'done')).job;
    expect(rested).toMatchObject({ state: 'paused', note: expect.stringContaining('lack the role') });
    expect(night.members).toEqual([]);
  });

  it('names the group in one line of the dialog for every name from the org', async () => {
    addUsers(world.acme, 1);
    const odd = group('Night\nKeyturn asks with another token\u202e');
    world.person.says = false;
    const job = await plan('add-to-group', undefined, { groupId: odd.id });
    expect(await codeOf(() => start(job))).toBe('cancelled');
    expect(world.person.asked[0]?.question).not.toMatch(/[\n\u202e]/);
  });
});
