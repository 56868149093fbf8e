import type { Handlers } from '../../ipc/router.ts';
import type { GroupRules } from './group-rules.ts';
import type { JobDesk } from './job-desk.ts';
import type { SearchDesk } from './search-desk.ts';
import type { UserReading } from './user-reading.ts';

/** Returns the methods of tasks. */
export function tasksHandlers(
  search: SearchDesk,
  jobs: JobDesk,
  rules: GroupRules,
  reading: UserReading,
): Handlers['tasks'] {
  return {
    view: ({ orgId }) => search.view(orgId),
    search: ({ orgId, tokenId, question }) => search.search(orgId, tokenId, question),
    more: ({ resultId }) => search.more(resultId),
    keepSearch: ({ orgId, name, question }) => search.keepSearch(orgId, name, question),
    forgetSearch: ({ orgId, searchId }) => search.forgetSearch(orgId, searchId),
    exportUsers: ({ orgId, tokenId, question, columns }) =>
      search.exportUsers(orgId, tokenId, question, columns),
    jobs: ({ orgId }) => jobs.list(orgId),
    chooseFile: async () => ({ file: await jobs.chooseFile() }),
    profileForm: ({ orgId, tokenId, fileId }) => jobs.profileForm(orgId, tokenId, fileId),
    findGroups: ({ orgId, tokenId, begins }) => jobs.findGroups(orgId, tokenId, begins),
    makeRule: (wanted) => rules.make(wanted),
    plan: (wanted) => jobs.plan(wanted),
    rows: ({ jobId, state, after, limit }) => jobs.rows(jobId, state, after, limit),
    start: ({ jobId, typed }) => jobs.start(jobId, typed),
    pause: ({ jobId }) => jobs.pause(jobId),
    goOn: ({ jobId }) => jobs.goOn(jobId),
    cancelJob: ({ jobId }) => jobs.cancel(jobId),
    saveResults: async ({ jobId }) => ({ path: await jobs.saveResults(jobId) }),
    forgetJob: ({ jobId }) => jobs.forget(jobId),
    stopReading: ({ orgId }) => {
      reading.stop(orgId);
      return {};
    },
  };
}
