import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { type Answered, callerOf, DoorHarness } from './door-harness.ts';
import { doorOfApp } from './door-of-app.ts';
import { node, runExec } from './run-exec.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let door: DoorHarness;

const users = '/terraform/api/v1/users';
const unknown = /Keyturn does not know whether Okta carried out the call/;
const report = { path: '/opt/report/bin/report', sha256: 'a'.repeat(64) };

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
afterEach(async () => {
  acme.faults.clear();
  await door.end();
});

/** Has Okta answer later than any test here waits, so that only Keyturn can end a call. */
const holdAnswers = (path?: RegExp) =>
  acme.faults.add({ kind: 'latency', ms: 60_000 }, path === undefined ? {} : { path });

/** Waits until Okta has the call, or the request for an access token. */
const hasArrived = () => expect.poll(() => acme.requests.length).toBe(1);

const reads = () => door.call(users);
const changes = () =>
  door.call('/terraform/api/v1/groups', { method: 'POST', body: '{"profile":{"name":"group"}}' });

/** Lets a program make a call until the lock, and forgets what Okta saw of it. */
async function allow(call: () => Promise<Answered>, how: 'until-lock' | 'always' = 'until-lock') {
  const first = call();
  await door.answer(how);
  await first;
  expect(acme.requests).not.toEqual([]);
  acme.requests.length = 0;
}

const shut = () => door.set({ open: false });
const readOnly = () => door.set({ access: 'read' });
const otherPaths = () => door.set({ paths: ['/api/v1/apps'] });
function lock(): void {
  door.programs.lock();
  door.vault.lock();
}

describe('a call that Okta has not answered', () => {
  beforeEach(async () => {
    door = new DoorHarness(fake);
    door.findCaller = () =>
      Promise.resolve(callerOf('report', { file: async () => ({ file: report, notAlways: '' }) }));
    await door.begin({ access: 'change' });
    acme.requests.length = 0;
  });

  it.each([
    ['the door is shut', shut, 403, 'a person changed what programs may do'],
    ['the rules name other paths', otherPaths, 403, 'a person changed what programs may do'],
    ['Keyturn locks', lock, 503, 'Keyturn was locked while'],
  ])('ends when %s, and a program that reads is told why', async (_when, end, status, why) => {
    await allow(reads);
    holdAnswers();
    const calling = reads();
    await hasArrived();
    await end();
    const answer = await calling;
    expect([answer.status, answer.headers['x-keyturn-outcome']]).toEqual([status, undefined]);
    expect(answer.text).toContain(why);
    expect(answer.text).not.toMatch(unknown);
  });

  it.each([
    ['the door is shut', shut],
    ['programs may only read', readOnly],
    ['Keyturn locks', lock],
  ])(
    'ends when %s, and a program that changes something is told that the outcome is unknown',
    async (_when, end) => {
      await allow(changes);
      holdAnswers();
      const calling = changes();
      await hasArrived();
      await end();
      const answer = await calling;
      expect([answer.status, answer.headers['x-keyturn-outcome']]).toEqual([502, 'unknown']);
      expect(answer.text).toContain('Keyturn ended this call');
      expect(answer.text).toMatch(unknown);
    },
  );

  it('ends when the entry Always that let it through is revoked, and the list of calls has it', async () => {
    await allow(reads, 'always');
    holdAnswers();
    const calling = reads();
    await hasArrived();
    const [{ id } = { id: '' }] = (await door.state()).always;
    await door.programs.handlers.revoke({ alwaysId: id });
    const answer = await calling;
    expect([answer.status, answer.text]).toEqual([
      403,
      expect.stringContaining('a person revoked what allowed it'),
    ]);
    const [listed] = await door.programs.handlers.calls({ tokenId: door.tokenId });
    expect(listed?.refused).toContain('a person revoked what allowed it');
  });

  it('ends when the person ends the allowance that let it through', async () => {
    await allow(reads);
    holdAnswers();
    const calling = reads();
    await hasArrived();
    const [{ id } = { id: '' }] = (await door.state()).allowances;
    await door.programs.handlers.end({ allowanceId: id });
    expect((await calling).status).toBe(403);
  });

  it('goes on when another entry is revoked, and when the rules change and still let it through', async () => {
    await allow(reads, 'always');
    await allow(changes, 'always');
    acme.faults.add({ kind: 'latency', ms: 300 });
    const calling = reads();
    await hasArrived();
    const other = (await door.state()).always.find(({ covers }) => covers !== 'reading');
    await door.programs.handlers.revoke({ alwaysId: other?.id ?? '' });
    await door.set({ perMinute: 5 });
    expect((await calling).status).toBe(200);
  });

  it('keeps Okta’s answer when the door is shut after that answer', async () => {
    await allow(reads);
    expect((await reads()).status).toBe(200);
    await shut();
    const [listed] = await door.programs.handlers.calls({ tokenId: door.tokenId });
    expect(listed).toMatchObject({ status: 200, refused: '' });
  });
});

