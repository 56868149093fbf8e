import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { unlessAborted } from '../../../src/main/base/unless-aborted.ts';

it('listens to a signal no longer than the work takes, however the work ends', async () => {
  const source = new AbortController();
  const signal = AbortSignal.any([source.signal]);
  const listeners = () => getEventListeners(signal, 'abort').length;
  const { promise, resolve } = Promise.withResolvers<string>();
  const work = unlessAborted(promise, signal);
  expect(listeners()).toBe(1);
  resolve('done');
  expect(await work).toBe('done');
  expect(listeners()).toBe(0);
  await expect(unlessAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  expect(listeners()).toBe(0);
});

it('rejects with the reason of a signal that aborts before or during the work', async () => {
  const source = new AbortController();
  const work = unlessAborted(new Promise(() => undefined), source.signal);
  source.abort(new Error('enough'));
  await expect(work).rejects.toThrow('enough');
  await expect(unlessAborted(Promise.resolve(1), source.signal)).rejects.toThrow('enough');
});
