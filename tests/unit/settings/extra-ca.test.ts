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
])('takes a certificate with %s', (_name, formed) => {
  const ca = read(formed(one));
  expect(ca.view).toMatchObject({ certificates: 1, ok: true });
  expect(ca.certificates).toEqual(read(one).certificates);
  expect(new X509Certificate(ca.pem ?? '').raw).toEqual(new X509Certificate(one).raw);
});

it('takes every certificate of a bundle, and no other text of the file', () => {
  const ca = read(
    `Subject: Acme\n${one}\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n${two}`,
  );
  expect(ca.view).toMatchObject({
    certificates: 2,
    sentence: 'Trusts Acme inspection and 1 more besides the system.',
  });
  expect(ca.pem?.match(/BEGIN/g)).toHaveLength(2);
  expect(ca.pem).not.toContain('PRIVATE');
});

it.each([
  ['empty', () => '', 'no certificate in PEM form'],
  ['a text', () => 'hello', 'no certificate in PEM form'],
  [
    'a damaged certificate in DER form',
    () => new X509Certificate(one).raw.subarray(0, 200),
    'no certificate',
  ],
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
