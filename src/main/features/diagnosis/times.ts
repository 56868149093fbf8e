import { locale } from '../../../shared/locale.ts';
import { clockTime, fullDate } from '../../../shared/time-words.ts';
import { words } from './words.ts';

// Times are local, because the person compares them with their own clock.

/** Returns a day, for example "24 Nov 2026". */
export const day = fullDate;

/** Returns a day and time, for example "24 Nov 2026 at 08:12". */
export const moment = (at: number): string => words.times.moment(day(at), time(at));

/** Returns a time, for example "08:12". */
export const time = clockTime;

/** Returns a rounded duration in milliseconds as words: "40 seconds", "12 minutes", "3 hours" or "5 days". */
export function howLong(ms: number): string {
  const s = Math.round(Math.abs(ms) / 1000);
  if (s < 120) return inUnit(s, 'second');
  if (s < 7_200) return inUnit(Math.round(s / 60), 'minute');
  if (s < 172_800) return inUnit(Math.round(s / 3_600), 'hour');
  return inUnit(Math.round(s / 86_400), 'day');
}

const inUnit = (count: number, unit: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
