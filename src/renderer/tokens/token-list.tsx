import { Copy, FileText, LoaderCircle, Play, Search } from 'lucide-react';
import {
  createContext,
  memo,
  type ReactNode,
  useCallback,
  useContext,
  useDeferredValue,
  useMemo,
  useState,
} from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Collection } from 'react-aria-components/Collection';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { ServiceApp } from '../../shared/contract/service.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import icons from '../ui/icons.module.css';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';
import { OrgMark, shortHost } from '../ui/org-mark.tsx';
import { HealthPill } from '../ui/pill.tsx';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import { shared } from '../ui/words.ts';
import { NothingFound, NothingYet } from './empty-list.tsx';
import { groupListed, type Listed, type ListGroup, listAll } from './grouping.ts';
import styles from './token-list.module.css';
import { filterTokens, selectToken, useTokens } from './tokens-store.ts';
import { words } from './words.ts';

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

/** Holds the ids of the tokens and apps that are being tested. Only the rows in sight read it, so the other rows are not made anew. */
const Running = createContext<readonly string[]>([]);

/** The row whose menu is open, and where it was opened. */
interface AskedMenu {
  readonly item: Listed;
  readonly x: number;
  readonly y: number;
}

/** The title names its section already. As a row of the grid it would count as a token. */
const notARow = { role: 'presentation' };

/** The heights of rows and titles in pixels. They are fixed, so that no change has to measure the whole list. */
const sizes = { rowSize: 64, headingSize: 32 };

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
  // The typed text and the result of a test are drawn first. The list is sorted after that.
  const tokens = useDeferredValue(current);
  const apps = useDeferredValue(currentApps);
  const sought = useDeferredValue(filter);
  const now = useNow(15_000);
  const listed = useMemo(() => listAll(tokens, apps, now), [tokens, apps, now]);
  const groups = useMemo(() => groupListed(listed, sought, orgId), [listed, sought, orgId]);
  const [menu, setMenu] = useState<AskedMenu | null>(null);
  const closeMenu = useCallback(() => setMenu(null), []);
  const org = orgs.find(({ id }) => id === orgId);
  const selectFirst = () => {
    const all = listAll(current, currentApps, Date.now());
    const [first] = groupListed(all, filter, orgId)[0]?.items ?? [];
    if (first !== undefined) selectToken(first.id);
  };

  return (
    <section
      className={styles.list}
      aria-label={words.tokenList.tokenList}
      aria-busy={tokens !== current || sought !== filter}
    >
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
                document.querySelector<HTMLElement>('[role="grid"] [role="row"]')?.focus();
              else return;
              event.preventDefault();
            }}
          />
          <span className={typography.key} aria-hidden="true">
            /
          </span>
        </div>
        <Button onClick={onTestAll} disabled={testingAll || listed.length === 0}>
          {shared.testAll}
        </Button>
        <Button kind="primary" onClick={onAdd}>
          {shared.addToken}
        </Button>
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
        <Running value={running}>
          <Rows groups={groups} selectedId={selectedId} onTest={onTest} onMenu={setMenu} />
        </Running>
      )}
      {foot}
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
    </section>
  );
}

/** Shows the rows. They are made anew when a token changes, and not with every step of a test. */
const Rows = memo(function Rows({
  groups,
  selectedId,
  onTest,
  onMenu,
}: {
  readonly groups: readonly ListGroup[];
  readonly selectedId: string | null;
  readonly onTest: (id: string) => void;
  readonly onMenu: (asked: AskedMenu) => void;
}) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={sizes}>
      <GridList
        aria-label={shared.tokens}
        className={styles.rows ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        disallowTypeAhead
        selectedKeys={selectedId === null ? [] : [selectedId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) selectToken(String(key));
        }}
        onAction={(key) => selectToken(String(key))}
      >
        {groups.map((group) => (
          <GridListSection key={group.id} id={group.id}>
            <GridListHeader className={styles.group ?? ''} aria-hidden="true" {...notARow}>
              {group.title}
            </GridListHeader>
            <Collection items={group.items}>
              {(item) => <Row item={item} onTest={onTest} onMenu={onMenu} />}
            </Collection>
          </GridListSection>
        ))}
      </GridList>
    </Virtualizer>
  );
});

function Row({
  item,
  onTest,
  onMenu,
}: {
  readonly item: Listed;
  readonly onTest: (id: string) => void;
  readonly onMenu: (asked: AskedMenu) => void;
}) {
  const { id, label, orgHost, health, kind } = item;
  return (
    <GridListItem
      id={id}
      className={styles.row ?? ''}
      onContextMenu={(event) => {
        event.preventDefault();
        // The keyboard opens the menu at the row, because there is no pointer.
        const box = event.currentTarget.getBoundingClientRect();
        onMenu({ item, x: event.clientX || box.left + 24, y: event.clientY || box.bottom });
      }}
      textValue={[label, kind, orgHost, health.health, health.reason].filter(Boolean).join(', ')}
    >
      <RowContent item={item} onTest={onTest} />
    </GridListItem>
  );
}

function RowContent({
  item: { id, label, kind, orgHost, environment, health, ahead, testable },
  onTest,
}: {
  readonly item: Listed;
  readonly onTest: (tokenId: string) => void;
}) {
  const running = useContext(Running).includes(id);
  return (
    <>
      <span className={`${styles.name} ${typography.ellipsis}`} title={label}>
        {label}
      </span>
      <HealthPill health={health.health} />
      <span className={styles.meta}>
        <OrgMark name={shortHost(orgHost)} environment={environment} />
        {kind !== '' && <span className={styles.kind}>{kind}</span>}
        <span className={typography.ellipsis} title={ahead()}>
          {running ? words.tokenList.testing : health.reason}
        </span>
      </span>
      <AriaButton
        className={`${buttons.button} ${buttons.quiet} ${buttons.iconOnly} ${styles.test}`}
        aria-label={words.tokenList.test(label)}
        isDisabled={!testable}
        // It is not disabled, because that would drop the focus.
        isPending={running}
        onPress={() => onTest(id)}
      >
        <Icon of={running ? LoaderCircle : Play} className={running ? icons.spin : ''} />
      </AriaButton>
    </>
  );
}
