import type { Feature } from '../../app/feature.ts';
import type { Vault } from '../../vault/vault.ts';
import { tasksHandlers } from './handlers.ts';
import { SearchDesk, type SearchNeeds } from './search-desk.ts';
import { SearchStore } from './search-store.ts';

/** What user tasks are put together from. */
export type TasksNeeds = Omit<SearchNeeds, 'searches'> & { readonly vault: Vault };

/** Returns the feature for work on many users of an org. */
export function tasksFeature(needs: TasksNeeds): Feature<'tasks'> {
  const search = new SearchDesk({ ...needs, searches: new SearchStore(needs.vault) });
  const stop = () => search.stopAll();
  return { name: 'tasks', handlers: tasksHandlers(search), lock: stop, end: stop };
}
