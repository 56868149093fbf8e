import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { Secret } from '../../base/secret.ts';
import type { ProofKey } from './signed.ts';

const makePair = promisify(generateKeyPair);

/** The public half of an app's key, as Okta's console takes it: one JWK (RFC 7517) with its id. */
export interface PublicKey {
  readonly kid: string;
  /** As text, to be pasted. */
  readonly jwk: string;
}

/**
 * A key pair for an app: RSA of 2048 bits, which Okta, its SDKs and its Terraform provider all take. Gives the private half as PKCS #8, which
 * the caller wipes.
 */
export async function makeAppKey(): Promise<{ secret: Secret; publicKey: PublicKey }> {
  const { privateKey, publicKey } = await makePair('rsa', { modulusLength: 2048 });
  const { calculateJwkThumbprint, exportJWK } = await import('jose');
  const { kty, e, n } = await exportJWK(publicKey);
  // The thumbprint of RFC 7638 tells this key from every other.
  const kid = await calculateJwkThumbprint({ kty, e, n } as JWK);
  return {
    secret: Secret.fromBytes(privateKey.export({ type: 'pkcs8', format: 'der' })),
    publicKey: { kid, jwk: JSON.stringify({ kty, use: 'sig', alg: 'RS256', kid, e, n }, null, 2) },
  };
}

/** The key of a PKCS #8 that was kept. */
export const openAppKey = (secret: Secret): KeyObject =>
  secret.use((bytes) => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }));

/** A kept key as PEM (RFC 7468). */
export const pemOf = (secret: Secret): string =>
  openAppKey(secret).export({ type: 'pkcs8', format: 'pem' }).toString();

/** A key for proofs of possession, on P-256 since it is quick to make. */
export async function makeProofKey(): Promise<ProofKey> {
  const { privateKey, publicKey } = await makePair('ec', { namedCurve: 'P-256' });
  const { exportJWK } = await import('jose');
  return { key: privateKey, publicJwk: await exportJWK(publicKey) };
}
