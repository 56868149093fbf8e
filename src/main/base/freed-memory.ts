import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Strings cannot be wiped, and some hold what matters: safeStorage hands the data key over as one, a header carries a token. V8 leaves
 * them in memory after it has freed them, unless it is told to overwrite (its flag --clear-free-memory). Called first of all, since
 * what was freed before stays.
 */
export function overwriteFreedMemory(): void {
  setFlagsFromString('--clear-free-memory');
  setFlagsFromString('--expose-gc');
}

/** Frees, and so overwrites, what nothing holds any more. Takes some tens of milliseconds. */
export function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext("typeof gc === 'function' ? gc : null");
  if (typeof collect === 'function') collect();
}
