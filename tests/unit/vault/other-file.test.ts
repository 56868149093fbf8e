import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { kindOf, type OtherFile } from '../../../src/main/vault/other-file.ts';

const sqlite = `SQLite format 3\0${'x'.repeat(200)}`;
const age = 'age-encryption.org/v1\n-> scrypt AAAA 18\n';
const armor = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n';
const bytes = (text: string) => Buffer.from(text, 'latin1');
const mail = (text: string) =>
  `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}`;

it.each<[string, string | Buffer, OtherFile]>([
  ['nothing', '', 'empty'],
  ['a database', sqlite, 'sqlite'],
  ['age', age, 'age'],
  ['age with other line ends', age.replaceAll('\n', '\r\n'), 'age'],
  ['age as text', armor, 'age'],
  ['age as text, behind a greeting', `Hi,\n> ${armor}`, 'age'],
  ['age as text in UTF-16', Buffer.from(`\uFEFF${armor}`, 'utf16le'), 'age'],
  ['zip, and so 1Password’s .1pux', bytes('PK\x03\x04\x14\0export.data'), 'packed'],
  ['gzip', gzipSync(sqlite), 'packed'],
  ['zstd', zstdCompressSync(sqlite), 'packed'],
  ['bzip2', bytes('BZh91AY&SY'), 'packed'],
  ['xz', bytes('\xfd7zXZ\0\0\x04'), 'packed'],
  ['7z', bytes('7z\xbc\xaf\x27\x1c'), 'packed'],
  ['RAR', bytes('Rar!\x1a\x07\x01\0'), 'packed'],
  ['a sign-in page', '<!DOCTYPE html>\n<html lang="en"><title>Sign in</title>', 'page'],
  ['a page of XHTML', '<?xml version="1.0"?>\n<html xmlns="x">', 'page'],
  ['a page with a byte order mark', '\uFEFF\r\n<html>', 'page'],
  ['a page in UTF-16', Buffer.from('\uFEFF<!doctype HTML>', 'utf16le'), 'page'],
  ['KeePass', bytes('\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5'), 'passwords'],
  ['KeePass in XML', '<?xml version="1.0"?>\n<KeePassFile>', 'passwords'],
  ['Bitwarden', '{\n  "encrypted": false,\n  "folders": [],', 'passwords'],
  ['Bitwarden, encrypted', '{"encrypted":true,"passwordProtected":true,"salt":"x"', 'passwords'],
  ['1Password’s .1pif', '{"uuid":"A","typeName":"x","securityLevel":"SL5"}', 'passwords'],
  ['AppleDouble', bytes('\0\x05\x16\x07\0\x02\0\0Mac OS X'), 'beside'],
  ['a database in base64', Buffer.from(sqlite).toString('base64'), 'encoded'],
  ['a database in a mail', mail(sqlite), 'encoded'],
  ['age in a mail', mail(age), 'encoded'],
  ['zeros', Buffer.alloc(4096), 'blank'],
  ['zeros before other content', Buffer.concat([Buffer.alloc(10), bytes('x')]), 'unknown'],
  ['Brotli, which has no mark', brotliCompressSync(sqlite), 'unknown'],
  ['a PDF', '%PDF-1.7', 'unknown'],
  ['other JSON', '{"items":[]}', 'unknown'],
  ['XML', '<?xml version="1.0"?><a/>', 'unknown'],
  ['a sentence about html', 'html is a language', 'unknown'],
])('the first bytes say what a file is: %s', (_what, content, kind) => {
  expect(kindOf(Buffer.from(content as Buffer))).toBe(kind);
});
