import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Strings cannot be wiped, and some hold secrets: safeStorage returns the data key as a string, and a header carries a token. V8 leaves
 * freed strings in memory unless its flag --clear-free-memory is on. Call this first of all, since the flag does not affect memory freed
 * earlier.
 */
export function overwriteFreedMemory(): void {
  setFlagsFromString('--clear-free-memory');
  setFlagsFromString('--expose-gc');
}

/** Frees, and so overwrites, everything that is no longer referenced. Takes some tens of milliseconds. */
export function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext("typeof gc === 'function' ? gc : null");
  if (typeof collect === 'function') collect();
}
