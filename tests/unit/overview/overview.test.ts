import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kept } from '../../../src/main/features/overview/kept.ts';
import { leastPrivilege, overviewOf } from '../../../src/main/features/overview/overview.ts';
import { weekOf } from '../../../src/main/features/overview/week.ts';
import type { Judgement } from '../../../src/shared/contract/access.ts';
import type { Org } from '../../../src/shared/contract/orgs.ts';
import { overview, type Work } from '../../../src/shared/contract/overview.ts';
import type { UserJob } from '../../../src/shared/contract/tasks.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { healthOf, healths, withTest } from '../../../src/shared/health.ts';
import { identity, record, token } from '../main/samples.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24, 12);

const org = (name: string): Org => {
  const { notes: _, ...rest } = identity(`${name}.okta.com`);
  return { ...rest, id: randomUUID(), name, tokenCount: 0 };
};

/** Returns a healthy token that was tested `daysAgo` days before now. */
const tested = (label: string, daysAgo: number, more: Partial<Token> = {}): Token => {
  const at = now - daysAgo * day;
  return withTest(token({ label, createdAt: at, capturedAt: at, ...more }), record(at));
};

const judgement = (beyond: number, notKnown: number): Judgement => ({
  ...{ verdict: 'fits', sentence: '', basis: '', needs: [], missing: [], scopes: [], sources: [] },
  beyond: Array.from({ length: beyond }, () => ({
    family: 'users' as const,
    access: 'read' as const,
    label: '',
    ground: '',
  })),
  notKnown: Array.from({ length: notKnown }, () => ''),
  suggestion: { sentence: '', roles: [], permissions: [], withoutPermission: [] },
});

const kept = (tokens: readonly Token[], more: Partial<Kept> = {}): Kept => ({
  tokens,
  orgs: [],
  judgements: new Map(),
  restingJobs: [],
  ...more,
});

const kinds = (tokens: readonly Token[], more: Partial<Kept> = {}) =>
  overviewOf(kept(tokens, more), now).work.rows.map(({ label, kind }) => `${label}: ${kind}`);

const superAdmin = (one: Token): Token => {
  if (one.known === null) throw new Error('It was never tested.');
  return {
    ...one,
    known: {
      ...one.known,
      roles: [{ type: 'SUPER_ADMIN', label: 'Super Administrator', assignment: 'USER' }],
    },
  };
};

describe('what needs a person this week', () => {
  it('is what fails, does not open or rests, and then what is due, by the day', () => {
    const failing = withTest(tested('failing', 40), record(now - 1, 'not-accepted'));
    const resting = tested('resting', 1);
    const job = { tokenId: resting.id, counts: { waiting: 3 } } as unknown as UserJob;
    const rotating = tested('rotating', 1, {
      rotation: { id: randomUUID(), mode: 'usual', state: 'handing-over' },
    });
    const all = [
      tested('due in 6', 84),
      tested('quiet', 1),
      rotating,
      tested('expires in 2', 28),
      resting,
      { ...tested('closed', 1), readable: false },
      failing,
      tested('revoked', 200, { revokedAt: now - day }),
    ];
    expect(kinds(all, { restingJobs: [job] })).toEqual([
      'failing: failing',
      'closed: paste-again',
      'rotating: rotating',
      'resting: job',
      // Not used for 84 days: it has most likely expired, and its rotation is due on day 90.
      'due in 6: expiry',
      'expires in 2: expiry',
      'due in 6: rotation',
    ]);
    expect(overviewOf(kept(all, { restingJobs: [job] }), now).work.rows[3]?.sentence).toBe(
      'A job is paused. 3 users are left',
    );
  });

  it('has the reason of the list, and nothing beyond seven days', () => {
    const soon = tested('soon', 23);
    expect(overviewOf(kept([soon]), now).work.rows).toMatchObject([
      { kind: 'expiry', sentence: healthOf(soon, now).reason, at: now + 7 * day },
    ]);
    expect(kinds([tested('later', 22.9)])).toEqual([]);
  });
});

