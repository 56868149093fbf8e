import { z } from 'zod';
import { handOver } from './hand-over.ts';
import { environment, org } from './orgs.ts';
import { done, flag, method, nothing, text, time, tokenId, uuid, whole } from './shapes.ts';
import { testFacts, tokenTest } from './testing.ts';

export const consumer = z.object({
  name: text(120),
  /** The place where the consumer runs or keeps the token; may be empty. */
  where: text(200),
  note: text(500).optional(),
  /** How a rotation gives the consumer the new value; absent means by hand. */
  how: handOver.nullable().optional(),
});
export type Consumer = z.infer<typeof consumer>;

/** What the person writes about a token; kept encrypted. */
export const tokenProfile = z.object({
  label: z.string().trim().min(1).max(120),
  purpose: text(500),
  environment,
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  consumers: z.array(consumer).max(50),
  rotateEveryDays: z.number().int().min(1).max(3650),
});
export type TokenProfile = z.infer<typeof tokenProfile>;

/** The part of an open rotation that the list needs. rotation.ts has the rest. */
export const tokenRotation = z.object({
  id: uuid,
  mode: z.enum(['usual', 'leaked', 'to-app']),
  state: z.enum(['planned', 'captured', 'compared', 'handing-over', 'revoking', 'rolled-back']),
});

/** A kept token without its value. `org`, `owner` and `id` together identify it. */
export const token = tokenProfile.extend({
  id: uuid,
  orgId: uuid,
  orgHost: text(300),
  /** Eight hex digits of a hash of the value, in two groups. They distinguish two values and reveal neither. */
  fingerprint: text(20),
  createdAt: time,
  /** When this value was captured. The rotation interval starts here. */
  capturedAt: time,
  /** The newest test of the present value; null when it was never tested. `known` has the facts of the test. */
  lastTest: tokenTest.nullable(),
  /**
   * The facts about the present value from its newest test, or null. It has no facts of an earlier value of this token, so it is the only
   * source for a token's facts.
   */
  known: testFacts.nullable(),
  /** When a call with the present value was last accepted. Each use restarts Okta's 30 days. */
  lastAcceptedAt: time.nullable(),
  /** False when the kept value no longer opens; the person must paste it again. */
  readable: flag,
  /** When its end in Okta was proven. After that the token has no value. */
  revokedAt: time.nullable(),
  /** The open rotation, or null. */
  rotation: tokenRotation.nullable(),
});
export type Token = z.infer<typeof token>;

/** The methods of `tokens`. */
export const tokensMethods = {
  list: method('The list of kept tokens.', nothing, z.array(token)),
  update: method(
    'Change what the person wrote about a token.',
    z.strictObject({ tokenId, profile: tokenProfile.partial() }),
    token,
  ),
  remove: method('Remove a token from Keyturn. It still works in Okta.', z.strictObject({ tokenId }), done),
  bringBack: method('Undo the removal of a token, for 30 seconds.', z.strictObject({ tokenId }), done),
  copy: method(
    'Copy the value, or a text that contains it. The value never passes through the window.',
    z.strictObject({ tokenId, as: z.enum(['value', 'curl', 'env', 'terraform', 'sdk']) }),
    z.object({ clearsAt: z.number() }),
  ),
} as const;

/** The events of `tokens`. */
export const tokensEvents = {
  /**
   * `tokens` are the new and changed ones since the event with the number `after`. They are the whole list, oldest first, when `after` is
   * null.
   */
  tokensChanged: z.object({
    number: whole,
    after: whole.nullable(),
    tokens: z.array(token),
    removed: z.array(tokenId),
    orgs: z.array(org),
  }),
} as const;
