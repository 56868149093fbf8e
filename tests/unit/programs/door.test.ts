import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { callerOf, DoorHarness } from './door-harness.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let door: DoorHarness;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  acme.requests.length = 0;
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('curl'));
});
afterEach(async () => {
  acme.faults.clear();
  await door.end();
  for (const { id } of [...acme.org.tokens]) acme.org.revoke(id);
});

const users = '/terraform/api/v1/users/me';
const summary = (text: string): string => (JSON.parse(text) as { errorSummary: string }).errorSummary;
const seen = () => acme.requests.map(({ method, path }) => `${method} ${path}`);

it('no program is served where the policy forbids it, not even by an earlier yes', async () => {
  await door.begin();
  const first = door.call(users);
  await door.answer('until-lock');
  expect((await first).status).toBe(200);
  door.forbidden = 'Your organisation does not let programs use tokens through Keyturn.';
  const calls = seen().length;
  const refused = await door.call(users);
  expect(refused.status).toBe(403);
  expect(summary(refused.text)).toContain(door.forbidden);
  expect(seen()).toHaveLength(calls);
});

describe('a call that a person allows', () => {
  it('goes to the org with the token, and its answer to the program without it', async () => {
    await door.begin();
    const calling = door.call(users, { headers: { authorization: 'SSWS mine', cookie: 'sid=1' } });
    const ask = await door.asked();
    expect(ask).toMatchObject({ label: 'terraform', method: 'GET', path: '/api/v1/users/me', calls: 1 });
    expect(seen()).toEqual([]);
    await door.answer('once');
    const answer = await calling;
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ profile: { login: 'svc-terraform@acme.com' } });
    expect(answer.headers['x-rate-limit-limit']).toMatch(/^\d+$/);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(JSON.stringify([answer.headers, answer.text])).not.toContain(door.value);
    expect(acme.requests[0]?.headers).toMatchObject({ authorization: `SSWS ${door.value}` });
    expect(acme.requests[0]?.headers.cookie).toBeUndefined();
    expect(door.called).toEqual(['raised', 'A program asks to use a token.']);
    expect(door.noted.at(-1)).toBe(
      'program.allowed terraform: curl (process 7, /usr/bin/curl) was allowed once.',
    );
    const calls = await door.programs.handlers.calls({ tokenId: door.tokenId });
    expect(calls).toMatchObject([{ program: 'curl', path: '/api/v1/users/me', status: 200, refused: '' }]);
    expect(calls[0]?.requestId).toMatch(/\w{10}/);
  });

  it('once is once; 15 minutes end; until lock ends with the lock', async () => {
    await door.begin();
    const first = door.call(users);
    await door.answer('once');
    await first;
    const second = door.call(users);
    await door.answer('minutes');
    expect((await second).status).toBe(200);
    expect((await door.call(users)).status).toBe(200);
    expect((await door.state()).allowances).toMatchObject([{ program: { name: 'curl' }, calls: 2 }]);
    door.clock.advance(15 * 60_000);
    expect((await door.state()).allowances).toEqual([]);
    const third = door.call(users);
    await door.answer('until-lock');
    expect((await third).status).toBe(200);
    door.clock.advance(24 * 3_600_000);
    expect((await door.call(users)).status).toBe(200);
    door.programs.lock();
    expect((await door.state()).allowances).toEqual([]);
  });

  it('of 15 minutes ends when the clock is set back', async () => {
    await door.begin();
    const first = door.call(users);
    await door.answer('minutes');
    expect((await first).status).toBe(200);
    door.clock.advance(-60_000);
    expect((await door.state()).allowances).toEqual([]);
    const second = door.call(users);
    await door.answer(null);
    expect((await second).status).toBe(403);
  });

  it('of 15 minutes ends after 15 minutes when the clock is set back by less than what has passed', async () => {
    await door.begin();
    const first = door.call(users);
    await door.answer('minutes');
    expect((await first).status).toBe(200);
    door.clock.advance(14 * 60_000);
    door.clock.set(-13 * 60_000);
    expect((await door.state()).allowances).toHaveLength(1);
    door.clock.advance(60_000);
    expect((await door.state()).allowances).toEqual([]);
  });

  it('is separate from the call of another program, which is asked about by itself', async () => {
    await door.begin();
    const first = door.call(users);
    await door.answer('until-lock');
    await first;
    door.findCaller = () => Promise.resolve(callerOf('python3'));
    const other = door.call(users);
    expect((await door.asked()).program.name).toBe('python3');
    await door.answer(null);
    expect((await other).status).toBe(403);
    door.findCaller = () => Promise.resolve(callerOf('curl'));
    expect((await door.call(users)).status).toBe(200);
  });

  it('waits with the other calls of the same program for one answer', async () => {
    await door.begin();
    const calls = [door.call(users), door.call(users), door.call(users)];
    await door.told.until('programsChanged', ({ asks }) => asks[0]?.calls === 3);
    expect((await door.state()).asks).toHaveLength(1);
    await door.answer('once');
    // Once is once: the others wait on, for an answer of their own.
    await expect.poll(seen).toHaveLength(1);
    expect((await door.state()).asks).toMatchObject([{ method: 'GET', calls: 2 }]);
    await door.answer('minutes');
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(door.called.filter((said) => said === 'raised')).toHaveLength(1);
  });

  it('follows next links through the door again', async () => {
    await door.begin();
    const calling = door.call('/terraform/api/v1/users?limit=2');
    await door.answer('until-lock');
    const { headers } = await calling;
    const next = /<([^>]+)>; rel="next"/.exec(String(headers.link))?.[1] ?? '';
    expect(next).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${door.port}/terraform/api/v1/users\\?`));
    const { status } = await door.call(next.slice(`http://127.0.0.1:${door.port}`.length));
    expect(status).toBe(200);
  });

  it.each<[string, (href: string) => string, boolean]>([
    [
      'another host',
      (href) => `<${href.replace(/^https:\/\/[^/]+/, 'https://acme.okta.com')}>; rel="next"`,
      true,
    ],
    ['http', (href) => `<${href.replace('https:', 'http:')}>; rel="next"`, true],
    ['a quoted comma before rel', (href) => `<${href}>; title="a, b; c"; rel="next"`, true],
    ['capitals and two relations', (href) => `<${href}>;REL="next last"`, true],
    ['another host that is no page', () => '<https://developer.okta.com/docs>; rel="next help"', false],
    ['a user name', (href) => `<${href.replace('//', '//a@')}>; rel="next"`, false],
  ])('follows a next link with %s only to where the token may go', async (_name, change, led) => {
    await door.begin();
    acme.faults.add({
      kind: 'links',
      change: (all) => all.slice(-1).map((link) => change(/<(.*)>/.exec(link)?.[1] ?? '')),
    });
    const calling = door.call('/terraform/api/v1/users?limit=2');
    await door.answer('until-lock');
    const link = String((await calling).headers.link ?? '');
    expect(link).not.toContain('okta.com');
    const [, next = ''] = /^<http:\/\/127\.0\.0\.1:\d+(\/terraform\/[^>]+)>; ?.*(?:rel)/i.exec(link) ?? [];
    expect(next !== '').toBe(led);
    if (led) expect((await door.call(next)).status).toBe(200);
  });

  it('passes on Okta’s own refusals unchanged', async () => {
    await door.begin();
    acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' });
    const calling = door.call(users);
    await door.answer('until-lock');
    const answer = await calling;
    expect([answer.status, JSON.parse(answer.text).errorCode]).toEqual([403, 'E0000006']);
    acme.faults.add({ kind: 'reset' });
    const lost = await door.call(users);
    expect([lost.status, summary(lost.text)]).toEqual([
      502,
      expect.stringContaining('Keyturn: The connection'),
    ]);
  });

  it('does not follow the org elsewhere, and hands on no answer that holds the token', async () => {
    await door.begin();
    acme.faults.add({ kind: 'redirect', to: 'https://evil.example/take' });
    const calling = door.call(users);
    await door.answer('until-lock');
    expect((await calling).status).toBe(302);
    expect(seen()).toEqual(['GET /api/v1/users/me']);
    const echo = `/terraform/api/v1/users?q=${door.value}`;
    const { status, text } = await door.call(echo);
    // The fake has no such user; what it must not do is hand the value on, wherever it stands.
    expect(text).not.toContain(door.value);
    expect([200, 502]).toContain(status);
  });
});

