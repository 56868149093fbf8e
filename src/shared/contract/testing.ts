import { z } from 'zod';
import { outcome } from './outcome.ts';
import { done, draftId, flag, jobId, method, nothing, text, time, tokenId, uuid, whole } from './shapes.ts';

export const checkId = z.enum([
  'reachable',
  'accepted',
  'owner',
  'active',
  'roles',
  'network',
  'expiry',
  'rate-limit',
]);
export type CheckId = z.infer<typeof checkId>;

/** One line of a test, streamed as it finishes. */
export const check = z.object({
  id: checkId,
  state: z.enum(['running', 'ok', 'attention', 'failed', 'unknown', 'skipped']),
  title: text(200),
  detail: text(400),
  ms: z.number().nonnegative().nullable(),
});
export type Check = z.infer<typeof check>;

export const role = z.object({
  type: text(80),
  label: text(200),
  /** USER when the role is assigned to the owner, GROUP when a group has it. */
  assignment: text(20),
});
export type Role = z.infer<typeof role>;

export const networkRestriction = z.object({
  connection: text(40),
  include: z.array(text(120)).max(200),
  exclude: z.array(text(120)).max(200),
});

export const rateLimit = z.object({
  /** The path family of the limit in words: "Users". */
  bucket: text(80),
  limit: whole,
  remaining: whole,
  resetAt: time,
});
export type RateLimit = z.infer<typeof rateLimit>;

/** The facts of a test. Null when Okta did not say or the token may not ask. */
export const testFacts = z.object({
  owner: z.object({ id: text(40), login: text(200), name: text(200), status: text(40) }).nullable(),
  roles: z.array(role).max(100).nullable(),
  /** Okta's id of the token, `00T...`, when the api-tokens list has a match. */
  oktaTokenId: text(40).nullable(),
  /** The token's name in the Admin Console. */
  oktaTokenName: text(300).nullable(),
  network: networkRestriction.nullable(),
  expiresAt: time.nullable(),
  /** `okta`: read from Okta. `forecast`: 30 days after this test, because each use restarts the 30 days. */
  expiryBasis: z.enum(['okta', 'forecast']).nullable(),
  rateLimit: rateLimit.nullable(),
});
export type TestFacts = z.infer<typeof testFacts>;

export const testRecord = z.object({
  id: uuid,
  at: time,
  tookMs: z.number().nonnegative(),
  outcome,
  checks: z.array(check).max(12),
  facts: testFacts,
});
export type TestRecord = z.infer<typeof testRecord>;

/** A test in a token's history, which also includes tests of its earlier values. */
export const pastTest = testRecord.extend({ ofPresentValue: flag });
export type PastTest = z.infer<typeof pastTest>;

/** A test as a token shows it. The token's `known` has its facts. */
export const tokenTest = testRecord.omit({ facts: true });
export type TokenTest = z.infer<typeof tokenTest>;

/** The methods of `testing`. */
export const testingMethods = {
  test: method('Test one token.', z.strictObject({ tokenId }), z.object({ jobId })),
  testAll: method("Test all, orgs in parallel, within each org's limits.", nothing, z.object({ jobId })),
  history: method(
    'The test results of one token and its earlier values, newest first.',
    z.strictObject({ tokenId, limit: z.number().int().min(1).max(1000) }),
    z.array(pastTest),
  ),
  cancel: method('Stop a running test or Test all.', z.strictObject({ jobId }), done),
} as const;

/** The events of `testing`. */
export const testingEvents = {
  /** Checks that started or ended at the same moment. */
  testProgress: z.object({
    jobId,
    tokenId: tokenId.nullable(),
    draftId: draftId.nullable(),
    checks: z.array(check).min(1).max(12),
    /** The test's result, as soon as Okta has given it. The record may add to its words. */
    answer: outcome.nullable(),
  }),
  /** A test has its result. `withTest` of health.ts gives the new state of a kept token. */
  testFinished: z.object({
    jobId,
    tokenId: tokenId.nullable(),
    draftId: draftId.nullable(),
    record: testRecord,
  }),
  jobChanged: z.object({
    jobId,
    kind: z.enum(['test', 'test-all']),
    state: z.enum(['running', 'waiting', 'done', 'cancelled']),
    finished: whole,
    total: whole,
    /** Why the test waits, for example for a rate limit, and until when; or why a finished test has no result. Empty otherwise. */
    note: text(300),
  }),
} as const;
