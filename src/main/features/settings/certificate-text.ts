/**
 * A block of certificates in PEM form. OpenSSL also knows the label with `X509` (RFC 7468, 5.1 and 4), and `TRUSTED` for a certificate with
 * its own rules (openssl-x509, "Trust Settings"). The labels of PKCS #7 are those of RFC 7468, 8 and 9.
 */
const pemBlock =
  /-{2,} ?BEGIN ((?:X509 |TRUSTED )?CERTIFICATE|PKCS7|CMS) ?-{2,}([\s\S]+?)-{2,} ?END \1 ?-{2,}/gi;
const pemEdge = /-{2,} ?(?:BEGIN|END) (?:(?:X509 |TRUSTED )?CERTIFICATE|PKCS7|CMS) ?-{2,}/gi;

/** A private key in each of its forms: RFC 7468, 10 and 11, OpenSSL's and OpenSSH's older labels, and PuTTY's file. */
const privateKey = /-{2,} ?BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY ?-{2,}|^PuTTY-User-Key-File-/im;
const request = /-{2,} ?BEGIN (?:NEW )?CERTIFICATE REQUEST ?-{2,}/i;
/** The base64 of "-----BEGIN ", as Kubernetes and cloud services keep a PEM file in a field. */
const encodedPem = /LS0tLS1CRUdJTi[\w+/=]+/g;
/** The base64 of one DER element alone, which begins with the tag of a sequence. */
const bareBase64 = /^MI[\w+/]{60,}={0,2}$/;
/** What editors put between the lines of a block: comments, names with a value (RFC 1421, 4.4), and the tags of HTML. */
const between = /^[ \t]*#.*$|^[\w -]+:.*$|<[^>]*>/gm;

/**
 * Returns the text of a file of certificates: UTF-8, or UTF-16 by its byte order mark or by the zero in its first character, since a PEM
 * file begins with ASCII.
 */
export function textOf(bytes: Buffer): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return new TextDecoder('utf-16le').decode(bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}

/**
 * Returns the blocks of DER in a text of PEM blocks, of one certificate in base64, or of JSON or a variable with such a text. It ignores
 * what is around the blocks. Returns the name of the sentence that says why there are none.
 */
export function blocksIn(written: string): Buffer[] | 'damagedCertificate' | 'privateKey' | 'request' {
  const text = plain(written).replace(encodedPem, (run) =>
    plain(Buffer.from(run, 'base64').toString('utf8')),
  );
  if (privateKey.test(text)) return 'privateKey';
  const blocks = [...text.matchAll(pemBlock)].map(([, , body = '']) =>
    Buffer.from(body.replace(between, ''), 'base64'),
  );
  // An edge without the other one belongs to a certificate that was cut off.
  if ((text.match(pemEdge)?.length ?? 0) !== 2 * blocks.length) return 'damagedCertificate';
  if (blocks.length > 0) return blocks;
  if (request.test(text)) return 'request';
  const bare = text.replaceAll(/\s/g, '');
  return bareBase64.test(bare) ? [Buffer.from(bare, 'base64')] : [];
}

/** Returns a text with the hyphens, spaces and line ends that editors, pages and programs replaced. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\\r?\\n|\\n/g, '\n');
