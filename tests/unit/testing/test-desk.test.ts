import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { TestDesk, type TestNeeds } from '../../../src/main/features/testing/desk.ts';
import type { TestRecord } from '../../../src/shared/contract/testing.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { Told } from '../main/told.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';

const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(8).concat('-7f63-4c52-9a2b-0123456789ab'));
const draftId = 'dddddddd-7f63-4c52-9a2b-0123456789ab';
let fake: FakeOkta;
let acme: RunningOrg;
let clock: SkippingClock;
let client: ReturnType<typeof clientOf>;
let told: Told;
let desk: TestDesk;
let secrets: Secret[];
let kept: Map<string, TestRecord>;
let others: ReturnType<TestNeeds['others']>;
let troubles: unknown[];
let keep: (tokenId: string, record: TestRecord) => void;
let onBegin: () => void;

beforeAll(async () => {
  fake = await startFakeOkta({ orgs: [{ subdomain: 'acme', companyName: 'Acme' }] });
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  clock = new SkippingClock(fake);
  // Patient enough for a hung call to be ended by hand and by nothing else.
  const limits = { connectMs: 60_000, headersMs: 60_000, bodyMs: 60_000, totalMs: 60_000 };
  client = clientOf(fake, clock, { limits });
  told = new Told();
  secrets = [];
  kept = new Map();
  troubles = [];
  others = [];
  onBegin = () => {};
  keep = (tokenId, record) => kept.set(tokenId, record);
  const values = new Map(
    ids.map((id) => [
      id,
      acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: id.slice(0, 8) }).value,
    ]),
  );
  desk = new TestDesk({
    client,
    clock,
    publish: told.publish,
    testable: (tokenId) => {
      const value = values.get(tokenId);
      if (value === undefined) throw new Failed('not-found', 'Gone.');
      onBegin();
      return { ...testable(value), valueNo: 1 };
    },
    isPresent: () => true,
    transaction: (work) => work(),
    all: () => ids.map((tokenId) => ({ tokenId, origin: acme.origin })),
    others: () => others,
    keep: (tokenId, record) => keep(tokenId, record),
    onTrouble: (error) => troubles.push(error),
  });
});
afterEach(async () => {
  acme.faults.clear();
  desk.cancelAll();
  for (const { id } of [...acme.org.tokens]) acme.org.revoke(id);
  await client.close();
});

function testable(value: string) {
  const secret = Secret.fromText(value);
  secrets.push(secret);
  return { origin: acme.origin, secret, known: () => ({ oktaTokenId: null, network: null, others: [] }) };
}
const states = (jobId: string) =>
  told
    .all('jobChanged')
    .filter((job) => job.jobId === jobId)
    .map(({ state, finished }) => `${state} ${finished}`);
const over = (jobId: string) =>
  told.until('jobChanged', (job) => job.jobId === jobId && ['done', 'cancelled'].includes(job.state));
const hang = (times = Number.POSITIVE_INFINITY) => acme.faults.add({ kind: 'hang' }, { times });
/** The first call of a test is on its way. */
const asking = (jobId: string) => told.until('testProgress', (event) => event.jobId === jobId);

