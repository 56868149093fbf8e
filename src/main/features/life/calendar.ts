import { createHash } from 'node:crypto';
import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { expiryOf, keyDueOf, rotationDueOf } from '../../../shared/health.ts';
import { isoDay } from '../../../shared/iso-day.ts';
import { words } from './words.ts';

/**
 * Returns forecast expiries, due rotations and due keys of apps as an iCalendar file (RFC 5545): one all-day event each, with an alarm a week
 * and a day before. It names tokens, apps and orgs, but no value, owner or id of Okta's.
 */
export function asCalendar(tokens: readonly Token[], apps: readonly ServiceApp[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Keyturn//Keyturn//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
  ];
  for (const token of tokens) {
    if (token.revokedAt !== null) continue;
    const expiry = expiryOf(token);
    lines.push(
      ...event(
        `expiry-${token.id}`,
        expiry.at,
        words.calendar.expiryTitle(token.label),
        words.calendar.expiry(token.orgHost, expiry.sure),
        now,
      ),
      ...event(
        `rotation-${token.id}`,
        rotationDueOf(token),
        words.calendar.rotationTitle(token.label),
        words.calendar.rotation(token.orgHost, token.rotateEveryDays),
        now,
      ),
    );
  }
  for (const app of apps) {
    lines.push(
      ...event(
        `key-${app.id}`,
        keyDueOf(app),
        words.calendar.keyTitle(app.label),
        words.calendar.rotation(app.orgHost, app.rotateEveryDays),
        now,
      ),
    );
  }
  lines.push('END:VCALENDAR');
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

function event(id: string, at: number, summary: string, description: string, now: number): string[] {
  const alarm = (trigger: string) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${escaped(summary)}`,
    'END:VALARM',
  ];
  return [
    'BEGIN:VEVENT',
    // In a calendar, the same event of the next export replaces this one.
    `UID:${createHash('sha256').update(id).digest('hex').slice(0, 32)}@keyturn`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${isoDay(at).replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    ...alarm('-P7D'),
    ...alarm('-P1D'),
    'END:VEVENT',
  ];
}

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/**
 * RFC 5545, section 3.3.11: a text has no control character, and its line ends are `\n`. Some readers end a line at other characters than
 * CR LF, so every such character counts as a line end.
 */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, (sign) => (sign === '\t' ? sign : ''));

/**
 * RFC 5545, section 3.1: a line has at most 75 octets, and the rest follows on lines that begin with a space. No character is cut in two.
 */
function folded(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const most = parts.length === 0 ? 75 : 74;
    if (Buffer.byteLength(part + letter) > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  parts.push(part);
  return parts.map((one, n) => (n === 0 ? one : ` ${one}`));
}