describe('a program that waits for a person', () => {
  beforeEach(async () => {
    door = new DoorHarness(fake);
    door.findCaller = () => Promise.resolve(callerOf('report'));
    await door.begin({ access: 'change' });
    acme.requests.length = 0;
  });

  it('is refused with the reason when the door is shut, and Okta gets nothing', async () => {
    const calling = changes();
    await door.asked();
    await shut();
    const answer = await calling;
    expect([answer.status, answer.text]).toEqual([
      403,
      expect.stringContaining('Programs may not use this token'),
    ]);
    expect(acme.requests).toEqual([]);
  });

  it('is asked about anew when the rules changed and still let it through', async () => {
    const calling = changes();
    const { id } = await door.asked();
    await door.set({ perMinute: 5 });
    await expect.poll(async () => (await door.state()).asks.map((ask) => ask.id)).not.toEqual([id]);
    await door.answer('once');
    await calling;
    expect(acme.requests).toHaveLength(1);
  });
});

describe('a call with an app', () => {
  const tokenCalls = () => acme.requests.filter(({ path }) => path === '/oauth2/v1/token').length;

  it.each([
    ['the door is shut', shut, 403],
    ['Keyturn locks', lock, 503],
  ])(
    'ends with the request for its access token when %s, and Okta gets no call',
    async (_when, end, status) => {
      const app = await doorOfApp(fake, false);
      door = app.door;
      await allow(reads);
      app.desk.cancelAll();
      holdAnswers(/token$/);
      const calling = reads();
      await hasArrived();
      await end();
      expect((await calling).status).toBe(status);
      expect(acme.requests.filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
    },
  );

  it('shares its request for an access token: that one goes on while another call waits for it', async () => {
    const app = await doorOfApp(fake, false);
    door = app.door;
    await allow(reads);
    app.desk.cancelAll();
    acme.faults.add({ kind: 'latency', ms: 1_000 }, { path: /token$/ });
    const gone = new AbortController();
    const first = app.desk.lend(app.appId, false, gone.signal);
    const second = app.desk.lend(app.appId, false, new AbortController().signal);
    await expect.poll(tokenCalls).toBe(1);
    gone.abort();
    await expect(first).rejects.toThrow();
    using lent = await second;
    expect([lent.scheme, tokenCalls()]).toEqual(['Bearer', 1]);
  });

  it('ends its request for an access token when no call waits for it, and the next call asks anew', async () => {
    const app = await doorOfApp(fake, false);
    door = app.door;
    await allow(reads);
    app.desk.cancelAll();
    holdAnswers(/token$/);
    const gone = new AbortController();
    const lent = app.desk.lend(app.appId, false, gone.signal);
    await expect.poll(tokenCalls).toBe(1);
    gone.abort();
    await expect(lent).rejects.toThrow();
    acme.faults.clear();
    expect((await reads()).status).toBe(200);
    expect(tokenCalls()).toBe(2);
  });

  it('ends when the app is removed', async () => {
    const app = await doorOfApp(fake, false);
    door = app.door;
    await allow(reads);
    holdAnswers(/users$/);
    const calling = reads();
    await hasArrived();
    app.desk.remove(app.appId);
    door.programs.settle();
    expect((await calling).status).toBe(403);
  });

  it('gives a program no access token when the door is shut while Okta is asked for one', async () => {
    const app = await doorOfApp(fake, false);
    door = app.door;
    acme.faults.add({ kind: 'latency', ms: 1_000 }, { path: /token$/ });
    const { child, done } = runExec(
      ['exec', '--value', 'terraform', '--', ...node('console.log("it ran")')],
      door.userData,
    );
    try {
      await door.answer('once');
      await hasArrived();
      await shut();
      const { code, out, err } = await done;
      expect([code, out]).toEqual([77, '']);
      expect(err).toContain('a person changed what programs may do');
      expect(door.noted.some((line) => line.startsWith('program.value'))).toBe(false);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
