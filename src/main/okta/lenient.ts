import { z } from 'zod';
import { clipped } from './clipped.ts';

/**
 * Fields of Okta's answers as gateways and other endpoints of Okta write them, too. What Keyturn only shows never makes a whole answer
 * unreadable: such a field is null when it does not read.
 */

/** RFC 3339 with what ISO 8601 also allows: a space for the T, no seconds, a comma, an offset without a colon or without minutes. */
const isoTime =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** The date of HTTP (RFC 9110, section 5.6.7). */
const httpTime = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
/** A smaller number counts seconds since 1970, a larger one milliseconds. */
const firstMilliseconds = 100_000_000_000;

/** The form in which Okta itself writes almost every time. `Date.parse` reads it as it is. */
const oktaTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d\.\d{3}Z$/;

/** Returns a time as milliseconds since 1970, or null when it does not read. A time without an offset is in UTC, as all of Okta's are. */
export function readTime(said: string | number): number | null {
  const text = String(said).trim();
  if (oktaTime.test(text)) return within(Date.parse(text));
  const count = Number(text);
  if (/^\d{9,16}$/.test(text)) return within(count < firstMilliseconds ? count * 1000 : count);
  if (httpTime.test(text)) return within(Date.parse(text));
  const [found, day, minutes = '00:00', seconds = '00', fraction = '', offset = 'Z'] =
    isoTime.exec(text) ?? [];
  if (found === undefined) return null;
  // JavaScript knows no leap second, and reads three digits of a fraction.
  const clock = `${minutes}:${seconds === '60' ? '59' : seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  return within(Date.parse(`${day}T${clock}${zone(offset)}`));
}

const zone = (offset: string): string =>
  offset.toUpperCase() === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;

/** The last time with a year of four digits, as dates are written everywhere. */
const last = 253_402_300_799_999;
const within = (at: number): number | null => (at >= 0 && at <= last ? at : null);

const timeOrText = z.union([z.string(), z.number()]);

/** One of Okta's times as milliseconds since 1970; null when Okta gives none or it does not read. */
export const looseTime = timeOrText.transform(readTime).nullish().catch(null);

/** A time that the answer must have. */
export const sureTime = timeOrText.transform(readTime).pipe(z.number());

/** A text that is only shown; null when Okta gives none. A number or a truth value is written out. */
export const looseText = (most: number) =>
  z
    .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
    .pipe(clipped(most))
    .nullish()
    .catch(null);

/** A number, also when it is written as a text. */
export const looseNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