describe('the days of the week', () => {
  const at = (when: number | null): Work => ({
    ...{ kind: 'expiry', tokenId: randomUUID(), label: '', orgHost: '', environment: 'other', sentence: '' },
    at: when,
  });

  it('count what waits already, and what is due on each calendar day', () => {
    const noon = new Date(2026, 10, 24, 12).getTime();
    const { waiting, days } = weekOf(
      [at(null), at(noon), at(noon + 1), at(noon + 12 * 3_600_000), at(noon + 7 * day)],
      noon,
    );
    expect(waiting).toBe(2);
    expect(days.map(({ count }) => count)).toEqual([1, 1, 0, 0, 0, 0, 0, 1]);
    expect(days.map((one) => new Date(one.at).getHours())).toEqual(Array(8).fill(0));
    expect(days.map((one) => new Date(one.at).getDate())).toEqual([24, 25, 26, 27, 28, 29, 30, 1]);
  });

  it('leave out nothing that is due within seven days, also when the clock changes', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      const begin = Date.UTC(2026, 9, 26);
      fc.assert(
        fc.property(
          fc.integer({ min: begin, max: begin + 14 * day }),
          fc.array(fc.integer({ min: -day, max: 7 * day })),
          (now, offsets) => {
            const { waiting, days } = weekOf(
              offsets.map((offset) => at(now + offset)),
              now,
            );
            expect(days.reduce((sum, { count }) => sum + count, waiting)).toBe(offsets.length);
          },
        ),
      );
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

describe('unused and super-admin tokens', () => {
  it('are those without a use for 20 days, the longest first, and those of a super admin; never a revoked one', () => {
    const admin = superAdmin(tested('admin', 1));
    const all = [
      tested('19 days', 19.9),
      tested('20 days', 20),
      tested('25 days', 25),
      admin,
      superAdmin(tested('ended', 60, { revokedAt: now })),
    ];
    const { unused, superAdmins } = overviewOf(kept(all), now);
    expect(unused.rows.map(({ label }) => label)).toEqual(['25 days', '20 days']);
    expect(superAdmins.rows.map(({ label }) => label)).toEqual(['admin']);
  });

  it('are cut after 200 rows, and say how many there are', () => {
    const { unused } = overviewOf(kept(Array.from({ length: 230 }, (_, n) => tested(`${n}`, 21))), now);
    expect([unused.rows.length, unused.all]).toEqual([200, 230]);
  });
});

describe('the least-privilege score', () => {
  it.each([
    ['nothing is judged', [null, judgement(0, 2)], { within: 0, beyond: 0, notJudged: 2, score: null }],
    ['all are within', [judgement(0, 0)], { within: 1, beyond: 0, notJudged: 0, score: 100 }],
    [
      'one reaches more',
      [judgement(0, 0), judgement(1, 0)],
      { within: 1, beyond: 1, notJudged: 0, score: 50 },
    ],
    // What is seen beyond the job counts, whatever else could not be seen.
    [
      'one reaches more and is seen in part',
      [judgement(1, 3)],
      { within: 0, beyond: 1, notJudged: 0, score: 0 },
    ],
    // 2 of 3 is not 67 % of anything: a score is never rounded up, so that 100 % means all.
    [
      'two of three',
      [judgement(0, 0), judgement(0, 0), judgement(2, 0)],
      { within: 2, beyond: 1, notJudged: 0, score: 66 },
    ],
  ] as const)('where %s', (_name, judgements, score) => {
    expect(leastPrivilege(judgements)).toEqual(score);
  });

  it('counts each token once, and says 100 % only where no judged token reaches more', () => {
    const some = fc.array(fc.option(fc.tuple(fc.nat(3), fc.nat(3))), { maxLength: 300 });
    fc.assert(
      fc.property(some, (made) => {
        const judgements = made.map((one) => (one === null ? null : judgement(...one)));
        const { within, beyond, notJudged, score } = leastPrivilege(judgements);
        expect(within + beyond + notJudged).toBe(made.length);
        if (score === 100) expect(beyond).toBe(0);
        if (score === 0) expect(within < beyond).toBe(true);
      }),
    );
  });

  it('is made by org, without the revoked tokens', () => {
    const [acme, globex] = [org('acme'), org('globex')];
    const mine = tested('mine', 1, { orgId: acme.id });
    const ended = tested('ended', 1, { orgId: acme.id, revokedAt: now });
    const judgements = new Map([[mine.id, judgement(0, 0)]]);
    const { orgs } = overviewOf(kept([mine, ended], { orgs: [acme, globex], judgements }), now);
    expect(orgs).toMatchObject([
      { name: 'acme', tokens: 2, score: 100, notJudged: 0, health: { Healthy: 1, Revoked: 1 } },
      { name: 'globex', tokens: 0, score: null, notJudged: 0 },
    ]);
  });
});

it('counts each token under one health, the same as the list, and holds to the contract', () => {
  const ages = fc.array(fc.record({ days: fc.nat(120), revoked: fc.boolean(), open: fc.boolean() }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(ages, (made) => {
      const tokens = made.map(({ days, revoked, open }, n) =>
        tested(`${n}`, days, { revokedAt: revoked ? now : null, readable: open }),
      );
      const read = overview.parse(overviewOf(kept(tokens), now));
      for (const health of healths) {
        expect(read.health[health]).toBe(tokens.filter((one) => healthOf(one, now).health === health).length);
      }
    }),
    { numRuns: 30 },
  );
});
