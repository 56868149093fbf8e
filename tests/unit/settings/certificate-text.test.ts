import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Authority } from '../../../src/demo/okta/certificates.ts';
import { readExtraCa } from '../../../src/main/features/settings/extra-ca.ts';

let folder: string;
let one: string;
let two: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-ca-'));
  one = (await Authority.make('Acme inspection')).pem;
  two = (await Authority.make('Acme second')).pem;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string | Buffer) => {
  const file = join(folder, 'ca.pem');
  writeFileSync(file, text);
  return readExtraCa(file);
};
const der = (pem: string): Buffer => new X509Certificate(pem).raw;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const lines = (pem: string): string => pem.split('\n').slice(1, -2).join('\n');

it.each<[what: string, formed: (pem: string) => string | Buffer]>([
  ['in base64 without a label, as the page of a proxy shows it', (pem) => der(pem).toString('base64')],
  ['in base64 without a label, on lines', lines],
  ['on one line with \\n', (pem) => pem.replaceAll('\n', '\\n')],
  ['in a variable of .env', (pem) => `CA="${pem.replaceAll('\n', '\\n')}"`],
  ['in JSON', (pem) => JSON.stringify({ ca: pem.replaceAll('\n', '\r\n') })],
  ['in YAML', (pem) => `ca: |\n${pem.replaceAll(/^/gm, '  ')}`],
  ['in base64, as Kubernetes keeps it', (pem) => `data:\n  ca.crt: ${base64(pem)}\n`],
  ['quoted in a mail', (pem) => pem.replaceAll(/^/gm, '> ')],
  ['in HTML', (pem) => `<pre>${pem.replaceAll('\n', '<br>\n')}</pre>`],
  ['with no-break spaces', (pem) => pem.replaceAll(' ', '\u00a0')],
  ['with the dashes of an editor', (pem) => pem.replaceAll('-----', '–––––')],
  ['with one hyphen lost', (pem) => pem.replaceAll('-----', '----')],
  [
    'with a label in small letters',
    (pem) => pem.replaceAll(/BEGIN|END|CERTIFICATE/g, (word) => word.toLowerCase()),
  ],
  ['with a comment in its block', (pem) => pem.replace('\n', '\n# Acme, made in 2026\n')],
  ['with a name and a value in its block', (pem) => pem.replace('\n', '\nX-Made-By: Acme\n\n')],
  [
    'with OpenSSL’s attributes before it',
    (pem) => `Bag Attributes\n    friendlyName: x\nsubject=CN = Acme\n${pem}`,
  ],
  [
    'behind a list of revoked ones',
    (pem) => `-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n${pem}`,
  ],
  ['in UTF-16 without its mark', (pem) => Buffer.from(pem, 'utf16le')],
  ['in UTF-16 without its mark, the other way round', (pem) => Buffer.from(pem, 'utf16le').swap16()],
  ['with an empty line behind each line', (pem) => pem.replaceAll('\n', '\n\n')],
  ['with spaces behind each line', (pem) => pem.replaceAll('\n', '   \n')],
  ['with zeros behind it', (pem) => `${pem}\0\0`],
  ['twice', (pem) => pem + pem],
  ['twice in DER form', (pem) => Buffer.concat([der(pem), der(pem)])],
])('takes a certificate %s', (_, formed) => {
  const { pem, view } = read(formed(one));
  expect(view).toMatchObject({
    certificates: 1,
    ok: true,
    sentence: 'Trusts Acme inspection besides the system.',
  });
  expect(der(pem ?? '')).toEqual(der(one));
});

it.each<[what: string, formed: () => string | Buffer]>([
  ['between comments', () => `# first\n${one}# second\n${two}# end\n`],
  ['of a list of JSON', () => JSON.stringify([one, two])],
  ['of which one is there three times', () => one + two + one + one],
  ['one behind the other in DER form', () => Buffer.concat([der(one), der(two)])],
])('takes two certificates %s', (_, formed) => {
  expect(read(formed()).view).toMatchObject({
    certificates: 2,
    sentence: 'Trusts Acme inspection and 1 more besides the system.',
  });
});

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const encrypted = { type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' } as const;

it.each<[what: string, text: () => string | Buffer, says: string]>([
  ['a certificate that was cut off', () => one.slice(0, -40), 'damaged'],
  ['a certificate without its first line', () => one.split('\n').slice(1).join('\n'), 'damaged'],
  ['a whole one and one that was cut off', () => one + two.slice(0, 300), 'damaged'],
  ['a block without content', () => `-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----\n`, 'damaged'],
  [
    'a request for a certificate',
    () => '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----',
    'CSR',
  ],
  [
    'an encrypted private key in DER form',
    () => privateKey.export({ ...encrypted, format: 'der' }),
    'private key',
  ],
  ['a private key in base64', () => base64(keyPem), 'private key'],
  ['a private key without a label', () => lines(keyPem), 'private key'],
  ['a private key in JSON', () => JSON.stringify({ cert: one, key: keyPem }), 'private key'],
  [
    'a private key as Kubernetes keeps it',
    () => `ca.crt: ${base64(one)}\ntls.key: ${base64(keyPem)}`,
    'private key',
  ],
  [
    'a private key with the dashes of an editor',
    () => one + keyPem.replaceAll('-----', '—————'),
    'private key',
  ],
  ['a keystore of Java', () => Buffer.from('feedfeed0000000200000001', 'hex'), 'keystore of Java'],
  ['a page of a sign-in', () => '<!DOCTYPE html><html><body>Sign in</body></html>', 'no certificate'],
  [
    'the pointer of Git LFS',
    () => 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a',
    'no certificate',
  ],
  ['a path', () => '/etc/ssl/certs/ca.pem', 'no certificate'],
  ['an empty JSON', () => '{}', 'no certificate'],
  ['blanks', () => ' \n\n', 'no certificate'],
  ['ten megabytes', () => Buffer.alloc(10_000_000, 65), 'over 4 MB'],
])('trusts nothing in %s, and says why', (_, text, says) => {
  const { pem, view } = read(text());
  expect(pem).toBeNull();
  expect(view.ok).toBe(false);
  expect(view.sentence).toContain(says);
});
