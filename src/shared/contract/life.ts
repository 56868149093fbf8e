import { z } from 'zod';
import { done, flag, method, nothing, text, time, uuid } from './shapes.ts';

/** A token's life besides rotation: warnings, keep alive, owner watch; and the record of everything done. */

const tokenId = uuid;

export const noticeKind = z.enum(['expiry', 'expired', 'rotation-due', 'owner', 'keep-alive']);
export type NoticeKind = z.infer<typeof noticeKind>;

/** Something to know of a token, said once. */
export const notice = z.object({
  id: uuid,
  at: time,
  kind: noticeKind,
  tokenId: tokenId,
  label: text(120),
  orgHost: text(300),
  sentence: text(400),
  /** What was and what is, for a change. */
  before: text(300),
  after: text(300),
  seen: flag,
});
export type Notice = z.infer<typeof notice>;

/** A person's will to keep a token alive although nothing uses it. */
export const keepAliveSetting = z.object({
  reason: z.string().trim().min(1).max(300),
  /** It ends by itself then. */
  until: time,
});
export type KeepAliveSetting = z.infer<typeof keepAliveSetting>;

export const keepAlive = z.object({
  setting: keepAliveSetting.nullable(),
  /** The last call made for it, and how it ended. */
  lastAt: time.nullable(),
  lastWord: text(40),
});
export type KeepAlive = z.infer<typeof keepAlive>;

/** The methods of `life`. */
export const lifeMethods = {
  notices: method('The inbox, newest first.', nothing, z.array(notice)),
  markSeen: method('The person has read them.', nothing, done),
  keepAlive: method(
    'Whether a token is kept alive, and when it last was.',
    z.strictObject({ tokenId }),
    keepAlive,
  ),
  setKeepAlive: method(
    'Keep a token alive with a reason until a day, or stop it.',
    z.strictObject({ tokenId, setting: keepAliveSetting.nullable() }),
    keepAlive,
  ),
  exportCalendar: method(
    'Save the forecast expiries and due rotations as a calendar file; null when cancelled.',
    nothing,
    z.object({ path: z.string().nullable() }),
  ),
} as const;

/** One thing that was done. */
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
  /** `ok`, `failed`, or the first words of a test. */
  outcome: text(60),
  requestId: text(120).nullable(),
  sentence: text(600),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

export const activityCheck = z.object({
  ok: flag,
  entries: z.number().int().nonnegative(),
  /** The first entry that does not hold; null when all do, or the end is cut off. */
  brokenAt: z.number().int().positive().nullable(),
  sentence: text(400),
});
export type ActivityCheck = z.infer<typeof activityCheck>;

/** The methods of `activity`. */
export const activityMethods = {
  list: method(
    'The record, newest first, as far as it answers to all words of the filter.',
    z.strictObject({
      filter: text(200),
      before: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(500),
      tokenId: tokenId.optional(),
    }),
    z.array(activityEntry),
  ),
  check: method('Walk the chain from its first link to its last.', nothing, activityCheck),
  exportAs: method(
    'Save the record; null when cancelled.',
    z.strictObject({ as: z.enum(['csv', 'json']) }),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

/** The events of `life` and `activity`. */
export const lifeEvents = {
  noticesChanged: z.object({ notices: z.array(notice) }),
  activityAdded: z.object({ entry: activityEntry }),
  openToken: z.object({ tokenId }),
} as const;
