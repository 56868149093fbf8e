/** How the Okta client reaches the network. It is read for each org's first call, and again after a change. */
export interface OktaNetwork {
  /** PEM certificates to trust in addition to the system's. */
  readonly extraCaPem: string | null;
  readonly proxy: { mode: 'system' } | { mode: 'none' } | { mode: 'custom'; url: string };
  /** Electron's session.resolveProxy: "DIRECT", "PROXY host:port", and so on. */
  readonly resolveSystemProxy?: (url: string) => Promise<string>;
}
