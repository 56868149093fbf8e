import type { UsageRule } from '../../../../shared/contract/usage.ts';
import type { DayUse } from '../day-use.ts';

/** A token's use in the 30 days before the judged day, and what follows from it. */
export interface Habit {
  /** Days with use, oldest first. */
  readonly days: readonly DayUse[];
  readonly calls: number;
  /** Whether the use is long enough to call something unusual: 14 days since the first use, 7 days with use, 20 calls. */
  readonly learned: boolean;
}

export interface Facts {
  /** The time from which nobody should use the token, in ms since 1970. */
  readonly retiredAt: number | null;
}

export interface Evidence {
  /** Distinguishes two findings of one rule and day. */
  readonly key: string;
  readonly at: number;
  readonly sentences: readonly string[];
}

/** One rule. It is pure: the same days give the same evidence. */
export interface Rule {
  readonly id: UsageRule;
  readonly name: string;
  /** What the rule looks for and what it compares, in words for people. */
  readonly explains: string;
  /** True when the rule needs a habit for comparison. */
  readonly learns: boolean;
  readonly judge: (day: DayUse, habit: Habit, facts: Facts) => readonly Evidence[];
}

/** Returns the names in a day's list that no day of the habit has. It ignores "unknown" and the names that were counted together. */
export function firstNames(
  day: ReadonlyMap<string, number>,
  habit: readonly ReadonlyMap<string, number>[],
): [name: string, calls: number][] {
  return [...day].filter(
    ([name]) => name !== 'unknown' && name !== 'others' && !habit.some((past) => past.has(name)),
  );
}
