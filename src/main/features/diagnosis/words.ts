import { clockTime, fullDate } from '../../../shared/time-words.ts';

/** Times as a report and a sentence name them; local time, since the person reads them beside their own clock. */

/** "24 Nov 2026". */
export const day = fullDate;

/** "24 Nov 2026 at 08:12". */
export const moment = (at: number): string => `${day(at)} at ${time(at)}`;

/** "08:12". */
export const time = clockTime;

/** "40 seconds", "12 minutes", "3 hours", "5 days": how long, roughly. */
export function howLong(ms: number): string {
  const s = Math.round(Math.abs(ms) / 1000);
  const [n, unit] =
    s < 120
      ? [s, 'second']
      : s < 7_200
        ? [Math.round(s / 60), 'minute']
        : s < 172_800
          ? [Math.round(s / 3_600), 'hour']
          : [Math.round(s / 86_400), 'day'];
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
