import type { ActivityEntry } from '../../../shared/contract/life.ts';
import { writeFileAtomically } from '../../base/files.ts';
import type { Dialogs } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { ActivityLog } from './store.ts';

/** The methods of activity. `onExported` notes the export in the record itself. */
export function activityHandlers(
  log: ActivityLog,
  dialogs: Dialogs,
  now: () => number,
  onExported: (path: string) => void,
): Handlers['activity'] {
  return {
    list: (wanted) => log.list(wanted),
    check: () => log.check(),
    exportAs: async ({ as }) => {
      const day = new Date(now()).toISOString().slice(0, 10);
      const path = await dialogs.saveFile('Save the record of activity', `keyturn-activity-${day}.${as}`);
      if (path === null) return { path: null };
      writeFileAtomically(path, as === 'csv' ? asCsv(log.all()) : asJson(log));
      onExported(path);
      return { path };
    },
  };
}

const columns = ['seq', 'at', 'who', 'action', 'token', 'org', 'outcome', 'requestId', 'sentence'] as const;

/** RFC 4180, with a byte order mark for spreadsheets. A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
export function asCsv(entries: Iterable<ActivityEntry>): string {
  const cell = (value: string | number): string => {
    const text = String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.join(',')];
  for (const entry of entries) {
    const { seq, at, who, action, label, orgHost, outcome, requestId, sentence } = entry;
    lines.push(
      [seq, new Date(at).toISOString(), who, action, label, orgHost, outcome, requestId ?? '', sentence]
        .map(cell)
        .join(','),
    );
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
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
