import { KeyRound } from 'lucide-react';
import { useApps } from '../service/apps-store.ts';
import { useTokens } from '../tokens/tokens-store.ts';
import emptyState from '../ui/empty-state.module.css';
import { Icon } from '../ui/icons.tsx';
import pages from '../ui/page.module.css';
import { shared } from '../ui/words.ts';
import { ShortcutList } from './shortcut-list.tsx';
import styles from './shortcuts.module.css';
import { shortcuts } from './shortcuts.ts';
import { words } from './words.ts';

/** The most useful keys. */
const shown = ['mod+k', 'mod+n', '/', 't', 'c'];

/** Shows the page while no token is open, with the most useful keys. */
export function NothingOpen() {
  const tokens = useTokens((state) => state.tokens.length);
  const apps = useApps((state) => state.apps.length);
  const some = tokens + apps > 0;
  return (
    <main className={pages.page} aria-label={shared.token}>
      <div className={emptyState.empty}>
        <Icon of={KeyRound} />
        <h1>{some ? words.nothingOpen.pickToken : words.nothingOpen.pageWillBeHere}</h1>
        <ShortcutList
          of={shortcuts.filter(({ press }) => shown.includes(press))}
          className={`${styles.shortcuts} ${styles.faint}`}
        />
      </div>
    </main>
  );
}
