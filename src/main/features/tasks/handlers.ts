import type { Handlers } from '../../ipc/router.ts';
import type { SearchDesk } from './search-desk.ts';

/** Returns the methods of tasks. */
export function tasksHandlers(search: SearchDesk): Handlers['tasks'] {
  return {
    view: ({ orgId }) => search.view(orgId),
    search: ({ orgId, tokenId, question }) => search.search(orgId, tokenId, question),
    more: ({ resultId }) => search.more(resultId),
    keepSearch: ({ orgId, name, question }) => search.keepSearch(orgId, name, question),
    forgetSearch: ({ orgId, searchId }) => search.forgetSearch(orgId, searchId),
    exportUsers: ({ orgId, tokenId, question, columns }) =>
      search.exportUsers(orgId, tokenId, question, columns),
    stopReading: ({ orgId }) => {
      search.stop(orgId);
      return {};
    },
  };
}
