/** What `rel="next"` points to among Link headers (RFC 8288). */
function nextTargets(header: string | readonly string[] | undefined): string[] {
  const all = (Array.isArray(header) ? header : [header ?? '']).join(',');
  return [...all.matchAll(/<([^<>]*)>((?:\s*;\s*[^;,<>]+)*)/g)]
    .filter(([, , parameters = '']) => /;\s*rel\s*=\s*"?next"?\s*(;|$)/i.test(parameters))
    .map(([, href = '']) => href);
}

/** Whether there is another page, whether or not it may be asked for. */
export const hasNextLink = (header: string | readonly string[] | undefined): boolean =>
  nextTargets(header).length > 0;

/**
 * The `next` link among Link headers, or null. Only one of the same origin and the same path is followed: a token goes nowhere else,
 * whatever an answer says.
 */
export function nextLink(
  header: string | readonly string[] | undefined,
  origin: string,
  path: string,
): string | null {
  for (const href of nextTargets(header)) {
    if (!URL.canParse(href, origin)) continue;
    const next = new URL(href, origin);
    if (next.origin === origin && next.username === '' && next.password === '' && next.pathname === path) {
      return `${next.pathname}${next.search}`;
    }
  }
  return null;
}
