import { dropOfKey } from './daily-backup.ts';
import type { Database } from './database.ts';
import { failedBy } from './file-trouble.ts';
import { readMeta, removeMeta } from './key-table.ts';
import { removeUnfinished } from './vault-file.ts';

/**
 * Removes what an earlier data key may still open: its bytes in the file and in SQLite's log, and the daily and unfinished backups made
 * under it. Does nothing where that was done. The vault's new key is committed before this, so it may be killed at any moment: the next
 * opening does it again from the beginning. Throws Failed `disk-full` or `read-only`; the rest is done at the next opening then.
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
