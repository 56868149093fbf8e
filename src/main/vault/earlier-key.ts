import { dropOfKey } from './daily-backup.ts';
import type { Database } from './database.ts';
import { failedBy } from './file-trouble.ts';
import { readMeta, removeMeta } from './key-table.ts';
import { removeUnfinished } from './vault-file.ts';

/**
 * Removes everything an earlier data key may still open: its bytes in the file and in SQLite's log, and the daily and unfinished backups
 * made under it. Does nothing when this was already done. The vault commits its new key before this call, so the app may be killed at any
 * moment: the next opening starts the removal again. Throws Failed `disk-full` or `read-only`; the next opening then removes the rest.
 */
export function removeEarlierKey(db: Database): void {
  const check = readMeta(db, 'earlier_key_check');
  if (check === null) return;
  db.writeAnew();
  try {
    if (db.path !== null) {
      dropOfKey(db.path, check);
      removeUnfinished(db.path);
    }
  } catch (error) {
    throw failedBy(error);
  }
  removeMeta(db, 'earlier_key_check');
  db.emptyLog();
}
