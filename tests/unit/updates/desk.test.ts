import { beforeEach, describe, expect, it } from 'vitest';
import type { Updater } from '../../../src/main/base/ports.ts';
import { type Busy, firstLookMs, nextLookMs, UpdatesDesk } from '../../../src/main/features/updates/desk.ts';
import type { UpdatesView } from '../../../src/shared/contract/updates.ts';
import { HandClock, quiet } from '../vault/memory-keyring.ts';

/** The world of a desk, for a test to change. */
const world = {
  forbidden: false,
  wanted: true,
  busy: null as Busy | null,
  /** What the update host has: a version, none, or no answer. */
  found: null as string | null | Error,
};
let clock: HandClock;
let loads: number;
let looks: number;
let installs: number;
let restarts: number;
let told: UpdatesView[];
let desk: UpdatesDesk;

const updater: Updater = {
  look: async () => {
    looks++;
    if (world.found instanceof Error) throw world.found;
    return world.found;
  },
  install: async () => {
    installs++;
  },
};

/** Lets everything that waits for a promise go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  Object.assign(world, { forbidden: false, wanted: true, busy: null, found: null });
  clock = new HandClock();
  [loads, looks, installs, restarts] = [0, 0, 0, 0];
  told = [];
  desk = new UpdatesDesk({
    ...{ clock, log: quiet, offByProgram: null },
    load: async () => {
      loads++;
      return updater;
    },
    isForbidden: () => world.forbidden,
    isWanted: () => world.wanted,
    busy: () => world.busy,
    restart: () => {
      restarts++;
    },
    tell: (view) => told.push(view),
  });
});

it('looks a minute after the start, then once a day, and loads the updater at the first look', async () => {
  desk.settle();
  desk.settle();
  clock.advance(firstLookMs - 1);
  await settled();
  expect([loads, looks]).toEqual([0, 0]);
  clock.advance(1);
  await settled();
  expect([loads, looks]).toEqual([1, 1]);
  expect(desk.view()).toEqual({ off: null, state: 'idle', version: null, lookedAt: clock.now() });
  clock.advance(nextLookMs);
  await settled();
  expect([loads, looks]).toEqual([1, 2]);
  desk.stop();
  clock.advance(5 * nextLookMs);
  await settled();
  expect(looks).toBe(2);
});

it('offers what it found, and restarts only when it is told to', async () => {
  world.found = '0.2.0';
  await desk.look();
  expect(told.map(({ state }) => state)).toEqual(['looking', 'ready']);
  expect(desk.view()).toMatchObject({ state: 'ready', version: '0.2.0' });
  expect(installs).toBe(0);
  await desk.install();
  expect(installs).toBe(1);
});

it.each([
  ['rotation', /A step of a rotation is running/],
  ['job', /A job is changing users/],
] as const)('does not restart while a %s works', async (busy, sentence) => {
  world.found = '0.2.0';
  await desk.look();
  world.busy = busy;
  await expect(desk.install()).rejects.toThrow(sentence);
  expect(() => desk.restart()).toThrow(sentence);
  expect([installs, restarts]).toEqual([0, 0]);
  world.busy = null;
  desk.restart();
  expect(restarts).toBe(1);
  await desk.install();
  expect(installs).toBe(1);
});

describe('off', () => {
  it.each([
    ['by the policy', 'policy', () => Object.assign(world, { forbidden: true })],
    ['by the setting', 'setting', () => Object.assign(world, { wanted: false })],
  ] as const)(
    '%s it neither looks nor restarts, also with a version that is ready',
    async (_how, off, set) => {
      world.found = '0.2.0';
      await desk.look();
      set();
      desk.settle();
      expect(desk.view()).toMatchObject({ off, state: 'idle', version: null });
      clock.advance(3 * nextLookMs);
      await settled();
      expect(looks).toBe(1);
      await expect(desk.look()).rejects.toThrow('does not check for updates');
      await expect(desk.install()).rejects.toThrow('No newer version is ready.');
      expect([looks, installs]).toEqual([1, 0]);
    },
  );

  it('continues when it is on again', async () => {
    world.wanted = false;
    desk.settle();
    clock.advance(nextLookMs);
    world.wanted = true;
    desk.settle();
    clock.advance(firstLookMs);
    await settled();
    expect(looks).toBe(1);
  });
});

it('a host that does not answer keeps what is ready, and is asked again', async () => {
  world.found = new Error('offline');
  expect(await desk.look()).toMatchObject({ state: 'failed', lookedAt: null });
  world.found = '0.2.0';
  await desk.look();
  world.found = new Error('offline');
  expect(await desk.look()).toMatchObject({ state: 'ready', version: '0.2.0' });
});

it('two looks at one time are one', async () => {
  await Promise.all([desk.look(), desk.look()]);
  expect(looks).toBe(1);
});

it('a restart without a version that is ready is refused', async () => {
  await expect(desk.install()).rejects.toThrow('No newer version is ready.');
});
