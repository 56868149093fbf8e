/** The patterns of text that must never be written anywhere. The order matters: longer forms first. */
const secrets: readonly (readonly [pattern: RegExp, shown: string])[] = [
  [/\b(SSWS|Bearer|DPoP|Basic)\s+[^\s"',;]+/gi, '$1 [redacted]'],
  [/\bey[JK][\w-]{8,}\.[\w-]{8,}(\.[\w-]*){0,3}/g, '[redacted JWT]'],
  // The value of an API token has 42 characters and starts with 00; an id has 20.
  [/(?<![\w-])00[\w-]{38,60}(?![\w-])/g, '[redacted token]'],
  [/\/\/[^\s/@"]+@/g, '//[redacted]@'],
];

/** Returns `text` without anything that looks like a token, an Authorization header, a JWT or a URL's user name and password. */
export function redact(text: string): string {
  return secrets.reduce((rest, [pattern, shown]) => rest.replace(pattern, shown), text);
}
