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

/** Rejects with the signal's reason when it aborts; never resolves. */
export function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
