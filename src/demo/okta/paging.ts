import { errorReply, type Reply } from './reply.ts';
import { readFilter, type Test } from './scim.ts';

interface Asking {
  readonly url: URL;
}

const cursorOf = (at: number): string => Buffer.from(`p${at}`).toString('base64url');

/** Returns the position of a cursor; null for an invalid one. */
function positionOf(cursor: string): number | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  return /^p\d+$/.test(text) ? Number(text.slice(1)) : null;
}

/** Returns one page of a list, with Okta's `self` and `next` as separate Link headers. Callers cannot read the cursor. */
export function page<T>(
  { url }: Asking,
  items: readonly T[],
  toJson: (item: T) => unknown,
  most: number,
): Reply {
  const wanted = url.searchParams.get('limit');
  const limit = wanted === null ? most : Number(wanted);
  if (!Number.isInteger(limit) || limit < 1) return errorReply(400, 'E0000001', 'limit');
  const size = Math.min(limit, most);
  const after = url.searchParams.get('after');
  const from = after === null ? 0 : positionOf(after);
  if (from === null) return errorReply(400, 'E0000001', 'after');
  const link = [`<${url.href}>; rel="self"`];
  if (from + size < items.length) {
    const next = new URL(url);
    next.searchParams.set('after', cursorOf(from + size));
    next.searchParams.set('limit', String(size));
    link.push(`<${next.href}>; rel="next"`);
  }
  return { status: 200, body: items.slice(from, from + size).map(toJson), headers: { link } };
}

/**
 * Returns a page of the items that match `q`, `filter` and `search`. `q` matches the start of `words`. `search` reads a search that is more
 * than a filter.
 */
export function listed<T>(
  asking: Asking,
  items: readonly T[],
  toJson: (item: T) => unknown,
  {
    most,
    words,
    search = readFilter,
  }: {
    readonly most: number;
    readonly words: (item: T) => readonly string[];
    readonly search?: (text: string) => Test | null;
  },
): Reply {
  const { searchParams } = asking.url;
  const tests = (['filter', 'search'] as const).flatMap((name) => {
    const text = searchParams.get(name);
    // A program that offers a search sends an empty one with it, as n8n does.
    return text === null || text === '' ? [] : [name === 'search' ? search(text) : readFilter(text)];
  });
  if (tests.includes(null)) return errorReply(400, 'E0000031');
  const q = searchParams.get('q')?.toLowerCase();
  const left = items.filter(
    (item) =>
      (q === undefined || words(item).some((word) => word.toLowerCase().startsWith(q))) &&
      (tests.length === 0 || tests.every((test) => test?.(toJson(item)))),
  );
  return page(asking, left, toJson, most);
}
