import { describe, expect, it } from 'vitest';
import { anyOf, listed, series } from '../../../src/shared/listed.ts';

describe('a list of names', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('has "and" before the last of %j', (names, phrase) => {
    expect(listed(names)).toBe(phrase);
  });

  it('has "or" between alternatives', () => {
    expect(anyOf(['A', 'B', 'C'])).toBe('A, B or C');
  });

  it('has neither in a series, and leaves out what is empty', () => {
    expect(series(['A', '', 'B'])).toBe('A, B');
  });
});
