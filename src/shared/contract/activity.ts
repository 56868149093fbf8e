import { z } from 'zod';
import { outcomeKind } from './outcome.ts';
import { flag, method, nothing, text, time, tokenId } from './shapes.ts';

/** One recorded action. */
export const activityEntry = z.object({
  seq: z.number().int().positive(),
  at: time,
  /** The account on this computer. */
  who: text(100),
  /** `feature.what`, for example `token.copied`. */
  action: text(60),
  tokenId: tokenId.nullable(),
  label: text(120),
  orgHost: text(300),
  /** `ok`, or the first words of a test in the language of its day. */
  outcome: text(60),
  /** The kind of a test's outcome, which is the same in every language. Entries without a test have none. */
  code: outcomeKind.optional(),
  requestId: text(120).nullable(),
  sentence: text(600),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

export const activityCheck = z.object({
  ok: flag,
  entries: z.number().int().nonnegative(),
  /** The first invalid entry; null when all are valid or when the end is missing. */
  brokenAt: z.number().int().positive().nullable(),
  sentence: text(400),
});
export type ActivityCheck = z.infer<typeof activityCheck>;

/** The methods of `activity`. */
export const activityMethods = {
  list: method(
    'The entries that match every word of the filter, newest first.',
    z.strictObject({
      filter: text(200),
      before: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(500),
      tokenId: tokenId.optional(),
    }),
    z.array(activityEntry),
  ),
  check: method('Verify the chain from its first entry to its last.', nothing, activityCheck),
  exportAs: method(
    'Save the record; null when cancelled.',
    z.strictObject({ as: z.enum(['csv', 'json']) }),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

/** The events of `activity`. */
export const activityEvents = {
  activityAdded: z.object({ entry: activityEntry }),
} as const;
