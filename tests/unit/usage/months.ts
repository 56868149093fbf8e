import {
  count,
  type DayUse,
  dayMs,
  dayOf,
  emptyDay,
  hourMs,
} from '../../../src/main/features/usage/day-use.ts';
import { outsideRange, programOf, type UseEvent } from '../../../src/main/features/usage/log-event.ts';
import type { UsageRule } from '../../../src/shared/contract/usage.ts';
import { seeded } from '../../support/seeded.ts';

interface Kind {
  readonly name: string;
  /** Calls an hour, on the average, at this UTC hour; weekday 0 is Sunday. */
  readonly rate: (hour: number, weekday: number, random: () => number) => number;
  readonly agents: readonly string[];
  readonly addresses: readonly string[];
  readonly types: readonly string[];
  /** The part of calls that is refused or fails on an ordinary day. */
  readonly denied: number;
}

/** Ways in which real tokens are used. */
export const kinds: readonly Kind[] = [
  {
    name: 'CI, day and night',
    rate: () => 6,
    agents: ['okta-terraform/4.8.0 okta-sdk-golang/4.1.0 golang/1.21 linux/amd64'],
    addresses: ['198.51.100.1', '198.51.100.2', '198.51.100.3'],
    types: ['group.user_membership.add', 'application.lifecycle.update', 'group.lifecycle.create'],
    denied: 0.02,
  },
  {
    name: 'people at work',
    rate: (hour, weekday) => (weekday > 0 && weekday < 6 && hour >= 7 && hour < 17 ? 5 : 0),
    agents: ['okta-terraform/4.8.0 okta-sdk-golang/4.1.0 golang/1.21 darwin/arm64'],
    addresses: ['203.0.113.10', '203.0.113.11'],
    types: ['policy.rule.update', 'group.user_membership.add'],
    denied: 0.05,
  },
  {
    name: 'a nightly job',
    rate: (hour) => (hour === 2 ? 40 : 0),
    agents: ['okta-sdk-python/2.9.8 python/3.11.4 Linux/5.15'],
    addresses: ['192.0.2.7'],
    types: ['user.lifecycle.create', 'user.lifecycle.deactivate', 'user.account.update_profile'],
    denied: 0.01,
  },
  {
    name: 'HR sync, more on some days',
    rate: (hour, weekday, random) => (hour % 4 === 0 ? (weekday === 1 ? 25 : 6) * (0.5 + random()) : 0),
    agents: ['okta-sdk-java/15.0.0 java/17 Linux/6.1'],
    addresses: ['192.0.2.20', '192.0.2.21'],
    types: ['user.account.update_profile', 'group.user_membership.add', 'group.user_membership.remove'],
    denied: 0.03,
  },
  {
    name: 'now and then, by hand',
    rate: (hour, weekday) => (weekday > 0 && weekday < 6 && hour >= 8 && hour < 16 ? 0.6 : 0),
    agents: ['curl/8.4.0'],
    addresses: ['203.0.113.50'],
    types: ['user.lifecycle.unlock', 'user.account.reset_password'],
    denied: 0.05,
  },
];

export interface Planted {
  readonly rule: UsageRule;
  readonly day: number;
}

export interface Month {
  readonly kind: string;
  readonly days: readonly DayUse[];
  /** The first day of the month that is judged; the days before are what is learned from. */
  readonly from: number;
  readonly planted: readonly Planted[];
  readonly retiredAt: number | null;
}

const first = dayOf(Date.UTC(2026, 7, 3));
const learned = 35;
const judged = 30;

const poisson = (mean: number, random: () => number): number => {
  if (mean <= 0) return 0;
  const limit = Math.exp(-mean);
  let n = 0;
  for (let product = random(); product > limit; product *= random()) n++;
  return n;
};

