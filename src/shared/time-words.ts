import { locale } from './locale.ts';
import { words } from './words.ts';

/** Times and durations in words. All are in milliseconds. Callers pass `now`, so that pages and tests agree. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A day in milliseconds. */
export const dayMs = day;

/**
 * How much later than the present a time may be that this computer's clock has written: the clock is corrected now and then, and results
 * of one moment arrive in any order. A time that is later was written by a wrong clock.
 */
export const clockSlackMs = 10 * minute;

/**
 * Returns a past time as "just now", "4 min ago", "3 h ago", "yesterday", "12 days ago", or the date. Days are those of the calendar. A time that is still to come was
 * written by another clock, or before this one was set back: the words give the whole time and say so.
 */
export function ago(at: number, now: number): string {
  const past = now - at;
  if (past <= -minute) return words.time.ahead(fullDate(at), clockTime(at));
  if (past < minute) return words.time.justNow;
  if (past < hour) return words.time.minutesAgo(Math.floor(past / minute));
  const days = dayNumber(now) - dayNumber(at);
  // The day on which summer time ends has 25 hours.
  if (past < day || days === 0) return words.time.hoursAgo(Math.floor(past / hour));
  if (days === 1) return words.time.yesterday;
  if (days < 30) return words.time.daysAgo(days);
  return dateFrom(at, now);
}

/** Returns a time as "in 2 days", "today", "tomorrow" or "3 days ago", counted in days of the calendar. */
export function inDays(at: number, now: number): string {
  const days = dayNumber(at) - dayNumber(now);
  if (days === 0) return words.time.today;
  if (days < 0) return words.time.daysAgo(-days);
  return days === 1 ? words.time.tomorrow : words.time.inDays(days);
}

/** Returns the number of a day in the local calendar. Daylight saving makes no day shorter or longer here. */
function dayNumber(at: number): number {
  const local = new Date(at);
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / day;
}

/** Returns a future time as "in less than a minute", "in 12 minutes" or "in 3 hours". */
export function until(at: number, now: number): string {
  const left = at - now;
  if (left < minute) return words.time.inLessThanAMinute;
  if (left < 2 * hour) return words.time.inMinutes(Math.round(left / minute));
  return words.time.inHours(Math.round(left / hour));
}

/** Returns what writes a time. It makes the format on first use, because that takes milliseconds which the app's start need not wait. */
function writer(options: Intl.DateTimeFormatOptions): (at: number) => string {
  let made: Intl.DateTimeFormat | undefined;
  return (at) => {
    made ??= new Intl.DateTimeFormat(locale, options);
    return made.format(at);
  };
}

const dayAndMonth = { day: 'numeric', month: 'short' } as const;
const wholeDate = { ...dayAndMonth, year: 'numeric' } as const;
const hourAndMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const weekday = writer({ weekday: 'long' });

const hourInUtc = writer({ ...hourAndMinute, timeZone: 'UTC' });
const endOfDayInUtc = writer({ hour: '2-digit', minute: '2-digit', hourCycle: 'h24', timeZone: 'UTC' });

/** Returns the beginning of an hour of the day as "09:00". The hour 24 is the end of the day, "24:00". */
export const hourOfDay = (hour: number): string =>
  (hour === 24 ? endOfDayInUtc : hourInUtc)((hour % 24) * 3_600_000);

/** Returns the month of a time, such as "Dec", in the computer's time zone. */
export const month = writer({ month: 'short' });

/** Returns a day such as "Thu 24", in the computer's time zone. */
export const shortDay = writer({ weekday: 'short', day: 'numeric' });

/** Returns a date such as "24 Dec", in the computer's time zone. */
export const date = writer(dayAndMonth);

/** Returns a date, such as "24 Dec", with its year when that is not the present one. */
const dateFrom = (at: number, now: number): string =>
  new Date(at).getFullYear() === new Date(now).getFullYear() ? date(at) : fullDate(at);

/** Returns a date such as "24 Dec 2026", in the computer's time zone. */
export const fullDate = writer(wholeDate);

/** Returns a time of day such as "08:12", in the computer's time zone. */
export const clockTime = writer(hourAndMinute);

/** Returns a wait of less than an hour as "04:59". */
export const minutesAndSeconds = writer({ minute: '2-digit', second: '2-digit', timeZone: 'UTC' });

/** Returns a date and the time of day, such as "24 Dec 2026, 08:12", in the computer's time zone. */
export const dateAndTime = writer({ ...wholeDate, ...hourAndMinute });

/** Returns a date and the time of day, such as "24 Dec 2026, 08:12", in UTC. The System Log counts in it. */
export const dateAndTimeInUtc = writer({ ...wholeDate, ...hourAndMinute, timeZone: 'UTC' });

/** Returns a date such as "24 Dec", in UTC. */
export const dateInUtc = writer({ ...dayAndMonth, timeZone: 'UTC' });

/** Returns the time of day, such as "08:12", for a time of today, and otherwise a date such as "24 Dec" or "24 Dec 2025". */
export function since(at: number, now: number): string {
  return new Date(at).toDateString() === new Date(now).toDateString() ? clockTime(at) : dateFrom(at, now);
}

/** Returns the calendar day as "Today", "Yesterday", "Tuesday, 24 Nov" or "Monday, 24 Nov 2025", in the computer's time zone. */
export function dayName(at: number, now: number): string {
  const when = new Date(at);
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (when.toDateString() === today.toDateString()) return words.time.dayToday;
  if (when.toDateString() === yesterday.toDateString()) return words.time.dayYesterday;
  return words.time.day(weekday(at), dateFrom(at, now));
}
