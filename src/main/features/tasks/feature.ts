import type { UserJob } from '../../../shared/contract/tasks.ts';
import type { Feature } from '../../app/feature.ts';
import type { Vault } from '../../vault/vault.ts';
import { GroupRules } from './group-rules.ts';
import { tasksHandlers } from './handlers.ts';
import { HeldFiles } from './held-files.ts';
import { JobDesk, type JobNeeds } from './job-desk.ts';
import { JobStore } from './job-store.ts';
import { SearchDesk, type SearchNeeds } from './search-desk.ts';
import { SearchStore } from './search-store.ts';
import { UserReading } from './user-reading.ts';

/** What the user tasks need from the rest of the app. */
export type TasksNeeds = Omit<SearchNeeds & JobNeeds, 'reading' | 'searches' | 'store' | 'files'> & {
  readonly vault: Vault;
};

/** The feature for work on many users of an org. */
export interface TasksFeature extends Feature<'tasks'> {
  /** Returns the paused jobs of all orgs, newest first. */
  readonly resting: () => UserJob[];
  /** Returns whether a job is changing users now. */
  readonly works: () => boolean;
}

/** Returns the feature. Its reading and its jobs stop when the vault locks and when the app ends. */
export function tasksFeature(needs: TasksNeeds): TasksFeature {
  const reading = new UserReading(needs);
  const files = new HeldFiles(needs.dialogs);
  const search = new SearchDesk({ ...needs, reading, searches: new SearchStore(needs.vault) });
  const jobs = new JobDesk({ ...needs, reading, files, store: new JobStore(needs.vault) });
  const stop = () => {
    reading.stopAll();
    search.forget();
    files.forget();
    return jobs.stopAll();
  };
  return {
    name: 'tasks',
    handlers: tasksHandlers(search, jobs, new GroupRules({ ...needs, reading }), reading),
    opened: () => jobs.opened(),
    resting: () => jobs.resting(),
    works: () => jobs.works,
    lock: stop,
    end: stop,
  };
}
