import type { RateLimit } from '../../../shared/contract/testing.ts';
import type { Clock } from '../../base/ports.ts';
import { waitForRoom } from '../../okta/room-left.ts';
import { words } from './words.ts';

/** A credential to test. */
interface Item {
  readonly origin: string;
}

export interface TestAllOptions<T extends Item> {
  readonly items: readonly T[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Returns the limits that an org last reported. */
  readonly limitsOf: (origin: string) => readonly RateLimit[];
  /** Tests one credential and keeps its result. */
  readonly run: (item: T) => Promise<void>;
  readonly onFinished: () => void;
  /** Called when a wait begins. The note says for which org and until when. */
  readonly onWait: (note: string) => void;
  /** Called when one test could not run or its result could not be kept. The others continue. */
  readonly onTrouble: (error: unknown) => void;
}

/** The calls of a test that count against the same limit: /users/me and /users/{id}/roles. */
const callsPerTest = 2;
/** The number of tests at a time within one org. Two are quick enough, and far below Okta's limit of simultaneous calls (35 or 75). */
const lanesPerOrg = 2;

/** Returns how long to wait before one more test, so that other programs keep their part of the org's limits. Returns 0 for no wait. */
export function waitForLimits(limits: readonly RateLimit[], now: number): number {
  const wait = waitForRoom(limits, now, ({ limit }) => Math.max(callsPerTest * lanesPerOrg, limit / 10));
  return wait === 0 ? 0 : wait + 1_000;
}

/** Tests all items, with the orgs at the same time, each within its own limits. Ends early, without throwing, when aborted. */
export async function testAll<T extends Item>(options: TestAllOptions<T>): Promise<void> {
  const byOrg = Map.groupBy(options.items, ({ origin }) => origin);
  await Promise.all(
    [...byOrg].flatMap(([origin, items]) => {
      const queue = [...items];
      return Array.from({ length: Math.min(lanesPerOrg, items.length) }, () => lane(origin, queue, options));
    }),
  );
}

async function lane<T extends Item>(origin: string, queue: T[], options: TestAllOptions<T>): Promise<void> {
  const { signal, clock } = options;
  for (let item = queue.shift(); item !== undefined && !signal.aborted; item = queue.shift()) {
    try {
      const wait = waitForLimits(options.limitsOf(origin), clock.now());
      if (wait > 0) {
        const { host } = new URL(origin);
        options.onWait(words.testAll.waiting(Math.ceil(wait / 1000), host));
        await clock.sleep(wait, signal);
      }
      await options.run(item);
    } catch (error) {
      if (signal.aborted) return;
      options.onTrouble(error);
    }
    if (!signal.aborted) options.onFinished();
  }
}
