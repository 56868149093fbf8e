/** A custom scheme and what main said of it. */
export interface SchemeEntry {
  privileges: Electron.Privileges;
  handler: ((request: Request) => Response | Promise<Response>) | null;
}

/**
 * Stock Chromium loads no custom scheme, so each is mapped to an https name of its own: `app://bundle` to `https://app.localhost`, any
 * other `scheme://host` to `https://host.scheme.localhost`. Main sees its own addresses only.
 */
export class Schemes {
  readonly entries = new Map<string, SchemeEntry>();

  /** The address Chromium is given. */
  toInternal(url: string): string {
    const [, scheme = '', host = '', rest = ''] =
      /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([\s\S]*)$/i.exec(url) ?? [];
    const name = scheme.toLowerCase();
    if (!this.entries.has(name) || ['http', 'https', 'file'].includes(name)) return url;
    const path = rest === '' || rest.startsWith('/') ? rest || '/' : `/${rest}`;
    return `https://${name === 'app' && host === 'bundle' ? 'app.localhost' : `${host.toLowerCase()}.${name}.localhost`}${path}`;
  }

  /** The address main is told. */
  toExternal(url: string): string {
    const [, labels = '', rest = ''] =
      /^https:\/\/([a-z0-9._-]+)\.localhost(?=[/?#]|$)([\s\S]*)$/i.exec(url) ?? [];
    if (labels === '') return url;
    if (labels === 'app' && this.entries.has('app')) return `app://bundle${rest}`;
    const dot = labels.lastIndexOf('.');
    const scheme = labels.slice(dot + 1);
    return dot > 0 && this.entries.has(scheme) ? `${scheme}://${labels.slice(0, dot)}${rest}` : url;
  }

  /** The handler for an internal address, with the address it is to be asked for; null when main handles nothing there. */
  handlerOf(internal: string): { url: string; handler: NonNullable<SchemeEntry['handler']> } | null {
    const url = this.toExternal(internal);
    const handler = this.entries.get(url.slice(0, url.indexOf(':')))?.handler ?? null;
    return handler === null ? null : { url, handler };
  }

  /** Whether main handles an ordinary scheme, so that every request must be looked at. */
  get handlesOrdinary(): boolean {
    return ['http', 'https', 'file'].some((scheme) => this.entries.get(scheme)?.handler != null);
  }
}
