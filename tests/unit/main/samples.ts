import { randomUUID } from 'node:crypto';
import { Failed } from '../../../src/main/base/failure.ts';
import { outcome } from '../../../src/main/okta/outcomes.ts';
import type { Failure } from '../../../src/shared/contract/failure.ts';
import type { OrgIdentity } from '../../../src/shared/contract/orgs.ts';
import type { OutcomeKind } from '../../../src/shared/contract/outcome.ts';
import type { TestFacts, TestRecord } from '../../../src/shared/contract/testing.ts';
import type { Token, TokenProfile } from '../../../src/shared/contract/tokens.ts';

/** A value shaped like a token's, and different for each letter. */
export const tokenValue = (letter: string): string => `00canary${letter}`.padEnd(42, letter);

export const identity = (host = 'acme.okta.com'): OrgIdentity => ({
  origin: `https://${host}`,
  host,
  oktaOrgId: '00o47wwoytgsDqEtz0g7',
  pipeline: 'idx',
  environment: 'production',
  adminUrl: `https://${host}/admin/access/api/tokens`,
  notes: [],
});

export const profile = (label: string): TokenProfile => ({
  label,
  purpose: '',
  environment: 'production',
  tags: [],
  consumers: [],
  rotateEveryDays: 90,
});

/** The facts of a test that read nothing. */
export const noFacts: TestFacts = {
  owner: null,
  roles: null,
  oktaTokenId: null,
  oktaTokenName: null,
  network: null,
  expiresAt: null,
  expiryBasis: null,
  rateLimit: null,
};

export const record = (at: number, kind: OutcomeKind = 'accepted'): TestRecord => ({
  id: randomUUID(),
  at,
  tookMs: 1,
  outcome: outcome(kind, 'A sentence.', ''),
  checks: [],
  facts: noFacts,
});

/** A kept token as features and the window see it. */
export const token = (more: Partial<Token> = {}): Token => ({
  id: randomUUID(),
  orgId: randomUUID(),
  orgHost: 'acme.okta.com',
  ...profile('terraform'),
  fingerprint: '7f3a 91c2',
  createdAt: 0,
  capturedAt: 0,
  lastTest: null,
  known: null,
  lastAcceptedAt: null,
  readable: true,
  revokedAt: null,
  rotation: null,
  ...more,
});

/** The code of the Failed that `run` throws. */
export const codeOf = async (run: () => unknown): Promise<string> => (await failureOf(run)).code;

/** Returns the failure that `run` throws. */
export async function failureOf(run: () => unknown): Promise<Failure> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Failed) return error.failure;
    throw error;
  }
  throw new Error('It did not fail.');
}
