import { z } from 'zod';
import { done, flag, method, text, time, uuid } from './shapes.ts';

/** What the window may know about a token's use. Times are milliseconds since 1970 (UTC). */

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

/** One unusual event, with its evidence. */
export const usageFinding = z.object({
  /** The id of the finding. It is the same each time Keyturn computes it. */
  id: text(400),
  rule: usageRule,
  name: text(80),
  at: time,
  /** What was observed and its comparison, one sentence each. */
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

/** The state of reading the org's System Log. */
export const usageLog = z.object({
  /** `off`: switched off in Settings. `never`: not read yet. */
  state: z.enum(['off', 'never', 'reading', 'read', 'trouble']),
  readAt: time.nullable(),
  /** The label of the token that read the log. */
  readWith: text(120).nullable(),
  /** The problem, for `trouble`. */
  sentence: text(600),
  remedy: text(600),
});

export const usagePage = z.object({
  /** False while Okta's id of this token is unknown, so that its events cannot be identified. */
  known: flag,
  log: usageLog,
  keepDays: count,
  total: count,
  denied: count,
  /** One entry for each UTC day from the first to the last, also for days without calls; `at` is the start of the day. */
  days: z.array(z.object({ at: time, calls: count, denied: count })).max(800),
  /** Calls per hour of the day, UTC. */
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
  /** When the person marked the token as retired. */
  retiredAt: time.nullable(),
});
export type UsagePage = z.infer<typeof usagePage>;

export const usageBucket = z.object({
  bucket: text(80),
  limit: count,
  remaining: count,
  resetAt: time,
  at: time,
  /** Whether the last known use is at or over the org's warning threshold. */
  warning: flag,
  /** The time and the used percentage. */
  points: z.array(z.tuple([time, z.number().min(0).max(100)])).max(200),
});
export type UsageBucket = z.infer<typeof usageBucket>;

export const usageLimits = z.object({
  /** The percentage at which the org warns. */
  threshold: z.number().int().min(1).max(100),
  thresholdKnown: flag,
  buckets: z.array(usageBucket).max(40),
  /** Calls of this computer that Okta refused with 429. */
  refusals: z
    .array(
      z.object({ endpoint: text(200), calls: count, lastAt: time, why: z.enum(['rate', 'concurrency']) }),
    )
    .max(60),
});
export type UsageLimits = z.infer<typeof usageLimits>;

/** The part of the org's limits that one token may use. */
export const usageShare = z.object({
  percentage: z.number().int().min(0).max(100),
  concurrencyPercentage: z.number().int().min(0).max(100),
  /** False when Okta has no own entry for this token and its default applies. */
  own: flag,
});
export type UsageShare = z.infer<typeof usageShare>;

const percentage = z.number().int().min(5).max(100);

/** Whether the System Log shows a program's call with a token. */
export const firstCall = z.object({
  /** The start time of the look, by Okta's clock. */
  since: time,
  state: z.enum(['waiting', 'arrived', 'cannot-tell']),
  call: z.object({ at: time, address: text(60), agent: text(200), type: text(120) }).nullable(),
  /** Why Keyturn cannot tell, or why it waits longer. Empty otherwise. */
  sentence: text(600),
});
export type FirstCall = z.infer<typeof firstCall>;

export const usageMethods = {
  page: method(
    'The Usage tab: calls by day, kind and place, and unusual events. Uses kept data; calls Okta only if the log was not read for a while.',
    z.strictObject({ tokenId }),
    usagePage,
  ),
  readNow: method(
    "Read the org's System Log now and not at the next minute.",
    z.strictObject({ tokenId }),
    done,
  ),
  openLog: method(
    'Open the System Log of the Admin Console, with only the events of this token.',
    z.strictObject({ tokenId }),
    done,
  ),
  firstCall: method(
    'Ask the System Log for the first call of a program with the token, or with the OAuth app, since a time, by Okta’s clock. Null begins now.',
    z.strictObject({ tokenId, since: time.nullable() }),
    firstCall,
  ),
  limits: method(
    'The org’s rate limits by the last answers, and refused calls.',
    z.strictObject({ tokenId }),
    usageLimits,
  ),
  share: method(
    'Read from Okta which percentage of the limits this token may use.',
    z.strictObject({ tokenId }),
    usageShare,
  ),
  setShare: method(
    'Change that percentage in Okta, after asking the person.',
    z.strictObject({ tokenId, percentage, concurrencyPercentage: percentage }),
    usageShare,
  ),
  silence: method(
    'Hide the findings of one rule for one token, or show them again.',
    z.strictObject({ tokenId, rule: usageRule, silenced: flag }),
    usagePage,
  ),
  retire: method(
    'Mark a token as retired, so that Keyturn reports its use.',
    z.strictObject({ tokenId, retired: flag }),
    usagePage,
  ),
} as const;

export const usageEvents = {
  /** An org's stored usage or limits have changed. */
  usageChanged: z.object({ orgId: uuid }),
  /** A limit has reached the org's warning threshold. Sent once for each bucket and window. */
} as const;
