import type { UsageRule } from '../../../../shared/contract/usage.ts';
import type { DayUse } from '../day-use.ts';

/** A token's own last 30 days before the day that is judged, and what follows from them. */
export interface Habit {
  /** Days with use, oldest first. */
  readonly days: readonly DayUse[];
  readonly calls: number;
  /** Enough is known to call something unusual: 14 days since the first use, 7 days with use, 20 calls. */
  readonly learned: boolean;
}

export interface Facts {
  /** Since when the token is thought retired, ms since 1970. */
  readonly retiredAt: number | null;
}

export interface Evidence {
  /** Tells two findings of one rule and day apart. */
  readonly key: string;
  readonly at: number;
  readonly sentences: readonly string[];
}

/** One rule. It is pure: the same days give the same evidence. */
export interface Rule {
  readonly id: UsageRule;
  readonly name: string;
  /** What it looks for, and against what, in words for people. */
  readonly explains: string;
  /** True when it needs a habit to compare with. */
  readonly learns: boolean;
  readonly judge: (day: DayUse, habit: Habit, facts: Facts) => readonly Evidence[];
}

/** Names of a day's list that no day of the habit has; "unknown" and what was counted together say nothing. */
export function firstNames(
  day: ReadonlyMap<string, number>,
  habit: readonly ReadonlyMap<string, number>[],
): [name: string, calls: number][] {
  return [...day].filter(
    ([name]) => name !== 'unknown' && name !== 'others' && !habit.some((past) => past.has(name)),
  );
}
