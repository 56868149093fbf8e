import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { NoticeKind } from '../../src/shared/contract/life.ts';
import { type FakeOkta, startFakeOkta } from '../fake-okta/server.ts';
import { beginAttack, isLong } from '../support/attack.ts';
import type { Answer, Held, SoakedToken, Told } from './soak-words.ts';

/** The rounds are the simulated days. Okta's 30 days and the keep-alive before their end must lie within them. */
const attack = beginAttack('soak', { short: 31, long: 31 });
const size = isLong ? { tokens: 200, orgs: 20, stepHours: 1 } : { tokens: 20, orgs: 4, stepHours: 3 };
const hourMs = 3_600_000;
const owner = 'svc-terraform@acme.com';

/** The expected results for a token: the number of keep-alive calls, and its notices, each once. */
interface Expected {
  readonly calls: number;
  readonly notices: readonly NoticeKind[];
}

/**
 * Returns the kinds of tokens in the soak. The expected results are worked out by hand from the rules in the window: a
 * warning 7, 3 and 1 days before the expiry and at it; a call in the last 7 days; a rotation is due once; each use adds 30 days.
 */
const ways: readonly {
  readonly life: Omit<SoakedToken, 'label' | 'origin' | 'value'>;
  readonly expected: Expected;
}[] = [
  {
    life: { keptAliveDays: 100, rotateEveryDays: 90, testedOn: [] },
    // The call is on day 23, together with the 7-day warning; the token lives until day 53.
    expected: { calls: 1, notices: ['expiry'] },
  },
  {
    life: { keptAliveDays: null, rotateEveryDays: 90, testedOn: [] },
    expected: { calls: 0, notices: ['expiry', 'expiry', 'expiry', 'expired'] },
  },
  {
    // The keep-alive ends before its first call.
    life: { keptAliveDays: 15, rotateEveryDays: 90, testedOn: [] },
    expected: { calls: 0, notices: ['expiry', 'expiry', 'expiry', 'expired'] },
  },
  {
    life: { keptAliveDays: 100, rotateEveryDays: 90, testedOn: [4] },
    // The person uses it on day 4, and the call is on day 27.
    expected: { calls: 1, notices: ['expiry'] },
  },
  {
    // The person uses it on day 12, so nothing is due before day 35.
    life: { keptAliveDays: 100, rotateEveryDays: 20, testedOn: [2, 12] },
    expected: { calls: 0, notices: ['rotation-due'] },
  },
];

/** The soaking app, and functions to send it a message and get its answer. */
interface Soaking {
  readonly child: ChildProcess;
  tell(told: Told): Promise<Answer>;
}

async function begin(folder: string, startsAt: number): Promise<Soaking> {
  const child = fork(
    join(import.meta.dirname, 'soaking-app.ts'),
    [join(folder, 'Keyturn'), join(folder, 'ca.pem'), String(startsAt)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] },
  );
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The app ended by itself (${code ?? signal}); seed ${attack.seed}.`);
  });
  ended.catch(() => undefined);
  const heard = async () => {
    const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
    return answer;
  };
  await heard();
  return {
    child,
    tell(told) {
      const answer = heard();
      child.send(told);
      return answer;
    },
  };
}

/** Counts at the fake the calls that keep a token alive and those of its tests, by value, since the last count. */
function countCalls(fake: FakeOkta, calls: Map<string, number>): void {
  for (const { requests } of fake.orgs) {
    for (const { method, path, headers } of requests.splice(0)) {
      const value = headers.authorization?.replace('SSWS ', '') ?? '';
      if (method === 'GET' && path === '/api/v1/users/me') calls.set(value, (calls.get(value) ?? 0) + 1);
    }
  }
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

it(`${size.tokens} tokens in ${size.orgs} orgs for ${attack.rounds} days: nothing grows, no keep-alive call is missed, no notice is repeated`, {
  timeout: isLong ? 3 * 3_600_000 : 240_000,
}, async () => {
  const fake = await startFakeOkta({
    orgs: Array.from({ length: size.orgs }, (_, n) => ({ subdomain: `soak-${n}`, companyName: `Soak ${n}` })),
  });
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-soak-'));
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  // A morning. The hours of the day count from here.
  const startsAt = fake.clock.now();
  const { child, tell } = await begin(folder, startsAt);
  try {
    const soaked = Array.from({ length: size.tokens }, (_, n) => {
      const { life, expected } = attack.pick(n < ways.length ? ways.slice(n, n + 1) : ways);
      const org = fake.orgs[n % size.orgs];
      if (org === undefined) throw new Error('There is no such org.');
      const { value } = org.org.issueToken({ owner, name: `soak ${n}` });
      return { token: { label: `soak ${n}`, origin: org.origin, value, ...life }, expected };
    });
    for (const { token } of soaked) await tell({ add: token });
    const calls = new Map<string, number>();
    const held: Held[] = [];
    for (let day = 0; day < attack.rounds; day++) {
      for (let hour = size.stepHours; hour <= 24; hour += size.stepHours) {
        const to = startsAt + (day * 24 + hour) * hourMs;
        fake.clock.set(to);
        const answer = await tell({ hourTo: to, day });
        if ('held' in answer && answer.held !== null) held.push(answer.held);
      }
      countCalls(fake, calls);
    }
    // The last day ends locked.
    const morning = startsAt + (attack.rounds * 24 + 6) * hourMs;
    fake.clock.set(morning);
    await tell({ hourTo: morning, day: attack.rounds });
    const inbox = await tell('inbox');
    if (!('inbox' in inbox)) throw new Error('The inbox was not told.');

    const wrong = soaked.flatMap(({ token, expected }) => {
      const made = (calls.get(token.value) ?? 0) - token.testedOn.length;
      const kinds = inbox.inbox.filter(({ label }) => label === token.label).map(({ kind }) => kind);
      const same = made === expected.calls && kinds.toSorted().join() === expected.notices.toSorted().join();
      return same ? [] : [{ ...token, value: '', made, kinds, expected }];
    });
    expect(wrong, `seed ${attack.seed}`).toEqual([]);
    expect(inbox.notified).toBeGreaterThan(0);
    expect(inbox.notified).toBeLessThanOrEqual(inbox.inbox.length);

    const third = Math.floor(held.length / 3);
    const grown = (of: (one: Held) => number) =>
      middle(held.slice(-third).map(of)) / Math.max(1, middle(held.slice(0, third).map(of)));
    const ratios = {
      heap: grown(({ heapBytes }) => heapBytes),
      files: grown(({ openFiles }) => openFiles),
      sockets: grown(({ sockets }) => sockets),
      handles: grown(({ handles }) => handles),
      timers: grown(({ timers }) => timers),
    };
    const said = Object.entries(ratios).map(([name, ratio]) => `${name} ${ratio.toFixed(3)}`);
    expect(ratios.heap, said.join(', ')).toBeLessThan(1.06);
    for (const name of ['files', 'sockets', 'handles', 'timers'] as const) {
      expect(ratios[name], said.join(', ')).toBeLessThanOrEqual(1);
    }
    // The newest seven backups, and the newest of each of four weeks.
    expect(Math.max(...held.map(({ backups }) => backups))).toBeLessThanOrEqual(11);
    const made = soaked.reduce((sum, { expected }) => sum + expected.calls, 0);
    attack.report(
      `${size.tokens} tokens, ${size.orgs} orgs, ${attack.rounds} days; last third to first: ${said.join(', ')}; ` +
        `${made} calls kept tokens alive, none missed; ${inbox.inbox.length} notices, none twice`,
    );
  } finally {
    child.kill('SIGKILL');
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
