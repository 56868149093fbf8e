import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './ports.ts';

/** The longest time of a timer of Node. A longer one ends at once (Node, setTimeout). */
const longestMs = 2 ** 31 - 1;
const within = (ms: number): number => Math.min(ms, longestMs);

/** The computer's clock. A wait of more than 24 days ends after 24 days. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await sleep(within(ms), undefined, signal === undefined ? {} : { signal });
  },
  after(ms, run) {
    const timer = setTimeout(run, within(ms));
    return () => clearTimeout(timer);
  },
};
