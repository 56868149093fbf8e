import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { CommandsDesk } from '../../../src/main/features/commands/desk.ts';
import { HandClock } from '../vault/memory-keyring.ts';

/** A desk of a locked app; `open` unlocks it. */
function lockedDesk() {
  let isOpen = false;
  const clock = new HandClock();
  const desk = new CommandsDesk({
    clock,
    version: '0',
    isOpen: () => isOpen,
    tokens: () => [],
    apps: () => [],
    aliasOf: () => '',
    guard: () => ({ key: '', marks: [], names: [], hosts: [] }),
    test: () => Promise.reject(new Error('No test runs here.')),
    testApp: () => Promise.reject(new Error('No test runs here.')),
    needsOf: () => [],
    showRotation: () => undefined,
    callForUnlock: () => undefined,
  });
  const open = () => {
    isOpen = true;
    desk.opened();
  };
  const list = (signal: AbortSignal) => desk.answer({ command: 'ls' }, () => undefined, signal);
  return { clock, open, list };
}

it('a command that has gone before it waits for the unlock ends at once', async () => {
  const { list } = lockedDesk();
  await expect(list(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});

it('a command listens to its signal only while it waits, however the wait ends', async () => {
  const source = new AbortController();
  const listeners = () => getEventListeners(source.signal, 'abort').length;
  const { clock, open, list } = lockedDesk();
  const tooLong = expect(list(source.signal)).rejects.toMatchObject({ end: 75 });
  expect(listeners()).toBe(1);
  await clock.advance(120_000);
  await tooLong;
  expect(listeners()).toBe(0);
  const waiting = list(source.signal);
  open();
  expect(await waiting).toEqual([]);
  expect(listeners()).toBe(0);
});
