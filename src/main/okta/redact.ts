/** What must never be written anywhere, by its shape; the order matters: longer forms first. */
const secrets: readonly (readonly [pattern: RegExp, shown: string])[] = [
  [/\b(SSWS|Bearer|DPoP|Basic)\s+[^\s"',;]+/gi, '$1 [redacted]'],
  [/\bey[JK][\w-]{8,}\.[\w-]{8,}(\.[\w-]*){0,3}/g, '[redacted JWT]'],
  // The value of an API token: 42 characters beginning with 00; an id has 20.
  [/(?<![\w-])00[\w-]{38,60}(?![\w-])/g, '[redacted token]'],
  [/\/\/[^\s/@"]+@/g, '//[redacted]@'],
];

/** `text` with everything taken out that looks like a token, an Authorization header, a JWT or a URL's user name and password. */
export function redact(text: string): string {
  return secrets.reduce((rest, [pattern, shown]) => rest.replace(pattern, shown), text);
}
