import { create } from 'zustand';
import type { Failure } from '../bridge.ts';

/** The name of a page. */
export type Page = 'tokens' | 'upcoming' | 'inventory' | 'activity' | 'settings';

interface ViewState {
  readonly page: Page;
  readonly palette: boolean;
  readonly shortcuts: boolean;
  /** The open wizard, or null. It is for a new token, for a kept token that is pasted again, or for a known org. */
  readonly wizard: { readonly tokenId: string | null; readonly orgId: string | null } | null;
  /** When the clipboard is cleared (milliseconds since 1970), or null. */
  readonly clipboardClearsAt: number | null;
  readonly failure: Failure | null;
  /** A warning, for example that a rate limit is nearly used up. */
  readonly warning: Failure | null;
}

/** Holds what is on screen. */
export const useView = create<ViewState>(() => ({
  page: 'tokens',
  palette: false,
  shortcuts: false,
  wizard: null,
  clipboardClearsAt: null,
  failure: null,
  warning: null,
}));

/** Shows a page, and closes the palette. */
export const show = (page: Page) => useView.setState({ page, palette: false });
/** Opens the wizard for a new token, for a kept token, or for a known org. */
export const openWizard = (tokenId: string | null = null, orgId: string | null = null) =>
  useView.setState({ wizard: { tokenId, orgId }, palette: false });
/** Closes the wizard. */
export const closeWizard = () => useView.setState({ wizard: null });

/** Opens the command palette. */
export const openPalette = () => useView.setState({ palette: true });
export const closePalette = () => useView.setState({ palette: false });

/** Opens the list of the window's keys. */
export const openShortcuts = () => useView.setState({ shortcuts: true });
export const closeShortcuts = () => useView.setState({ shortcuts: false });

/** Shows a failure until it is closed or another one takes its place. */
export const sayFailure = (failure: Failure) => useView.setState({ failure });
export const dismissFailure = () => useView.setState({ failure: null });

/** Shows a warning. */
export const sayWarning = (warning: Failure) => useView.setState({ warning });
export const dismissWarning = () => useView.setState({ warning: null });

/** Shows until when a secret is on the clipboard (milliseconds since 1970). An earlier failure is closed. */
export const copiedUntil = (clipboardClearsAt: number) =>
  useView.setState({ clipboardClearsAt, failure: null });
/** Notes that the clipboard was cleared. */
export const clipboardCleared = () => useView.setState({ clipboardClearsAt: null });
