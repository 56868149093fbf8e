import { LayoutDashboard } from 'lucide-react';
import type { Token } from '../../shared/contract/tokens.ts';
import { type Health, unusedDays } from '../../shared/health.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import typography from '../ui/typography.module.css';
import { useLoaded } from '../ui/use-loaded.ts';
import { shared } from '../ui/words.ts';
import { HealthCard } from './health-card.tsx';
import styles from './overview.module.css';
import { PrivilegeCard } from './privilege-card.tsx';
import { TokensCard } from './tokens-card.tsx';
import { words } from './words.ts';
import { WorkCard } from './work-card.tsx';

interface OverviewPageProps {
  /** The page reads its data again when they change. */
  readonly tokens: readonly Token[];
  readonly onOpen: (tokenId: string) => void;
  readonly onAdd: () => void;
  readonly onTasks: () => void;
  /** Shows the tokens of that health. */
  readonly onHealth: (health: Health) => void;
}

/** Shows all tokens together: by health, what needs the person this week, least privilege by org, and the unused and super-admin tokens. */
export function OverviewPage({ tokens, onOpen, onAdd, onTasks, onHealth }: OverviewPageProps) {
  const { view, failure } = useLoaded(tokens, () => bridge.overview.read());
  const alive = tokens.filter(({ revokedAt }) => revokedAt === null).length;
  return (
    <main
      className={`${pages.page} ${pages.wide}`}
      aria-label={shared.overview}
      aria-busy={view === null && failure === null}
    >
      <header className={pages.top}>
        <div className={layout.grow}>
          <h1>{shared.overview}</h1>
          <p className={typography.muted}>{words.overviewPage.about}</p>
        </div>
      </header>
      <div className={pages.body}>
        <FailureNote failure={failure} />
        {tokens.length === 0 ? (
          <div className={emptyState.empty}>
            <Icon of={LayoutDashboard} />
            <h2>{words.overviewPage.nothingYet}</h2>
            <p>{words.overviewPage.addFirst}</p>
            <Button kind="primary" onClick={onAdd}>
              {shared.addToken}
            </Button>
          </div>
        ) : (
          view !== null && (
            <>
              <div className={styles.pair}>
                <HealthCard overview={view} onHealth={onHealth} />
                <PrivilegeCard orgs={view.orgs} />
              </div>
              <WorkCard work={view.work} now={view.at} onOpen={onOpen} onTasks={onTasks} />
              <div className={styles.pair}>
                <TokensCard
                  title={words.tokensCard.unused}
                  about={words.tokensCard.whatUnused(unusedDays)}
                  none={words.tokensCard.noneUnused(unusedDays)}
                  list={view.unused}
                  of={alive}
                  now={view.at}
                  onOpen={onOpen}
                />
                <TokensCard
                  title={words.tokensCard.superAdmins}
                  about={words.tokensCard.whatSuperAdmins}
                  none={words.tokensCard.noneSuperAdmin}
                  list={view.superAdmins}
                  of={alive}
                  now={view.at}
                  onOpen={onOpen}
                />
              </div>
            </>
          )
        )}
      </div>
    </main>
  );
}
