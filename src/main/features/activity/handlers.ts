import type { ActivityEntry } from '../../../shared/contract/activity.ts';
import { isoDay } from '../../../shared/iso-day.ts';
import { csvOf } from '../../base/csv.ts';
import { type Watch, writeFileAtomically } from '../../base/files.ts';
import type { Dialogs } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { ActivityLog } from './store.ts';
import { words } from './words.ts';

/** Returns the methods of activity. `onExported` notes the export in the record itself. */
export function activityHandlers(
  log: ActivityLog,
  dialogs: Dialogs,
  now: () => number,
  watch: Watch,
  onExported: (path: string) => void,
): Handlers['activity'] {
  return {
    list: (wanted) => log.list(wanted),
    check: () => log.check(),
    exportAs: async ({ as }) => {
      const day = isoDay(now());
      const path = await dialogs.saveFile(words.handlers.saveRecord, `keyturn-activity-${day}.${as}`);
      if (path === null) return { path: null };
      writeFileAtomically(path, as === 'csv' ? asCsv(log.all()) : asJson(log), watch);
      onExported(path);
      return { path };
    },
  };
}

const columns = [
  'seq',
  'at',
  'who',
  'action',
  'token',
  'org',
  'outcome',
  'code',
  'requestId',
  'sentence',
] as const;

/** Returns the record as CSV. `csvOf` says what it prevents in a spreadsheet. */
export const asCsv = (entries: Iterable<ActivityEntry>): string => csvOf(columns, rowsOf(entries));

function* rowsOf(entries: Iterable<ActivityEntry>): Generator<(string | number)[]> {
  for (const { seq, at, who, action, label, orgHost, outcome, code = '', requestId, sentence } of entries) {
    yield [
      ...[seq, new Date(at).toISOString(), who, action, label, orgHost],
      ...[outcome, code, requestId ?? '', sentence],
    ];
  }
}

const asJson = (log: ActivityLog): string =>
  `${JSON.stringify(
    {
      format: 'keyturn activity 1',
      check: log.check(),
      entries: [...log.all()].map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
    },
    null,
    2,
  )}\n`;
