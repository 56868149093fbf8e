import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import { withTest } from '../../shared/health.ts';

type Tokens = EventPayload<'tokensChanged'>;

interface TokensState {
  readonly tokens: Tokens['tokens'];
  readonly orgs: Tokens['orgs'];
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

/** Takes the kept tokens and orgs from main. */
export const tokensAre = ({ tokens, orgs }: Tokens) => useTokens.setState({ tokens, orgs, loaded: true });

/** Shows the tokens that a text finds. An empty text shows all. */
export const filterTokens = (filter: string) => useTokens.setState({ filter });
