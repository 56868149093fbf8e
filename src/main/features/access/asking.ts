import type { Secret } from '../../base/secret.ts';

/** A kept token for calls to Okta. The code that opened it wipes the secret. */
export interface Asking {
  readonly tokenId: string;
  readonly label: string;
  readonly origin: string;
  readonly secret: Secret;
}
