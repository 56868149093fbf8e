import { createHash, type KeyObject, randomUUID } from 'node:crypto';
import type { JWK, JWTHeaderParameters, JWTPayload } from 'jose';

/** Loads on first use, so that the start does not wait for it. */
const jose = () => import('jose');

/** Returns a compact JWS (RFC 7515) by RS256, or by ES256 for a key on P-256 (RFC 7518, 3.1). */
async function signed(
  header: Omit<JWTHeaderParameters, 'alg'>,
  claims: JWTPayload,
  key: KeyObject,
): Promise<string> {
  const alg = key.asymmetricKeyType === 'rsa' ? 'RS256' : 'ES256';
  const { SignJWT } = await jose();
  return new SignJWT(claims).setProtectedHeader({ ...header, alg }).sign(key);
}

/** How long an assertion is valid, in seconds. Okta accepts up to an hour, and Okta's own SDK for Node asks for five minutes. */
const assertionSeconds = 300;

/**
 * Returns the assertion that tells the token endpoint which app asks (private_key_jwt; RFC 7523, 3; Okta, "Build a JWT for client
 * authentication").
 */
export function clientAssertion(by: {
  readonly clientId: string;
  readonly kid: string;
  readonly key: KeyObject;
  /** The address of the token endpoint. */
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}): Promise<string> {
  const now = Math.floor(by.now / 1000);
  const claims = {
    iss: by.clientId,
    sub: by.clientId,
    aud: by.audience,
    iat: now,
    exp: now + assertionSeconds,
    jti: randomUUID(),
  };
  return signed({ typ: 'JWT', kid: by.kid }, claims, by.key);
}

/** A key of this process for binding access tokens. It must not be the key that the app signs in with (Okta, DPoP). */
export interface ProofKey {
  readonly key: KeyObject;
  readonly publicJwk: JWK;
}

/** Returns the proof that the sender of a call has the key of its access token (DPoP; RFC 9449, 4.2). */
export function proofOf(
  { key, publicJwk }: ProofKey,
  call: {
    readonly method: string;
    readonly url: string;
    /** Milliseconds since 1970. */
    readonly now: number;
    readonly nonce?: string;
    readonly accessToken?: string;
  },
): Promise<string> {
  const { origin, pathname } = new URL(call.url);
  const claims = {
    htm: call.method,
    htu: `${origin}${pathname}`,
    iat: Math.floor(call.now / 1000),
    jti: randomUUID(),
    ...(call.nonce === undefined ? {} : { nonce: call.nonce }),
    ...(call.accessToken === undefined
      ? {}
      : { ath: createHash('sha256').update(call.accessToken).digest('base64url') }),
  };
  return signed({ typ: 'dpop+jwt', jwk: publicJwk }, claims, key);
}
