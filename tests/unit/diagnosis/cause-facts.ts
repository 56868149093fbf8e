import type { Clues, Past } from '../../../src/main/features/diagnosis/clues.ts';
import type { FailedKind } from '../../../src/main/features/diagnosis/findings.ts';
import { noPast } from '../../../src/main/features/diagnosis/past.ts';
import type { outcome } from '../../../src/main/okta/outcomes.ts';
import type { RateLimit } from '../../../src/shared/contract/testing.ts';

export const now = Date.UTC(2026, 10, 24, 12);
const day = 86_400_000;
export const by = 'terraform';
export const used: Past = {
  ...noPast,
  acceptedAt: now - 2 * day,
  expiresAt: now + 28 * day,
  oktaTokenId: '00Tabcdefghijklmnopq',
};
export const idle: Past = { ...used, acceptedAt: now - 40 * day, expiresAt: now - 10 * day };
const anywhere = { connection: 'ANYWHERE', include: [], exclude: [] };
export const listed = { by, found: true, expiresAt: null, network: anywhere };
export const gone = { ...listed, found: false, network: null };
export const quiet = { by, revoked: null, outside: null };
export const why = { why: 'nobody could be asked' };
export const limit: RateLimit = { bucket: 'Users', limit: 300, remaining: 0, resetAt: now + 60_000 };
export const open = {
  issuer: 'DigiCert Inc',
  names: ['*.okta.com'],
  validFrom: now - day,
  validTo: now + day,
  publicIssuer: true,
};
export const owned = { ...open, issuer: 'Acme TLS inspection', publicIssuer: false };
export const failing = (kind: FailedKind) => ({ kind, retryAt: null, status: null });

export interface Row {
  readonly name: string;
  readonly kind: FailedKind;
  readonly facts?: Parameters<typeof outcome>[3];
  readonly past?: Past;
  readonly limit?: RateLimit | null;
  readonly clues?: Clues;
  /** The likeliest cause, its verdict and the action offered. */
  readonly first: readonly [id: string, verdict: string, action: string];
  readonly ruledOut?: readonly string[];
}