describe('one kept token', () => {
  it('returns the job before its first event; then begins, checks, finishes, keeps and wipes', async () => {
    const toldBefore: string[] = [];
    keep = (tokenId, record) => {
      toldBefore.push(...told.all('testFinished').map(({ jobId }) => jobId));
      kept.set(tokenId, record);
    };
    const [id = ''] = ids;
    const jobId = desk.testToken(id);
    expect(told.events).toEqual([]);
    await over(jobId);
    expect(states(jobId)).toEqual(['running 0', 'running 1', 'done 1']);
    const [finished, ...more] = told.all('testFinished');
    expect(more).toEqual([]);
    expect(finished).toMatchObject({ jobId, tokenId: id, draftId: null });
    expect(kept.get(id)).toEqual(finished?.record);
    // The disk is not waited for, and the job is not over before it.
    expect(toldBefore).toEqual([jobId]);
    expect(finished?.record.outcome.kind).toBe('accepted');
    expect(new Set(told.all('testProgress').flatMap((event) => event.checks.map(({ id }) => id))).size).toBe(
      8,
    );
    expect(secrets.map(({ wiped }) => wiped)).toEqual([true]);
    expect(troubles).toEqual([]);
  });

  it('reports the answer with the first call, while roles and the data of the token are still asked for', async () => {
    acme.faults.add({ kind: 'hang' }, { path: /\/roles$/ });
    const [id = ''] = ids;
    const jobId = desk.testToken(id);
    const first = await told.until('testProgress', (event) => event.answer !== null);
    expect(first.answer).toMatchObject({
      kind: 'accepted',
      word: 'Working',
      sentence: `Accepted by ${new URL(acme.origin).host} as svc-terraform@acme.com, active.`,
    });
    expect(told.all('testFinished')).toEqual([]);
    acme.faults.clear();
    desk.cancel(jobId);
    await over(jobId);
  });

  it('reports no answer before the record when Okta rejects the token', async () => {
    acme.org.revoke(acme.org.tokens[0]?.id ?? '');
    await over(desk.testToken(ids[0] ?? ''));
    expect(told.all('testProgress').map(({ answer }) => answer)).toEqual(
      told.all('testProgress').map(() => null),
    );
    expect(told.all('testFinished').map(({ record }) => record.outcome.kind)).toEqual(['not-accepted']);
  });

  it('is refused at once when it cannot be read', () => {
    expect(() => desk.testToken('nobody')).toThrow('Gone.');
    expect(told.events).toEqual([]);
  });

  it('cancelled while Okta is silent: ends, keeps nothing, wipes', async () => {
    hang();
    const jobId = desk.testToken(ids[0] ?? '');
    await asking(jobId);
    desk.cancel(jobId);
    await over(jobId);
    expect(states(jobId)).toEqual(['running 0', 'cancelled 0']);
    expect([told.all('testFinished').length, kept.size, troubles.length]).toEqual([0, 0, 0]);
    expect(secrets.map(({ wiped }) => wiped)).toEqual([true]);
  });

  it('asks Okta nothing when cancelled before it begins', async () => {
    acme.requests.length = 0;
    const jobId = desk.testToken(ids[0] ?? '');
    desk.cancel(jobId);
    await over(jobId);
    expect(acme.requests).toEqual([]);
    expect(secrets.map(({ wiped }) => wiped)).toEqual([true]);
  });

  it.each([
    [new Failed('disk-full', 'The disk is full.', 'Free some room.'), 'The disk is full. Free some room.'],
    [new Error('a stack of internals'), 'Something went wrong with this test. The log says more.'],
  ])('shows a result that cannot be kept, and says why it is not kept', async (error, words) => {
    keep = () => {
      throw error;
    };
    const jobId = desk.testToken(ids[0] ?? '');
    expect(await over(jobId)).toMatchObject({ state: 'done', note: words });
    expect(troubles).toEqual([error]);
    expect(told.all('testFinished')).toHaveLength(1);
    expect(secrets.map(({ wiped }) => wiped)).toEqual([true]);
  });
});

describe('the wizard’s draft', () => {
  it('gives the record to the wizard before the window, and leaves the value to it', async () => {
    const { value } = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'draft' });
    const results: number[] = [];
    const draft = testable(value);
    const jobId = desk.testDraft(draftId, draft, () => results.push(told.all('testFinished').length));
    await over(jobId);
    expect(results).toEqual([0]);
    expect(told.all('testFinished')).toMatchObject([{ jobId, tokenId: null, draftId }]);
    expect(draft.secret.wiped).toBe(false);
    expect(kept.size).toBe(0);
  });

  it('gives no result when cancelled', async () => {
    hang();
    const results: TestRecord[] = [];
    const jobId = desk.testDraft(draftId, testable('00x'), (record) => results.push(record));
    await asking(jobId);
    desk.cancel(jobId);
    await over(jobId);
    expect([results.length, troubles.length]).toEqual([0, 0]);
  });
});

