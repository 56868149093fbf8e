/** How the Okta client reaches the network; read anew for each connection. */
export interface OktaNetwork {
  /** Certificates trusted besides the system's, as PEM. */
  readonly extraCaPem: string | null;
  readonly proxy: { mode: 'system' } | { mode: 'none' } | { mode: 'custom'; url: string };
  /** Electron's session.resolveProxy: "DIRECT", "PROXY host:port", and so on. */
  readonly resolveSystemProxy?: (url: string) => Promise<string>;
}
