import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { Failed } from '../../base/failure.ts';
import { Secret } from '../../base/secret.ts';
import type { ProofKey } from './signed.ts';
import { words } from './words.ts';

const makePair = promisify(generateKeyPair);

/** The public half of an app's key, in the form for Okta's console: one JWK (RFC 7517) with its id. */
export interface PublicKey {
  readonly kid: string;
  /** The JWK as text, to paste. */
  readonly jwk: string;
}

/**
 * Makes a key pair for an app: RSA of 2048 bits, which Okta, its SDKs and its Terraform provider all accept. Returns the private half as
 * PKCS #8. The caller wipes it.
 */
export async function makeAppKey(): Promise<{ secret: Secret; publicKey: PublicKey }> {
  const { privateKey, publicKey } = await makePair('rsa', { modulusLength: 2048 });
  const { calculateJwkThumbprint, exportJWK } = await import('jose');
  const { kty, e, n } = await exportJWK(publicKey);
  // The thumbprint of RFC 7638 distinguishes this key from every other.
  const kid = await calculateJwkThumbprint({ kty, e, n } as JWK);
  return {
    secret: Secret.fromBytes(privateKey.export({ type: 'pkcs8', format: 'der' })),
    publicKey: { kid, jwk: jwkText(kid, privateKey) },
  };
}

/** Returns the public half of a private key as the text of a JWK. */
export function jwkText(kid: string, key: KeyObject): string {
  const { kty, e, n } = createPublicKey(key).export({ format: 'jwk' });
  return JSON.stringify({ kty, use: 'sig', alg: 'RS256', kid, e, n }, null, 2);
}

/** Returns the key of a PEM (RFC 7468) as a secret in the form of `makeAppKey`. The caller wipes it. Throws Failed `file`. */
export function appKeyOf(pem: string): Secret {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') {
      return Secret.fromBytes(key.export({ type: 'pkcs8', format: 'der' }));
    }
  } catch {
    // Node's error for a text that is not a key may quote the text.
  }
  throw new Failed('file', words.appKey.noKey, words.appKey.exportAgain);
}

/** Returns the key of a kept PKCS #8. */
export const openAppKey = (secret: Secret): KeyObject =>
  secret.use((bytes) => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }));

/** Returns a kept key as PEM (RFC 7468). */
export const pemOf = (secret: Secret): string =>
  openAppKey(secret).export({ type: 'pkcs8', format: 'pem' }).toString();

/** Makes a key for proofs of possession, on P-256 because such a key is quick to make. */
export async function makeProofKey(): Promise<ProofKey> {
  const { privateKey, publicKey } = await makePair('ec', { namedCurve: 'P-256' });
  const { exportJWK } = await import('jose');
  return { key: privateKey, publicJwk: await exportJWK(publicKey) };
}
