import {
  Activity,
  CalendarDays,
  CircleQuestionMark,
  ClipboardList,
  FileSearch,
  KeyRound,
  LayoutDashboard,
  Lock,
  Settings,
  Users,
} from 'lucide-react';
import { series } from '../../shared/listed.ts';
import { environmentNames } from '../../shared/profile/words.ts';
import { until } from '../../shared/time-words.ts';
import { unseen, useLife } from '../life/life-store.ts';
import { useApps } from '../service/apps-store.ts';
import { pickOrg, useTokens } from '../tokens/tokens-store.ts';
import { breakable } from '../ui/breakable.ts';
import { Icon } from '../ui/icons.tsx';
import { shownKeys, withCommand } from '../ui/keys.ts';
import layout from '../ui/layout.module.css';
import { OrgMark } from '../ui/org-mark.tsx';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import { shared } from '../ui/words.ts';
import { useVault } from '../vault/vault-store.ts';
import { lock } from './actions.ts';
import { useInfo } from './info-store.ts';
import styles from './sidebar.module.css';
import { openHelp, type Page, show, topicOf, useView } from './view-store.ts';
import { words } from './words.ts';

const pages: readonly (readonly [page: Page, name: string, icon: typeof KeyRound])[] = [
  ['overview', shared.overview, LayoutDashboard],
  ['tokens', shared.tokens, KeyRound],
  ['upcoming', shared.upcoming, CalendarDays],
  ['inventory', shared.inventory, ClipboardList],
  ['tasks', shared.tasks, Users],
  ['plaintext', shared.findInFiles, FileSearch],
  ['activity', shared.activity, Activity],
  ['settings', shared.settings, Settings],
];

/** Shows the sidebar: the pages, the orgs, and where tokens are kept. */
export function Sidebar() {
  const page = useView((state) => state.page);
  const apps = useApps((state) => state.apps.length);
  const count = useTokens((state) => state.tokens.length) + apps;
  const orgs = useTokens((state) => state.orgs);
  const orgId = useTokens((state) => state.orgId);
  const fresh = useLife((state) => unseen(state.notices));
  const news = useInfo((state) => state.news);
  const help = news ? words.sidebar.aboutAndNew : words.sidebar.aboutThisPage;
  return (
    <div className={styles.column}>
      <nav className={styles.side} aria-label={words.sidebar.keyturn}>
        <div className={styles.brand}>
          <i aria-hidden="true">
            <KeyRound />
          </i>
          <span>{words.sidebar.keyturn}</span>
        </div>
        {pages.map(([name, title, icon]) => {
          const here = page === name && (name !== 'tokens' || orgId === null);
          return (
            <button
              key={name}
              type="button"
              className={styles.nav}
              // In a narrow window the icon is alone.
              title={title}
              aria-current={here ? 'page' : undefined}
              onClick={() => {
                if (name === 'tokens') pickOrg(null);
                show(name);
              }}
            >
              <Icon of={icon} />
              <span className={layout.grow}>{title}</span>
              {name === 'tokens' && <span className={styles.count}>{count}</span>}
              {name === 'upcoming' && fresh > 0 && (
                <span className={`${styles.count} ${styles.new}`}>{words.sidebar.new(fresh)}</span>
              )}
            </button>
          );
        })}
        {orgs.length > 0 && <h2 className={styles.orgsHead}>{words.sidebar.orgs}</h2>}
        <div className={styles.orgs}>
          {orgs.map((org) => (
            <button
              key={org.id}
              type="button"
              className={styles.nav}
              // The mark shows which orgs are production. The name gets the rest of the space.
              title={words.sidebar.org(org.host, environmentNames[org.environment])}
              aria-current={page === 'tokens' && orgId === org.id ? 'page' : undefined}
              onClick={() => {
                pickOrg(orgId === org.id ? null : org.id);
                show('tokens');
              }}
            >
              <OrgMark name={org.name} environment={org.environment} />
              <span className={`${layout.grow} ${styles.orgName}`}>{breakable(org.name)}</span>
              <span className={typography.hidden}>{environmentNames[org.environment]}</span>
            </button>
          ))}
        </div>
        <KeptIn />
      </nav>
      {/* The button opens no page, so it is not part of the navigation. */}
      <button
        type="button"
        className={styles.help}
        aria-label={help}
        aria-keyshortcuts="F1"
        title={series([help, shownKeys('f1')])}
        // The dot means news, so the button opens the news then.
        onClick={() => openHelp(news ? 'news' : topicOf())}
      >
        <Icon of={CircleQuestionMark} />
        {news && <i className={styles.dot} aria-hidden="true" />}
      </button>
    </div>
  );
}

/** Shows where tokens are kept, and when Keyturn locks. */
function KeptIn() {
  const status = useVault((state) => state.status);
  const now = useNow(15_000);
  if (status?.keptIn == null) return null;
  const session = status.keptIn.kind === 'session';
  return (
    <div className={styles.kept} title={status.keptIn.sentence}>
      <div className={styles.keptIn}>
        <div className={typography.ellipsis}>{status.keptIn.label}</div>
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
          className={styles.nav}
          aria-keyshortcuts="Control+L Meta+L"
          onClick={() => void lock()}
        >
          <Icon of={Lock} />
          <span className={layout.grow}>{shared.lock}</span>
          <span className={typography.key} aria-hidden="true">
            {withCommand('L')}
          </span>
        </button>
      )}
    </div>
  );
}
