import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import { withTest } from '../../shared/health.ts';

type Tokens = EventPayload<'tokensChanged'>;

interface TokensState {
  readonly tokens: Tokens['tokens'];
  readonly orgs: Tokens['orgs'];
  /** The number of the last event that the list includes; null when it came as a whole answer. */
  readonly number: number | null;
  /** False until the first list came. */
  readonly loaded: boolean;
  readonly selectedId: string | null;
  readonly filter: string;
  /** The org picked in the sidebar, or null for all. */
  readonly orgId: string | null;
}

/** Holds the kept tokens and orgs, and what the list shows of them. */
export const useTokens = create<TokensState>(() => ({
  tokens: [],
  orgs: [],
  number: null,
  loaded: false,
  selectedId: null,
  filter: '',
  orgId: null,
}));

/** Takes the result of a kept token's test. */
export const tokenTested = ({ tokenId, record }: EventPayload<'testFinished'>) =>
  useTokens.setState(({ tokens }) => ({
    tokens: tokens.map((one) => (one.id === tokenId ? withTest(one, record) : one)),
  }));

/** Shows a token's page. Null closes it. */
export const selectToken = (selectedId: string | null) => useTokens.setState({ selectedId });

/** Shows one org's tokens. Null shows all. */
export const pickOrg = (orgId: string | null) => useTokens.setState({ orgId });

/** Takes the whole list of kept tokens, and the orgs. */
export const tokensAre = ({ tokens, orgs }: Pick<Tokens, 'tokens' | 'orgs'>) =>
  useTokens.setState({ tokens, orgs, number: null, loaded: true });

/** Takes what changed in the list. Returns false when an earlier change is missing: then the whole list must be asked for. */
export function tokensChanged({ number, after, tokens, removed, orgs }: Tokens): boolean {
  const known = useTokens.getState();
  if (after !== null && after !== known.number) return false;
  const list = after === null ? tokens : changedList(known.tokens, tokens, new Set(removed));
  useTokens.setState({ tokens: list, orgs, number, loaded: true });
  return true;
}

/** Returns a list with changes, in main's order: oldest first. A token that did not change stays the same object. */
function changedList(
  list: Tokens['tokens'],
  changed: Tokens['tokens'],
  removed: ReadonlySet<string>,
): Tokens['tokens'] {
  const byId = new Map(list.map((token) => [token.id, token]));
  for (const id of removed) byId.delete(id);
  for (const token of changed) byId.set(token.id, token);
  return [...byId.values()].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Shows the tokens that a text finds. An empty text shows all. */
export const filterTokens = (filter: string) => useTokens.setState({ filter });
