import type { ServiceApp } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { expiryOf, keyDueOf, rotationDueOf } from '../../shared/health.ts';
import { dayMs, month } from '../../shared/time-words.ts';

/** How many days the timeline has. */
const horizonDays = 90;

/** A mark of the timeline. */
export interface Mark {
  readonly kind: 'expiry' | 'rotation';
  readonly at: number;
  /** From 0, which is today, to 1, which is the horizon. An overdue mark stands at 0. */
  readonly place: number;
  readonly overdue: boolean;
  readonly sure: boolean;
}

/** A line of the timeline: a token or an OAuth service app. */
export interface Line {
  readonly of: Pick<Token, 'id' | 'label' | 'orgHost' | 'environment'>;
  /** The earliest first. */
  readonly marks: readonly Mark[];
}

/**
 * Returns what comes due in the next 90 days, by token and app, the soonest first. The key of an app does not expire, so it has its rotation
 * alone. What has nothing due is left out.
 */
export function upcoming(tokens: readonly Token[], apps: readonly ServiceApp[], now: number): Line[] {
  const horizon = now + horizonDays * dayMs;
  const mark = (kind: Mark['kind'], at: number, sure: boolean): Mark => ({
    ...{ kind, at, sure, overdue: at < now },
    place: Math.min(1, Math.max(0, (at - now) / (horizonDays * dayMs))),
  });
  const line = (of: Line['of'], marks: readonly Mark[]): Line => ({
    of,
    marks: marks.filter(({ at }) => at <= horizon).sort((a, b) => a.at - b.at),
  });
  return [
    ...tokens
      .filter(({ revokedAt }) => revokedAt === null)
      .map((token) => {
        const expiry = expiryOf(token);
        return line(token, [
          mark('expiry', expiry.at, expiry.sure),
          mark('rotation', rotationDueOf(token), true),
        ]);
      }),
    ...apps.map((app) => line(app, [mark('rotation', keyDueOf(app), true)])),
  ]
    .filter(({ marks }) => marks.length > 0)
    .sort((a, b) => (a.marks[0]?.at ?? 0) - (b.marks[0]?.at ?? 0));
}

/** Returns the first day of each month within the horizon, with its place. */
export function months(now: number): { readonly name: string; readonly place: number }[] {
  const today = new Date(now);
  return [1, 2, 3]
    .map((n) => {
      const first = new Date(today.getFullYear(), today.getMonth() + n, 1);
      return {
        name: month(first.getTime()),
        place: (first.getTime() - now) / (horizonDays * dayMs),
      };
    })
    .filter(({ place }) => place <= 1);
}
