import type { Token } from '../../shared/contract/tokens.ts';
import { healthOf, type TokenHealth } from '../../shared/health.ts';
import { words } from './words.ts';

/** A token in the order of labels, with what does not change while time goes by. */
export interface OrderedToken {
  readonly id: string;
  readonly token: Token;
  /** The text that a filter searches, in lower case and without the health. */
  readonly text: string;
}

/** A token of the list, with its health. */
export interface ListedToken extends OrderedToken {
  readonly health: TokenHealth;
}

/** A group of the list. */
export interface TokenGroup {
  readonly id: string;
  /** For example "Needs you, 3". */
  readonly title: string;
  readonly items: readonly ListedToken[];
}

/** Returns what a filter searches besides the health: label, org, owner, tags and purpose. */
const textOf = (token: Token): string =>
  [
    token.label,
    token.orgHost,
    token.purpose,
    token.environment,
    token.fingerprint,
    token.known?.owner?.login ?? '',
    token.known?.oktaTokenName ?? '',
    ...token.tags,
  ]
    .join('\n')
    .toLowerCase();

const byLabel = new Intl.Collator().compare;

/** Returns all tokens in the order of their labels. To compare labels is the slow part of the list, so it is done once for each change. */
export const orderTokens = (tokens: readonly Token[]): OrderedToken[] =>
  tokens
    .map((token) => ({ id: token.id, token, text: textOf(token) }))
    .sort((a, b) => byLabel(a.token.label, b.token.label));

/** Returns all tokens with their health at `now` (milliseconds since 1970), the most urgent first, and each urgency in the given order. */
export const listTokens = (ordered: readonly OrderedToken[], now: number): ListedToken[] =>
  ordered
    .map((one) => ({ ...one, health: healthOf(one.token, now) }))
    .sort((a, b) => b.health.urgency - a.health.urgency);

/** Returns the tokens that match all words of the filter, in groups. A group without tokens is left out. */
export function groupTokens(all: readonly ListedToken[], filter: string, orgId: string | null): TokenGroup[] {
  const asked = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const listed = all.filter(
    ({ token, text, health }) =>
      (orgId === null || token.orgId === orgId) &&
      asked.every((word) => text.includes(word) || health.health.toLowerCase().includes(word)),
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
