/** Returns when a day such as `2026-12-24` begins, in the computer's time zone. */
export const startOfDay = (day: string): number => Date.parse(`${day}T00:00`);

/** Returns the day of a time (milliseconds since 1970) as `2026-12-24`, in the computer's time zone. */
export function isoDay(at: number): string {
  const local = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}