describe('a call that does not pass', () => {
  it('is refused without asking if the door says so', async () => {
    await door.begin({ paths: ['/api/v1/users'] });
    const post = await door.call('/terraform/api/v1/users', { method: 'POST', body: '{}' });
    expect([post.status, summary(post.text)]).toEqual([403, expect.stringContaining('may only read')]);
    const groups = await door.call('/terraform/api/v1/groups');
    expect([groups.status, summary(groups.text)]).toEqual([403, expect.stringContaining('/api/v1/groups')]);
    const nobody = await door.call('/nobody/api/v1/users');
    expect([nobody.status, summary(nobody.text)]).toEqual([404, expect.stringContaining('nobody')]);
    expect([seen(), door.called]).toEqual([[], []]);
    const calls = await door.programs.handlers.calls({ tokenId: door.tokenId });
    expect(calls.map(({ status, refused }) => [status, refused.slice(0, 8)])).toEqual([
      [403, 'Programs'],
      [403, 'Programs'],
    ]);
  });

  it('is denied by a person, and not asked about again for a minute', async () => {
    await door.begin();
    const calling = door.call(users);
    await door.answer(null);
    expect((await calling).status).toBe(403);
    expect((await door.call(users)).status).toBe(403);
    expect(door.called).toHaveLength(2);
    door.clock.advance(60_001);
    const again = door.call(users);
    await door.answer('once');
    expect((await again).status).toBe(200);
  });

  it('is asked about again a minute after a person denied it, also when the clock was set back', async () => {
    await door.begin();
    const calling = door.call(users);
    await door.answer(null);
    expect((await calling).status).toBe(403);
    door.clock.set(-24 * 3_600_000);
    const again = door.call(users);
    await door.answer('once');
    expect((await again).status).toBe(200);
  });

  it('gets an answer when nobody decides, and is forgotten when the program hangs up', async () => {
    await door.begin();
    const calling = door.call(users);
    await door.asked();
    door.clock.advance(120_000);
    const late = await calling;
    expect([late.status, summary(late.text)]).toEqual([
      403,
      expect.stringContaining('Nobody answered in time'),
    ]);
    const gone = new AbortController();
    const hanging = door.call(users, { signal: gone.signal }).catch(() => 'hung up');
    await door.told.until('programsChanged', ({ asks }) => asks.length > 0);
    gone.abort();
    expect(await hanging).toBe('hung up');
    await expect.poll(async () => (await door.state()).asks).toEqual([]);
    expect(seen()).toEqual([]);
  });

  it('of another account, or of an unknown one, is denied without a question', async () => {
    await door.begin();
    door.findCaller = () => Promise.resolve(callerOf('theirs', { ours: false }));
    expect((await door.call(users)).status).toBe(403);
    door.findCaller = () => Promise.resolve(null);
    expect((await door.call(users)).status).toBe(403);
    door.findCaller = () => Promise.reject(new Error('no /proc'));
    expect((await door.call(users)).status).toBe(403);
    expect((await door.state()).asks).toEqual([]);
  });

  it('above the calls a minute waits, as Okta’s SDKs understand it', async () => {
    await door.begin({ perMinute: 2 });
    const calling = door.call(users);
    await door.answer('until-lock');
    await calling;
    await door.call(users);
    const third = await door.call(users);
    expect([third.status, third.headers['retry-after'], third.headers['x-rate-limit-remaining']]).toEqual([
      429,
      '60',
      '0',
    ]);
    expect(seen()).toHaveLength(2);
    door.clock.advance(60_000);
    expect((await door.call(users)).status).toBe(200);
  });

  it('with too long a body is not read on', async () => {
    await door.begin({ access: 'change' });
    const long = await door
      .call('/terraform/api/v1/users', { method: 'POST', body: 'x'.repeat(1_100_000) })
      .catch(() => null);
    expect(long?.status ?? 413).toBe(413);
    expect(seen()).toEqual([]);
  });
});

