import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clip } from '../../../src/shared/clip.ts';

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
