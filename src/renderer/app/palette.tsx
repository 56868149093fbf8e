import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { selectToken, useTokens } from '../tokens/tokens-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { copyToken, lock, testAll, testToken } from './actions.ts';
import { openWizard, show, useView } from './view-store.ts';

interface Entry {
  readonly id: string;
  readonly words: string;
  readonly side: string;
  readonly run: () => void;
}

const most = 9;

/** What can be done, by name: verbs of the app, and each token with its own. */
function entriesFor(query: string): Entry[] {
  const { tokens } = useTokens.getState();
  const close = (act: () => void) => () => {
    useView.setState({ palette: false });
    act();
  };
  const theme = (name: 'light' | 'dark' | 'system') =>
    close(() => void bridge.settings.set({ change: { theme: name } }));
  const verbs: Entry[] = [
    { id: 'add', words: 'Add token', side: 'Ctrl N', run: close(() => openWizard()) },
    { id: 'all', words: 'Test all', side: '', run: close(() => void testAll()) },
    { id: 'tokens', words: 'Tokens', side: 'Page', run: close(() => show('tokens')) },
    { id: 'activity', words: 'Activity', side: 'Page', run: close(() => show('activity')) },
    { id: 'settings', words: 'Settings', side: 'Ctrl ,', run: close(() => show('settings')) },
    { id: 'lock', words: 'Lock', side: 'Ctrl L', run: close(() => void lock()) },
    { id: 'light', words: 'Light theme', side: 'Theme', run: theme('light') },
    { id: 'dark', words: 'Dark theme', side: 'Theme', run: theme('dark') },
    { id: 'system', words: 'Theme of the system', side: 'Theme', run: theme('system') },
  ];
  const ofTokens = tokens.flatMap((token): Entry[] => {
    const open = close(() => {
      selectToken(token.id);
      show('tokens');
    });
    return [
      { id: `open ${token.id}`, words: token.label, side: token.orgHost, run: open },
      {
        id: `test ${token.id}`,
        words: `Test ${token.label}`,
        side: token.orgHost,
        run: close(() => {
          open();
          void testToken(token.id);
        }),
      },
      {
        id: `copy ${token.id}`,
        words: `Copy ${token.label}`,
        side: token.orgHost,
        run: close(() => void copyToken(token.id)),
      },
    ];
  });
  const text = (id: string): string => {
    const token = tokens.find((one) => id.endsWith(one.id));
    return token === undefined
      ? ''
      : `${token.orgHost} ${token.lastTest?.facts.owner?.login ?? ''} ${token.tags.join(' ')}`;
  };
  const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
  const all =
    parts.length === 0
      ? [...verbs, ...ofTokens.filter(({ id }) => id.startsWith('open'))]
      : [...ofTokens, ...verbs];
  return all
    .filter(({ id, words }) => parts.every((part) => `${words} ${text(id)}`.toLowerCase().includes(part)))
    .slice(0, most);
}

export function Palette() {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const entries = entriesFor(query);
  const current = Math.min(at, entries.length - 1);
  return (
    <Dialog name="Commands" className="palette" onClose={() => useView.setState({ palette: false })}>
      <input
        className="palette-input"
        autoFocus
        role="combobox"
        aria-label="Command or token"
        aria-expanded="true"
        aria-controls="palette-entries"
        aria-activedescendant={entries[current] === undefined ? undefined : `palette-${current}`}
        placeholder="Type a command or the name of a token"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(current + 1, entries.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
          else if (event.key === 'Enter') entries[current]?.run();
          else return;
          event.preventDefault();
        }}
      />
      <div id="palette-entries" role="listbox" aria-label="Commands" className="palette-entries">
        {entries.map((entry, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={entry.id}
            id={`palette-${n}`}
            role="option"
            tabIndex={-1}
            aria-selected={n === current}
            className="palette-entry"
            onClick={entry.run}
            onPointerMove={() => setAt(n)}
          >
            <span className="grow ellipsis">{entry.words}</span>
            <span className="muted small">{entry.side}</span>
          </div>
        ))}
        {entries.length === 0 && <p className="muted palette-none">Nothing is called that.</p>}
      </div>
    </Dialog>
  );
}
