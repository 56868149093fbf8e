import { KeyRound, LoaderCircle, Play, Search, SearchX } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components/GridList';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { OrgMark, shortHost } from '../ui/org-mark.tsx';
import { HealthPill } from '../ui/pill.tsx';
import { useNow } from '../ui/use-now.ts';
import { groupTokens, type ListedToken } from './grouping.ts';
import { pickOrg, selectToken, useTokens } from './tokens-store.ts';

interface TokenListProps {
  readonly isRunning: (tokenId: string) => boolean;
  readonly onAdd: () => void;
  readonly onTest: (tokenId: string) => void;
  readonly onTestAll: () => void;
  readonly testingAll: boolean;
  /** How far Test all is, or nothing. */
  readonly progress: ReactNode;
}

export function TokenList({ isRunning, onAdd, onTest, onTestAll, testingAll, progress }: TokenListProps) {
  const { tokens, filter, orgId, orgs, selectedId, loaded } = useTokens();
  const now = useNow(15_000);
  const groups = useMemo(() => groupTokens(tokens, filter, orgId, now), [tokens, filter, orgId, now]);
  const first = groups[0]?.items[0];
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
          dependencies={[isRunning, now]}
        >
          {groups.map((group) => (
            <GridListSection key={group.id} id={group.id} aria-label={group.title}>
              <GridListHeader className="group">{group.title}</GridListHeader>
              {group.items.map((item) => (
                <Row key={item.id} item={item} running={isRunning(item.id)} onTest={onTest} />
              ))}
            </GridListSection>
          ))}
        </GridList>
      )}
    </section>
  );
}

function Row({
  item: { id, token, health },
  running,
  onTest,
}: {
  readonly item: ListedToken;
  readonly running: boolean;
  readonly onTest: (tokenId: string) => void;
}) {
  return (
    <GridListItem
      id={id}
      className="row"
      textValue={`${token.label}, ${token.orgHost}, ${health.health}, ${health.reason}`}
    >
      <span className="name ellipsis" title={token.label}>
        {token.label}
      </span>
      <HealthPill health={health.health} />
      <span className="meta">
        <OrgMark name={shortHost(token.orgHost)} environment={token.environment} />
        <span className="ellipsis">{running ? 'Testing…' : health.reason}</span>
      </span>
      <AriaButton
        className="button quiet icon-only row-test"
        aria-label={`Test ${token.label}`}
        isDisabled={running || !token.readable}
        onPress={() => onTest(id)}
      >
        <Icon of={running ? LoaderCircle : Play} className={running ? 'spin' : ''} />
      </AriaButton>
    </GridListItem>
  );
}

function NothingYet({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="empty">
      <Icon of={KeyRound} />
      <h2>No tokens yet</h2>
      <p>
        Keyturn leads you through making an API token in Okta, keeps it encrypted on this computer, and tests
        it.
      </p>
      <Button kind="primary" onClick={onAdd}>
        Add your first token
      </Button>
    </div>
  );
}

function NothingFound() {
  return (
    <div className="empty">
      <Icon of={SearchX} />
      <h2>No token matches</h2>
      <p>The filter looks at labels, orgs, owners, tags, purposes and health.</p>
      <Button
        onClick={() => {
          useTokens.setState({ filter: '' });
          pickOrg(null);
        }}
      >
        Show all tokens
      </Button>
    </div>
  );
}
