import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { Token } from '../../shared/contract/models.ts';

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

/** Puts a token as it stands now in the place of what was known of it. */
export const tokenChanged = (token: Token) =>
  useTokens.setState(({ tokens }) => ({ tokens: tokens.map((one) => (one.id === token.id ? token : one)) }));

/** Shows a token's page; null closes it. */
export const selectToken = (selectedId: string | null) => useTokens.setState({ selectedId });

/** Shows only one org's tokens; null shows all. */
export const pickOrg = (orgId: string | null) => useTokens.setState({ orgId });
