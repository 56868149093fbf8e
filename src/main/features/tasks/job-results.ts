import { csvHead, csvLine } from '../../base/csv.ts';
import { FileInParts } from '../../base/file-in-parts.ts';
import type { Watch } from '../../base/files.ts';
import type { JobStore } from './job-store.ts';

const rowsAtATime = 500;

/** Writes the result of each row of a job into a CSV file, row after row. The file appears whole or not at all. Throws Failed `file`. */
export function saveResults(store: JobStore, jobId: string, path: string, watch: Watch): void {
  const file = new FileInParts(path, watch);
  try {
    file.append(
      csvHead(['row', 'login', 'id', 'before', 'result', 'sentence', 'time', 'requestId', 'group']),
    );
    for (let last = 0; ; ) {
      const rows = store.rows(jobId, null, last, rowsAtATime);
      if (rows.length === 0) break;
      last = rows.at(-1)?.no ?? last;
      const lines = rows.map(({ no, state, facts }) =>
        csvLine([
          no,
          ...[facts.login, facts.userId, facts.before, state, facts.sentence],
          ...[
            facts.at === null ? '' : new Date(facts.at).toISOString(),
            facts.requestId ?? '',
            facts.group?.name ?? '',
          ],
        ]),
      );
      file.append(lines.join(''));
    }
    file.finish();
  } finally {
    file.abandon();
  }
}
