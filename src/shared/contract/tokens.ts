import { z } from 'zod';
import { handOver } from './hand-over.ts';
import { environment, org } from './orgs.ts';
import { done, flag, method, nothing, text, time, tokenId, uuid } from './shapes.ts';
import { testFacts, tokenTest } from './testing.ts';

export const consumer = z.object({
  name: text(120),
  /** Where it runs or keeps the token; may be empty. */
  where: text(200),
  note: text(500).optional(),
  /** How a rotation gives it the new value; by hand where absent. */
  how: handOver.nullable().optional(),
});
export type Consumer = z.infer<typeof consumer>;

/** What a person says of a token; kept encrypted. */
export const tokenProfile = z.object({
  label: z.string().trim().min(1).max(120),
  purpose: text(500),
  environment,
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  consumers: z.array(consumer).max(50),
  rotateEveryDays: z.number().int().min(1).max(3650),
});
export type TokenProfile = z.infer<typeof tokenProfile>;

/** A rotation under way, as the list needs it; all of it is in rotation.ts. */
export const tokenRotation = z.object({
  id: uuid,
  mode: z.enum(['usual', 'leaked']),
  state: z.enum(['planned', 'captured', 'compared', 'handing-over', 'revoking', 'rolled-back']),
});

/** A kept token without its value. `org`, `owner` and `id` together say which one it is. */
export const token = tokenProfile.extend({
  id: uuid,
  orgId: uuid,
  orgHost: text(300),
  /** Eight hex digits of a hash of the value, in two groups; tells two values apart, gives neither away. */
  fingerprint: text(20),
  createdAt: time,
  /** When this value came in; rotation is due from here. */
  capturedAt: time,
  /** The newest test of the present value; null when the present value was never tested. What it learnt is `known`. */
  lastTest: tokenTest.nullable(),
  /**
   * What is known of the present value: what its newest test learnt, or null. Nothing learnt from an earlier value of this token is
   * here, so nothing else may be asked for a token's facts.
   */
  known: testFacts.nullable(),
  /** The last time a call with the present value was accepted; each use starts Okta's 30 days anew. */
  lastAcceptedAt: time.nullable(),
  /** False when the kept value does not open any more: paste it again. */
  readable: flag,
  /** When its end in Okta was proven; there is no value any more then. */
  revokedAt: time.nullable(),
  /** The rotation that is under way, or null. */
  rotation: tokenRotation.nullable(),
});
export type Token = z.infer<typeof token>;

/** The methods of `tokens`. */
export const tokensMethods = {
  list: method('The list.', nothing, z.array(token)),
  update: method(
    'Change what a person says of a token.',
    z.strictObject({ tokenId, profile: tokenProfile.partial() }),
    token,
  ),
  remove: method('Forget it here; it goes on working in Okta.', z.strictObject({ tokenId }), done),
  copy: method(
    'Put the value, or a text with the value filled in, on the clipboard; the value passes the window by.',
    z.strictObject({ tokenId, as: z.enum(['value', 'curl', 'env', 'terraform', 'sdk']) }),
    z.object({ clearsAt: z.number() }),
  ),
} as const;

/** The events of `tokens`. */
export const tokensEvents = {
  tokensChanged: z.object({ tokens: z.array(token), orgs: z.array(org) }),
} as const;
