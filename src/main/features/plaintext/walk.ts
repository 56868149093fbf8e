import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeftOut } from './places.ts';

/** What a walk skipped. */
export interface PassedBy {
  links: number;
  leftOut: number;
  unreadable: number;
}

/**
 * Yields every plain file below a folder, the nearest first. It follows no link, so it never leaves the folder. It enters no folder that
 * `isLeftOut` names. It counts in `passed` what it skips.
 */
export async function* filesBelow(folder: string, passed: PassedBy): AsyncGenerator<string> {
  const folders = [folder];
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    const entries = await opendir(next).catch(() => null);
    if (entries === null) {
      passed.unreadable++;
      continue;
    }
    for await (const entry of entries) {
      const path = join(next, entry.name);
      if (entry.isSymbolicLink()) passed.links++;
      else if (entry.isFile()) yield path;
      else if (entry.isDirectory()) {
        if (isLeftOut(path)) passed.leftOut++;
        else folders.push(path);
      }
    }
  }
}
