import { words } from './words.ts';

/** How many credentials of each kind. */
export interface CredentialCounts {
  readonly tokens: number;
  readonly apps: number;
}

/** Returns the number of tokens, and the number of apps if there are any: "2 tokens and 1 OAuth app". */
export function countedWords({ tokens, apps }: CredentialCounts): string {
  const { tokens: ofTokens, apps: ofApps, both } = words.credentialCounts;
  if (apps === 0) return ofTokens(tokens);
  return tokens === 0 ? ofApps(apps) : both(ofTokens(tokens), ofApps(apps));
}
