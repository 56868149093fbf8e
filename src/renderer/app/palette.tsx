import { useEffect, useState } from 'react';
import { useApps } from '../service/apps-store.ts';
import { useTokens } from '../tokens/tokens-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { useDemoOffered } from './info-store.ts';
import { words } from './page-words.ts';
import styles from './palette.module.css';
import { entriesFor } from './palette-entries.ts';
import { closePalette } from './view-store.ts';

/**
 * Shows the command palette: type, arrows, Enter. It is our own code, because React Aria's Autocomplete keeps the order of a list, and
 * entriesFor sorts again with each letter.
 */
export function Palette() {
  const tokens = useTokens((state) => state.tokens);
  const apps = useApps((state) => state.apps);
  const openId = useTokens((state) => state.selectedId);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const demoOffered = useDemoOffered();
  const entries = entriesFor(query, tokens, apps, openId, demoOffered);
  const current = Math.max(0, Math.min(at, entries.length - 1));
  useEffect(() => {
    document.getElementById(`palette-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Dialog name={words.palette.commands} className={styles.palette} onClose={closePalette}>
      <input
        className={styles.input}
        autoFocus
        role="combobox"
        aria-label={words.palette.commandOrToken}
        aria-expanded="true"
        aria-controls="palette-entries"
        aria-activedescendant={entries[current] === undefined ? undefined : `palette-${current}`}
        placeholder={words.palette.typeCommand}
        spellCheck={false}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt((current + 1) % Math.max(1, entries.length));
          else if (event.key === 'ArrowUp') setAt((current || entries.length) - 1);
          else if (event.key === 'Enter') entries[current]?.run();
          else return;
          event.preventDefault();
        }}
      />
      <div id="palette-entries" role="listbox" aria-label={words.palette.commands} className={styles.entries}>
        {entries.map((entry, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={entry.id}
            id={`palette-${n}`}
            role="option"
            tabIndex={-1}
            aria-selected={n === current}
            className={styles.entry}
            onClick={entry.run}
            onPointerMove={() => setAt(n)}
          >
            <Icon of={entry.icon} />
            <span className={`${layout.grow} ${typography.ellipsis}`}>{entry.words}</span>
            <span className={`${typography.muted} ${typography.small}`}>{entry.side}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={`${typography.muted} ${styles.none}`}>{words.palette.noneFound}</p>
      )}
    </Dialog>
  );
}
