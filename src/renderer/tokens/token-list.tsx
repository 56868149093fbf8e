import { Copy, FileText, LoaderCircle, Play, Search } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Collection } from 'react-aria-components/Collection';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { Token } from '../../shared/contract/models.ts';
import { expiryOf, rotationDueOf } from '../../shared/health.ts';
import { date } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';
import { OrgMark, shortHost } from '../ui/org-mark.tsx';
import { HealthPill } from '../ui/pill.tsx';
import { useNow } from '../ui/use-now.ts';
import { NothingFound, NothingYet } from './empty-list.tsx';
import { groupTokens, type ListedToken, listTokens } from './grouping.ts';
import { selectToken, useTokens } from './tokens-store.ts';

interface TokenListProps {
  readonly isRunning: (tokenId: string) => boolean;
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

/** A section is named by its title already; as a row of the grid the title would count as a token. */
const notARow = { role: 'presentation' };

/** Only the rows in sight are in the page. These are guesses for those that are not; what is shown is measured. */
const sizes = { estimatedRowSize: 58, estimatedHeadingSize: 32 };

/** Puts the focus on the open token's row, where the keys that act on it are at hand. */
export function focusSelectedRow(): void {
  document.querySelector<HTMLElement>('.rows .row[aria-selected="true"]')?.focus();
}

/** The list of tokens: filter, groups, one row each. */
export function TokenList(props: TokenListProps) {
  const { isRunning, onAdd, onTest, onTestAll, onCopy, testingAll, progress, foot } = props;
  const { tokens, filter, orgId, orgs, selectedId, loaded } = useTokens();
  const now = useNow(15_000);
  const listed = useMemo(() => listTokens(tokens, now), [tokens, now]);
  const groups = useMemo(() => groupTokens(listed, filter, orgId), [listed, filter, orgId]);
  const first = groups[0]?.items[0];
  const [menu, setMenu] = useState<{ token: Token; x: number; y: number } | null>(null);
  const closeMenu = useCallback(() => setMenu(null), []);
  const org = orgs.find(({ id }) => id === orgId);

  return (
    <section className="list" aria-label="Token list">
      <div className="bar">
        <div className="search">
          <Icon of={Search} />
          <input
            id="filter-tokens"
            type="search"
            aria-label="Filter tokens"
            placeholder={org === undefined ? 'Filter tokens' : `Filter ${org.name}`}
            autoFocus
            spellCheck={false}
            autoComplete="off"
            value={filter}
            onChange={(event) => useTokens.setState({ filter: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter !== '') useTokens.setState({ filter: '' });
              else if (event.key === 'Enter' && first !== undefined) selectToken(first.id);
              else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.rows .row')?.focus();
              else return;
              event.preventDefault();
            }}
          />
          <span className="key" aria-hidden="true">
            /
          </span>
        </div>
        <Button onClick={onTestAll} disabled={testingAll || tokens.length === 0}>
          Test all
        </Button>
        <Button kind="primary" onClick={onAdd}>
          Add token
        </Button>
      </div>
      {progress}
      {!loaded ? (
        <div className="empty" aria-busy="true" />
      ) : groups.length === 0 ? (
        tokens.length === 0 ? (
          <NothingYet onAdd={onAdd} />
        ) : (
          <NothingFound />
        )
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={sizes}>
          <GridList
            aria-label="Tokens"
            className="rows"
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
                <GridListHeader className="group" aria-hidden="true" {...notARow}>
                  {group.title}
                </GridListHeader>
                <Collection items={group.items} dependencies={[isRunning, onTest]}>
                  {(item) => (
                    <Row
                      item={item}
                      running={isRunning(item.id)}
                      onTest={onTest}
                      onMenu={(x, y) => setMenu({ token: item.token, x, y })}
                    />
                  )}
                </Collection>
              </GridListSection>
            ))}
          </GridList>
        </Virtualizer>
      )}
      {foot}
      {menu !== null && (
        <Menu
          name={menu.token.label}
          at={menu}
          onClose={closeMenu}
          items={[
            { words: 'Open', icon: FileText, act: () => selectToken(menu.token.id) },
            {
              words: 'Test',
              icon: Play,
              act: () => onTest(menu.token.id),
              disabled: isRunning(menu.token.id) || !isUsable(menu.token),
            },
            {
              words: 'Copy',
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

/** What lies ahead of a token, and how sure that is. */
function ahead(token: Token): string {
  if (token.revokedAt !== null) return '';
  const expiry = expiryOf(token);
  return `Expires ${date(expiry.at)} unless used${expiry.sure ? ', by Okta' : ', a forecast'}. Rotation due ${date(rotationDueOf(token))}.`;
}

const isUsable = ({ readable, revokedAt }: Token): boolean => readable && revokedAt === null;

function Row({
  item: { id, token, health },
  running,
  onTest,
  onMenu,
}: {
  readonly item: ListedToken;
  readonly running: boolean;
  readonly onTest: (tokenId: string) => void;
  readonly onMenu: (x: number, y: number) => void;
}) {
  return (
    <GridListItem
      id={id}
      className="row"
      onContextMenu={(event) => {
        event.preventDefault();
        // By the keyboard it has no pointer to open at.
        const box = event.currentTarget.getBoundingClientRect();
        onMenu(event.clientX || box.left + 24, event.clientY || box.bottom);
      }}
      textValue={`${token.label}, ${token.orgHost}, ${health.health}, ${health.reason}`}
    >
      <span className="name ellipsis" title={token.label}>
        {token.label}
      </span>
      <HealthPill health={health.health} />
      <span className="meta">
        <OrgMark name={shortHost(token.orgHost)} environment={token.environment} />
        <span className="ellipsis" title={ahead(token)}>
          {running ? 'Testing…' : health.reason}
        </span>
      </span>
      <AriaButton
        className="button quiet icon-only row-test"
        aria-label={`Test ${token.label}`}
        isDisabled={!isUsable(token)}
        // Not disabled: it would drop the focus in mid-list.
        isPending={running}
        onPress={() => onTest(id)}
      >
        <Icon of={running ? LoaderCircle : Play} className={running ? 'spin' : ''} />
      </AriaButton>
    </GridListItem>
  );
}
