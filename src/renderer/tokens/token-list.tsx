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
import type { Token } from '../../shared/contract/tokens.ts';
import { expiryOf, rotationDueOf } from '../../shared/health.ts';
import { date } from '../../shared/time-words.ts';
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
import { groupTokens, type ListedToken, listTokens, type TokenGroup } from './grouping.ts';
import styles from './token-list.module.css';
import { filterTokens, selectToken, useTokens } from './tokens-store.ts';
import { words } from './words.ts';

interface TokenListProps {
  /** The tokens that are being tested; the same list until one begins or ends. */
  readonly running: readonly string[];
  readonly onAdd: () => void;
  readonly onTest: (tokenId: string) => void;
  readonly onTestAll: () => void;
  readonly onCopy: (tokenId: string) => void;
  readonly testingAll: boolean;
  /** How far Test all is, or nothing. */
  readonly progress: ReactNode;
  /** What is said below the list, or nothing. */
  readonly foot: ReactNode;
}

/** The tokens that are being tested: read by the rows in sight, so that the others are not made anew for it. */
const Running = createContext<readonly string[]>([]);

/** Where the menu of a row was asked for. */
interface AskedMenu {
  readonly token: Token;
  readonly x: number;
  readonly y: number;
}

/** A section is named by its title already; as a row of the grid the title would count as a token. */
const notARow = { role: 'presentation' };

/** Only the rows in sight are in the page. Their heights are fixed, so that no change has to lay the whole page out to measure them. */
const sizes = { rowSize: 64, headingSize: 32 };

/** The list follows what it lists, so that a row may be a moment late; a second of frames is long after that. */
const mostFrames = 60;

/** Puts the focus on the open token's row, where the keys that act on it are at hand. */
export function focusSelectedRow(frames = mostFrames): void {
  const row = document.querySelector<HTMLElement>('[role="grid"] [role="row"][aria-selected="true"]');
  if (row !== null) row.focus();
  else if (frames > 0) requestAnimationFrame(() => focusSelectedRow(frames - 1));
}

/** The list of tokens: filter, groups, one row each. */
export function TokenList(props: TokenListProps) {
  const { running, onAdd, onTest, onTestAll, onCopy, testingAll, progress, foot } = props;
  const { tokens: current, filter, orgId, orgs, selectedId, loaded } = useTokens();
  // What was typed, and what a test came to, is on the screen before the list is sorted anew.
  const tokens = useDeferredValue(current);
  const sought = useDeferredValue(filter);
  const now = useNow(15_000);
  const listed = useMemo(() => listTokens(tokens, now), [tokens, now]);
  const groups = useMemo(() => groupTokens(listed, sought, orgId), [listed, sought, orgId]);
  const [menu, setMenu] = useState<AskedMenu | null>(null);
  const closeMenu = useCallback(() => setMenu(null), []);
  const org = orgs.find(({ id }) => id === orgId);
  const selectFirst = () => {
    const [first] = groupTokens(listTokens(current, Date.now()), filter, orgId)[0]?.items ?? [];
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
        <Button onClick={onTestAll} disabled={testingAll || tokens.length === 0}>
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
        tokens.length === 0 ? (
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
          name={menu.token.label}
          at={menu}
          onClose={closeMenu}
          items={[
            { words: words.tokenList.open, icon: FileText, act: () => selectToken(menu.token.id) },
            {
              words: shared.test,
              icon: Play,
              act: () => onTest(menu.token.id),
              disabled: running.includes(menu.token.id) || !isUsable(menu.token),
            },
            {
              words: shared.copy,
              icon: Copy,
              act: () => onCopy(menu.token.id),
              disabled: !isUsable(menu.token),
            },
          ]}
        />
      )}
    </section>
  );
}

/** The rows alone: they are made anew when what they list is, and not with every step of a test. */
const Rows = memo(function Rows({
  groups,
  selectedId,
  onTest,
  onMenu,
}: {
  readonly groups: readonly TokenGroup[];
  readonly selectedId: string | null;
  readonly onTest: (tokenId: string) => void;
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

/** What lies ahead of a token, and how sure that is. */
function ahead(token: Token): string {
  if (token.revokedAt !== null) return '';
  const expiry = expiryOf(token);
  return expiry.sure
    ? words.tokenList.expiryByOkta(date(expiry.at), date(rotationDueOf(token)))
    : words.tokenList.expiryForecast(date(expiry.at), date(rotationDueOf(token)));
}

const isUsable = ({ readable, revokedAt }: Token): boolean => readable && revokedAt === null;

function Row({
  item,
  onTest,
  onMenu,
}: {
  readonly item: ListedToken;
  readonly onTest: (tokenId: string) => void;
  readonly onMenu: (asked: AskedMenu) => void;
}) {
  const { id, token, health } = item;
  return (
    <GridListItem
      id={id}
      className={styles.row ?? ''}
      onContextMenu={(event) => {
        event.preventDefault();
        // By the keyboard it has no pointer to open at.
        const box = event.currentTarget.getBoundingClientRect();
        onMenu({ token, x: event.clientX || box.left + 24, y: event.clientY || box.bottom });
      }}
      textValue={`${token.label}, ${token.orgHost}, ${health.health}, ${health.reason}`}
    >
      <RowContent item={item} onTest={onTest} />
    </GridListItem>
  );
}

function RowContent({
  item: { id, token, health },
  onTest,
}: {
  readonly item: ListedToken;
  readonly onTest: (tokenId: string) => void;
}) {
  const running = useContext(Running).includes(id);
  return (
    <>
      <span className={`${styles.name} ${typography.ellipsis}`} title={token.label}>
        {token.label}
      </span>
      <HealthPill health={health.health} />
      <span className={styles.meta}>
        <OrgMark name={shortHost(token.orgHost)} environment={token.environment} />
        <span className={typography.ellipsis} title={ahead(token)}>
          {running ? words.tokenList.testing : health.reason}
        </span>
      </span>
      <AriaButton
        className={`${buttons.button} ${buttons.quiet} ${buttons.iconOnly} ${styles.test}`}
        aria-label={words.tokenList.test(token.label)}
        isDisabled={!isUsable(token)}
        // Not disabled: it would drop the focus in mid-list.
        isPending={running}
        onPress={() => onTest(id)}
      >
        <Icon of={running ? LoaderCircle : Play} className={running ? icons.spin : ''} />
      </AriaButton>
    </>
  );
}