/** Five weeks to learn from and a month, of one way of use; with `incident`, one of that kind is planted in the month. */
export function month(kind: Kind, seed: number, incident: UsageRule | null): Month {
  const random = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const days = new Map<number, DayUse>();
  const from = first + learned;
  const add = (at: number, more: Partial<UseEvent> = {}) => {
    const day = dayOf(at);
    const use = days.get(day) ?? emptyDay(day);
    days.set(day, use);
    const agent = more.agent ?? pick(kind.agents);
    count(use, {
      id: '',
      at,
      oktaTokenId: '00Tgenerated0000001d7',
      type: pick(kind.types),
      result: random() < kind.denied ? 'FAILURE' : 'SUCCESS',
      address: pick(kind.addresses),
      country: 'Netherlands',
      network: 'AS64500 example network',
      program: programOf(agent),
      agent,
      ...more,
    });
  };
  // A version changes in some months, which is nothing unusual.
  const updateOn = random() < 0.5 ? from + Math.floor(random() * judged) : null;
  for (let day = first; day < from + judged; day++) {
    const weekday = new Date(day * dayMs).getUTCDay();
    for (let hour = 0; hour < 24; hour++) {
      for (let n = poisson(kind.rate(hour, weekday, random), random); n > 0; n--) {
        const agent = pick(kind.agents);
        add(day * dayMs + hour * hourMs + Math.floor(random() * hourMs), {
          agent: updateOn !== null && day >= updateOn ? agent.replace(/(\d+)\./, '9.') : agent,
        });
      }
    }
  }
  if (incident === null) return { kind: kind.name, days: sorted(days), from, planted: [], retiredAt: null };

  // On a workday, in an hour in which the token is used, so that nothing but the incident is unusual.
  let day = from + 2 + Math.floor(random() * (judged - 4));
  while ([0, 1, 6].includes(new Date(day * dayMs).getUTCDay())) day++;
  const weekday = new Date(day * dayMs).getUTCDay();
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => kind.rate(hour, weekday, () => 0.5) > 0,
  );
  const at = (hour = pick(hours)): number => day * dayMs + hour * hourMs + Math.floor(random() * hourMs);
  const several = (least: number, most: number, run: () => void) => {
    for (let n = least + Math.floor(random() * (most - least + 1)); n > 0; n--) run();
  };
  let retiredAt: number | null = null;
  switch (incident) {
    case 'first-country':
      several(1, 5, () => add(at(), { country: 'Brazil' }));
      break;
    case 'first-network':
      several(1, 5, () => add(at(), { network: 'AS64999 somebody else', address: '198.51.100.200' }));
      break;
    case 'new-agent':
      several(1, 5, () => add(at(), { agent: 'python-requests/2.31.0', program: 'python-requests' }));
      break;
    case 'burst': {
      const hour = pick(hours);
      several(400, 900, () => add(at(hour)));
      break;
    }
    case 'unusual-hours': {
      const away = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
        hours.every((used) => Math.min((hour - used + 24) % 24, (used - hour + 24) % 24) > 2),
      );
      const hour = pick(away);
      several(4, 12, () => add(at(hour)));
      break;
    }
    case 'after-retirement': {
      for (const later of [...days.keys()]) if (later >= day) days.delete(later);
      retiredAt = (day - 1) * dayMs;
      days.delete(day - 1);
      several(1, 3, () => add(at()));
      break;
    }
    case 'denied-rising':
      several(60, 120, () => add(at(), { result: 'DENY' }));
      break;
    case 'outside-range':
      several(1, 4, () => add(at(), { type: outsideRange, result: 'DENY' }));
      break;
    case 'privilege':
      several(1, 3, () => add(at(), { type: 'user.account.privilege.grant' }));
      break;
  }
  return { kind: kind.name, days: sorted(days), from, planted: [{ rule: incident, day }], retiredAt };
}

const sorted = (days: ReadonlyMap<number, DayUse>): DayUse[] =>
  [...days.values()].toSorted((a, b) => a.day - b.day);

/** Whether a token of this kind has hours at which it is not used, so that a use outside them can be told. */
export const hasQuietHours = (kind: Kind): boolean =>
  Array.from({ length: 24 }, (_, hour) => hour).some((hour) =>
    [23, 0, 1, 22, 2].every((off) => kind.rate((hour + off) % 24, 3, () => 0.5) === 0),
  );
