import { expect, it } from 'vitest';
import { systemClock } from '../../../src/main/base/clock.ts';
import { Pace } from '../../../src/main/features/tasks/pace.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 28, 12);

/** A pace whose last answer left nothing of a limit, 30 seconds before the limit's reset. */
async function usedUp(resetIn = minute / 2) {
  const clock = { at: start, waits: [] as number[] };
  const pace = new Pace(
    {
      ...systemClock,
      now: () => clock.at,
      sleep: async (ms) => {
        clock.waits.push(ms);
        clock.at += ms;
      },
    },
    () => undefined,
  );
  const limit = { bucket: 'Users', limit: 600, remaining: 0, resetAt: start + resetIn };
  const call = () => pace.run(new AbortController().signal, async () => ({ rateLimit: limit }));
  await call();
  return { clock, call };
}

it('waits for the reset of a limit that is used up', async () => {
  const { clock, call } = await usedUp();
  await call();
  expect(clock.waits).toEqual([minute / 2]);
});

it.each([
  ['an hour', 60 * minute],
  ['ten minutes', 10 * minute],
  ['a day', 24 * 60 * minute],
  ['20 years', 20 * 365 * 24 * 60 * minute],
])('does not wait for the time that the clock was set back by: %s', async (_what, back) => {
  const { clock, call } = await usedUp();
  clock.at -= back;
  await call();
  expect(clock.waits).toEqual([]);
});

it('does not wait for a reset that is further ahead than any limit lasts', async () => {
  const { clock, call } = await usedUp(30 * 24 * 60 * minute);
  await call();
  expect(clock.waits).toEqual([]);
});

it('a timer of more days than Node has does not end at once', async () => {
  let ended = false;
  const stop = systemClock.after(2 ** 31, () => {
    ended = true;
  });
  await systemClock.sleep(20);
  stop();
  expect(ended).toBe(false);
});
