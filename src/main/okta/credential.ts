import { Secret } from '../base/secret.ts';

/** An access token of an OAuth service app. Each call may need its own headers (DPoP, RFC 9449). */
export interface AccessToken {
  /** The value as it is sent. It is removed from every answer. */
  readonly value: Secret;
  /** Returns the headers of one call to `url`. They include `nonce` when Okta asked for one (RFC 9449, section 9). */
  headersFor(method: string, url: string, nonce?: string): Promise<Readonly<Record<string, string>>>;
}

/** The credential of a call: an API token, or an app's access token. */
export type Credential = Secret | AccessToken;

/** Returns the headers that carry a credential (Okta, "Core Okta API": SSWS; RFC 6750; RFC 9449). */
export function credentialHeaders(
  credential: Credential | null,
  method: string,
  url: string,
  nonce?: string,
): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>> {
  if (credential === null) return {};
  if (!(credential instanceof Secret)) return credential.headersFor(method, url, nonce);
  return { authorization: credential.use((bytes) => `SSWS ${bytes.toString('latin1')}`) };
}
