import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';

/** What a pasted text is, when it is a key and not a Client ID. */
type KeyKind = 'privateKey' | 'publicKey' | 'certificate';

/** The labels of PEM (RFC 7468), of OpenSSH and PGP, and the first words of PuTTY's files. */
const privateLabel = /PRIVATE KEY|PuTTY-User-Key-File-/;
const publicLabel = /BEGIN (?:RSA |SSH2 |PGP )?PUBLIC KEY|\b(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) AAAA/;
const certificateLabel = /BEGIN (?:X509 |TRUSTED |NEW )?CERTIFICATE|BEGIN (?:PKCS7|CMS)/;
/** A name of a JSON Web Key (RFC 7517), also where the JSON stands in a text of JSON. The member `d` is the private half. */
const member = (name: string): RegExp => new RegExp(`(?:\\\\?["'])?\\b${name}(?:\\\\?["'])?\\s*[:=]`);
const [keyType, privateHalf] = [member('kty'), member('d')];
/** Base64 of a whole text. The shortest key in it, one of Ed25519, has 44 bytes. */
const base64 = /^[\w+/-]{56,}={0,2}$/;
/** How often a text may be encoded within another: base64 of a PEM, whose lines are base64. */
const deepest = 3;

/**
 * Returns which kind of key or certificate a text is, in each form in which programs write them: PEM, one line with `\n`, base64 without its
 * label, DER in base64, a JSON Web Key, a set of them, or one of these encoded once more. Returns null for any other text. Never throws.
 */
export const keyIn = (text: string): KeyKind | null => kindOf(text, 0);

function kindOf(text: string, depth: number): KeyKind | null {
  if (privateLabel.test(text)) return 'privateKey';
  if (keyType.test(text)) return privateHalf.test(text) ? 'privateKey' : 'publicKey';
  if (publicLabel.test(text)) return 'publicKey';
  if (certificateLabel.test(text)) return 'certificate';
  const run = (/%[0-9A-F]{2}/i.test(text) ? text.replaceAll(/%2B/gi, '+').replaceAll(/%2F/gi, '/') : text)
    .replaceAll(/\\[rn]|%0[AD]|\s|^["']|["']$/gi, '')
    .replaceAll(/%3D/gi, '=');
  if (base64.test(run)) {
    const bytes = Buffer.from(run, 'base64');
    return kindOfDer(bytes) ?? (depth < deepest ? kindOf(bytes.toString('latin1'), depth + 1) : null);
  }
  // A key in the form of JSON, in the form of an address.
  return /%22kty%22/i.test(text) ? (/%22d%22/i.test(text) ? 'privateKey' : 'publicKey') : null;
}

/** Returns the kind of a key or a certificate in DER form, or null. */
function kindOfDer(bytes: Buffer): KeyKind | null {
  const reads = (read: () => unknown): boolean => {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  };
  // PKCS #12 and encrypted keys do not open without their passphrase. All of these forms are one sequence of ASN.1.
  if (bytes[0] !== 0x30) return null;
  const key = (type: 'pkcs8' | 'pkcs1' | 'sec1') => () =>
    createPrivateKey({ key: bytes, format: 'der', type });
  if ((['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => reads(key(type)))) return 'privateKey';
  const half = (type: 'spki' | 'pkcs1') => () => createPublicKey({ key: bytes, format: 'der', type });
  if ((['spki', 'pkcs1'] as const).some((type) => reads(half(type)))) return 'publicKey';
  return reads(() => new X509Certificate(bytes)) ? 'certificate' : null;
}
