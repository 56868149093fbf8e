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
  /** Returns whether an org has refused too many simultaneous calls since Test all began. */
  readonly isCrowded?: (origin: string) => boolean;
  /**
   * Tests one credential and keeps its result. Calls `answered` when only the disk is still missing: the next test may then begin. Resolves
   * with whether there is a result.
   */
  readonly run: (item: T, answered: () => void) => Promise<boolean>;
  readonly onFinished: () => void;
  /** Called when a wait begins. The note says for which org and until when. */
  readonly onWait: (note: string) => void;
  /** Called when one test could not run or its result could not be kept. The others continue. */
  readonly onTrouble: (error: unknown) => void;
}

/** The calls of a test that count against the same limit: /users/me and /users/{id}/roles. */
const callsPerTest = 2;
/** The number of tests at a time within an org that has not told its limits. */
const lanesAtFirst = 2;
/** The most tests at a time within one org. Their calls are far fewer than Okta lets one org make at a time (35 or 75). */
const mostLanes = 6;

/** Returns how many tests an org gets at a time: their calls are at most a tenth of the lowest limit per minute. */
export function lanesFor(limits: readonly RateLimit[]): number {
  if (limits.length === 0) return lanesAtFirst;
  const lowest = Math.min(...limits.map(({ limit }) => limit));
  return Math.min(mostLanes, Math.max(1, Math.floor(lowest / 10 / callsPerTest)));
}

/** Returns how long to wait before one more test, so that other programs keep their part of the org's limits. Returns 0 for no wait. */
export function waitForLimits(limits: readonly RateLimit[], now: number): number {
  const atOnce = callsPerTest * Math.max(lanesAtFirst, lanesFor(limits));
  const wait = waitForRoom(limits, now, ({ limit }) => Math.max(atOnce, limit / 10));
  return wait === 0 ? 0 : wait + 1_000;
}

/** Tests all items, with the orgs at the same time, each within its own limits. Ends early, without throwing, when aborted. */
export async function testAll<T extends Item>(options: TestAllOptions<T>): Promise<void> {
  const byOrg = Map.groupBy(options.items, ({ origin }) => origin);
  await Promise.all([...byOrg].map(([origin, items]) => testOrg(origin, items, options)));
}

async function testOrg<T extends Item>(
  origin: string,
  items: readonly T[],
  options: TestAllOptions<T>,
): Promise<void> {
  const { signal, clock } = options;
  const tests: Promise<void>[] = [];
  let running = 0;
  let wake = () => {};
  const test = async (item: T): Promise<void> => {
    running++;
    let isAnswered = false;
    const answered = (): void => {
      if (isAnswered) return;
      isAnswered = true;
      running--;
      wake();
    };
    let kept = false;
    try {
      kept = await options.run(item, answered);
    } catch (error) {
      if (!signal.aborted) options.onTrouble(error);
    }
    answered();
    // A result that was on its way to the disk when the cancel came is kept, so it counts.
    if (kept || !signal.aborted) options.onFinished();
  };
  for (const item of items) {
    const limits = () => options.limitsOf(origin);
    while (running >= (options.isCrowded?.(origin) ? 1 : lanesFor(limits())) && !signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const wait = signal.aborted ? 0 : waitForLimits(limits(), clock.now());
    if (wait > 0) {
      options.onWait(words.testAll.waiting(Math.ceil(wait / 1000), new URL(origin).host));
      // An abort ends the wait, and the loop with it.
      await clock.sleep(wait, signal).catch(() => undefined);
    }
    if (signal.aborted) break;
    tests.push(test(item));
  }
  await Promise.all(tests);
}
