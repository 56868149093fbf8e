import { expect, it } from 'vitest';
import { months } from '../../../src/renderer/life/upcoming.ts';

it.each([
  ['2026-11-26T12:00', ['Jan', 'Feb']],
  ['2026-11-02T12:00', ['Dec', 'Jan']],
  ['2026-11-15T12:00', ['Dec', 'Jan', 'Feb']],
])('names of months stand clear of "Today" and of the edge: %s', (now, names) => {
  expect(months(new Date(now).getTime()).map(({ name }) => name)).toEqual(names);
});
