import type { Headers } from './rate-limits.ts';

/** An answer as it came. */
export interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** From asking to its last byte. */
  readonly ms: number;
}

/** A header, the first one where it came several times, or null. */
export function header(raw: Pick<Raw, 'headers'>, name: string): string | null {
  const [value] = [raw.headers[name] ?? []].flat();
  return value ?? null;
}

/** An id that may be sent back in a header: visible ASCII only (RFC 9110, section 5.5); null when it is none, or much longer than Okta's. */
export const sendable = (id: string | null): string | null =>
  id !== null && /^[\x21-\x7e]{1,120}$/.test(id) ? id : null;

/** What a body says; null for an empty one, undefined for one that is not JSON. */
export function json(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Resolves and rejects as `work` does, or rejects with the signal's reason when that aborts first. Its listener goes with it: Node keeps a signal
 * that others make up (`AbortSignal.any`) alive for as long as it has one and they live, which for the client's own is until the app ends.
 */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
