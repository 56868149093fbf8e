import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asCalendar } from '../../../src/main/features/life/calendar.ts';
import type { ServiceApp } from '../../../src/shared/contract/service.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';

const at = new Date(2026, 10, 1, 12).getTime();
const token = {
  id: '7b0c5f3e-9a51-4f0a-8a27-0d6f7f6e2a11',
  label: `naïve; label, with \\ signs ${'ü'.repeat(60)}`,
  orgHost: 'acme.okta.com',
  rotateEveryDays: 90,
  capturedAt: at,
  lastAcceptedAt: at,
  lastTest: null,
  revokedAt: null,
} as unknown as Token;

it('writes a calendar by RFC 5545: folded lines, escaped text, whole days, the same ids every time', () => {
  const text = asCalendar([token, { ...token, id: 'gone', revokedAt: at }], [], at);
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('SUMMARY:Rotate API token naïve\\; label\\, with \\\\ signs ');
  expect(unfolded).not.toContain('\uFFFD');
  expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261201');
  expect(asCalendar([token], [], at + 1).match(/UID:.*/g)).toEqual(
    asCalendar([token], [], at).match(/UID:.*/g),
  );
});

it('has the next key of an OAuth app, which does not expire', () => {
  const text = asCalendar([], [{ ...token, label: 'report', madeAt: at } as unknown as ServiceApp], at);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(text).toContain('SUMMARY:Make a new key for OAuth app report\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20270130');
});

/** The content lines as a reader has them that ends lines wherever some reader does. */
const linesOf = (text: string): string[] =>
  text.replaceAll('\r\n ', '').split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/);
const names =
  /^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|UID|DTSTAMP|DTSTART;VALUE=DATE|SUMMARY|DESCRIPTION|TRANSP|ACTION|TRIGGER):/;

const expectWhole = (label: string, orgHost = 'acme.okta.com') => {
  const text = asCalendar([{ ...token, label, orgHost }], [], at);
  const lines = linesOf(text);
  expect(lines.pop()).toBe('');
  for (const line of lines) expect(line).toMatch(names);
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(2);
  // Nothing but a tab is a control character, and every line has at most 75 octets.
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}\t]/u);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return lines;
};

it.each(['\r', '\n', '\r\n', '\n\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\0', '\u001b', '\ud800'])(
  'keeps the text of a label in its own line: %j',
  (sign) => {
    const lines = expectWhole(`x${sign}END:VEVENT${sign} ATTACH:file:///x`, `a${sign}METHOD:CANCEL`);
    expect(lines.filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(2);
  },
);

it('writes every kind of line end as the one of RFC 5545', () => {
  const lines = expectWhole('a\rb\r\nc\nd\u2028e');
  expect(lines).toContain('SUMMARY:Rotate API token a\\nb\\nc\\nd\\ne');
});

it('whatever the label', () => {
  const piece = fc.constantFrom(
    '\r',
    '\n',
    '\u0085',
    '\u2028',
    '\\',
    ';',
    ',',
    '\\n',
    ':',
    ' ',
    'ü',
    '🙂',
    'BEGIN:VALARM',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((all) => all.join('')),
        fc.string({ unit: 'binary', maxLength: 120 }),
      ),
      (label) => void expectWhole(label),
    ),
    { numRuns: 500 },
  );
});
