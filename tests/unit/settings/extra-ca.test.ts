import { X509Certificate } from 'node:crypto';
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
const derOf = (pem: string): Buffer => new X509Certificate(pem).raw;
const pemOf = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
const tag = (tag: number, ...inside: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(inside);
  const length =
    content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const oid = (hex: string): Buffer => tag(0x06, Buffer.from(hex, 'hex'));
const [serverAuth, email, anyPurpose] = [oid('2b06010505070301'), oid('2b06010505070304'), oid('551d2500')];
/** A certificate with OpenSSL’s own rules behind it. */
const trusted = (pem: string, ...rules: readonly Buffer[]): string =>
  pemOf('TRUSTED CERTIFICATE', Buffer.concat([derOf(pem), tag(0x30, ...rules)]));
/** The certificates in a PKCS #7 file without a signature, as Windows exports a chain. */
const pkcs7 = (...pems: readonly string[]): Buffer => {
  const version = tag(0x02, Buffer.from([1]));
  const data = tag(0x30, oid('2a864886f70d010701'));
  const certificates = pems.length === 0 ? [] : [tag(0xa0, ...pems.map(derOf))];
  const signed = tag(0x30, version, tag(0x31), data, ...certificates, tag(0x31));
  return tag(0x30, oid('2a864886f70d010702'), tag(0xa0, signed));
};

const read = (text: string | Buffer) => {
  const file = join(folder, 'ca.pem');
  writeFileSync(file, text);
  return readExtraCa(file);
};

it('names the authorities that it trusts', () => {
  const ca = read(one);
  expect(ca.view).toEqual({
    certificates: 1,
    ok: true,
    sentence: 'Trusts Acme inspection besides the system.',
  });
  expect(ca.pem?.trim()).toBe(one.trim());
});

it.each([
  ['line ends of Windows', (pem: string) => pem.replaceAll('\n', '\r\n')],
  ['line ends of old Macs', (pem: string) => pem.replaceAll('\n', '\r')],
  ['indented lines, as in YAML', (pem: string) => pem.replaceAll(/^/gm, '    ')],
  ['spaces in place of line ends', (pem: string) => pem.trim().replaceAll('\n', ' ')],
  ['a byte order mark', (pem: string) => `\uFEFF${pem}`],
  ['UTF-16, as PowerShell writes it', (pem: string) => Buffer.from(`\uFEFF${pem}`, 'utf16le')],
  ['UTF-16 the other way round', (pem: string) => Buffer.from(`\uFEFF${pem}`, 'utf16le').swap16()],
  ['the label with X509', (pem: string) => pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
  ['DER, as Windows exports it', (pem: string) => new X509Certificate(pem).raw],
  ['DER with a line end behind it', (pem: string) => Buffer.concat([derOf(pem), Buffer.from('\r\n')])],
  ['OpenSSL’s trust for servers', (pem: string) => trusted(pem, tag(0x30, serverAuth))],
  ['OpenSSL’s trust for every purpose', (pem: string) => trusted(pem, tag(0x30, anyPurpose))],
  ['OpenSSL’s label and no rule', (pem: string) => trusted(pem)],
  ['OpenSSL’s refusal of another purpose', (pem: string) => trusted(pem, tag(0xa0, email))],
  ['PKCS #7 in DER form', (pem: string) => pkcs7(pem)],
  ['PKCS #7 in PEM form', (pem: string) => pemOf('PKCS7', pkcs7(pem))],
  ['PKCS #7 under the label of a certificate', (pem: string) => pemOf('CERTIFICATE', pkcs7(pem))],
  [
    'PKCS #7 in PEM form in UTF-16',
    (pem: string) => Buffer.from(`\uFEFF${pemOf('PKCS7', pkcs7(pem))}`, 'utf16le'),
  ],
])('takes a certificate with %s', (_name, formed) => {
  const ca = read(formed(one));
  expect(ca.view).toMatchObject({ certificates: 1, ok: true });
  expect(ca.certificates).toEqual(read(one).certificates);
  expect(new X509Certificate(ca.pem ?? '').raw).toEqual(new X509Certificate(one).raw);
});

it('takes both certificates of a PKCS #7 chain', () => {
  expect(read(pkcs7(one, two)).certificates).toEqual(read(`${one}${two}`).certificates);
});

it('takes every certificate of a bundle, and no other text of the file', () => {
  const ca = read(
    `Subject: Acme\n${one}\n-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n${two}`,
  );
  expect(ca.view).toMatchObject({
    certificates: 2,
    sentence: 'Trusts Acme inspection and 1 more besides the system.',
  });
  expect(ca.pem?.match(/BEGIN/g)).toHaveLength(2);
  expect(ca.pem).not.toContain('PUBLIC');
});

it.each([
  ['empty', () => '', 'no certificate in PEM form'],
  ['a text', () => 'hello', 'no certificate in PEM form'],
  ['a damaged certificate in DER form', () => new X509Certificate(one).raw.subarray(0, 200), 'damaged'],
  ['a PKCS #7 file that ends early', () => pkcs7(one, two).subarray(0, 500), 'damaged'],
  ['a PKCS #7 file without a certificate', () => pkcs7(), 'no certificate'],
  ['a certificate for e-mail only', () => trusted(one, tag(0x30, email)), 'not for servers'],
  ['a certificate that is refused for servers', () => trusted(one, tag(0xa0, serverAuth)), 'not for servers'],
  [
    'a certificate with rules that do not read',
    () => trusted(one, Buffer.from([0x30, 0x09])),
    'not for servers',
  ],
  [
    'one of two is refused for servers',
    () => `${two}${trusted(one, tag(0xa0, anyPurpose))}`,
    'not for servers',
  ],
  ['PKCS #12', () => tag(0x30, tag(0x02, Buffer.from([3])), tag(0x30, Buffer.alloc(200))), 'PKCS #12'],
  [
    'a private key in DER form',
    () => tag(0x30, tag(0x02, Buffer.from([0])), tag(0x30, Buffer.alloc(200))),
    'private key',
  ],
  [
    'a public key in DER form',
    () => tag(0x30, tag(0x02, Buffer.alloc(257, 1)), tag(0x02, Buffer.from([1, 0, 1]))),
    'no certificate',
  ],
  ['a thousand open sequences', () => Buffer.from('3082'.repeat(1000), 'hex'), 'damaged'],
  ['a damaged certificate', () => one.replace(/\n.{60}/, '\nAAAA'), 'damaged'],
  ['one good, one damaged', () => `${one}${two.replace(/\n.{60}/, '\nAAAA')}`, 'damaged'],
  ['far too long', () => 'x'.repeat(4_000_001), 'over 4 MB'],
])('trusts no part of a file that is %s, and says why', (_name, text, words) => {
  const ca = read(text());
  expect(ca.pem).toBeNull();
  expect(ca.view).toMatchObject({ certificates: 0, ok: false });
  expect(ca.view.sentence).toContain(words);
});

it('reports a missing file and a folder', () => {
  for (const path of [join(folder, 'none.pem'), folder]) {
    expect(readExtraCa(path)).toMatchObject({ pem: null, view: { ok: false } });
  }
});
