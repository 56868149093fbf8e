import type { Headers } from './rate-limits.ts';

/** An answer as Okta sent it. */
export interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The time from the request to the last byte. */
  readonly ms: number;
}

/** Returns a header, or null. For a repeated header, returns the first value. */
export function header(raw: Pick<Raw, 'headers'>, name: string): string | null {
  const value = raw.headers[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? null;
}

/**
 * Returns an id that a header may contain: visible ASCII only (RFC 9110, section 5.5). Returns null for other ids, and for ids much longer
 * than Okta's.
 */
export const sendable = (id: string | null): string | null =>
  id !== null && /^[\x21-\x7e]{1,120}$/.test(id) ? id : null;

/** Returns a parsed body: null for an empty one, undefined for one that is not JSON. */
export function json(text: string): unknown {
  if (text === '') return null;
  try {
    // Some gateways begin a body with a byte order mark, which a reader may ignore (RFC 8259, section 8.1).
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
