import { X509Certificate } from 'node:crypto';
import { type Element, elementsOf } from './der.ts';

// Object identifiers in DER: PKCS #7 signedData (RFC 2315, 14), the schemes of PKCS #5 (RFC 8018, A), TLS server and any purpose (RFC 5280, 4.2.1.12).
const signedData = Buffer.from('2a864886f70d010702', 'hex');
const serverAuth = Buffer.from('2b06010505070301', 'hex');
const encryptionSchemes = Buffer.from('2a864886f70d0105', 'hex');
const anyPurpose = Buffer.from('551d2500', 'hex');
/** The number at the beginning of a PKCS #12 file (RFC 7292, 4). */
const pkcs12Version = Buffer.from([3]);

const sequence = 0x30;
const integer = 0x02;
const objectId = 0x06;
const octets = 0x04;
/** The tag `[0]` with elements in it. */
const first = 0xa0;

/**
 * Returns the certificates in a block of DER: one certificate, one with OpenSSL's own rules behind it, or those of a PKCS #7 file. Returns
 * the name of the sentence that says why there are none to trust. Never throws.
 */
export function certificatesIn(
  block: Buffer,
):
  | X509Certificate[]
  | 'damagedCertificate'
  | 'noCertificate'
  | 'notForServers'
  | 'pkcs12'
  | 'privateKey'
  | 'request' {
  const elements = elementsOf(block) ?? elementsOf(withoutLineEnd(block)) ?? [];
  const [outer, rules] = elements;
  if (outer?.tag !== sequence) return 'damagedCertificate';
  const [head, body] = elementsOf(outer.content) ?? [];
  if (head?.tag === integer && head.content.equals(pkcs12Version)) return 'pkcs12';
  if (head?.tag === objectId && head.content.equals(signedData) && body !== undefined) {
    return parsed(ofSignedData(body));
  }
  // Private keys begin with a version of one byte (RFC 5208, 5; RFC 8017, A.1.2; RFC 5915, 3). Public keys begin with a longer number.
  if (head?.tag === integer) return head.content.length === 1 ? 'privateKey' : 'noCertificate';
  if (head !== undefined && isEncryptedKey(head, body)) return 'privateKey';
  const [version] = head === undefined ? [] : (elementsOf(head.content) ?? []);
  // A request has the version 0 where a certificate has a number of its own or the tag of its version (RFC 2986, 4.1).
  if (version?.tag === integer && version.content.equals(Buffer.from([0]))) return 'request';
  // Several certificates one behind the other, as `cat` joins files in DER form.
  const all = rules === undefined ? null : parsed(elements.map(({ whole }) => whole));
  if (Array.isArray(all)) return all;
  if (rules !== undefined && !isForServers(rules)) return 'notForServers';
  return parsed([outer.whole]);
}

/** Returns whether a file is an encrypted private key: a scheme of PKCS #5 and the encrypted bytes (RFC 5958, 3). */
function isEncryptedKey(head: Element, body: Element | undefined): boolean {
  const [scheme] = elementsOf(head.content) ?? [];
  return (
    body?.tag === octets &&
    scheme?.tag === objectId &&
    scheme.content.subarray(0, encryptionSchemes.length).equals(encryptionSchemes)
  );
}

/** Returns a block without the line ends that an editor or a copy added. */
const withoutLineEnd = (block: Buffer): Buffer =>
  block.subarray(0, block.length - (/[\r\n]+$/.exec(block.subarray(-4).toString('latin1'))?.[0].length ?? 0));

function parsed(certificates: readonly Buffer[] | null): X509Certificate[] | 'damagedCertificate' {
  try {
    return certificates?.map((one) => new X509Certificate(one)) ?? 'damagedCertificate';
  } catch {
    return 'damagedCertificate';
  }
}

/** Returns the certificates of a PKCS #7 SignedData, which follow its tag `[0]` (RFC 2315, 9.1). Returns null for other bytes. */
function ofSignedData({ content }: Element): Buffer[] | null {
  const [data] = elementsOf(content) ?? [];
  const fields = data === undefined ? null : elementsOf(data.content);
  if (fields === null) return null;
  const kept = fields.find(({ tag }) => tag === first);
  return kept === undefined ? [] : (elementsOf(kept.content)?.map(({ whole }) => whole) ?? null);
}

/**
 * Returns whether OpenSSL's own rules let a certificate vouch for servers: the accepted purposes come first, and the refused ones behind the
 * tag `[0]` (OpenSSL, X509_CERT_AUX). Rules that cannot be read let nothing.
 */
function isForServers(rules: Element): boolean {
  const fields = elementsOf(rules.content);
  if (rules.tag !== sequence || fields === null) return false;
  const names = (tag: number): boolean | null => {
    const field = fields.find((one) => one.tag === tag);
    if (field === undefined) return null;
    return (elementsOf(field.content) ?? []).some(
      ({ content }) => content.equals(serverAuth) || content.equals(anyPurpose),
    );
  };
  return names(sequence) !== false && names(first) !== true;
}
