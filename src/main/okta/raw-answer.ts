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
 * Returns what `work` comes to; rejects with the signal's reason when that aborts first. It listens no longer than that: Node keeps a
 * joined signal (`AbortSignal.any`) alive, and all that its listeners hold, for as long as somebody listens.
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