describe('Test all', () => {
  it('tests every token, counts, and reports each test as a job of its own', async () => {
    const jobId = desk.testAll();
    expect(await over(jobId)).toMatchObject({ kind: 'test-all', state: 'done', finished: 3, total: 3 });
    expect([...kept.keys()].sort()).toEqual(ids);
    const jobs = told.all('testFinished').map((event) => event.jobId);
    expect(new Set([jobId, ...jobs]).size).toBe(4);
    for (const one of jobs) expect(states(one)).toEqual(['done 1']);
  });

  it('tests the other credentials, too, and gives them the signal of its cancel', async () => {
    const signals: AbortSignal[] = [];
    others = [{ origin: acme.origin, run: async (signal) => void signals.push(signal) }];
    const jobId = desk.testAll();
    expect(await over(jobId)).toMatchObject({ state: 'done', finished: 4, total: 4 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    others = [
      {
        origin: 'https://other.okta.com',
        run: (signal) =>
          new Promise((_, reject) => {
            signals.push(signal);
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          }),
      },
    ];
    const second = desk.testAll();
    await expect.poll(() => signals.length).toBe(2);
    desk.cancel(second);
    expect(await over(second)).toMatchObject({ state: 'cancelled' });
    expect(signals[1]?.aborted).toBe(true);
    expect(troubles).toEqual([]);
  });

  it('cancels the test of one token only, and finishes the others', async () => {
    hang(1);
    const jobId = desk.testAll();
    await told.until('testFinished', () => told.all('testFinished').length === 2);
    const done = told.all('testFinished').map(({ tokenId }) => tokenId);
    const silent = told.all('testProgress').find(({ tokenId }) => !done.includes(tokenId));
    expect(silent?.jobId).not.toBe(jobId);
    desk.cancel(silent?.jobId ?? '');
    expect(await over(jobId)).toMatchObject({ state: 'done', finished: 3 });
    expect(states(silent?.jobId ?? '')).toEqual(['cancelled 0']);
    expect([kept.size, kept.has(silent?.tokenId ?? ''), troubles.length]).toEqual([2, false, 0]);
    expect(secrets.every(({ wiped }) => wiped)).toBe(true);
  });

  it('cancelled as a whole: what runs ends, what waits never begins, what was tested is kept', async () => {
    hang(2);
    const jobId = desk.testAll();
    await told.until('testProgress', () => new Set(told.all('testProgress').map((e) => e.jobId)).size === 2);
    desk.cancel(jobId);
    await over(jobId);
    expect(states(jobId).at(-1)).toBe('cancelled 0');
    // Only what began needed its value.
    expect(secrets.map(({ wiped }) => wiped)).toEqual([true, true]);
    expect([kept.size, troubles.length]).toEqual([0, 0]);
  });

  it('counts a result that cannot be kept as trouble, and continues with the others', async () => {
    keep = (tokenId, record) => {
      if (tokenId === ids[1]) throw new Failed('not-found', 'This token is not kept here any more.');
      kept.set(tokenId, record);
    };
    expect(await over(desk.testAll())).toMatchObject({ state: 'done', finished: 3 });
    expect([kept.size, troubles.length]).toEqual([2, 1]);
    expect(told.all('jobChanged').filter(({ note }) => note !== '')).toMatchObject([
      { kind: 'test', state: 'done', finished: 0, note: 'This token is not kept here any more.' },
    ]);
  });

  it('begins the next test while the disk keeps the last results, and ends after the disk', async () => {
    const begun: number[] = [];
    keep = (tokenId, record) => {
      begun.push(secrets.length);
      kept.set(tokenId, record);
    };
    const jobId = desk.testAll();
    await over(jobId);
    expect(kept.size).toBe(3);
    // The disk is slower than Okta here, so the third test began before the last results were kept.
    expect(begun.at(-1)).toBe(3);
    const done = told.all('jobChanged').filter(({ state }) => state === 'done');
    expect(done.at(-1)?.jobId).toBe(jobId);
  });

  it('says of a result that it is kept, and counts it, when a cancel comes before the disk has it', async () => {
    hang(1);
    const jobId = desk.testAll();
    await told.until('testFinished', () => told.all('testFinished').length === 2);
    const shown = told.all('testFinished').map((event) => event.jobId);
    const waiting = shown.filter((one) => states(one).length === 0);
    expect(waiting.length).toBeGreaterThan(0);
    for (const one of waiting) desk.cancel(one);
    desk.cancel(jobId);
    expect(await over(jobId)).toMatchObject({ state: 'cancelled', finished: 2, total: 3 });
    for (const one of shown) expect(states(one)).toEqual(['done 1']);
    expect([kept.size, troubles.length]).toEqual([2, 0]);
  });

  it('is done, not cancelled, when the cancel comes after the last answer', async () => {
    const jobId = desk.testAll();
    await told.until('testFinished', () => told.all('testFinished').length === 3);
    expect(kept.size).toBeLessThan(3);
    desk.cancel(jobId);
    expect(await over(jobId)).toMatchObject({ state: 'done', finished: 3, total: 3 });
    expect(kept.size).toBe(3);
  });

  it('keeps a result when a lock comes between the answer and the disk', async () => {
    const job = over(desk.testAll());
    const { tokenId } = await told.until('testFinished', () => true);
    expect(kept.size).toBe(0);
    desk.cancelAll();
    expect([...kept.keys()]).toEqual([tokenId]);
    expect(await job).toMatchObject({ state: 'cancelled' });
  });

  it('tests one token at a time once the org refuses simultaneous calls', async () => {
    acme.faults.add({ kind: 'too-many', concurrency: true }, { times: 1 });
    /** How many tests were over when each one began. */
    const overBefore: number[] = [];
    onBegin = () => overBefore.push(told.all('testFinished').length);
    await over(desk.testAll());
    expect(overBefore).toEqual([0, 0, 2]);
    expect([...kept.values()].map(({ outcome }) => outcome.kind)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });

  it('stays within the org’s limit: it waits, says for which org, and loses no token', async () => {
    acme.org.limits.set('/api/v1/users', 8);
    const jobId = desk.testAll();
    await over(jobId);
    acme.org.limits.set('/api/v1/users', 600);
    const waits = told.all('jobChanged').filter(({ state }) => state === 'waiting');
    expect(waits[0]?.note).toMatch(/^Waiting \d+ s for the rate limit of acme\.localhost:\d+$/);
    expect(clock.waits.length).toBeGreaterThan(0);
    expect([...kept.values()].map(({ outcome }) => outcome.kind)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });
});

it('cancelAll, as a lock does, ends everything there is', async () => {
  hang();
  const jobs = [
    desk.testToken(ids[0] ?? ''),
    desk.testDraft(draftId, testable('00x'), () => undefined),
    desk.testAll(),
  ];
  await told.until('testProgress', () => new Set(told.all('testProgress').map((e) => e.jobId)).size === 4);
  desk.cancelAll();
  for (const jobId of jobs) expect((await over(jobId)).state).toBe('cancelled');
  expect([kept.size, troubles.length]).toEqual([0, 0]);
});

it('ignores a cancel for a job that is over, or never existed', async () => {
  const jobId = desk.testToken(ids[0] ?? '');
  await over(jobId);
  const before = told.events.length;
  desk.cancel(jobId);
  desk.cancel('nobody');
  expect(told.events).toHaveLength(before);
});