describe('a locked door', () => {
  it('keeps a caller waiting for the unlock, and asks about it then', async () => {
    await door.begin();
    door.vault.lock();
    door.programs.lock();
    const calling = door.call(users);
    await expect
      .poll(() => door.called.at(-1))
      .toBe('A program asks to use a token. Unlock Keyturn to answer it.');
    expect((await door.state()).asks).toEqual([]);
    await door.vault.unlock();
    door.programs.opened();
    await door.answer('once');
    expect((await calling).status).toBe(200);
  });

  it('keeps a call that waited for an answer when it locked', async () => {
    await door.begin();
    const calling = door.call(users);
    await door.asked();
    door.vault.lock();
    door.programs.lock();
    expect((await door.state()).asks).toEqual([]);
    await door.vault.unlock();
    door.programs.opened();
    await expect.poll(async () => (await door.state()).asks.length).toBe(1);
    await door.answer('once');
    expect((await calling).status).toBe(200);
  });

  it('tells the program when nobody unlocks', async () => {
    await door.begin();
    door.vault.lock();
    door.programs.lock();
    const calling = door.call(users);
    await expect.poll(() => door.called.length).toBe(2);
    door.clock.advance(120_000);
    const answer = await calling;
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
  });
});

it('listens only while a door is open, and reports a port that is taken', async () => {
  await door.begin();
  await door.set({ open: false });
  expect((await door.state()).address).toBeNull();
  await expect(door.call(users)).rejects.toThrow('ECONNREFUSED');
  const taken = createServer().listen(door.port, '127.0.0.1');
  await once(taken, 'listening');
  await door.set({ open: true });
  const { trouble } = await door.told.until('programsChanged', (state) => state.trouble !== '');
  expect(trouble).toBe(`Port ${door.port} is taken by another program. Choose another one in Settings.`);
  taken.close();
  await once(taken, 'close');
  // Whatever makes it look again tries again.
  door.programs.settle();
  await expect.poll(async () => (await door.state()).address).toBe(`http://127.0.0.1:${door.port}`);
});

