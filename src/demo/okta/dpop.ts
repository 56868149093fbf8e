import { createHash } from 'node:crypto';
import {
  calculateJwkThumbprint,
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose';
import { signatureAlgorithms } from './authorization-server.ts';
import type { Ask } from './routes.ts';

/** Why a proof is refused: an OAuth error code and Okta's message for it. */
export interface ProofRefusal {
  readonly error: string;
  readonly description: string;
}

const refused = (description: string): ProofRefusal => ({ error: 'invalid_dpop_proof', description });

/** The highest age of a proof, in seconds. */
const oldest = 300;

const isPublic = (jwk: JWK | undefined): jwk is JWK =>
  (jwk?.kty === 'RSA' || jwk?.kty === 'EC') && jwk.d === undefined;

/**
 * Returns the thumbprint of a DPoP proof's key (RFC 9449, section 4.3), or why the proof is refused. A proof for the token endpoint needs a
 * nonce; a proof for a call is bound to its `accessToken` instead. The jti counts as used only when everything else is right, so a proof
 * sent to learn the nonce does not use it up.
 */
export async function readProof(
  ask: Ask,
  want: { readonly nonce: true } | { readonly accessToken: string },
): Promise<{ readonly jkt: string } | ProofRefusal> {
  const { dpop: proof, org, url } = ask;
  if (proof === undefined || proof === '') return refused('The DPoP proof JWT header is missing.');
  // Node joins headers of the same name. A JWT has no comma.
  if (proof.includes(',')) return refused('Multiple DPoP proof JWT headers are not allowed.');
  let header: ProtectedHeaderParameters;
  let claims: JWTPayload;
  try {
    header = decodeProtectedHeader(proof);
    claims = decodeJwt(proof);
  } catch {
    return refused('The DPoP proof JWT cannot be parsed.');
  }
  const { alg = '', jwk, typ } = header as { alg?: string; jwk?: JWK; typ?: string };
  if (typ !== 'dpop+jwt') return refused("'typ' must be 'dpop+jwt' in the DPoP proof JWT.");
  if (!signatureAlgorithms.includes(alg)) {
    return refused('The DPoP proof JWT signature algorithm is invalid.');
  }
  if (!isPublic(jwk)) return refused('The DPoP proof JWT is invalid.');
  try {
    await compactVerify(proof, await importJWK(jwk, alg), { algorithms: [alg] });
  } catch {
    return refused('The DPoP proof JWT signature is invalid.');
  }
  if (claims.htm !== ask.method) return refused("'htm' claim in the DPoP proof JWT is invalid.");
  if (claims.htu !== `${url.origin}${url.pathname}`) {
    return refused("'htu' claim in the DPoP proof JWT is invalid.");
  }
  const now = ask.clock.now() / 1000;
  if (typeof claims.iat !== 'number') return refused("'iat' claim in the DPoP proof JWT is invalid.");
  if (claims.iat > now) return refused('The DPoP proof JWT is issued in the future.');
  if (claims.iat < now - oldest) {
    return refused('The DPoP proof JWT is issued more than five minutes in the past.');
  }
  if (claims.exp !== undefined && claims.exp <= now) return refused('The DPoP proof JWT is expired.');
  if ('nonce' in want) {
    if (!org.oauth.knows(claims.nonce)) {
      return {
        error: 'use_dpop_nonce',
        description: 'Authorization server requires nonce in DPoP proof.',
      };
    }
  } else if (claims.ath !== createHash('sha256').update(want.accessToken).digest('base64url')) {
    return refused("'ath' claim in the DPoP proof does not match the presented access_token.");
  }
  if (typeof claims.jti !== 'string' || claims.jti === '') {
    return refused("'jti' claim in the DPoP proof JWT is invalid.");
  }
  const jkt = await calculateJwkThumbprint(jwk);
  if (!org.oauth.firstUse('proof', jkt, claims.jti)) {
    return refused('The DPoP proof JWT has already been used.');
  }
  return { jkt };
}
