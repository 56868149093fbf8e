import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventOf } from '../../../src/main/features/usage/log-event.ts';
import { clip, cut } from '../../../src/shared/clip.ts';

it('is at most as long as requested, says that more follows, and never ends in half a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (text, most) => {
        const clipped = clip(text, most);
        if (text.length <= most) {
          expect(clipped).toBe(text);
          return;
        }
        expect(clipped.length).toBeLessThanOrEqual(most);
        expect(clipped.endsWith('…')).toBe(true);
        expect(clipped.isWellFormed()).toBe(true);
      },
    ),
  );
});

it('cuts without an ellipsis, and never in the middle of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat({ max: 45 }), (text, most) => {
      const first = cut(text, most);
      expect(text.startsWith(first)).toBe(true);
      expect(first.isWellFormed()).toBe(true);
      expect(first.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
    }),
  );
});

it('no text of an event is cut in the middle of a character', () => {
  // The sign of two halves begins at the last place that fits.
  const long = (most: number) => `${'a'.repeat(most - 1)}😀 and more`;
  const event = eventOf({
    uuid: 'u',
    transaction: { detail: { requestApiTokenId: '00Tabc' } },
    published: '2026-11-28T12:00:00.000Z',
    eventType: long(120),
    outcome: { result: long(40) },
    client: {
      userAgent: { rawUserAgent: long(200) },
      ipAddress: long(60),
      geographicalContext: { country: long(80) },
    },
    securityContext: { asNumber: 1, asOrg: long(156) },
  });
  expect(event).not.toBeNull();
  for (const text of Object.values(event ?? {})) {
    if (typeof text === 'string') expect(text.isWellFormed(), text).toBe(true);
  }
});
