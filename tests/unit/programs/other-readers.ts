/**
 * How servers between Keyturn and Okta may read a path, each as a list of segments; models of what is known of them, made to be more lenient
 * than any of them is. What passes the gate must be the same path for all.
 */
type Reader = (path: string) => string[];

/** Removes dot segments and doubled slashes (RFC 3986, 5.2.4; nginx's merge_slashes). */
function resolved(path: string): string[] {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  return kept;
}

/** Percent-decodes byte by byte, and leaves what is no encoding as it is. */
const bytesOf = (path: string): Buffer =>
  Buffer.from(
    path.replace(/%([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Overlong UTF-8 as old decoders read it: two and three bytes for one of ASCII. */
const overlong = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/\xe0([\x80-\x9f])([\x80-\xbf])/g, (_all, one: string, two: string) =>
      String.fromCharCode(((one.charCodeAt(0) & 0x3f) << 6) | (two.charCodeAt(0) & 0x3f)),
    )
    .replace(/[\xc0\xc1]([\x80-\xbf])/g, (all: string) =>
      String.fromCharCode(((all.charCodeAt(0) & 1) << 6) | (all.charCodeAt(1) & 0x3f)),
    );

/** Tomcat: path parameters go before decoding and, behind some proxies, after it once more; then dots are resolved. */
const tomcat: Reader = (path) => {
  const bare = (text: string) => text.replace(/;[^/]*/g, '');
  return resolved(bare(bytesOf(bare(path)).toString('utf8')).replaceAll('\\', '/'));
};

/** nginx: decodes once, stops at a null byte, merges slashes, resolves. */
const nginx: Reader = (path) => resolved(bytesOf(path).toString('latin1').split('\0', 1)[0] ?? '');

/** A proxy that decodes and a server behind it that does so again. */
const twice: Reader = (path) =>
  resolved(bytesOf(bytesOf(path).toString('latin1')).toString('latin1').replaceAll('\\', '/'));

/** IIS: `%uXXXX`, overlong UTF-8, best fit of look-alikes, backslashes, and dots and spaces cut off each segment's end. */
const iis: Reader = (path) => {
  const unicode = path.replace(/%u([0-9a-fA-F]{4})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const latin = [...unicode].some((one) => one > '\xff')
    ? encodeURI(unicode).replaceAll('%25', '%')
    : unicode;
  const bytes = bytesOf(latin);
  const text = overlong(bytes);
  const fitted = (one: string) =>
    one
      .normalize('NFKC')
      .replace(/[∕⁄⧸／]/g, '/')
      .replace(/[∖⧹＼\\¥₩]/g, '/')
      .replace(/[․。｡．]/g, '.');
  const cut = (one: string) =>
    one
      .split('/')
      .map((segment) =>
        /^[.\s]+$/.test(segment) ? segment.replace(/\s/g, '') : segment.replace(/[.\s]+$/, ''),
      )
      .join('/');
  const reading = [text, bytes.toString('utf8')].map((one) => resolved(cut(fitted(one))));
  // Either way of decoding may be the server's: the one that leads elsewhere counts.
  return (
    reading.find((segments) => segments[0] !== 'api') ??
    reading.toSorted((a, b) => a.length - b.length)[0] ??
    []
  );
};

/** Control characters, tabs and what a lenient reader takes no notice of, left out. */
const careless: Reader = (path) =>
  resolved(
    bytesOf(path)
      .toString('utf8')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what such a reader skips.
      .replace(/[\x00-\x20\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/%(?![0-9a-f]{2})/gi, '')
      .replaceAll('\\', '/'),
  );

/** Names made plain: invisible characters are mapped to nothing (RFC 3454, B.1), and accents are taken off. */
const plainNames: Reader = (path) =>
  resolved(
    bytesOf(path)
      .toString('utf8')
      .normalize('NFKD')
      .replace(/\p{Default_Ignorable_Code_Point}|\p{M}/gu, ''),
  );

/** ASP.NET without cookies: `(S(…))` and its like are taken out, and what stands around them is one path (`CookielessHelper`). */
const aspNet: Reader = (path) =>
  resolved(
    bytesOf(path)
      .toString('utf8')
      .replace(/\/\((?:[A-Za-z]\([^)]*\))+\)(?=\/|$)/g, ''),
  );

/** Servers that read a path as a form: `+` is a space, which Windows cuts off. */
const asForm: Reader = (path) => iis(path.replaceAll('+', '%20'));

export const readers: Readonly<Record<string, Reader>> = {
  tomcat,
  nginx,
  twice,
  iis,
  careless,
  plainNames,
  aspNet,
  asForm,
};
