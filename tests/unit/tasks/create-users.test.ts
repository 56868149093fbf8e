import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../main/samples.ts';
import {
  desk,
  fileOf,
  over,
  plan,
  profilesOf,
  restart,
  rows,
  run,
  said,
  start,
  store,
  world,
} from './job-harness.ts';

const head = 'Username,E-mail,First name,Surname,Mobile\r\n';
const line = (name: string, more = '') => `${name}@acme.com,${name}@acme.com,${name},Smith,${more}\r\n`;
const file = (...names: string[]) => head + names.map((name) => line(name)).join('');
const found = (login: string) =>
  world.acme.org.users.filter(({ profile }) => profile.login.toLowerCase() === login);
/** The calls that create a user. */
const creations = () =>
  world.acme.requests.filter(({ method, path }) => method === 'POST' && path === '/api/v1/users');
const createdAtOkta = () =>
  world.acme.org.logs
    .filter(({ eventType }) => eventType === 'user.lifecycle.create')
    .map(({ target }) => target[0]?.displayName);

describe('the columns of a file', () => {
  it('are proposed for the attributes of the org, also for its own ones', async () => {
    world.acme.org.customAttributes.set('badge', { title: 'Badge number', type: 'integer', required: true });
    const fileId = await fileOf('User Name;badge Number;E-Mail;Vorname;Nachname;note\r\n');
    const { attributes, why } = await desk.profileForm(world.orgId, tokenOf(), fileId);
    expect(why).toBe('');
    const columns = attributes
      .filter(({ column }) => column !== null)
      .map(({ name, column }) => [name, column]);
    expect(Object.fromEntries(columns)).toEqual({ login: 0, badge: 1, email: 2, firstName: 3, lastName: 4 });
    expect(attributes.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      ...['login', 'email', 'firstName', 'lastName', 'badge'],
    ]);
  });

  it('give the email as the login when no column has logins', async () => {
    const fileId = await fileOf('name,mail\r\n');
    const { attributes } = await desk.profileForm(world.orgId, tokenOf(), fileId);
    expect(attributes.find(({ name }) => name === 'login')?.column).toBe(1);
  });

  it('are those of every org, with the reason, where the token may not read the schema', async () => {
    world.acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }, { path: /schemas/ });
    const fileId = await fileOf(file());
    const { attributes, why } = await desk.profileForm(world.orgId, tokenOf(), fileId);
    expect(why).toContain('does not allow this call');
    expect(attributes.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      ...['login', 'email', 'firstName', 'lastName'],
    ]);
  });
});