it('the value is given to exec alone, also where the rules let programs have it', async () => {
  await door.begin({ value: true });
  const { status, text } = await door.call('/terraform/keyturn/value', { method: 'POST' });
  expect([status, summary(text)]).toEqual([403, 'Keyturn: The value goes only to keyturn exec.']);
  expect((await door.state()).asks).toEqual([]);
});

it.runIf(process.platform === 'linux')('is not there for other computers', async () => {
  await door.begin();
  // Any address but 127.0.0.1 reaches only who listens at all of them (ip(7), INADDR_ANY).
  const socket = connect(door.port, '127.0.0.2');
  const said = await new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  socket.destroy();
  expect(said).toBe('ECONNREFUSED');
});

it('a change of the rules ends what the old ones allowed', async () => {
  await door.begin();
  const calling = door.call(users);
  await door.answer('until-lock');
  await calling;
  await door.set({ access: 'change' });
  expect((await door.state()).allowances).toEqual([]);
  const again = door.call(users);
  await door.answer('until-lock');
  expect((await again).status).toBe(200);
  const [{ id } = { id: '' }] = (await door.state()).allowances;
  await door.programs.handlers.end({ allowanceId: id });
  expect((await door.state()).allowances).toEqual([]);
  expect(door.noted.at(-1)).toContain('program.ended');
});
