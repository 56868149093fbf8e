import type { Token } from '../../../shared/contract/tokens.ts';
import type { Secret } from '../../base/secret.ts';
import type { Credential } from '../../okta/credential.ts';

/** A credential that programs may use: an API token or an OAuth service app. */
export type Usable = Pick<Token, 'id' | 'label' | 'orgHost' | 'readable' | 'revokedAt'>;

/** How a value is sent (Okta, "Core Okta API": SSWS; RFC 6750; RFC 9449). A value of the last kind is useless without its key. */
export type Scheme = 'SSWS' | 'Bearer' | 'DPoP';

/** A credential for one call. The borrower disposes of it. */
export interface Lent extends Disposable {
  readonly credential: Credential;
  /** The value as it is sent. No answer that holds it goes to a program. */
  readonly value: Secret;
  readonly scheme: Scheme;
  /** Okta answered that it does not accept the value, so Keyturn does not lend it again. */
  refused(): void;
}

/**
 * Lends a credential. `own` asks for a value that nobody else uses, for a program that gets it. Rejects with Failed when there is none: the
 * credential is gone, its key does not open, or Okta gave no access token.
 */
export type Lend = (id: string, own: boolean, signal: AbortSignal) => Promise<Lent>;
