import type { z } from 'zod';
import type {
  UsageEvent,
  UsagePage,
  UsageRule,
  UsageTally,
  usageLog,
} from '../../../shared/contract/usage.ts';
import { byName } from '../../../shared/listed.ts';
import { type DayUse, dayMs } from './day-use.ts';
import { habitWords, judge, rules } from './rules/judge.ts';

export interface PageParts {
  readonly known: boolean;
  readonly log: z.infer<typeof usageLog>;
  readonly keepDays: number;
  /** Days with use, oldest first. */
  readonly days: readonly DayUse[];
  readonly recent: readonly UsageEvent[];
  readonly silenced: readonly UsageRule[];
  readonly retiredAt: number | null;
  /** The present time, by Okta's clock when it is known. */
  readonly now: number;
}

const mostListed = 50;
const mostDays = 800;

/** Returns the Usage tab of one token from the kept data. */
export function pageOf(parts: PageParts): UsagePage {
  const { days, silenced } = parts;
  const found = judge(days, { retiredAt: parts.retiredAt });
  const list = (of: (day: DayUse) => ReadonlyMap<string, number>): UsageTally => tallyOf(days.map(of));
  return {
    known: parts.known,
    log: parts.log,
    keepDays: parts.keepDays,
    total: sum(days, ({ total }) => total),
    denied: sum(days, ({ denied }) => denied),
    days: calendar(days),
    hours: Array.from({ length: 24 }, (_, hour) => sum(days, ({ hours }) => hours[hour] ?? 0)),
    types: list(({ types }) => types),
    addresses: list(({ addresses }) => addresses),
    countries: list(({ countries }) => countries),
    networks: list(({ networks }) => networks),
    agents: list(({ programs }) => programs),
    outcomes: list(({ outcomes }) => outcomes),
    recent: [...parts.recent],
    habit: habitWords(days, parts.now),
    findings: found.filter(({ rule }) => !silenced.includes(rule)),
    rules: rules.map(({ id, name, explains }) => ({
      rule: id,
      name,
      explains,
      silenced: silenced.includes(id),
      found: found.filter(({ rule }) => rule === id).length,
    })),
    retiredAt: parts.retiredAt,
  };
}

const sum = (days: readonly DayUse[], of: (day: DayUse) => number): number =>
  days.reduce((total, day) => total + of(day), 0);

/** Returns every day from the first to the last, including days without use. */
function calendar(days: readonly DayUse[]): UsagePage['days'] {
  const byDay = new Map(days.map((use) => [use.day, use]));
  const last = days.at(-1)?.day ?? 0;
  const first = Math.max(days[0]?.day ?? 1, last - mostDays + 1);
  const all: UsagePage['days'] = [];
  for (let day = first; day <= last; day++) {
    const use = byDay.get(day);
    all.push({ at: day * dayMs, calls: use?.total ?? 0, denied: use?.denied ?? 0 });
  }
  return all;
}

function tallyOf(lists: readonly ReadonlyMap<string, number>[]): UsageTally {
  const totals = new Map<string, number>();
  for (const list of lists) {
    for (const [name, n] of list) totals.set(name, (totals.get(name) ?? 0) + n);
  }
  return [...totals]
    .map(([name, calls]) => ({ name, calls }))
    .toSorted((a, b) => b.calls - a.calls || byName(a.name, b.name))
    .slice(0, mostListed);
}
