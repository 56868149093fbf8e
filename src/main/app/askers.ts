import type { FamilyId } from '../../shared/contract/access.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { standardRoles } from '../features/access/mapping.ts';

/** Who is to ask an org. */
export interface Asked {
  /** What is to be read of the org. */
  readonly reads: readonly FamilyId[];
  /** Comes before all others when it may ask: the token that the question is about, or the one that was let in before. */
  readonly first?: string | null;
  /** Does not ask: the token that the question is about, when it is not accepted any more. */
  readonly except?: string | null;
  /** True: only tokens whose present value Okta accepted when it was last tested. */
  readonly accepted?: boolean;
}

/**
 * Returns the kept tokens that may ask an org, the best first. This is the one rule on it: a revoked token has no value, and an unreadable
 * one does not open, so neither asks. Then those come first whose present value Okta accepted, and among those the least privileged whose
 * roles surely read what is asked for, so that a read-only token is used before a super admin's.
 */
export function askersOf(tokens: readonly Token[], orgId: string, asked: Asked): Token[] {
  return tokens
    .filter(
      (token) =>
        token.orgId === orgId &&
        token.readable &&
        token.revokedAt === null &&
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
    // Its name in Okta is known from the list of API tokens only.
    (family === 'tokens' && token.known?.oktaTokenName != null);
  const missing = reads.filter((family) => !surely(family)).length;
  // What custom roles read is not known, so such a token comes between those that surely can and those that surely cannot.
  const unknown = roles.length < types.length || types.length === 0;
  return [
    token.id === (first ?? null) ? 0 : 1,
    wasAccepted(token) ? 0 : 1,
    missing === 0 ? 0 : unknown ? 0.5 : missing,
    roles.reduce((most, { n }) => Math.max(most, n + 1), 0),
  ];
}
