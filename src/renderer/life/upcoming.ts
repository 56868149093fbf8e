import type { Token } from '../../shared/contract/tokens.ts';
import { expiryOf, rotationDueOf } from '../../shared/health.ts';
import { dayMs, month } from '../../shared/time-words.ts';

/** How many days the timeline has. */
export const horizonDays = 90;

/** A mark of the timeline. */
export interface Mark {
  readonly kind: 'expiry' | 'rotation';
  readonly at: number;
  /** From 0, which is today, to 1, which is the horizon. An overdue mark stands at 0. */
  readonly place: number;
  readonly overdue: boolean;
  readonly sure: boolean;
}

/** A token's line of the timeline. */
export interface Line {
  readonly token: Token;
  /** The earliest first. */
  readonly marks: readonly Mark[];
}

/** Returns what comes due in the next 90 days, by token, the soonest first. A token with nothing due is left out. */
export function upcoming(tokens: readonly Token[], now: number): Line[] {
  const place = (at: number): number => Math.min(1, Math.max(0, (at - now) / (horizonDays * dayMs)));
  return tokens
    .filter(({ revokedAt }) => revokedAt === null)
    .map((token): Line => {
      const expiry = expiryOf(token);
      const due = rotationDueOf(token);
      const marks: Mark[] = [
        {
          kind: 'expiry',
          at: expiry.at,
          place: place(expiry.at),
          overdue: expiry.at < now,
          sure: expiry.sure,
        },
        { kind: 'rotation', at: due, place: place(due), overdue: due < now, sure: true },
      ];
      return {
        token,
        marks: marks.filter(({ at }) => at <= now + horizonDays * dayMs).sort((a, b) => a.at - b.at),
      };
    })
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
