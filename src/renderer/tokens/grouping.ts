import type { Token } from '../../shared/contract/models.ts';
import { healthOf, type TokenHealth } from '../../shared/health.ts';

export interface ListedToken {
  readonly id: string;
  readonly token: Token;
  readonly health: TokenHealth;
}

export interface TokenGroup {
  readonly id: string;
  /** "Needs you, 3" */
  readonly title: string;
  readonly items: readonly ListedToken[];
}

/** Whether a token answers to all words of a filter: by label, org, owner, tag, purpose or health. */
function answers({ token, health }: ListedToken, words: readonly string[]): boolean {
  const text = [
    token.label,
    token.orgHost,
    token.purpose,
    token.environment,
    token.fingerprint,
    token.lastTest?.facts.owner?.login ?? '',
    token.lastTest?.facts.oktaTokenName ?? '',
    health.health,
    ...token.tags,
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The list as it is shown: filtered, grouped, what needs hands first on top. Groups without tokens are left out. */
export function groupTokens(
  tokens: readonly Token[],
  filter: string,
  orgId: string | null,
  now: number,
): TokenGroup[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const listed = tokens
    .filter((token) => orgId === null || token.orgId === orgId)
    .map((token) => ({ id: token.id, token, health: healthOf(token, now) }))
    .filter((one) => answers(one, words))
    .sort((a, b) => b.health.urgency - a.health.urgency || a.token.label.localeCompare(b.token.label));
  const group = (id: string, name: string, has: (one: ListedToken) => boolean): TokenGroup => {
    const items = listed.filter(has);
    return { id, title: `${name}, ${items.length}`, items };
  };
  return [
    group(
      'needs-you',
      'Needs you',
      ({ health }) => health.health === 'Failing' || health.health === 'Attention',
    ),
    group('in-rotation', 'In rotation', ({ health }) => health.health === 'Rotating'),
    group('healthy', 'Healthy', ({ health }) => health.health === 'Healthy'),
    group('revoked', 'Revoked', ({ health }) => health.health === 'Revoked'),
  ].filter(({ items }) => items.length > 0);
}
