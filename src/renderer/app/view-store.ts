import { create } from 'zustand';
import type { Failure } from '../bridge.ts';

export type Page = 'tokens' | 'upcoming' | 'inventory' | 'plaintext' | 'activity' | 'settings';

/** What the wizard is opened for: a new token, a kept one to paste again, an org that is known already, or a token that lies in a file. */
export interface WizardFor {
  readonly tokenId: string | null;
  readonly orgId: string | null;
  readonly findingId: string | null;
}

interface ViewState {
  readonly page: Page;
  readonly palette: boolean;
  readonly shortcuts: boolean;
  /** The wizard, and what it was opened for; null while it is closed. */
  readonly wizard: WizardFor | null;
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
export const openWizard = (given: Partial<WizardFor> = {}) =>
  useView.setState({
    wizard: { tokenId: null, orgId: null, findingId: null, ...given },
    palette: false,
  });
export const closeWizard = () => useView.setState({ wizard: null });

/** Opens the command palette. */
export const openPalette = () => useView.setState({ palette: true });
export const closePalette = () => useView.setState({ palette: false });

/** Opens the list of the window's keys. */
export const openShortcuts = () => useView.setState({ shortcuts: true });
export const closeShortcuts = () => useView.setState({ shortcuts: false });

/** Says what has failed, until it is dismissed or something else happens. */
export const sayFailure = (failure: Failure) => useView.setState({ failure });
export const dismissFailure = () => useView.setState({ failure: null });

/** Says what a person should know soon. */
export const sayWarning = (warning: Failure) => useView.setState({ warning });
export const dismissWarning = () => useView.setState({ warning: null });

/** Says that something secret is on the clipboard until `clipboardClearsAt` (milliseconds since 1970); an earlier failure is over. */
export const copiedUntil = (clipboardClearsAt: number) =>
  useView.setState({ clipboardClearsAt, failure: null });
export const clipboardCleared = () => useView.setState({ clipboardClearsAt: null });
