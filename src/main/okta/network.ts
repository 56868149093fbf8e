/** How the Okta client reaches the network. It is read for each new connection. */
export interface OktaNetwork {
  /** PEM certificates to trust in addition to the system's. */
  readonly extraCaPem: string | null;
  readonly proxy: { mode: 'system' } | { mode: 'none' } | { mode: 'custom'; url: string };
  /** Electron's session.resolveProxy: "DIRECT", "PROXY host:port", and so on. */
  /** Returns why Keyturn may not call an org at all, or null when it may. Absent: every org. */
  readonly orgRefusal?: (origin: string) => string | null;
  readonly resolveSystemProxy?: (url: string) => Promise<string>;
}
