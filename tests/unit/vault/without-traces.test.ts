import { expect, it } from 'vitest';
import { withoutTraces } from '../../../src/main/vault/without-traces.ts';

it('makes no stack trace within, and makes them again afterwards, also after an error', () => {
  const { stackTraceLimit } = Error;
  const traced = () => new Error('x').stack?.includes('without-traces.test') === true;
  expect(withoutTraces(traced)).toBe(false);
  expect(() =>
    withoutTraces(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(traced()).toBe(true);
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});
