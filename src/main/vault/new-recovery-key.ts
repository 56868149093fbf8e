import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import { putKey } from './key-table.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { wrapByRecoveryKey } from './wrappings.ts';

/** Replaces the recovery key, and returns the new one in its written form, which is stored nowhere. Throws as a write does. */
export async function putRecoveryKey(db: Database, key: DataKey): Promise<string> {
  const { bytes, text } = newRecoveryKey();
  try {
    putKey(db, await key.withRoot((root) => wrapByRecoveryKey(root, bytes)));
    return text;
  } finally {
    bytes.fill(0);
  }
}
