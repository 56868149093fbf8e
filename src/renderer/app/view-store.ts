import { create } from 'zustand';
import type { Failure } from '../bridge.ts';
import { useTokens } from '../tokens/tokens-store.ts';

/** The name of a page. */
export type Page =
  | 'overview'
  | 'tokens'
  | 'upcoming'
  | 'inventory'
  | 'tasks'
  | 'plaintext'
  | 'activity'
  | 'settings';

/** The topic of the help: a page, the page of one token, or what is new. */
export type Topic = Page | 'token' | 'news';

/** The purpose of the wizard: a new token, a new paste of a kept token, a known org, or a token in a file. */
export interface WizardFor {
  readonly tokenId: string | null;
  readonly orgId: string | null;
  readonly findingId: string | null;
}

interface ViewState {
  readonly page: Page;
  readonly palette: boolean;
  readonly shortcuts: boolean;
  /** The topic of the open help, or null. */
  readonly help: Topic | null;
  /** The open wizard, or null. */
  readonly wizard: WizardFor | null;
  /** When Keyturn clears the clipboard (milliseconds since 1970), or null. */
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
  help: null,
  wizard: null,
  clipboardClearsAt: null,
  failure: null,
  warning: null,
}));

/** Shows a page, and closes the palette. */
export const show = (page: Page) => useView.setState({ page, palette: false });
/** Opens the wizard for a purpose, or for a new token without one. */
export const openWizard = (given: Partial<WizardFor> = {}) =>
  useView.setState({
    wizard: { tokenId: null, orgId: null, findingId: null, ...given },
    palette: false,
  });
/** Closes the wizard. */
export const closeWizard = () => useView.setState({ wizard: null });

/** Opens the command palette. */
export const openPalette = () => useView.setState({ palette: true });
/** Closes the command palette. */
export const closePalette = () => useView.setState({ palette: false });

/** Opens the list of the window's keys. */
export const openShortcuts = () => useView.setState({ shortcuts: true, help: null });
/** Closes the list of the window's keys. */
export const closeShortcuts = () => useView.setState({ shortcuts: false });

/** Returns the help topic of the page on screen. */
export function topicOf(): Topic {
  const { page } = useView.getState();
  return page === 'tokens' && useTokens.getState().selectedId !== null ? 'token' : page;
}

/** Opens the help. Another topic replaces the present one. */
export const openHelp = (help: Topic) => useView.setState({ help, palette: false, shortcuts: false });
/** Closes the help. */
export const closeHelp = () => useView.setState({ help: null });

/** Shows a failure until the person closes it or another failure replaces it. */
export const sayFailure = (failure: Failure) => useView.setState({ failure });
/** Removes the failure from the screen. */
export const dismissFailure = () => useView.setState({ failure: null });

/** Shows a warning. */
export const sayWarning = (warning: Failure) => useView.setState({ warning });
/** Removes the warning from the screen. */
export const dismissWarning = () => useView.setState({ warning: null });

/** Shows until when a secret is on the clipboard (milliseconds since 1970). It closes an earlier failure. */
export const copiedUntil = (clipboardClearsAt: number) =>
  useView.setState({ clipboardClearsAt, failure: null });
/** Notes that the clipboard was cleared. */
export const clipboardCleared = () => useView.setState({ clipboardClearsAt: null });
