/** The number of days whose daily backups are kept, and the number of weeks that keep their newest one. */
const keptDays = 7;
const keptWeeks = 4;

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns whether `text` is a date as `isoDay` writes it. */
export const isDay = (text: string): boolean => dayForm.test(text);

/** Returns the number of the day's week. Weeks begin on Monday (ISO 8601); 5 January 1970 was the first Monday. */
function weekOf(day: string): number {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return Math.floor((days - 4) / 7);
}

/**
 * Returns the days whose backups are dropped. The newest seven days stay, and so does the newest day of each of the newest four weeks that
 * have one. `made`, the day whose backup was just proved, always stays, even when the clock was wrong on other days.
 */
export function daysToDrop(days: readonly string[], made: string): string[] {
  const newestFirst = [...days].sort().reverse();
  const newestOfWeek = new Map<number, string>();
  for (const day of newestFirst) if (!newestOfWeek.has(weekOf(day))) newestOfWeek.set(weekOf(day), day);
  const kept = new Set([
    made,
    ...newestFirst.slice(0, keptDays),
    ...[...newestOfWeek.values()].slice(0, keptWeeks),
  ]);
  return newestFirst.filter((day) => !kept.has(day));
}
