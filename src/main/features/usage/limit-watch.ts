import { z } from 'zod';
import { cut } from '../../../shared/clip.ts';
import type { UsageLimits } from '../../../shared/contract/usage.ts';
import type { Clock } from '../../base/ports.ts';
import type { AnswerNote } from '../../okta/answer.ts';
import { bucketOf, isConcurrency } from '../../okta/rate-limits.ts';
import type { SealedState } from './sealed-state.ts';
import { words } from './words.ts';

const bucketState = z.object({
  limit: z.number(),
  remaining: z.number(),
  resetAt: z.number(),
  at: z.number(),
  /** The time and the percentage used. Each ten seconds keep their highest point. */
  points: z.array(z.tuple([z.number(), z.number()])),
});
export const limitState = z.object({
  threshold: z.number().nullable(),
  buckets: z.record(z.string(), bucketState),
  refusals: z.array(
    z.object({
      endpoint: z.string(),
      calls: z.number(),
      lastAt: z.number(),
      why: z.enum(['rate', 'concurrency']),
    }),
  ),
});
export type LimitState = z.infer<typeof limitState>;
export const noLimits: LimitState = { threshold: null, buckets: {}, refusals: [] };

export interface LimitWatchNeeds {
  readonly clock: Clock;
  readonly states: SealedState<LimitState>;
  /** Returns the kept org of an origin. Returns null when there is none or the vault is not open. */
  readonly orgIdOf: (origin: string) => string | null;
  readonly onChange: (orgId: string) => void;
  readonly onWarning: (words: { sentence: string; remedy: string }) => void;
  /** Called when Keyturn could not write a state, for example because its org was removed. It then forgets the state. */
  readonly onTrouble: (error: unknown) => void;
}

const pointEveryMs = 10_000;
const mostPoints = 180;
const mostRefusals = 50;
const saveAfterMs = 30_000;
const tellAfterMs = 500;
/** Okta's default for the warning (Okta, rate limit settings). */
const usualThreshold = 90;

/**
 * Watches how near tokens are to Okta's limits, for each org and family of endpoints. Okta does not warn anybody, but the headers of every
 * answer show it.
 */
export class LimitWatch {
  readonly #needs: LimitWatchNeeds;
  readonly #orgs = new Map<string, LimitState>();
  readonly #unsaved = new Set<string>();
  readonly #untold = new Set<string>();
  readonly #warned = new Map<string, number>();
  #endSave: (() => void) | null = null;
  #endTell: (() => void) | null = null;

  constructor(needs: LimitWatchNeeds) {
    this.#needs = needs;
  }

  /** Notes one answer. */
  note({ origin, path, status, rateLimit }: AnswerNote): void {
    const orgId = this.#needs.orgIdOf(origin);
    if (orgId === null) return;
    const state = this.#of(orgId);
    const now = this.#needs.clock.now();
    const concurrency = isConcurrency(rateLimit);
    if (status === 429) this.#refused(state, path, now, concurrency ? 'concurrency' : 'rate');
    if (rateLimit !== null && !concurrency && rateLimit.limit > 0) {
      const { limit, remaining, resetAt } = rateLimit;
      const used = usedOf(limit, remaining);
      const known = state.buckets[rateLimit.bucket];
      const points = known?.points ?? [];
      const last = points.at(-1);
      if (last !== undefined && now >= last[0] && now - last[0] < pointEveryMs)
        last[1] = Math.max(last[1], used);
      else points.push([now, used]);
      state.buckets[rateLimit.bucket] = {
        limit,
        remaining,
        resetAt,
        at: now,
        points: points.slice(-mostPoints),
      };
      this.#warn(orgId, origin, rateLimit.bucket, used, resetAt, state);
    } else if (status !== 429) return;
    this.#changed(orgId);
  }

  /** Sets the org's own threshold, as Okta told it. */
  setThreshold(orgId: string, percentage: number): void {
    this.#of(orgId).threshold = percentage;
    this.#changed(orgId);
  }

