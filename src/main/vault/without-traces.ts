/**
 * Runs `make` while errors get no stack trace. Node finds out by an error of its own, which it catches, that a key is a Buffer. The trace of
 * that error takes two thirds of the time of making a cipher or a hash. A KeyObject would need none, but nobody can wipe it.
 */
export function withoutTraces<T>(make: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
