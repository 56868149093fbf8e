import { z } from 'zod';
import { done, flag, method, text, time, uuid } from './shapes.ts';

/** What the window may know of how a token is used. Times are milliseconds since 1970 (UTC). */

const tokenId = uuid;
const count = z.number().int().nonnegative();

export const usageRule = z.enum([
  'first-country',
  'first-network',
  'new-agent',
  'burst',
  'unusual-hours',
  'after-retirement',
  'denied-rising',
  'outside-range',
  'privilege',
]);
export type UsageRule = z.infer<typeof usageRule>;

/** One thing out of the ordinary, with what was seen. */
export const usageFinding = z.object({
  /** The same for the same finding, however often it is worked out. */
  id: text(400),
  rule: usageRule,
  name: text(80),
  at: time,
  /** What was seen, and what it was compared with; a sentence each. */
  evidence: z.array(text(400)).max(12),
});
export type UsageFinding = z.infer<typeof usageFinding>;

const tally = z.array(z.object({ name: text(300), calls: count }));
export type UsageTally = z.infer<typeof tally>;

export const usageEvent = z.object({
  at: time,
  type: text(120),
  result: text(40),
  address: text(60),
  country: text(80),
  network: text(160),
  agent: text(200),
});
export type UsageEvent = z.infer<typeof usageEvent>;

/** How the System Log of the token's org is being read. */
export const usageLog = z.object({
  /** `off`: not wanted (Settings). `never`: not yet. */
  state: z.enum(['off', 'never', 'reading', 'read', 'trouble']),
  readAt: time.nullable(),
  /** Label of the token the log was read with. */
  readWith: text(120).nullable(),
  /** What is wrong, in `trouble`. */
  sentence: text(600),
  remedy: text(600),
});

export const usagePage = z.object({
  /** False while Okta's id of this token is not known, so that its events cannot be told from others. */
  known: flag,
  log: usageLog,
  keepDays: count,
  total: count,
  denied: count,
  /** One for each UTC day from the first to the last, days without calls too; `at` is the day's beginning. */
  days: z.array(z.object({ at: time, calls: count, denied: count })).max(800),
  /** Calls by hour of the day, UTC. */
  hours: z.array(count).length(24),
  types: tally,
  addresses: tally,
  countries: tally,
  networks: tally,
  agents: tally,
  outcomes: tally,
  recent: z.array(usageEvent).max(50),
  habit: z.object({ learned: flag, words: text(300) }),
  findings: z.array(usageFinding).max(200),
  rules: z.array(
    z.object({ rule: usageRule, name: text(80), explains: text(300), silenced: flag, found: count }),
  ),
  /** Since when it is thought retired. */
  retiredAt: time.nullable(),
});
export type UsagePage = z.infer<typeof usagePage>;

export const usageBucket = z.object({
  bucket: text(80),
  limit: count,
  remaining: count,
  resetAt: time,
  at: time,
  /** At or over the org's warning threshold when last seen. */
  warning: flag,
  /** When, and the percentage used. */
  points: z.array(z.tuple([time, z.number().min(0).max(100)])).max(200),
});
export type UsageBucket = z.infer<typeof usageBucket>;

export const usageLimits = z.object({
  /** The percentage at which the org warns. */
  threshold: z.number().int().min(1).max(100),
  thresholdKnown: flag,
  buckets: z.array(usageBucket).max(40),
  /** Calls of this computer that were refused with 429. */
  refusals: z
    .array(
      z.object({ endpoint: text(200), calls: count, lastAt: time, why: z.enum(['rate', 'concurrency']) }),
    )
    .max(60),
});
export type UsageLimits = z.infer<typeof usageLimits>;

/** The part of the org's limits one token may use. */
export const usageShare = z.object({
  percentage: z.number().int().min(0).max(100),
  concurrencyPercentage: z.number().int().min(0).max(100),
  /** False when Okta has no entry of its own for this token, so that its default holds. */
  own: flag,
});
export type UsageShare = z.infer<typeof usageShare>;

const percentage = z.number().int().min(5).max(100);

export const usageMethods = {
  page: method(
    'The Usage tab: calls by day, kind and place, and what is unusual. Reads what is kept; asks Okta only if the log was not read for a while.',
    z.strictObject({ tokenId }),
    usagePage,
  ),
  readNow: method(
    "Read the org's System Log now and not at the next minute.",
    z.strictObject({ tokenId }),
    done,
  ),
  limits: method(
    'Rate limits of the org as the last answers told them, and refused calls.',
    z.strictObject({ tokenId }),
    usageLimits,
  ),
  share: method(
    'Ask Okta which percentage of the limits this token may use.',
    z.strictObject({ tokenId }),
    usageShare,
  ),
  setShare: method(
    'Change that percentage in Okta, after asking the person.',
    z.strictObject({ tokenId, percentage, concurrencyPercentage: percentage }),
    usageShare,
  ),
  silence: method(
    'Do not show what one rule finds for one token, or show it again.',
    z.strictObject({ tokenId, rule: usageRule, silenced: flag }),
    usagePage,
  ),
  retire: method(
    'Say that a token should not be used any more, so that its use is reported.',
    z.strictObject({ tokenId, retired: flag }),
    usagePage,
  ),
} as const;

export const usageEvents = {
  /** What is kept of an org's usage or limits has changed. */
  usageChanged: z.object({ orgId: uuid }),
  /** A limit is used up to the org's warning threshold; once for each bucket and window. */
  usageWarning: z.object({ sentence: text(400), remedy: text(400) }),
} as const;
