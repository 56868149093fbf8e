import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchDesk } from '../../../src/main/features/tasks/search-desk.ts';
import { SearchStore } from '../../../src/main/features/tasks/search-store.ts';
import { UserReading } from '../../../src/main/features/tasks/user-reading.ts';
import { codeOf } from '../main/samples.ts';
import { addUsers, day, logins, tasksWorld } from './support.ts';

let world: Awaited<ReturnType<typeof tasksWorld>>;
let desk: SearchDesk;
let reading: UserReading;
let tokenId: string;
const all = { search: '', notSignedInForDays: null };

beforeEach(async () => {
  world = await tasksWorld();
  reading = new UserReading(world.needs);
  desk = new SearchDesk({ ...world.needs, reading, searches: new SearchStore(world.vault) });
  ({ tokenId } = world.keep());
});
afterEach(() => world.end());

const queries = () =>
  world.acme.requests.map(({ query }) => new URLSearchParams(query).get('search') ?? '(none)');

describe('a search', () => {
  it('is sent as written, and returns page after page', async () => {
    addUsers(world.acme, 250);
    const search = 'profile.login sw "user-" and status eq "ACTIVE"';
    const first = await desk.search(world.orgId, tokenId, { ...all, search });
    expect([first.users.length, first.read, first.more]).toEqual([200, 200, true]);
    const second = await desk.more(first.resultId);
    expect([second.users.length, second.read, second.more]).toEqual([50, 250, false]);
    expect(new Set(logins([...first.users, ...second.users])).size).toBe(250);
    expect(queries()).toEqual([search, search]);
    expect(await codeOf(() => desk.more(first.resultId))).toBe('not-found');
  });

  it('learns the names of the org’s own attributes from its answers', async () => {
    world.acme.org.user('ada.admin@acme.com').attributes.shoeSize = '41';
    const { attributes } = await desk.search(world.orgId, tokenId, all);
    expect(attributes).toEqual(expect.arrayContaining(['login', 'shoeSize']));
    expect(desk.view(world.orgId).attributes).toEqual(attributes);
    desk.forget();
    expect(desk.view(world.orgId).attributes).toEqual([]);
  });

  it.each([
    ['profile.login', /ends where an operator should be/],
    ['profile.login eq Ada', /Ada is not in quotes/],
    ['profile.login eq `Ada`', /`Ada` is not in quotes\. A search needs straight double quotes/],
    ['profile.login eq "Ada', /no quote at its end/],
    ['profile.department co "a"', /only the beginning of profile.department/],
    ['status ne "ACTIVE"', /no operator ne/],
    ['lastLogin lt "2026-01-01"', /does not search by the last sign-in/],
    ['(status eq "ACTIVE"', /opened but not closed/],
    ['status eq "ACTIVE")', /closed but was not opened/],
    ['status eq "ACTIVE" status eq "STAGED"', /"and" or "or" before status/],
    ['login eq "a"', /no property login/],
  ])('%s is refused with what is wrong, and Okta is not asked', async (search, sentence) => {
    await expect(desk.search(world.orgId, tokenId, { ...all, search })).rejects.toThrow(sentence);
    expect(world.acme.requests).toHaveLength(0);
  });

  it.each(['status eq “ACTIVE”', "status\u00a0eq 'ACTIVE'", 'search=status%20eq%20%22ACTIVE%22'])(
    '%s is sent in plain quotes',
    async (search) => {
      await desk.search(world.orgId, tokenId, { ...all, search });
      expect(queries()).toEqual(['status eq "ACTIVE"']);
    },
  );

  it('says that Okta does not understand it', async () => {
    const search = 'classification.type eq "LITE"';
    await expect(desk.search(world.orgId, tokenId, { ...all, search })).rejects.toThrow(
      'Okta does not understand this search.',
    );
  });

  it('uses the chosen token only, and none that may not ask', async () => {
    const other = world.keep('svc-terraform@acme.com');
    await desk.search(world.orgId, other.tokenId, all);
    expect(world.acme.requests[0]?.headers.authorization).toBe(`SSWS ${other.value}`);
    world.tokens.markRevoked(other.tokenId, world.clock.now());
    expect(desk.view(world.orgId).askers.map((asker) => asker.tokenId)).toEqual([tokenId]);
    expect(await codeOf(() => desk.search(world.orgId, other.tokenId, all))).toBe('not-found');
  });

  it('ends with the lock', async () => {
    world.acme.faults.add({ kind: 'hang' });
    const asked = codeOf(() => desk.search(world.orgId, tokenId, all));
    await expect.poll(() => world.acme.requests.length).toBe(1);
    reading.stopAll();
    expect(await asked).toBe('cancelled');
  });

  it('leaves a fifth of Okta’s limit to others', async () => {
    addUsers(world.acme, 2_600);
    // Half of it is the token's: ten calls a minute.
    world.acme.org.limits.set('/api/v1/users', 20);
    world.person.saves = join(mkdtempSync(join(tmpdir(), 'keyturn-export-')), 'users.csv');
    const { users } = await desk.exportUsers(world.orgId, tokenId, all, ['id']);
    expect(users).toBe(2_611);
    expect(world.acme.requests).toHaveLength(14);
    expect(world.acme.requests.filter(({ status }) => status === 429)).toHaveLength(0);
    // Eight calls, then the wait for the next minute.
    const [first] = world.acme.requests;
    expect(world.acme.requests.filter(({ at }) => at - (first?.at ?? 0) < 50_000)).toHaveLength(8);
    expect(world.clock.waits).toHaveLength(1);
    expect(world.told.all('usersRead').some(({ waitsUntil }) => waitsUntil !== null)).toBe(true);
  });
});

