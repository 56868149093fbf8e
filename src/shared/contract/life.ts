import { z } from 'zod';
import { done, flag, method, nothing, text, time, uuid } from './shapes.ts';

/** A token's life apart from rotation: warnings, keep alive, owner watch. The inbox also warns about the keys of OAuth apps. */

const tokenId = uuid;

export const noticeKind = z.enum(['expiry', 'expired', 'rotation-due', 'owner', 'keep-alive', 'key-due']);
export type NoticeKind = z.infer<typeof noticeKind>;

/** A notice about a token or an OAuth app, shown once. */
export const notice = z.object({
  id: uuid,
  at: time,
  /** `key-due` is about an OAuth app, and every other kind about a token. */
  kind: noticeKind,
  /** The token, or the app. */
  tokenId: tokenId,
  label: text(120),
  orgHost: text(300),
  sentence: text(400),
  /** For a change: the state before it (`before`) and after it (`after`). */
  before: text(300),
  after: text(300),
  seen: flag,
});
export type Notice = z.infer<typeof notice>;

/** The person's choice to keep an unused token alive. */
export const keepAliveSetting = z.object({
  reason: z.string().trim().min(1).max(300),
  /** When keeping alive ends by itself. */
  until: time,
});
export type KeepAliveSetting = z.infer<typeof keepAliveSetting>;

export const keepAlive = z.object({
  setting: keepAliveSetting.nullable(),
  /** The last call that kept the token alive, and its result. */
  lastAt: time.nullable(),
  lastWord: text(40),
});
export type KeepAlive = z.infer<typeof keepAlive>;

/** The methods of `life`. */
export const lifeMethods = {
  notices: method('The inbox, newest first.', nothing, z.array(notice)),
  markSeen: method('Mark all notices as read.', nothing, done),
  keepAlive: method(
    'Whether Keyturn keeps a token alive, and when it last did.',
    z.strictObject({ tokenId }),
    keepAlive,
  ),
  setKeepAlive: method(
    'Keep a token alive until a day, with a reason, or stop that.',
    z.strictObject({ tokenId, setting: keepAliveSetting.nullable() }),
    keepAlive,
  ),
  exportCalendar: method(
    'Save the forecast expiries, due rotations and due keys of apps as a calendar file; null when cancelled.',
    nothing,
    z.object({ path: z.string().nullable() }),
  ),
} as const;

/** The events of `life`. */
export const lifeEvents = {
  noticesChanged: z.object({ notices: z.array(notice) }),
  /** Shows a token or an app. With `rotate`, opens its rotation. */
  openToken: z.object({ tokenId, rotate: flag }),
} as const;
