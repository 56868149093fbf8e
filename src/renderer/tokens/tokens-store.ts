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

/** The tokens and orgs that are kept, and what of them is looked at. */
export const useTokens = create<TokensState>(() => ({
  tokens: [],
  orgs: [],
  loaded: false,
  selectedId: null,
  filter: '',
  orgId: null,
}));

/** A test of a kept token has its result. */
export const tokenTested = ({ tokenId, record }: EventPayload<'testFinished'>) =>
  useTokens.setState(({ tokens }) => ({
    tokens: tokens.map((one) => (one.id === tokenId ? withTest(one, record) : one)),
  }));

/** Shows a token's page; null closes it. */
export const selectToken = (selectedId: string | null) => useTokens.setState({ selectedId });

/** Shows only one org's tokens; null shows all. */
export const pickOrg = (orgId: string | null) => useTokens.setState({ orgId });

/** Main has told the tokens and orgs that are kept. */
export const tokensAre = ({ tokens, orgs }: Tokens) => useTokens.setState({ tokens, orgs, loaded: true });

/** Shows only the tokens that a text finds; an empty one shows all. */
export const filterTokens = (filter: string) => useTokens.setState({ filter });
