import { Copy, FileText, Play, Search } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { ServiceApp } from '../../shared/contract/service.ts';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import { Icon } from '../ui/icons.tsx';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import { shared } from '../ui/words.ts';
import { NothingFound, NothingYet } from './empty-list.tsx';
import { groupListed, listAll, orderAll } from './grouping.ts';
import styles from './token-list.module.css';
import type { AskedMenu } from './token-row.tsx';
import { TokenRows } from './token-rows.tsx';
import { filterTokens, selectToken, useTokens } from './tokens-store.ts';
import { words } from './words.ts';

/** The first screen opens no menu, and React Aria is large. */
const Menu = lazy(() => import('../ui/menu.tsx').then(({ Menu }) => ({ default: Menu })));

interface TokenListProps {
  /** The OAuth service apps. They stand between the tokens, by their health. */
  readonly apps: readonly ServiceApp[];
  /** The ids of the tokens and apps that are being tested. The array is the same one until a test begins or ends. */
  readonly running: readonly string[];
  readonly onAdd: () => void;
  readonly onTest: (id: string) => void;
  readonly onTestAll: () => void;
  readonly onCopy: (tokenId: string) => void;
  readonly testingAll: boolean;
  /** The bar of Test all, or nothing. */
  readonly progress: ReactNode;
  /** Stands below the list. */
  readonly foot: ReactNode;
}

/** For how many frames a row is waited for. It appears a moment after its token; 60 frames are a second. */
const mostFrames = 60;

/** Puts the focus on the open token's row. The keys T, R and C act there. */
export function focusSelectedRow(frames = mostFrames): void {
  const row = document.querySelector<HTMLElement>('[role="grid"] [role="row"][aria-selected="true"]');
  if (row !== null) row.focus();
  else if (frames > 0) requestAnimationFrame(() => focusSelectedRow(frames - 1));
}

/** Shows the list of tokens and apps: the filter, the groups, and a row for each. */
export function TokenList(props: TokenListProps) {
  const { apps: currentApps, running, onAdd, onTest, onTestAll, onCopy, testingAll, progress, foot } = props;
  const { tokens: current, filter, orgId, orgs, selectedId, loaded } = useTokens();
  // The result of a test is drawn first. The list is sorted after that.
  const tokens = useDeferredValue(current);
  const apps = useDeferredValue(currentApps);
  const now = useNow(15_000);
  const ordered = useMemo(() => orderAll(tokens, apps), [tokens, apps]);
  const listed = useMemo(() => listAll(ordered, now), [ordered, now]);
  const groups = useMemo(() => groupListed(listed, filter, orgId), [listed, filter, orgId]);
  const [menu, setMenu] = useState<AskedMenu | null>(null);
  const closeMenu = useCallback(() => setMenu(null), []);
  const org = orgs.find(({ id }) => id === orgId);
  const selectFirst = () => {
    const all = listAll(orderAll(current, currentApps), Date.now());
    const [first] = groupListed(all, filter, orgId)[0]?.items ?? [];
    if (first !== undefined) selectToken(first.id);
  };

  return (
    <section className={styles.list} aria-label={words.tokenList.tokenList} aria-busy={tokens !== current}>
      <div className={styles.bar}>
        <div className={styles.search}>
          <Icon of={Search} />
          <input
            id="filter-tokens"
            type="search"
            aria-label={shared.filterTokens}
            placeholder={org === undefined ? shared.filterTokens : words.tokenList.filter(org.name)}
            autoFocus
            spellCheck={false}
            autoComplete="off"
            value={filter}
            onChange={(event) => filterTokens(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter !== '') filterTokens('');
              else if (event.key === 'Enter') selectFirst();
              else if (event.key === 'ArrowDown')
                document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')?.focus();
              else return;
              event.preventDefault();
            }}
          />
          <span className={typography.key} aria-hidden="true">
            /
          </span>
        </div>
        <div className={styles.commands}>
          <Button onClick={onTestAll} disabled={testingAll || listed.length === 0}>
            {shared.testAll}
          </Button>
          <Button kind="primary" onClick={onAdd}>
            {shared.addToken}
          </Button>
        </div>
      </div>
      {progress}
      {!loaded ? (
        <div className={emptyState.empty} aria-busy="true" />
      ) : groups.length === 0 ? (
        listed.length === 0 ? (
          <NothingYet onAdd={onAdd} />
        ) : (
          <NothingFound />
        )
      ) : (
        <TokenRows
          groups={groups}
          selectedId={selectedId}
          running={running}
          onTest={onTest}
          onMenu={setMenu}
        />
      )}
      {foot}
      <Suspense>
        {menu !== null && (
          <Menu
            name={menu.item.label}
            at={menu}
            onClose={closeMenu}
            items={[
              { words: words.tokenList.open, icon: FileText, act: () => selectToken(menu.item.id) },
              {
                words: shared.test,
                icon: Play,
                act: () => onTest(menu.item.id),
                disabled: running.includes(menu.item.id) || !menu.item.testable,
              },
              {
                words: shared.copy,
                icon: Copy,
                act: () => onCopy(menu.item.id),
                disabled: !menu.item.copyable,
              },
            ]}
          />
        )}
      </Suspense>
    </section>
  );
}
