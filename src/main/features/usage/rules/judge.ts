import { clip } from '../../../../shared/clip.ts';
import type { UsageFinding } from '../../../../shared/contract/usage.ts';
import { type DayUse, dayMs, dayOf } from '../day-use.ts';
import { words } from '../words.ts';
import { afterRetirement } from './after-retirement.ts';
import { burst } from './burst.ts';
import { deniedRising } from './denied-rising.ts';
import { firstCountry } from './first-country.ts';
import { firstNetwork } from './first-network.ts';
import { newAgent } from './new-agent.ts';
import { outsideRange } from './outside-range.ts';
import { privilege } from './privilege.ts';
import type { Facts, Habit, Rule } from './rule.ts';
import { unusualHours } from './unusual-hours.ts';

export const rules: readonly Rule[] = [
  firstCountry,
  firstNetwork,
  newAgent,
  burst,
  unusualHours,
  afterRetirement,
  deniedRising,
  outsideRange,
  privilege,
];

const habitDays = 30;
const leastSpan = 14;
const leastDays = 7;
const leastCalls = 20;
const mostFindings = 200;

/** Returns the token's habit in the 30 days before `day`. `days` are its days with use, oldest first. */
function habitBefore(days: readonly DayUse[], day: number): Habit {
  const before = days.filter((use) => use.day < day && use.day >= day - habitDays);
  const calls = before.reduce((sum, { total }) => sum + total, 0);
  const span = day - (days[0]?.day ?? day);
  return {
    days: before,
    calls,
    learned: span >= leastSpan && before.length >= leastDays && calls >= leastCalls,
  };
}

/** Returns every finding of the rules in a token's days, newest first. */
export function judge(days: readonly DayUse[], facts: Facts): UsageFinding[] {
  const findings = days.flatMap((day) => {
    const habit = habitBefore(days, day.day);
    return rules
      .filter((rule) => habit.learned || !rule.learns)
      .flatMap((rule) =>
        rule.judge(day, habit, facts).map(({ key, at, sentences }) => ({
          id: `${rule.id} ${day.day} ${key}`.slice(0, 400),
          rule: rule.id,
          name: rule.name,
          at,
          evidence: sentences.map((sentence) => clip(sentence, 400)),
        })),
      );
  });
  return findings.toSorted((a, b) => b.at - a.at).slice(0, mostFindings);
}

/** Returns whether the habit is known at `now`, and a sentence about it. */
export function habitWords(days: readonly DayUse[], now: number): { learned: boolean; words: string } {
  const habit = habitBefore(days, dayOf(now) + 1);
  if (habit.learned) {
    return {
      learned: true,
      words: words.judge.compared(habitDays, habit.calls, habit.days.length),
    };
  }
  const first = days[0];
  const since =
    first === undefined
      ? ''
      : words.judge.soFar(
          habit.calls,
          habit.days.length,
          Math.max(0, Math.floor((now - first.day * dayMs) / dayMs)),
        );
  return {
    learned: false,
    words: words.judge.learning(leastSpan, leastDays, leastCalls, since),
  };
}
