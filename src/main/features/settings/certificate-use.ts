import type { X509Certificate } from 'node:crypto';
import { elementsOf } from './der.ts';

/** Why a connection can trust nothing by a certificate. */
export type WhyUseless = 'expired' | 'notYetValid' | 'notAnAuthority' | 'otherPurpose' | 'weak' | 'noRoot';

/** A certificate, and why it is of no use; null when connections can trust what it signed. */
export interface JudgedCertificate {
  readonly certificate: X509Certificate;
  readonly why: WhyUseless | null;
}

/** The purpose of RFC 5280, 4.2.1.12, for servers. OpenSSL does not take "any purpose" in its place. */
const forServers = '1.3.6.1.5.5.7.3.1';
/** The tag of the version in a certificate. Version 1 has none (RFC 5280, 4.1). */
const versionTag = 0xa0;

/**
 * Judges the certificates of one file as OpenSSL does when it builds a chain to a root, at `now` by this computer's clock. `roots` are the
 * certificates that connections trust anyway; they are read only for a certificate whose issuer is not in the file.
 */
export function judgeCertificates(
  certificates: readonly X509Certificate[],
  now: number,
  roots: () => readonly X509Certificate[],
): JudgedCertificate[] {
  const judged = certificates.map((certificate) => ({ certificate, why: ownFault(certificate, now) }));
  const sound = judged.filter(({ why }) => why === null).map(({ certificate }) => certificate);
  const selfIssued = sound.filter((one) => issued(one, one));
  const inFile = withIssuer(sound, selfIssued);
  const anchored = inFile.size === sound.length ? inFile : withIssuer(sound, [...selfIssued, ...roots()]);
  return judged.map(({ certificate, why }) => ({
    certificate,
    why: why ?? (anchored.has(certificate) ? null : 'noRoot'),
  }));
}

/** Returns the certificates that one of the roots issued, directly or through others of them, with the roots. */
function withIssuer(
  certificates: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): Set<X509Certificate> {
  const found = new Set(roots);
  // Each round finds those whose issuer an earlier round has found.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const one of certificates) {
      if (!found.has(one) && [...found].some((issuer) => mayIssue(issuer) && issued(issuer, one)))
        found.add(one);
    }
  }
  return found;
}

/** Returns what is wrong with a certificate, whoever issued it. */
function ownFault(certificate: X509Certificate, now: number): WhyUseless | null {
  const { ca, validFromDate, validToDate, keyUsage: purposes } = certificate;
  // A server may show a certificate that it issued itself. Connections trust it for that server alone.
  if (!ca && !issued(certificate, certificate)) return 'notAnAuthority';
  // Node calls the extended key usage `keyUsage`. Without one, every purpose is allowed.
  if (purposes !== undefined && !purposes.includes(forServers)) return 'otherPurpose';
  if (now > validToDate.getTime()) return 'expired';
  if (now < validFromDate.getTime()) return 'notYetValid';
  return isWeak(certificate) ? 'weak' : null;
}

const mayIssue = (certificate: X509Certificate): boolean => certificate.ca || isOldRoot(certificate);

/** Returns whether a certificate has version 1 and issued itself: it cannot say that it is an authority, and OpenSSL takes it as one. */
function isOldRoot(certificate: X509Certificate): boolean {
  const [outer] = elementsOf(certificate.raw) ?? [];
  const [body] = elementsOf(outer?.content ?? Buffer.alloc(0)) ?? [];
  const [version] = elementsOf(body?.content ?? Buffer.alloc(0)) ?? [];
  return version !== undefined && version.tag !== versionTag && issued(certificate, certificate);
}

/** OpenSSL's security level 2, which Node sets: 112 bits, which are RSA of 2048 bits and elliptic curves of 224. */
function isWeak({ publicKey }: X509Certificate): boolean {
  const { modulusLength } = publicKey.asymmetricKeyDetails ?? {};
  return modulusLength !== undefined && modulusLength < 2048;
}

function issued(issuer: X509Certificate, one: X509Certificate): boolean {
  try {
    return one.issuer === issuer.subject && one.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
