import type { PageSchemes } from '../page/scripts.ts';

/** Answers one request. Throws a NetError for one that ends badly. */
export type SchemeHandler = (request: Request) => Promise<Response>;

/** A scheme and main's settings for it. */
export interface SchemeEntry {
  privileges: Electron.Privileges;
  handler: SchemeHandler | null;
}

/** Replaces an empty path, which an https address cannot have but a non-standard scheme can. */
const noPath = '/%E2%88%85';
const builtIn: ReadonlySet<string> = new Set(['http', 'https', 'file']);
/** The schemes that Chromium itself serves. Main can only intercept them. */
export const isBuiltIn = (scheme: string): boolean => builtIn.has(scheme);
/** Returns the scheme of an address in lower case; empty when it has none. */
export const schemeOf = (url: string): string => url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();

/**
 * Stock Chromium loads no custom scheme, so each one is mapped to its own https name: `app://bundle` to `https://app.localhost`, and any
 * other `scheme://host` to `https://host.scheme.localhost`. Main sees only its own addresses.
 */
export class Schemes {
  readonly entries = new Map<string, SchemeEntry>();

  entry(scheme: string): SchemeEntry {
    const known = this.entries.get(scheme) ?? { privileges: {}, handler: null };
    this.entries.set(scheme, known);
    return known;
  }

  /** Returns the address for Chromium. */
  toInternal(url: string): string {
    const [, scheme = '', authority = '', rest = ''] =
      /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([\s\S]*)$/i.exec(url) ?? [];
    const name = scheme.toLowerCase();
    if (!this.entries.has(name) || isBuiltIn(name)) return url;
    const host = authority.toLowerCase();
    const bare = rest === '' && this.entries.get(name)?.privileges.standard !== true;
    const path = bare ? noPath : rest.startsWith('/') ? rest : `/${rest}`;
    return `https://${name === 'app' && host === 'bundle' ? 'app.localhost' : `${host}.${name}.localhost`}${path}`;
  }

  /** Returns the address for main. */
  toExternal(url: string): string {
    const [, labels = '', rest = ''] =
      /^https:\/\/([a-z0-9._-]+)\.localhost(?=[/?#]|$)([\s\S]*)$/i.exec(url) ?? [];
    if (labels === '') return url;
    if (labels === 'app' && this.entries.has('app')) return `app://bundle${rest}`;
    const dot = labels.lastIndexOf('.');
    const scheme = labels.slice(dot + 1);
    return dot > 0 && this.entries.has(scheme)
      ? `${scheme}://${labels.slice(0, dot)}${rest === noPath ? '' : rest}`
      : url;
  }

  /** Returns the entry of an address, with the address that main knows; null when main does not handle it. */
  ownerOf(internal: string): { url: string; entry: SchemeEntry } | null {
    const url = this.toExternal(internal);
    const entry = this.entries.get(schemeOf(url));
    if (entry === undefined || (isBuiltIn(schemeOf(url)) && entry.handler === null)) return null;
    return { url, entry };
  }

  /**
   * Returns an address as Chromium writes it for its scheme: a standard one has a host and a path, no port and no user; others stay as
   * typed. Throws a TypeError for a standard address without a host.
   */
  normal(url: string): string {
    if (this.entries.get(schemeOf(url))?.privileges.standard !== true) return url;
    const [, authority = '', rest = ''] = /^[^:]*:\/*([^/?#]*)([\s\S]*)$/.exec(url) ?? [];
    const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '').toLowerCase();
    if (host === '') throw new TypeError('Invalid URL');
    return `${schemeOf(url)}://${host}${rest.startsWith('/') ? rest : `/${rest}`}`;
  }

  /** Whether main handles an ordinary scheme, so that every request must be looked at. */
  get handlesOrdinary(): boolean {
    return [...builtIn].some((scheme) => this.entries.get(scheme)?.handler != null);
  }

  /** Returns what pages need to request custom schemes by script; `app` is only ever loaded. */
  forPages(): PageSchemes {
    return Object.fromEntries(
      [...this.entries]
        .filter(
          ([scheme, { privileges }]) =>
            scheme !== 'app' &&
            !isBuiltIn(scheme) &&
            (privileges.supportFetchAPI === true || privileges.corsEnabled === true),
        )
        .map(([scheme, { privileges }]) => [
          scheme,
          {
            supportFetchAPI: privileges.supportFetchAPI === true,
            bare: privileges.standard === true ? '/' : noPath,
          },
        ]),
    );
  }
}