describe('who has not signed in for 90 days', () => {
  beforeEach(() => {
    const now = world.clock.now();
    for (const user of world.acme.org.users) user.lastLogin = now;
    const [old, fresh, never, young, gone] = addUsers(world.acme, 5);
    if (!old || !fresh || !never || !young || !gone) throw new Error('five users');
    old.lastLogin = now - 91 * day;
    fresh.lastLogin = now - 89 * day;
    Object.assign(young, { created: now - 10 * day });
    Object.assign(gone, { lastLogin: now - 200 * day, status: 'DEPROVISIONED' });
  });

  it('is found without a search for the last sign-in', async () => {
    const found = await desk.search(world.orgId, tokenId, { search: '', notSignedInForDays: 90 });
    expect(logins(found.users)).toEqual(['user-0000@acme.com', 'user-0002@acme.com']);
    expect(queries()).toEqual([expect.stringMatching(/^created lt "\d{4}-\d\d-\d\dT00:00:00.000Z"$/)]);
  });

  it('combines with a search of the person’s own', async () => {
    const search = 'profile.login eq "user-0000@acme.com" or profile.login eq "user-0001@acme.com"';
    const found = await desk.search(world.orgId, tokenId, { search, notSignedInForDays: 90 });
    expect(logins(found.users)).toEqual(['user-0000@acme.com']);
  });
});

describe('kept searches', () => {
  it('are sealed under a name, and replaced by a search of the same name', () => {
    const search = 'status eq "LOCKED_OUT"';
    desk.keepSearch(world.orgId, 'Locked', { ...all, search });
    desk.keepSearch(world.orgId, 'Idle', { search: '', notSignedInForDays: 90 });
    const kept = desk.keepSearch(world.orgId, 'Locked', { search, notSignedInForDays: 30 });
    expect(kept).toMatchObject([
      { name: 'Idle', question: { notSignedInForDays: 90 } },
      { name: 'Locked', question: { search, notSignedInForDays: 30 } },
    ]);
    const [{ bytes }] = world.vault.read<{ bytes: Uint8Array }>(
      'SELECT search AS bytes FROM user_searches LIMIT 1',
    ) as [{ bytes: Uint8Array }];
    expect(Buffer.from(bytes).includes('LOCKED')).toBe(false);
    expect(desk.forgetSearch(world.orgId, kept[0]?.id ?? '')).toHaveLength(1);
  });

  it('hold nothing that Okta would not understand', async () => {
    expect(await codeOf(() => desk.keepSearch(world.orgId, 'odd', { ...all, search: '((' }))).toBe(
      'bad-request',
    );
  });
});

describe('the export', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyturn-export-'));
    world.person.saves = join(folder, 'users.csv');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has a row for each user, and no formula', async () => {
    const [one] = addUsers(world.acme, 450);
    Object.assign(one?.attributes ?? {}, { title: '=HYPERLINK("http://x")', tags: ['a', 'b'] });
    const columns = [
      'id',
      'status',
      'created',
      'lastLogin',
      'profile.login',
      'profile.title',
      'profile.tags',
    ];
    const question = { search: 'profile.login sw "user-"', notSignedInForDays: null };
    expect(await desk.exportUsers(world.orgId, tokenId, question, columns)).toEqual({
      path: world.person.saves,
      users: 450,
    });
    const rows: Record<string, string>[] = parse(readFileSync(world.person.saves ?? ''), {
      bom: true,
      columns: true,
    });
    expect(Object.keys(rows[0] ?? {})).toEqual(columns);
    expect(new Set(rows.map((row) => row['profile.login'])).size).toBe(450);
    expect(rows[0]).toMatchObject({
      id: one?.id,
      status: 'ACTIVE',
      lastLogin: '',
      'profile.title': '\'=HYPERLINK("http://x")',
      'profile.tags': 'a; b',
    });
    expect(rows[0]?.created).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(world.notes).toEqual([expect.stringContaining('450 users were exported from')]);
  });

  it('leaves no file when Okta fails during it, or when it is stopped', async () => {
    addUsers(world.acme, 450);
    world.acme.org.limits.set('/api/v1/users', 100_000);
    // The first page comes, the second does not.
    world.acme.faults.add({ kind: 'latency', ms: 1 });
    world.acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' });
    expect(await codeOf(() => desk.exportUsers(world.orgId, tokenId, all, ['id']))).toBe('okta');
    expect(world.acme.requests).toHaveLength(2);
    expect(readdirSync(folder)).toEqual([]);
    world.acme.faults.clear();
    world.acme.faults.add({ kind: 'hang' });
    const stopped = codeOf(() => desk.exportUsers(world.orgId, tokenId, all, ['id']));
    const before = world.acme.requests.length;
    await expect.poll(() => world.acme.requests.length).toBeGreaterThan(before);
    reading.stop(world.orgId);
    expect(await stopped).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('calls nobody when no file is chosen', async () => {
    world.person.saves = null;
    expect(await desk.exportUsers(world.orgId, tokenId, all, ['id'])).toEqual({ path: null, users: 0 });
    expect(world.acme.requests).toHaveLength(0);
    expect(existsSync(join(folder, 'users.csv'))).toBe(false);
  });
});