describe('a plan of new users', () => {
  it('says of each row whether the user will be created and with what, and changes nothing', async () => {
    world.acme.org.addUser('old@acme.com');
    world.acme.org.customAttributes.set('size', { title: 'Size', type: 'string', enum: ['S', 'M'] });
    const content = [
      'login,email,firstName,lastName,mobilePhone,size',
      'new@acme.com,new@acme.com,New,One,+49 170 1234567,M',
      'OLD@acme.com,old@acme.com,Old,One,,',
      ',x@acme.com,,One,,',
      'short,short,A,B,,',
      'NEW@acme.com,new@acme.com,New,Again,,',
      'n\u00e9w@acme.com,new@acme.com,New,Again,,',
      `long@acme.com,long@acme.com,${'x'.repeat(51)},One,,XL`,
      '"form@acme.com",form@acme.com,"=HYPERLINK(""x"")",One,,S',
      'a/b@acme.com,ab@acme.com,A,B,,',
      '\u200bpasted@acme.com\u200b,\ufeffpasted@acme.com,\u200eA\u00a0,B,,',
      'in\u200bside@acme.com,"line\n@acme.com",A,B,,',
    ].join('\r\n');
    world.acme.requests.length = 0;
    const job = await plan('create', await profilesOf(content));
    expect(job).toMatchObject({ state: 'planned', wantsCount: false, counts: { waiting: 3, left: 8 } });
    expect(said(job.id)).toEqual([
      ['waiting', 'email: new@acme.com, mobilePhone: +49 170 1234567, size: M'],
      ['left', 'Okta has a user with this login already.'],
      ['left', 'login is missing. firstName is missing.'],
      ['left', expect.stringContaining('login does not have the form of an email address.')],
      ['left', 'Row 1 has the same login for Okta.'],
      ['left', 'Row 1 has the same login for Okta.'],
      ['left', 'firstName is longer than 50 characters. size is not one of the values that the org allows.'],
      ['waiting', 'firstName looks like a formula and is kept as text. email: form@acme.com, size: S'],
      ['left', expect.stringContaining('login has a slash.')],
      ['waiting', 'email: pasted@acme.com'],
      ['left', expect.stringMatching(/^login has an invisible character.*email has an invisible character/)],
    ]);
    expect(rows(job.id)[9]).toMatchObject({ login: 'pasted@acme.com', name: 'A B' });
    expect(rows(job.id)[0]).toMatchObject({ login: 'new@acme.com', before: '', after: 'STAGED' });
    expect(new Set(world.acme.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('follows the form of logins that the org demands', async () => {
    world.acme.org.loginPattern = '[a-z0-9\\_]+';
    const content = 'login,email,firstName,lastName\r\nada_1,a@acme.com,A,B\r\nAda 2,b@acme.com,A,B\r\n';
    const job = await plan('create', await profilesOf(content));
    expect(said(job.id)).toEqual([
      ['waiting', 'email: a@acme.com'],
      ['left', expect.stringContaining('characters that the org does not allow')],
    ]);
  });

  it('takes the types of the org’s attributes', async () => {
    const { customAttributes } = world.acme.org;
    customAttributes.set('badge', { title: 'Badge', type: 'integer' });
    customAttributes.set('remote', { title: 'Remote', type: 'boolean' });
    customAttributes.set('teams', { title: 'Teams', type: 'array', items: { type: 'string' } });
    const content = [
      'login,email,firstName,lastName,badge,remote,teams',
      'a@acme.com,a@acme.com,A,B,42,TRUE,"one; two"',
      'b@acme.com,b@acme.com,A,B,4.2,yes,',
    ].join('\n');
    const job = await plan('create', await profilesOf(content));
    expect(said(job.id)[1]).toEqual([
      'left',
      'badge is not a whole number. remote is neither true nor false.',
    ]);
    await start(job);
    await over(job.id, 'done');
    expect(found('a@acme.com')[0]?.attributes).toMatchObject({
      badge: 42,
      remote: true,
      teams: ['one', 'two'],
    });
  });

  it('refuses an attribute that the org does not have, and another source', async () => {
    const source = await profilesOf(file('new'));
    if (source.kind !== 'profiles') throw new Error('The source is another one.');
    const mapping = [...source.mapping, { attribute: '__proto__', column: 0 }];
    expect(await codeOf(() => plan('create', { ...source, mapping }))).toBe('bad-request');
    expect(await codeOf(() => plan('create'))).toBe('bad-request');
    expect(await codeOf(() => plan('suspend', source))).toBe('bad-request');
    expect(desk.list(world.orgId)).toEqual([]);
  });

  it.each([
    ['a byte order mark', Buffer.from(`\uFEFF${file('ann')}`)],
    ['semicolons', file('ann').replaceAll(',', ';')],
    [
      'Latin-1',
      Buffer.from(`${file('ann')}z\u00fc@acme.com,z@acme.com,Z\u00fc,M\u00fc\u00dfig,\r\n`, 'latin1'),
    ],
    ['quotes around everything', file('ann').replaceAll(/[^,\r\n]+/g, '"$&"')],
    ['short rows and empty lines', `${head}\r\nann@acme.com,ann@acme.com,Ann,Smith\r\n\r\n`],
  ])('reads a file with %s', async (_kind, content) => {
    const job = await run('create', await profilesOf(content));
    expect(job.counts).toMatchObject({ left: 0, failed: 0 });
    expect(found('ann@acme.com')[0]).toMatchObject({ status: 'STAGED', profile: { lastName: 'Smith' } });
    if (job.counts.done === 2) expect(found('z\u00fc@acme.com')[0]?.profile.lastName).toBe('M\u00fc\u00dfig');
  });
});

describe('the profiles of new users', () => {
  /** The facts of the rows as they stand in the file, and as they are for Keyturn. */
  const kept = () => world.vault.read<{ facts: Uint8Array }>('SELECT facts FROM job_rows');
  const profiles = (jobId: string) => store.rows(jobId, null, 0, 10).map(({ facts }) => facts.profile);

  it('are sealed in the vault, and are there until the row has its end', async () => {
    const source = await profilesOf(file('ann', 'bob'));
    const job = await plan('create', source);
    expect(kept()).toHaveLength(2);
    expect(kept().some(({ facts }) => Buffer.from(facts).includes('ann@acme.com'))).toBe(false);
    expect(profiles(job.id)).toMatchObject([{ email: 'ann@acme.com' }, { email: 'bob@acme.com' }]);
    await start(job);
    await over(job.id, 'done');
    expect(profiles(job.id)).toEqual([undefined, undefined]);
    expect(userIdOf(job.id, 2)).toBe(found('bob@acme.com')[0]?.id);
  });
});

describe('the creation', () => {
  it('is confirmed in a dialog of the system, which says whether Okta sends emails', async () => {
    world.person.says = false;
    const job = await plan('create', await profilesOf(file('ann', 'bob'), true));
    expect(await codeOf(() => start(job))).toBe('cancelled');
    const staged = await plan('create', await profilesOf(file('ann', 'bob')));
    expect(await codeOf(() => start(staged))).toBe('cancelled');
    expect(world.person.asked).toMatchObject([
      {
        question: expect.stringMatching(/^Create 2 users at acme/),
        detail: expect.stringMatching(/activation email.*\n.*\nann@acme.com\nbob@acme.com$/),
      },
      { detail: expect.stringContaining('They become STAGED. They get no email') },
    ]);
    expect(creations()).toEqual([]);
  });

  it.each([
    [true, 'PROVISIONED', '?activate=true'],
    [false, 'STAGED', '?activate=false'],
  ])('with activate %s makes users who are %s', async (activate, status, query) => {
    const job = await run('create', await profilesOf(file('ann', 'bob'), activate));
    expect(job).toMatchObject({ state: 'done', counts: { done: 2 }, undo: 'delete', undoable: 2 });
    expect(found('ann@acme.com')[0]).toMatchObject({
      status,
      profile: { email: 'ann@acme.com', firstName: 'ann' },
    });
    expect(rows(job.id)[0]).toMatchObject({
      after: status,
      sentence: `Okta created the user. The user is ${status}.`,
    });
    expect(new Set(creations().map((call) => call.query))).toEqual(new Set([query]));
  });

  it('asks Okta about a lost answer, and creates nobody twice', async () => {
    const names = ['ann', 'bob', 'cem', 'dan', 'eve', 'fay'];
    const lost = { path: /users$/, method: 'POST', reaches: true } as const;
    world.acme.faults.add({ kind: 'reset' }, lost);
    world.acme.faults.add({ kind: 'html', status: 502 }, lost);
    world.acme.faults.add({ kind: 'html', status: 503 }, { ...lost, reaches: false });
    const job = await run('create', await profilesOf(file(...names)));
    expect(job.counts).toMatchObject({ done: 6, failed: 0, unknown: 0 });
    expect(createdAtOkta().toSorted()).toEqual(names.map((name) => `${name}@acme.com`));
    expect(creations()).toHaveLength(7);
    expect(said(job.id).filter(([, sentence]) => sentence?.includes('answer was lost'))).toHaveLength(2);
    // A user whose answer was lost can be deleted by the undo like any other.
    expect(rows(job.id).every(({ no }) => userIdOf(job.id, no) !== '')).toBe(true);
  });

  it('knows the user of a row again whom an earlier call created late', async () => {
    const job = await plan('create', await profilesOf(file('ann')));
    late('ann@acme.com', { firstName: 'ann', lastName: 'Smith' });
    await start(job);
    expect((await over(job.id, 'done')).job.counts).toMatchObject({ done: 1 });
    expect(said(job.id)).toEqual([['done', expect.stringContaining('Okta has the user now')]]);
    expect(createdAtOkta()).toEqual([]);
  });

  it('leaves a new user with another profile alone, and says that the result is not known', async () => {
    const job = await plan('create', await profilesOf(file('ann')));
    late('ann@acme.com', { firstName: 'Anna', lastName: 'Other' });
    await start(job);
    expect((await over(job.id, 'done')).job).toMatchObject({ counts: { unknown: 1 }, undoable: 0 });
  });

  it('fails where a user from before has the login, and is no undo for that user', async () => {
    const job = await plan('create', await profilesOf(file('ann')));
    world.acme.org.addUser('ann@acme.com');
    await start(job);
    expect((await over(job.id, 'done')).job).toMatchObject({ counts: { failed: 1 }, undoable: 0 });
    expect(said(job.id)).toEqual([['failed', 'Okta had a user with this login before.']]);
  });

  it('says what Okta does not like about a profile', async () => {
    const job = await plan('create', await profilesOf(file('ann')));
    world.acme.org.customAttributes.set('badge', { title: 'Badge', type: 'integer', required: true });
    await start(job);
    await over(job.id, 'done');
    expect(said(job.id)).toEqual([
      ['failed', 'Okta refused the change: badge: The field cannot be left blank'],
    ]);
  });

  it('after a crash asks whether the login exists by now, and creates only who is missing', async () => {
    const job = await plan('create', await profilesOf(file('ann', 'bob', 'cem')));
    store.set(store.get(job.id), 'running', { startedAt: world.clock.now() });
    for (const no of [1, 2]) store.mark(job.id, no, 'sent');
    late('ann@acme.com', { firstName: 'ann', lastName: 'Smith' });
    restart();
    world.acme.requests.length = 0;
    desk.goOn(job.id);
    expect((await over(job.id, 'done')).job.counts).toMatchObject({ done: 3 });
    expect(createdAtOkta().toSorted()).toEqual(['bob@acme.com', 'cem@acme.com']);
    expect(creations()).toHaveLength(2);
  });
});

describe('the undo of a creation', () => {
  it('deletes the created users whom nobody uses yet, after the number is typed', async () => {
    const job = await run('create', await profilesOf(file('ann', 'bob', 'cem')));
    Object.assign(found('bob@acme.com')[0] ?? {}, { status: 'ACTIVE' });
    const back = await plan('delete', { kind: 'undo', jobId: job.id });
    expect(back).toMatchObject({ wantsCount: true, counts: { waiting: 2, left: 1 } });
    expect(rows(back.id)[0]).toMatchObject({ before: 'STAGED', after: 'deleted' });
    expect(said(back.id)[1]).toEqual(['left', expect.stringContaining('somebody uses the account')]);
    expect(await codeOf(() => desk.start(back.id, ''))).toBe('bad-request');
    await start(back);
    expect((await over(back.id, 'done')).job).toMatchObject({ counts: { done: 2 }, undo: null });
    expect(found('ann@acme.com')).toEqual([]);
    expect(found('bob@acme.com')).toHaveLength(1);
    expect(world.person.asked.at(-1)?.detail).toContain('Okta cannot restore a deleted user.');
  });

  it('leaves alone who began to use the account after the plan', async () => {
    const job = await run('create', await profilesOf(file('ann')));
    const back = await plan('delete', { kind: 'undo', jobId: job.id });
    Object.assign(found('ann@acme.com')[0] ?? {}, { status: 'ACTIVE' });
    await start(back);
    await over(back.id, 'done');
    expect(said(back.id)).toEqual([['failed', expect.stringContaining('somebody uses the account')]]);
    expect(found('ann@acme.com')).toMatchObject([{ status: 'ACTIVE' }]);
  });

  it('ends a deletion of which an answer was lost', async () => {
    const job = await run('create', await profilesOf(file('ann', 'bob')));
    const lost = { path: /users\/00u/, method: 'DELETE', reaches: true } as const;
    for (let n = 0; n < 4; n++) world.acme.faults.add({ kind: 'reset' }, lost);
    const back = await run('delete', { kind: 'undo', jobId: job.id });
    expect(back.counts).toMatchObject({ done: 2 });
    expect(found('ann@acme.com')).toEqual([]);
  });

  it('is the only job that deletes', async () => {
    const { id } = world.acme.org.addUser('user-1@acme.com', [], 'STAGED');
    expect(await codeOf(() => plan('delete'))).toBe('bad-request');
    expect(await codeOf(() => plan('delete', { kind: 'selection', userIds: [id] }))).toBe('bad-request');
    const suspended = await run('activate');
    expect(await codeOf(() => plan('delete', { kind: 'undo', jobId: suspended.id }))).toBe('bad-request');
  });
});

let tokenOf: () => string;
beforeEach(() => {
  tokenOf = () => world.tokens.list()[0]?.id ?? '';
});
const userIdOf = (jobId: string, no: number): string =>
  store.rows(jobId, null, no - 1, 1)[0]?.facts.userId ?? '';
/** Has Okta make a user now, as a call does whose answer nobody got. */
function late(login: string, profile: { firstName: string; lastName: string }): void {
  const user = world.acme.org.addUser(login, [], 'STAGED');
  Object.assign(user, { created: world.clock.now(), profile: { ...user.profile, ...profile } });
}
