/**
 * Returns the result of `work`. Rejects with the signal's reason when the signal aborts first. Then removes its listener: Node keeps a
 * joined signal (`AbortSignal.any`), and everything its listeners hold, alive as long as it has listeners.
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([promise, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
