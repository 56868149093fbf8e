import { useEffect } from 'react';
import { useTokens } from '../tokens/tokens-store.ts';
import { withCommand } from '../ui/keys.ts';
import { shared } from '../ui/words.ts';
import { copyToken, lock, rotateToken, testListed } from './actions.ts';
import { closePalette, openPalette, openShortcuts, openWizard, show, useView } from './view-store.ts';
import { words } from './words.ts';

/** The window's keys, each with what it does. The "?" sheet shows them. */
export const shortcuts: readonly (readonly [keys: string, does: string])[] = [
  [withCommand('K'), shared.commandPalette],
  [withCommand('N'), shared.addToken],
  ['/', shared.filterTokens],
  ['Enter', words.shortcuts.openTheToken],
  ['T', shared.testTheToken],
  ['R', words.shortcuts.rotateToken],
  ['C', shared.copyValue],
  [withCommand('L'), shared.lock],
  [withCommand(','), shared.settings],
  ['?', words.shortcuts.thisList],
];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Listens to the window's keys. A single letter works while no field has the focus. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const view = useView.getState();
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const done = (act: () => void) => {
        event.preventDefault();
        act();
      };
      if (command && key === 'l') return done(() => void lock());
      // A dialog has all keys to itself. In the palette, Ctrl K closes it again.
      if (!view.palette && document.querySelector('dialog[open]') !== null) return;
      if (command && key === 'k') return done(view.palette ? closePalette : openPalette);
      if (view.palette) return;
      if (command && key === 'n') return done(() => openWizard());
      if (command && key === ',') return done(() => show('settings'));
      if (command && key === 'f') return done(focusFilter);
      if (command || event.altKey || isTyping(event.target)) return;
      const { selectedId } = useTokens.getState();
      if (key === '/') return done(focusFilter);
      if (key === '?') return done(openShortcuts);
      if (view.page !== 'tokens' || selectedId === null) return;
      if (key === 't') return done(() => void testListed(selectedId));
      // An app has no value to copy, and its key is replaced on its page.
      if (!useTokens.getState().tokens.some(({ id }) => id === selectedId)) return;
      if (key === 'r') return done(() => void rotateToken(selectedId));
      if (key === 'c') return done(() => void copyToken(selectedId));
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function focusFilter(): void {
  show('tokens');
  const focus = () => document.getElementById('filter-tokens')?.focus();
  // The focus moves at once where the list is on screen, so that the next key is not lost. Otherwise the list is drawn first.
  if (document.getElementById('filter-tokens') === null) requestAnimationFrame(focus);
  else focus();
}
