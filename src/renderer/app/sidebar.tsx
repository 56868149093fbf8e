import { Activity, CalendarDays, ClipboardList, KeyRound, Lock, Settings } from 'lucide-react';
import { until } from '../../shared/time-words.ts';
import { unseen, useLife } from '../life/life-store.ts';
import { pickOrg, useTokens } from '../tokens/tokens-store.ts';
import { Icon } from '../ui/icons.tsx';
import { commandKey } from '../ui/keys.ts';
import { environmentWords, OrgMark } from '../ui/org-mark.tsx';
import { useNow } from '../ui/use-now.ts';
import { useVault } from '../vault/vault-store.ts';
import { lock } from './actions.ts';
import { type Page, show, useView } from './view-store.ts';

const pages: readonly (readonly [page: Page, name: string, icon: typeof KeyRound])[] = [
  ['tokens', 'Tokens', KeyRound],
  ['upcoming', 'Upcoming', CalendarDays],
  ['inventory', 'Inventory', ClipboardList],
  ['activity', 'Activity', Activity],
  ['settings', 'Settings', Settings],
];

export function Sidebar() {
  const page = useView((state) => state.page);
  const count = useTokens((state) => state.tokens.length);
  const orgs = useTokens((state) => state.orgs);
  const orgId = useTokens((state) => state.orgId);
  const fresh = useLife((state) => unseen(state.notices));
  return (
    <nav className="side" aria-label="Keyturn">
      <div className="brand">
        <i aria-hidden="true">
          <KeyRound />
        </i>
        Keyturn
      </div>
      {pages.map(([name, words, icon]) => {
        const here = page === name && (name !== 'tokens' || orgId === null);
        return (
          <button
            key={name}
            type="button"
            className="nav"
            aria-current={here ? 'page' : undefined}
            onClick={() => {
              if (name === 'tokens') pickOrg(null);
              show(name);
            }}
          >
            <Icon of={icon} />
            <span className="grow">{words}</span>
            {name === 'tokens' && <span className="count">{count}</span>}
            {name === 'upcoming' && fresh > 0 && <span className="count new-mark">{fresh} new</span>}
          </button>
        );
      })}
      {orgs.length > 0 && <h2 className="side-head">Orgs</h2>}
      <div className="side-orgs">
        {orgs.map((org) => (
          <button
            key={org.id}
            type="button"
            className="nav"
            title={org.host}
            aria-current={page === 'tokens' && orgId === org.id ? 'page' : undefined}
            onClick={() => {
              pickOrg(orgId === org.id ? null : org.id);
              show('tokens');
            }}
          >
            <OrgMark name={org.name} environment={org.environment} />
            <span className="grow ellipsis">{org.name}</span>
            <span className="count">{environmentWords[org.environment]}</span>
          </button>
        ))}
      </div>
      <KeptIn />
    </nav>
  );
}

/** Where tokens are kept, as it truly is, and when Keyturn locks. */
function KeptIn() {
  const status = useVault((state) => state.status);
  const now = useNow(15_000);
  if (status?.keptIn == null) return null;
  const session = status.keptIn.kind === 'session';
  return (
    <div className="kept" title={status.keptIn.sentence}>
      <div className="kept-in">
        <div className="ellipsis">{status.keptIn.label}</div>
        <small>
          {session
            ? 'Gone when Keyturn quits'
            : status.locksAt === null
              ? 'Does not lock by itself'
              : `Locks ${until(status.locksAt, now)}`}
        </small>
      </div>
      {!session && (
        <button
          type="button"
          className="nav"
          aria-keyshortcuts="Control+L Meta+L"
          onClick={() => void lock()}
        >
          <Icon of={Lock} />
          <span className="grow">Lock</span>
          <span className="key" aria-hidden="true">
            {commandKey} L
          </span>
        </button>
      )}
    </div>
  );
}
