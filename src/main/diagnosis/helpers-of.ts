import type { Token } from '../../shared/contract/models.ts';

/** Roles that may read tokens, users, roles and the System Log, the widest last tried (Okta, administrator roles and permissions). */
const readers = ['READ_ONLY_ADMIN', 'SUPER_ADMIN', 'ORG_ADMIN'];

/**
 * Which other kept tokens of an org may help to find out about one: those whose last test worked, the ones most likely to be let read
 * first, so that few are asked.
 */
export function helpersAmong(tokens: readonly Token[], orgId: string, except: string | null): Token[] {
  const rank = (token: Token): number => {
    const types = token.lastTest?.facts.roles?.map(({ type }) => type) ?? [];
    const best = readers.findIndex((reader) => types.includes(reader));
    return best < 0 ? readers.length : best;
  };
  return tokens
    .filter(
      (token) =>
        token.orgId === orgId &&
        token.id !== except &&
        token.readable &&
        token.lastTest?.outcome.kind === 'accepted',
    )
    .toSorted((a, b) => rank(a) - rank(b));
}
