import { createHash, type KeyObject, randomUUID, sign } from 'node:crypto';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWS (RFC 7515) by RS256, or by ES256 for a key on P-256 (RFC 7518, 3.1). */
function signed(header: object, claims: object, key: KeyObject): string {
  const rsa = key.asymmetricKeyType === 'rsa';
  const text = `${encoded({ ...header, alg: rsa ? 'RS256' : 'ES256' })}.${encoded(claims)}`;
  // JWS takes r and s side by side, not in DER (RFC 7518, 3.4).
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

/** Of how long an assertion may be used, in seconds: Okta takes up to an hour, its own SDK for Node asks for five minutes. */
const assertionSeconds = 300;

/** Says to the token endpoint which app asks (private_key_jwt; RFC 7523, 3; Okta, "Build a JWT for client authentication"). */
export function clientAssertion(by: {
  readonly clientId: string;
  readonly kid: string;
  readonly key: KeyObject;
  /** The address of the token endpoint itself. */
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}): string {
  const now = Math.floor(by.now / 1000);
  return signed(
    { typ: 'JWT', kid: by.kid },
    {
      iss: by.clientId,
      sub: by.clientId,
      aud: by.audience,
      iat: now,
      exp: now + assertionSeconds,
      jti: randomUUID(),
    },
    by.key,
  );
}

/** A key of this process's own that access tokens are bound to. It must not be the one the app signs in with (Okta, DPoP). */
export interface ProofKey {
  readonly key: KeyObject;
  readonly publicJwk: object;
}

/** Proves that who sends a call has the key its access token is bound to (DPoP; RFC 9449, 4.2). */
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
): string {
  const { origin, pathname } = new URL(call.url);
  return signed(
    { typ: 'dpop+jwt', jwk: publicJwk },
    {
      htm: call.method,
      htu: `${origin}${pathname}`,
      iat: Math.floor(call.now / 1000),
      jti: randomUUID(),
      ...(call.nonce === undefined ? {} : { nonce: call.nonce }),
      ...(call.accessToken === undefined
        ? {}
        : { ath: createHash('sha256').update(call.accessToken).digest('base64url') }),
    },
    key,
  );
}
