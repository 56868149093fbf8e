import type { Token } from '../../shared/contract/tokens.ts';
import { healthOf, type TokenHealth } from '../../shared/health.ts';
import { words } from './words.ts';

/** A token of the list, with its health. */
export interface ListedToken {
  readonly id: string;
  readonly token: Token;
  readonly health: TokenHealth;
  /** The text that a filter searches, in lower case. */
  readonly text: string;
}

/** A group of the list. */
export interface TokenGroup {
  readonly id: string;
  /** For example "Needs you, 3". */
  readonly title: string;
  readonly items: readonly ListedToken[];
}

/** Returns the text that a filter searches: label, org, owner, tags, purpose and health. */
const textOf = (token: Token, { health }: TokenHealth): string =>
  [
    token.label,
    token.orgHost,
    token.purpose,
    token.environment,
    token.fingerprint,
    token.known?.owner?.login ?? '',
    token.known?.oktaTokenName ?? '',
    health,
    ...token.tags,
  ]
    .join('\n')
    .toLowerCase();

const byLabel = new Intl.Collator().compare;

/** Returns all tokens with their health at `now` (milliseconds since 1970), the most urgent first. */
export function listTokens(tokens: readonly Token[], now: number): ListedToken[] {
  return tokens
    .map((token) => {
      const health = healthOf(token, now);
      return { id: token.id, token, health, text: textOf(token, health) };
    })
    .sort((a, b) => b.health.urgency - a.health.urgency || byLabel(a.token.label, b.token.label));
}

/** Returns the tokens that match all words of the filter, in groups. A group without tokens is left out. */
export function groupTokens(all: readonly ListedToken[], filter: string, orgId: string | null): TokenGroup[] {
  const asked = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const listed = all.filter(
    ({ token, text }) =>
      (orgId === null || token.orgId === orgId) && asked.every((word) => text.includes(word)),
  );
  const group = (id: string, name: string, has: (one: ListedToken) => boolean): TokenGroup => {
    const items = listed.filter(has);
    return { id, title: `${name}, ${items.length}`, items };
  };
  return [
    group(
      'needs-you',
      words.grouping.needsYou,
      ({ health }) => health.health === 'Failing' || health.health === 'Attention',
    ),
    group('in-rotation', words.grouping.inRotation, ({ health }) => health.health === 'Rotating'),
    group('healthy', words.grouping.healthy, ({ health }) => health.health === 'Healthy'),
    group('revoked', words.grouping.revoked, ({ health }) => health.health === 'Revoked'),
  ].filter(({ items }) => items.length > 0);
}
