import type { DataKey } from './data-key.ts';
import { createDatabase } from './database.ts';
import { FileTrouble } from './file-trouble.ts';
import { putKey, writeMeta } from './key-table.ts';
import { putInPlace, unfinishedBeside, vaultExists } from './vault-file.ts';
import type { Wrapping } from './wrappings.ts';

/** Makes an empty vault at `path`. The whole vault appears under its name, or nothing does. Throws errors that `troubleOf` knows. */
export function newVaultFile(path: string, key: DataKey, wrapping: Wrapping): void {
  const unfinished = unfinishedBeside(path);
  const made = createDatabase(unfinished);
  try {
    made.transaction(() => {
      putKey(made, wrapping);
      writeMeta(made, 'key_check', key.check);
    });
  } finally {
    // Closing moves the log into the file, so that one rename moves everything.
    made.close();
  }
  // Another process may have made a vault meanwhile; that vault stays.
  if (vaultExists(path)) throw new FileTrouble('in-use');
  putInPlace(unfinished, path);
}
