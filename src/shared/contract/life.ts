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

/** The events of `life`. */
export const lifeEvents = {
  noticesChanged: z.object({ notices: z.array(notice) }),
  /** Show a token; `rotate` goes on to its rotation. */
  openToken: z.object({ tokenId, rotate: flag }),
} as const;
