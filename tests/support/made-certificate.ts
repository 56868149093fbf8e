import { webcrypto } from 'node:crypto';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const dayMs = 86_400_000;
const elliptic = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const rsa = (bits: number) => ({
  ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ...{ modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]) },
});

export const { ExtendedKeyUsage, KeyUsageFlags } = x509;

/** What a certificate is like. Without a word it is an authority that is valid now, by its own key. */
export interface Wanted {
  readonly name: string;
  readonly ca?: boolean;
  /** The days from now until it begins and ends to be valid. */
  readonly days?: readonly [from: number, to: number];
  readonly usage?: x509.KeyUsageFlags;
  readonly purposes?: readonly string[];
  readonly rsaBits?: number;
  /** Names of a server, for its own certificate. */
  readonly hosts?: readonly string[];
  readonly by?: Made;
}

/** A certificate and its private key, as PEM. */
export interface Made {
  readonly pem: string;
  readonly keyPem: string;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly subject: string;
  readonly algorithm: typeof elliptic | ReturnType<typeof rsa>;
}

/** Makes a certificate. `by` issues it; without it, it issues itself. */
export async function makeCertificate({ days = [-1, 300], ca = true, ...wanted }: Wanted): Promise<Made> {
  const algorithm = wanted.rsaBits === undefined ? elliptic : rsa(wanted.rsaBits);
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const subject = `CN=${wanted.name}`;
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: wanted.by?.subject ?? subject,
    publicKey: keys.publicKey,
    signingKey: (wanted.by?.keys ?? keys).privateKey,
    signingAlgorithm: wanted.by?.algorithm ?? algorithm,
    notBefore: new Date(Date.now() + days[0] * dayMs),
    notAfter: new Date(Date.now() + days[1] * dayMs),
    extensions: [
      new x509.BasicConstraintsExtension(ca, undefined, true),
      ...(wanted.usage === undefined ? [] : [new x509.KeyUsagesExtension(wanted.usage, true)]),
      ...(wanted.purposes === undefined ? [] : [new x509.ExtendedKeyUsageExtension([...wanted.purposes])]),
      ...(wanted.hosts === undefined
        ? []
        : [
            new x509.SubjectAlternativeNameExtension(
              wanted.hosts.map((value) => ({ type: 'dns' as const, value })),
            ),
          ]),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = pkcs8.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    pem: `${certificate.toString('pem')}\n`,
    keyPem: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    ...{ keys, subject, algorithm },
  };
}
