import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { readClientId } from '../../../src/main/features/service/client-id.ts';
import { makeCertificate } from '../../support/made-certificate.ts';

const [rsa, curve, edwards] = [
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
  generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  generateKeyPairSync('ed25519'),
];
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
type Pair = typeof rsa;
const pem = (pair: Pair, type: 'pkcs8' | 'pkcs1' = 'pkcs8') =>
  pair.privateKey.export({ type, format: 'pem' }).toString();
const publicPem = (type: 'spki' | 'pkcs1') => rsa.publicKey.export({ type, format: 'pem' }).toString();
const jwk = (half: Pair['privateKey'], more = {}) =>
  JSON.stringify({ ...half.export({ format: 'jwk' }), ...more });
const encrypted = rsa.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
  .toString();
const body = (text: string) => text.split('\n').slice(1, -2).join('\n');
const base64 = (text: string) => Buffer.from(text).toString('base64');

const privateKeys: readonly (readonly [what: string, pasted: string])[] = [
  ['PKCS #8', pem(rsa)],
  ['PKCS #1', pem(rsa, 'pkcs1')],
  ['SEC 1 of another curve', curve.privateKey.export({ type: 'sec1', format: 'pem' }).toString()],
  ['Ed25519', edwards.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
  ['RSA with 1024 bits', pem(weak)],
  ['an encrypted one', encrypted],
  ['with line ends of Windows', pem(rsa).replaceAll('\n', '\r\n')],
  ['on one line with \\n', `"${pem(rsa).replaceAll('\n', '\\n')}"`],
  [
    'with OpenSSL’s attributes before it',
    `Bag Attributes\n    friendlyName: hr\nKey Attributes:\n${pem(rsa)}`,
  ],
  [
    'with the headers of an older encryption',
    '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA',
  ],
  ['without its first line', pem(rsa).split('\n').slice(1).join('\n')],
  ['without its label', body(pem(rsa))],
  ['without its label, PKCS #1', body(pem(rsa, 'pkcs1'))],
  ['without its label, on one line with \\n', body(pem(rsa)).replaceAll('\n', '\\n')],
  ['DER in base64', curve.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')],
  ['PEM in base64, as Kubernetes keeps it', base64(pem(rsa))],
  ['OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n'],
  ['PuTTY', 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none'],
  ['a JWK', jwk(rsa.privateKey, { kid: 'hr', use: 'sig' })],
  ['a JWK of a curve', jwk(curve.privateKey)],
  ['a JWK Set', `{"keys":[${jwk(rsa.privateKey)}]}`],
  ['a JWK in quotes', JSON.stringify(jwk(rsa.privateKey))],
  ['a JWK in a line of .env', `OKTA_CLIENT_PRIVATEKEY='${jwk(rsa.privateKey)}'`],
  ['a JWK in base64', base64(jwk(rsa.privateKey))],
  ['a JWK in an address', encodeURIComponent(jwk(rsa.privateKey))],
  ['beside a Client ID', `0oa1gjh63g214q0Hq0g4\n${pem(rsa)}`],
];
const publicKeys: readonly (readonly [what: string, pasted: string])[] = [
  ['SPKI', publicPem('spki')],
  ['PKCS #1', publicPem('pkcs1')],
  ['without its label', body(publicPem('spki'))],
  ['without its label, PKCS #1', body(publicPem('pkcs1'))],
  ['OpenSSH', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 ann@laptop'],
  ['OpenSSH of a curve', 'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTY= ann'],
  ['SSH2', '---- BEGIN SSH2 PUBLIC KEY ----\nAAAA'],
  ['a JWK whose id is a Client ID', jwk(rsa.publicKey, { kid: '0oa1gjh63g214q0Hq0g4' })],
  ['a JWK Set in base64', base64(`{"keys":[${jwk(rsa.publicKey)}]}`)],
];

it.each(privateKeys)('a private key in place of a Client ID is named: %s', (_, pasted) => {
  expect(readClientId(pasted)).toMatchObject({ wrong: expect.stringContaining('It is a private key') });
});

it.each(publicKeys)('a public key in place of a Client ID is named: %s', (_, pasted) => {
  expect(readClientId(pasted)).toMatchObject({ wrong: expect.stringContaining('It is the public key') });
});

let certificate: string;
beforeAll(async () => {
  certificate = (await makeCertificate({ name: 'Acme' })).pem;
});

it('a certificate in place of a Client ID is named', () => {
  const request = '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----';
  for (const pasted of [certificate, body(certificate), request]) {
    expect(readClientId(pasted)).toMatchObject({ wrong: expect.stringContaining('It is a certificate') });
  }
});
