import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

// This file imports no sentence, because the language is read from a file of Keyturn's own.

/**
 * Returns the text of a file of Keyturn's own. Never waits for a pipe or a device that somebody put in its place. Throws the system's
 * error, or an Error when it is not a file.
 */
export function readOwnFile(path: string): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(file).isFile()) throw new Error('Not a file.');
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}
