import type { FamilyId } from '../../shared/contract/access.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { standardRoles } from '../features/access/mapping.ts';

/** Which tokens may ask an org. */
export interface Asked {
  /** What Keyturn wants to read from the org. */
  readonly reads: readonly FamilyId[];
  /** The token that comes first if it may ask: the token of the question, or the token that Okta allowed before. */
  readonly first?: string | null;
  /** The token that does not ask: the token of the question, when Okta no longer accepts it. */
  readonly except?: string | null;
  /** True for only tokens whose present value Okta accepted at the last test. */
  readonly accepted?: boolean;
}

/**
 * Returns the kept tokens that may ask an org, the best first. No other code decides this. A revoked token has no value, and an unreadable
 * token cannot be decrypted, so neither asks. A token whose job moves to an app does not ask either, because each call is a use, and Keyturn
 * waits until nobody uses it. Tokens whose present value Okta accepted come first. Among these, the least privileged token
 * whose roles surely allow the read comes first, so that Keyturn uses a read-only token before a super admin's.
 */
export function askersOf(tokens: readonly Token[], orgId: string, asked: Asked): Token[] {
  return tokens
    .filter(
      (token) =>
        token.orgId === orgId &&
        token.readable &&
        token.revokedAt === null &&
        token.rotation?.mode !== 'to-app' &&
        token.id !== (asked.except ?? null) &&
        (asked.accepted !== true || wasAccepted(token)),
    )
    .map((token) => ({ token, rank: rankOf(token, asked) }))
    .toSorted((a, b) => a.rank.reduce((order, one, n) => order || one - (b.rank[n] ?? 0), 0))
    .map(({ token }) => token);
}

const wasAccepted = (token: Token): boolean => token.lastTest?.outcome.kind === 'accepted';

/** Lowest first, part by part. */
function rankOf(token: Token, { first, reads }: Asked): readonly number[] {
  const types = token.known?.roles?.map(({ type }) => type) ?? [];
  const roles = standardRoles.map((role, n) => ({ role, n })).filter(({ role }) => types.includes(role.type));
  const surely = (family: FamilyId): boolean =>
    roles.some(({ role }) => role.reads.includes(family)) ||
    // Only the list of API tokens tells its name in Okta.
    (family === 'tokens' && token.known?.oktaTokenName != null);
  const missing = reads.filter((family) => !surely(family)).length;
  // Keyturn does not know what custom roles read. So a token with a custom role comes after the tokens that surely can read and before
  // those that surely cannot.
  const unknown = roles.length < types.length || types.length === 0;
  return [
    token.id === (first ?? null) ? 0 : 1,
    wasAccepted(token) ? 0 : 1,
    missing === 0 ? 0 : unknown ? 0.5 : missing,
    roles.reduce((most, { n }) => Math.max(most, n + 1), 0),
  ];
}
