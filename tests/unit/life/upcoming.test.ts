import { expect, it } from 'vitest';
import { months } from '../../../src/renderer/life/upcoming.ts';

it.each([
  ['2026-11-26T12:00', ['Dec', 'Jan', 'Feb']],
  ['2026-11-02T12:00', ['Dec', 'Jan']],
  ['2026-12-23T12:00', ['Jan', 'Feb', 'Mar']],
])('the timeline shows every month that begins in the next 90 days: %s', (now, names) => {
  const found = months(new Date(now).getTime());
  expect(found.map(({ name }) => name)).toEqual(names);
  expect(found.every(({ place }) => place > 0 && place <= 1)).toBe(true);
});
