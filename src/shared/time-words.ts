/** Times and durations as people say them. All in milliseconds; `now` is given so that pages and tests agree. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A day in milliseconds. */
export const dayMs = day;

const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** "just now", "4 min ago", "3 h ago", "yesterday", "12 days ago", or the date. */
export function ago(at: number, now: number): string {
  const past = now - at;
  if (past < minute) return 'just now';
  if (past < hour) return `${Math.floor(past / minute)} min ago`;
  if (past < day) return `${Math.floor(past / hour)} h ago`;
  if (past < 2 * day) return 'yesterday';
  if (past < 30 * day) return `${Math.floor(past / day)} days ago`;
  return date(at);
}

/** "in 2 days", "today", "tomorrow", "3 days ago": by the calendar, as the dates beside it are counted. */
export function inDays(at: number, now: number): string {
  const days = dayNumber(at) - dayNumber(now);
  if (days === 0) return 'today';
  if (days < 0) return `${plural(-days, 'day')} ago`;
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** Days of the local calendar, counted from one of them; no clock that is put forward or back makes one shorter. */
function dayNumber(at: number): number {
  const local = new Date(at);
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / day;
}

/** "in 12 minutes", "in less than a minute", "in 3 hours". */
export function until(at: number, now: number): string {
  const left = at - now;
  if (left < minute) return 'in less than a minute';
  if (left < 2 * hour) return `in ${plural(Math.round(left / minute), 'minute')}`;
  return `in ${plural(Math.round(left / hour), 'hour')}`;
}

const monthName = new Intl.DateTimeFormat('en-US', { month: 'short' });
const weekdayName = new Intl.DateTimeFormat('en-US', { weekday: 'long' });

/** "Dec": the month of a time, in the computer's time zone. */
export const month = (at: number): string => monthName.format(at);

/** "24 Dec", in the computer's time zone. */
export function date(at: number): string {
  return `${new Date(at).getDate()} ${month(at)}`;
}

/** "24 Dec 2026". */
export function fullDate(at: number): string {
  return `${date(at)} ${new Date(at).getFullYear()}`;
}

/** "08:12". */
export function clockTime(at: number): string {
  const when = new Date(at);
  return `${String(when.getHours()).padStart(2, '0')}:${String(when.getMinutes()).padStart(2, '0')}`;
}

/** "08:12" today, "24 Dec" on another day. */
export function since(at: number, now: number): string {
  return new Date(at).toDateString() === new Date(now).toDateString() ? clockTime(at) : date(at);
}

/** "Today", "Yesterday", or "Tuesday, 24 Nov": the calendar day, in the computer's time zone. */
export function dayName(at: number, now: number): string {
  const when = new Date(at);
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (when.toDateString() === today.toDateString()) return 'Today';
  if (when.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return `${weekdayName.format(at)}, ${date(at)}`;
}
