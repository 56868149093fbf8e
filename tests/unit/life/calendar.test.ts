import { expect, it } from 'vitest';
import { asCalendar } from '../../../src/main/features/life/calendar.ts';
import type { Token } from '../../../src/shared/contract/models.ts';

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

it('is a calendar of RFC 5545: folded lines, escaped text, whole days, the same ids every time', () => {
  const text = asCalendar([token, { ...token, id: 'gone', revokedAt: at }], at);
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('SUMMARY:Rotate API token naïve\\; label\\, with \\\\ signs ');
  expect(unfolded).not.toContain('\uFFFD');
  expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261201');
  expect(asCalendar([token], at + 1).match(/UID:.*/g)).toEqual(asCalendar([token], at).match(/UID:.*/g));
});
