import type { Secret } from '../../base/secret.ts';

/** A kept token that Okta is called with. Whoever opened it wipes the secret. */
export interface Asking {
  readonly tokenId: string;
  readonly label: string;
  readonly origin: string;
  readonly secret: Secret;
}
