import { create } from 'zustand';
import type { Failure } from '../bridge.ts';

export type Page = 'tokens' | 'upcoming' | 'inventory' | 'activity' | 'settings';

interface ViewState {
  readonly page: Page;
  readonly palette: boolean;
  readonly shortcuts: boolean;
  /** The wizard, for a new token, to paste a kept one again, or for an org that is known already. */
  readonly wizard: { readonly tokenId: string | null; readonly orgId: string | null } | null;
  /** When the copied value leaves the clipboard, or null. */
  readonly clipboardClearsAt: number | null;
  readonly failure: Failure | null;
  /** Something to know soon, for example a limit that is nearly used up. */
  readonly warning: Failure | null;
}

/** What is on screen. */
export const useView = create<ViewState>(() => ({
  page: 'tokens',
  palette: false,
  shortcuts: false,
  wizard: null,
  clipboardClearsAt: null,
  failure: null,
  warning: null,
}));

export const show = (page: Page) => useView.setState({ page, palette: false });
export const openWizard = (tokenId: string | null = null, orgId: string | null = null) =>
  useView.setState({ wizard: { tokenId, orgId }, palette: false });
