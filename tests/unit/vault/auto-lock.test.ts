import { beforeEach, expect, it } from 'vitest';
import { AutoLock } from '../../../src/main/features/vault/auto-lock.ts';
import { HandClock } from './memory-keyring.ts';

const minute = 60_000;
let clock: HandClock;
let minutes: number;
let locks: number;
let lock: AutoLock;
beforeEach(() => {
  clock = new HandClock();
  minutes = 15;
  locks = 0;
  lock = new AutoLock(
    clock,
    () => minutes,
    () => locks++,
  );
});

it('locks once when the idle time is over, and says in advance when', () => {
  expect(lock.locksAt).toBeNull();
  lock.restart();
  expect(lock.locksAt).toBe(clock.now() + 15 * minute);
  clock.advance(15 * minute - 1);
  expect(locks).toBe(0);
  clock.advance(1);
  expect(locks).toBe(1);
  expect(lock.locksAt).toBeNull();
  clock.advance(60 * minute);
  expect(locks).toBe(1);
});

it('restarts the idle time at every use', () => {
  for (let n = 0; n < 10; n++) {
    lock.restart();
    clock.advance(14 * minute);
  }
  expect(locks).toBe(0);
  clock.advance(minute);
  expect(locks).toBe(1);
});

it('takes a changed setting from the next restart on; 0 minutes means never', () => {
  lock.restart();
  minutes = 0;
  lock.restart();
  expect(lock.locksAt).toBeNull();
  clock.advance(24 * 60 * minute);
  expect(locks).toBe(0);
  minutes = 1;
  lock.restart();
  clock.advance(minute);
  expect(locks).toBe(1);
});

it('does not lock after stop', () => {
  lock.restart();
  lock.stop();
  clock.advance(60 * minute);
  lock.catchUp();
  expect([locks, lock.locksAt]).toEqual([0, null]);
});

it('locks at once after sleep when the idle time is over, and only then', () => {
  // A clock whose timers never ring, as while the computer sleeps.
  let now = 0;
  const asleep = new AutoLock(
    { now: () => now, sleep: () => Promise.resolve(), after: () => () => undefined },
    () => minutes,
    () => locks++,
  );
  asleep.restart();
  now = 15 * minute - 1;
  asleep.catchUp();
  expect(locks).toBe(0);
  now = 15 * minute;
  asleep.catchUp();
  asleep.catchUp();
  expect(locks).toBe(1);
});

it('locks after sleep when the clock was set back, because the length of the sleep is unknown', () => {
  let now = 60 * minute;
  const asleep = new AutoLock(
    { now: () => now, sleep: () => Promise.resolve(), after: () => () => undefined },
    () => minutes,
    () => locks++,
  );
  asleep.restart();
  now = 10 * minute;
  asleep.catchUp();
  expect([locks, asleep.locksAt]).toEqual([1, null]);
});
