import { Users } from 'lucide-react';
import { useEffect } from 'react';
import type { Org } from '../../shared/contract/orgs.ts';
import { clockTime } from '../../shared/time-words.ts';
import emptyState from '../ui/empty-state.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Choice } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import { JobView } from './job-view.tsx';
import { JobsCard } from './jobs-card.tsx';
import { loadJobs, useJobs } from './jobs-store.ts';
import { PlanCard } from './plan-card.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SearchForm } from './search-form.tsx';
import styles from './tasks.module.css';
import { openOrg, pickAsker, useTasks } from './tasks-store.ts';
import { UsersTable } from './users-table.tsx';
import { words } from './words.ts';

/** Shows the work on many users of one org. */
export function TasksPage({ orgs }: { readonly orgs: readonly Org[] }) {
  const { orgId, view, tokenId, failure, exported, busy } = useTasks();
  const org = orgs.find(({ id }) => id === orgId) ?? orgs[0] ?? null;
  const shownId = org?.id ?? null;
  const job = useJobs((state) => state.jobs.find(({ id }) => id === state.shownId) ?? null);
  useEffect(() => {
    if (shownId === null) return;
    void openOrg(shownId);
    void loadJobs(shownId);
  }, [shownId]);
  return (
    <main className={`${pages.page} ${pages.wide}`} aria-label={shared.tasks}>
      <header className={pages.top}>
        <div className={layout.grow}>
          <h1>{shared.tasks}</h1>
          <p className={typography.muted}>{words.tasksPage.about}</p>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a control in it, it could not be scrolled by the keyboard */}
      <section className={pages.body} tabIndex={0} aria-label={words.tasksPage.usersOfOrg}>
        {org === null ? (
          <div className={emptyState.empty}>
            <Icon of={Users} />
            <h2>{words.tasksPage.noOrgYet}</h2>
            <p>{words.tasksPage.addTokenFirst}</p>
          </div>
        ) : (
          <>
            <div className={styles.who}>
              <Choice
                label={words.tasksPage.org}
                value={org.id}
                disabled={busy !== null}
                options={orgs.map(({ id, host }) => [id, host] as const)}
                onChange={(event) => {
                  void openOrg(event.target.value);
                  void loadJobs(event.target.value);
                }}
              />
              {view !== null && tokenId !== null && (
                <Choice
                  label={words.tasksPage.askWith}
                  value={tokenId}
                  disabled={busy !== null}
                  options={view.askers.map(
                    (asker) => [asker.tokenId, words.tasksPage.askerOf(asker.label, asker.owner)] as const,
                  )}
                  onChange={(event) => pickAsker(event.target.value)}
                />
              )}
            </div>
            {job !== null ? (
              <JobView key={job.id} job={job} />
            ) : view !== null && view.askers.length === 0 ? (
              <div className={emptyState.empty}>
                <h2>{words.tasksPage.noAsker}</h2>
                <p>{words.tasksPage.noAskerWhy}</p>
              </div>
            ) : (
              <>
                <SearchForm />
                <FailureNote failure={failure} />
                <Progress />
                {exported !== null && (
                  <p role="status" className={typography.selectable}>
                    {words.exportDialog.exported(exported.users, <b>{exported.path}</b>)}
                  </p>
                )}
                <SavedSearches />
                <UsersTable />
              </>
            )}
            {/* The choices for a plan stay. So a person can go back, correct the file or the columns, and plan again. */}
            {(view === null || view.askers.length > 0) && (
              <div className={job === null ? styles.planned : styles.away}>
                <PlanCard key={org.id} />
              </div>
            )}
            {job === null && <JobsCard />}
          </>
        )}
      </section>
    </main>
  );
}

/** Shows the progress of a reading, and what it waits for. */
function Progress() {
  const progress = useTasks((state) => state.progress);
  if (progress === null) return null;
  return (
    <p role="status" className={typography.muted}>
      {words.tasksPageProgress.read(progress.read, progress.found)}{' '}
      {progress.waitsUntil !== null && words.tasksPageProgress.waits(clockTime(progress.waitsUntil))}
    </p>
  );
}
