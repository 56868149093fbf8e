import { useEffect } from 'react';
import { useTokens } from '../tokens/tokens-store.ts';
import { pressed } from '../ui/keys.ts';
import { useUndo } from '../ui/undo-store.ts';
import { shared } from '../ui/words.ts';
import {
  copyToken,
  focusFilter,
  isApp,
  lock,
  rotateToken,
  testAll,
  testListed,
  undoLast,
} from './actions.ts';
import {
  closePalette,
  openHelp,
  openPalette,
  openShortcuts,
  openWizard,
  show,
  topicOf,
  useView,
} from './view-store.ts';
import { words } from './words.ts';

/** One line of the table of keys. The window listens for it, and the "?" sheet shows it. */
export interface Shortcut {
  /** The pressed keys, as `pressed` names them. */
  readonly press: string;
  readonly does: string;
  /**
   * Where it works. `always`: also in a dialog. `window`: while no dialog is open. `text`: as `window`, and while no field has the focus.
   * `undo`: as `window`, while the window offers an undo and no field with text has the focus. `listed`: as `text`, and while a token or an
   * app is open. `token`: as `text`, and while a token is open, because an app has no value to copy, and its page replaces its key. `list`:
   * the list of tokens itself listens to it. `menu`: the system's menu alone listens to it (`platform/menu.ts`).
   */
  readonly works: 'always' | 'window' | 'text' | 'undo' | 'listed' | 'token' | 'list' | 'menu';
  readonly act: (tokenId: string) => void;
}

const palette = () => (useView.getState().palette ? closePalette() : openPalette());

/** The window's keys. */
export const shortcuts: readonly Shortcut[] = [
  { press: 'mod+k', does: shared.commandPalette, works: 'window', act: palette },
  { press: 'mod+n', does: shared.addToken, works: 'window', act: () => openWizard() },
  { press: '/', does: shared.filterTokens, works: 'text', act: focusFilter },
  { press: 'mod+f', does: shared.filterTokens, works: 'window', act: focusFilter },
  { press: 'enter', does: words.shortcuts.openTheToken, works: 'list', act: () => undefined },
  { press: 'mod+shift+t', does: shared.testAll, works: 'window', act: () => void testAll() },
  { press: 't', does: shared.testTheToken, works: 'listed', act: (id) => void testListed(id) },
  { press: 'r', does: words.shortcuts.rotateToken, works: 'token', act: (id) => void rotateToken(id) },
  { press: 'c', does: shared.copyValue, works: 'token', act: (id) => void copyToken(id) },
  { press: 'mod+z', does: words.shortcuts.undo, works: 'undo', act: () => void undoLast() },
  { press: 'mod+l', does: shared.lock, works: 'always', act: () => void lock() },
  { press: 'mod+1', does: shared.tokens, works: 'window', act: () => show('tokens') },
  { press: 'mod+,', does: shared.settings, works: 'window', act: () => show('settings') },
  { press: 'f1', does: shared.help, works: 'window', act: () => openHelp(topicOf()) },
  { press: '?', does: words.shortcuts.thisList, works: 'text', act: openShortcuts },
  { press: 'mod++', does: words.shortcuts.zoomIn, works: 'menu', act: () => undefined },
  { press: 'mod+-', does: words.shortcuts.zoomOut, works: 'menu', act: () => undefined },
  { press: 'mod+0', does: words.shortcuts.actualSize, works: 'menu', act: () => undefined },
  { press: 'mod+q', does: words.shortcuts.quit, works: 'menu', act: () => undefined },
];

/** Returns whether a field has a text, whose own changes Ctrl+Z undoes. */
const hasText = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== '';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Returns whether a shortcut works now. In the palette only its own key and the lock's do. */
function worksNow({ works, act }: Shortcut, event: KeyboardEvent): boolean {
  if (works === 'list' || works === 'menu') return false;
  if (works === 'always') return true;
  const view = useView.getState();
  if (view.palette) return act === palette;
  // A dialog has all keys to itself.
  if (document.querySelector('dialog[open]') !== null) return false;
  if (works === 'window') return true;
  if (event.altKey) return false;
  // After a removal, the empty filter has the focus.
  if (works === 'undo') return useUndo.getState().last !== null && !hasText(event.target);
  if (isTyping(event.target)) return false;
  if (works === 'text') return true;
  const { selectedId } = useTokens.getState();
  if (view.page !== 'tokens' || selectedId === null) return false;
  return works === 'listed' || !isApp(selectedId);
}

/** Listens to the window's keys. A single letter works while no field has the focus. */
export function useShortcuts(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = pressed(event);
      const shortcut = shortcuts.find((one) => one.press === name);
      if (shortcut === undefined || !worksNow(shortcut, event)) return;
      event.preventDefault();
      shortcut.act(useTokens.getState().selectedId ?? '');
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
