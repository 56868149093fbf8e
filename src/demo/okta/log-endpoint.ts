import { dayMs, isoOf, type LogEvent } from './model.ts';
import { errorReply, type Reply } from './reply.ts';
import type { Asked, Route } from './routes.ts';
import { readFilter } from './scim.ts';

/**
 * The position in the log for the next page. A poll stores the last event it has read. A bounded query stores its start and the number of
 * returned events, since `since` and `after` cannot be combined.
 */
interface Cursor {
  readonly kind: 'poll' | 'bounded';
  readonly at: number;
  /** ms since 1970 */
  readonly begin: number;
}

const written = ({ kind, at, begin }: Cursor): string =>
  Buffer.from(`${kind} ${at} ${begin}`).toString('base64url');

function readCursor(text: string, wanted: Cursor['kind']): Cursor | null {
  const [kind, at, begin] = Buffer.from(text, 'base64url').toString().split(' ');
  if (kind !== wanted || !/^\d+$/.test(at ?? '') || !/^\d+$/.test(begin ?? '')) return null;
  return { kind, at: Number(at), begin: Number(begin) };
}

/**
 * GET /api/v1/logs (Okta, System Log API). Polling (no `until`, ascending) follows the order of storage and always has a next link. A
 * bounded query follows `published` and ends. Events are kept for 90 days.
 */
function logs({ org, url, clock }: Asked): Reply {
  const parameter = (name: string) => url.searchParams.get(name);
  const limit = Number(parameter('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 0 || limit > 1000) return errorReply(400, 'E0000001', 'limit');
  const [after, since, until, q] = [
    parameter('after'),
    parameter('since'),
    parameter('until'),
    parameter('q'),
  ];
  const order = parameter('sortOrder') ?? 'ASCENDING';
  const kind = until === null && order === 'ASCENDING' ? 'poll' : 'bounded';
  const cursor = after === null ? undefined : readCursor(after, kind);
  if (cursor === null) return errorReply(400, 'E0000001', 'after');
  if (after !== null && since !== null) return errorReply(400, 'E0000063');
  for (const time of [since, until]) {
    if (time !== null && Number.isNaN(Date.parse(time))) return errorReply(400, 'E0000001', 'since');
  }
  const filter = parameter('filter');
  const test = filter === null ? () => true : readFilter(filter);
  if (test === null) return errorReply(400, 'E0000053');

  const end = until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
  const weekBefore = (until === null ? clock.now() : end) - 7 * dayMs;
  const begin = cursor?.begin ?? (since === null ? weekBefore : Date.parse(since));
  const from = cursor?.at ?? 0;
  const oldest = clock.now() - 90 * dayMs;
  const wanted = (event: LogEvent): boolean => {
    const at = Date.parse(event.published);
    const inTime = at >= Math.max(oldest, begin) && at < end;
    return inTime && test(event) && (q === null || hasWords(event, q));
  };
  const link = [`<${url.href}>; rel="self"`];
  const nextPage = (at: number, more: Record<string, string> = {}): void => {
    const next = new URL(url);
    next.searchParams.delete('since');
    for (const [name, value] of Object.entries({ ...more, after: written({ kind, at, begin }) }))
      next.searchParams.set(name, value);
    link.push(`<${next.href}>; rel="next"`);
  };

  const shown: LogEvent[] = [];
  if (kind === 'poll') {
    let at = from;
    for (; at < org.logs.length && shown.length < limit; at++) {
      const event = org.logs[at];
      if (event !== undefined && wanted(event)) shown.push(event);
    }
    nextPage(at);
  } else {
    const all = org.logs.filter(wanted).toSorted((a, b) => a.published.localeCompare(b.published));
    if (order === 'DESCENDING') all.reverse();
    shown.push(...all.slice(from, from + limit));
    // The link contains the end, so that new events do not move the pages.
    if (from + limit < all.length && limit > 0) {
      nextPage(from + limit, { until: until ?? isoOf(clock.now()) });
    }
  }
  return { status: 200, body: shown, headers: { link } };
}

const hasWords = (event: LogEvent, q: string): boolean => {
  const text = JSON.stringify(event).toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

export const logRoute: Route = { method: 'GET', path: '/api/v1/logs', needs: 'logs', reply: logs };
