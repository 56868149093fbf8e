import { useEffect } from 'react';
import { useTokens } from '../tokens/tokens-store.ts';
import { commandKey } from '../ui/keys.ts';
import { copyToken, lock, rotateToken, testToken } from './actions.ts';
import { openWizard, show, useView } from './view-store.ts';

/** What each key does; also the text of the "?" sheet. */
export const shortcuts: readonly (readonly [keys: string, does: string])[] = [
  [`${commandKey} K`, 'Command palette'],
  [`${commandKey} N`, 'Add token'],
  ['/', 'Filter tokens'],
  ['Enter', 'Open the token'],
  ['T', 'Test the token'],
  ['R', 'Rotate the token'],
  ['C', 'Copy its value'],
  [`${commandKey} L`, 'Lock'],
  [`${commandKey} ,`, 'Settings'],
  ['?', 'This list'],
];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** The window's own keys. Single letters work wherever nothing is being typed. */
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
      // A dialog has the keys to itself; Ctrl K closes the palette again.
      if (!view.palette && document.querySelector('dialog[open]') !== null) return;
      if (command && key === 'k') return done(() => useView.setState({ palette: !view.palette }));
      if (view.palette) return;
      if (command && key === 'n') return done(() => openWizard());
      if (command && key === ',') return done(() => show('settings'));
      if (command && key === 'f') return done(focusFilter);
      if (command || event.altKey || isTyping(event.target)) return;
      const { selectedId } = useTokens.getState();
      if (key === '/') return done(focusFilter);
      if (key === '?') return done(() => useView.setState({ shortcuts: true }));
      if (view.page !== 'tokens' || selectedId === null) return;
      if (key === 't') return done(() => void testToken(selectedId));
      if (key === 'r') return done(() => void rotateToken(selectedId));
      if (key === 'c') return done(() => void copyToken(selectedId));
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function focusFilter(): void {
  show('tokens');
  requestAnimationFrame(() => document.getElementById('filter-tokens')?.focus());
}
