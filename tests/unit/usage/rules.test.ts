import { describe, expect, it } from 'vitest';
import { dayMs, dayOf } from '../../../src/main/features/usage/day-use.ts';
import { habitWords, judge, rules } from '../../../src/main/features/usage/rules/judge.ts';
import type { UsageRule } from '../../../src/shared/contract/usage.ts';
import { usageRule } from '../../../src/shared/contract/usage.ts';
import { hasQuietHours, kinds, month } from './months.ts';

const seeds = Array.from({ length: 12 }, (_, n) => 1_000 + 7_919 * n);

describe('generated months', () => {
  it('finds at least 95 % of the planted incidents of every rule', () => {
    const found = new Map<UsageRule, { planted: number; found: number }>();
    for (const rule of usageRule.options) {
      for (const kind of kinds) {
        if (rule === 'unusual-hours' && !hasQuietHours(kind)) continue;
        for (const seed of seeds) {
          const { days, planted, retiredAt } = month(kind, seed, rule);
          const findings = judge(days, { retiredAt });
          const tally = found.get(rule) ?? { planted: 0, found: 0 };
          for (const { day } of planted) {
            tally.planted++;
            if (findings.some((finding) => finding.rule === rule && dayOf(finding.at) === day)) tally.found++;
          }
          found.set(rule, tally);
        }
      }
    }
    expect([...found.keys()].sort()).toEqual([...usageRule.options].sort());
    for (const [rule, tally] of found) {
      expect(tally.planted, rule).toBeGreaterThanOrEqual(36);
      expect(tally.found / tally.planted, rule).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('raises at most one false alarm for a token and month, with and without an incident', () => {
    for (const kind of kinds) {
      for (const seed of seeds) {
        for (const incident of [null, ...usageRule.options]) {
          const { days, planted, retiredAt, from } = month(kind, seed, incident);
          const incidentDays = planted.map(({ day }) => day);
          const alarms = judge(days, { retiredAt }).filter(
            ({ at }) => dayOf(at) >= from && !incidentDays.includes(dayOf(at)),
          );
          expect(
            alarms.length,
            `${kind.name} ${seed} ${incident}: ${JSON.stringify(alarms)}`,
          ).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('reports an incident under its own rule, with evidence', () => {
    for (const rule of usageRule.options) {
      const kind = kinds[1];
      if (kind === undefined) throw new Error('no kind');
      const { days, planted, retiredAt } = month(kind, 42, rule);
      const finding = judge(days, { retiredAt }).find(
        (one) => one.rule === rule && dayOf(one.at) === planted[0]?.day,
      );
      expect(finding?.evidence.length, rule).toBeGreaterThan(0);
      expect(finding?.name).toBe(rules.find(({ id }) => id === rule)?.name);
    }
  });
});

describe('learning', () => {
  const kind = kinds[0];
  if (kind === undefined) throw new Error('no kind');
  const { days } = month(kind, 5, null);

  it('calls nothing unusual before it knows a habit, except what needs no habit', () => {
    const young = days.slice(0, 10).map((day) => structuredClone(day));
    const last = young.at(-1);
    if (last === undefined) throw new Error('no day');
    last.countries.set('Brazil', 3);
    expect(judge(young, { retiredAt: null })).toEqual([]);
    last.types.set('user.account.privilege.grant', 1);
    expect(judge(young, { retiredAt: null }).map(({ rule }) => rule)).toEqual(['privilege']);
    const now = (last.day + 1) * dayMs - 1;
    expect(habitWords(young, now)).toMatchObject({
      learned: false,
      words: expect.stringMatching(/^Learning/),
    });
    expect(habitWords(days, ((days.at(-1)?.day ?? 0) + 1) * dayMs - 1).learned).toBe(true);
    expect(habitWords([], now).words).toMatch(/^Learning/);
  });

  it('asks for calls and days as well as for time', () => {
    const few = days.filter((_, n) => n === 0 || n === 20).map((day) => structuredClone(day));
    const next = structuredClone(days[21] ?? few[0]);
    next?.countries.set('Brazil', 3);
    expect(judge(next === undefined ? few : [...few, next], { retiredAt: null })).toEqual([]);
  });

  it('takes a change that continues for a while as the habit, and reports it once', () => {
    const moved = days.map((day) => structuredClone(day));
    for (const day of moved.slice(40)) {
      day.countries.clear();
      day.countries.set('Norway', day.total);
    }
    const findings = judge(moved, { retiredAt: null }).filter(({ rule }) => rule === 'first-country');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.evidence.join(' ')).toContain('Norway');
  });

  it('does not report privileges that a token uses daily', () => {
    const admin = days.map((day) => structuredClone(day));
    for (const day of admin) day.types.set('group.privilege.grant', 2);
    const after = judge(admin, { retiredAt: null }).filter(({ rule }) => rule === 'privilege');
    expect(after).toHaveLength(5);
  });
});
