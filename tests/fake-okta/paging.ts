import type { Reply } from './answers.ts';

/** One page of a list, with Okta's `self` and `next` as separate Link headers; the cursor is opaque to callers. */
export function page<T>(
  { url }: { readonly url: URL },
  items: readonly T[],
  toJson: (item: T) => unknown,
  most: number,
): Reply {
  const limit = Math.min(Number(url.searchParams.get('limit') ?? most) || most, most);
  const after = url.searchParams.get('after');
  const from = after === null ? 0 : Number(Buffer.from(after, 'base64url').toString());
  const link = [`<${url.href}>; rel="self"`];
  if (from + limit < items.length) {
    const next = new URL(url);
    next.searchParams.set('after', Buffer.from(String(from + limit)).toString('base64url'));
    next.searchParams.set('limit', String(limit));
    link.push(`<${next.href}>; rel="next"`);
  }
  return { status: 200, body: items.slice(from, from + limit).map(toJson), headers: { link } };
}
