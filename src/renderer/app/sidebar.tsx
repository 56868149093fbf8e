import { Activity, CalendarDays, ClipboardList, KeyRound, Lock, Settings, Users } from 'lucide-react';
import { until } from '../../shared/time-words.ts';
import { unseen, useLife } from '../life/life-store.ts';
import { pickOrg, useTokens } from '../tokens/tokens-store.ts';
import { Icon } from '../ui/icons.tsx';
import { withCommand } from '../ui/keys.ts';
import { environmentWords, OrgMark } from '../ui/org-mark.tsx';
import { useNow } from '../ui/use-now.ts';
import { shared } from '../ui/words.ts';
import { useVault } from '../vault/vault-store.ts';
import { lock } from './actions.ts';
import { type Page, show, useView } from './view-store.ts';
import { words } from './words.ts';

const pages: readonly (readonly [page: Page, name: string, icon: typeof KeyRound])[] = [
  ['tokens', shared.tokens, KeyRound],
  ['upcoming', shared.upcoming, CalendarDays],
  ['inventory', shared.inventory, ClipboardList],
  ['tasks', shared.tasks, Users],
  ['activity', shared.activity, Activity],
  ['settings', shared.settings, Settings],
];

export function Sidebar() {
  const page = useView((state) => state.page);
  const count = useTokens((state) => state.tokens.length);
  const orgs = useTokens((state) => state.orgs);
  const orgId = useTokens((state) => state.orgId);
  const fresh = useLife((state) => unseen(state.notices));
  return (
    <nav className="side" aria-label={words.sidebar.keyturn}>
      <div className="brand">
        <i aria-hidden="true">
          <KeyRound />
        </i>
        {words.sidebar.keyturn}
      </div>
      {pages.map(([name, title, icon]) => {
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
            <span className="grow">{title}</span>
            {name === 'tokens' && <span className="count">{count}</span>}
            {name === 'upcoming' && fresh > 0 && (
              <span className="count new-mark">{words.sidebar.new(fresh)}</span>
            )}
          </button>
        );
      })}
      {orgs.length > 0 && <h2 className="side-head">{words.sidebar.orgs}</h2>}
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
            ? words.sidebar.goneAtQuit
            : status.locksAt === null
              ? words.sidebar.doesNotLockByItself
              : words.sidebar.locks(until(status.locksAt, now))}
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
          <span className="grow">{shared.lock}</span>
          <span className="key" aria-hidden="true">
            {withCommand('L')}
          </span>
        </button>
      )}
    </div>
  );
}
