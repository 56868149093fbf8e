import { errorReply, type Reply } from './answers.ts';
import type { Ask } from './endpoints.ts';

/**
 * GET /api/v1/logs: polling (no `until`, ascending) always has a next link; a bounded query ends. `filter` knows the two forms Keyturn
 * uses: `transaction.detail.requestApiTokenId eq "…"` and `eventType eq|sw "…"`, joined by `and`.
 */
export function logs({ org, url }: Ask): Reply {
  const parameter = (name: string) => url.searchParams.get(name);
  const limit = Math.min(Number(parameter('limit') ?? 100), 1000);
  const until = parameter('until');
  const filter = parameter('filter');
  const tests = filter === null ? [] : filter.split(/\s+and\s+/).map(testOf);
  if (tests.includes(null)) return errorReply(400, 'E0000031');
  const descending = parameter('sortOrder') === 'DESCENDING';
  const after = parameter('after');
  const from = after === null ? 0 : Number(Buffer.from(after, 'base64url').toString());
  const since = parameter('since');
  const all = org.logs
    .map((event, index) => ({ event, index }))
    .filter(({ index }) => index >= from)
    .filter(
      ({ event }) =>
        (since === null || event.published >= since) && (until === null || event.published < until),
    )
    .filter(({ event }) => tests.every((test) => test?.(event)));
  if (descending) all.reverse();
  const shown = all.slice(0, limit);
  const last = shown.at(-1);
  const link = [`<${url.href}>; rel="self"`];
  if (until === null || all.length > limit) {
    const next = new URL(url);
    next.searchParams.delete('since');
    next.searchParams.set(
      'after',
      Buffer.from(String(last === undefined ? org.logs.length : last.index + 1)).toString('base64url'),
    );
    link.push(`<${next.href}>; rel="next"`);
  }
  return { status: 200, body: shown.map(({ event }) => event), headers: { link } };
}

type Test = (event: Ask['org']['logs'][number]) => boolean;

function testOf(clause: string): Test | null {
  const [, field, operator, value = ''] = /^(\S+)\s+(eq|sw)\s+"([^"]*)"$/.exec(clause.trim()) ?? [];
  const matches = (text: string | undefined) =>
    (operator === 'sw' ? text?.startsWith(value) : text === value) ?? false;
  switch (field) {
    case 'transaction.detail.requestApiTokenId':
      return ({ transaction }) => matches(transaction.detail.requestApiTokenId);
    case 'eventType':
      return ({ eventType }) => matches(eventType);
    case 'target.id':
      return ({ target }) => target.some(({ id }) => matches(id));
    default:
      return null;
  }
}
