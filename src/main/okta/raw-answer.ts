import type { Headers } from './rate-limits.ts';

/** An answer as it came. */
export interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** From asking to its last byte. */
  readonly ms: number;
}

/** A header that came once, or null. */
export function header(raw: Raw, name: string): string | null {
  const value = raw.headers[name];
  return typeof value === 'string' ? value : null;
}

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