  view(orgId: string): UsageLimits {
    const state = this.#of(orgId);
    const threshold = state.threshold ?? usualThreshold;
    return {
      threshold,
      thresholdKnown: state.threshold !== null,
      buckets: Object.entries(state.buckets)
        .map(([bucket, { limit, remaining, resetAt, at, points }]) => ({
          bucket,
          limit,
          remaining,
          resetAt,
          at,
          warning: usedOf(limit, remaining) >= threshold,
          points,
        }))
        .toSorted((a, b) => a.bucket.localeCompare(b.bucket))
        .slice(0, 40),
      refusals: state.refusals.toSorted((a, b) => b.lastAt - a.lastAt),
    };
  }

  /** Writes the unsaved states before a lock or the end. Never throws. */
  save(): void {
    this.#endSave?.();
    this.#endSave = null;
    for (const orgId of this.#unsaved) {
      const state = this.#orgs.get(orgId);
      try {
        if (state !== undefined) this.#needs.states.keep(orgId, state);
      } catch (error) {
        this.#orgs.delete(orgId);
        this.#needs.onTrouble(error);
      }
    }
    this.#unsaved.clear();
  }

  /** Clears the memory. */
  clear(): void {
    this.#endSave?.();
    this.#endTell?.();
    this.#endSave = null;
    this.#endTell = null;
    this.#orgs.clear();
    this.#unsaved.clear();
    this.#untold.clear();
    this.#warned.clear();
  }

  #of(orgId: string): LimitState {
    let state = this.#orgs.get(orgId);
    if (state === undefined) {
      state = structuredClone(this.#needs.states.of(orgId));
      this.#orgs.set(orgId, state);
    }
    return state;
  }

  #refused(state: LimitState, path: string, now: number, why: 'rate' | 'concurrency'): void {
    const endpoint = endpointOf(path);
    const known = state.refusals.find((one) => one.endpoint === endpoint && one.why === why);
    if (known !== undefined) {
      known.calls++;
      known.lastAt = now;
      return;
    }
    state.refusals.push({ endpoint, calls: 1, lastAt: now, why });
    state.refusals.sort((a, b) => b.lastAt - a.lastAt);
    state.refusals.splice(mostRefusals);
  }

  #warn(
    orgId: string,
    origin: string,
    bucket: string,
    used: number,
    resetAt: number,
    state: LimitState,
  ): void {
    const threshold = state.threshold ?? usualThreshold;
    const key = `${orgId} ${bucket}`;
    if (used < threshold || this.#warned.get(key) === resetAt) return;
    this.#warned.set(key, resetAt);
    this.#needs.onWarning({
      sentence: words.limits.warning(new URL(origin).host, used, bucket, threshold),
      remedy: words.limits.whatFullMeans,
    });
  }

  #changed(orgId: string): void {
    const { clock, onChange } = this.#needs;
    this.#unsaved.add(orgId);
    this.#endSave ??= clock.after(saveAfterMs, () => {
      this.#endSave = null;
      this.save();
    });
    this.#untold.add(orgId);
    this.#endTell ??= clock.after(tellAfterMs, () => {
      this.#endTell = null;
      const changed = [...this.#untold];
      this.#untold.clear();
      for (const one of changed) onChange(one);
    });
  }
}

const usedOf = (limit: number, remaining: number): number =>
  limit <= 0 ? 0 : Math.min(100, Math.max(0, Math.round((100 * (limit - remaining)) / limit)));

/** Returns the endpoint of a path, such as "Users: /api/v1/users/{id}/roles": the family, and the path without single names. */
export function endpointOf(path: string): string {
  const plain = path
    .split('/')
    .map((part) => (/^(?=.*\d)[\w-]{12,}$|@|%/.test(part) ? '{id}' : part))
    .join('/');
  return cut(`${bucketOf(path)}: ${plain}`, 200);
}
