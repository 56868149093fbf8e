/**
 * The `next` link among Link headers (RFC 8288), or null. Only one of the same origin and the same path is followed: a token goes
 * nowhere else, whatever an answer says.
 */
export function nextLink(
  header: string | readonly string[] | undefined,
  origin: string,
  path: string,
): string | null {
  const all = (Array.isArray(header) ? header : [header ?? '']).join(',');
  for (const [, href = '', parameters = ''] of all.matchAll(/<([^<>]*)>((?:\s*;\s*[^;,<>]+)*)/g)) {
    if (!/;\s*rel\s*=\s*"?next"?\s*(;|$)/i.test(parameters)) continue;
    if (!URL.canParse(href, origin)) continue;
    const next = new URL(href, origin);
    if (next.origin === origin && next.username === '' && next.pathname === path) {
      return `${next.pathname}${next.search}`;
    }
  }
  return null;
}
