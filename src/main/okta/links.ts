import { FieldReader, joined } from './fields.ts';

type Header = string | readonly string[] | undefined;

/** One link of a Link header. */
export interface Link {
  readonly href: string;
  /** The link's relation types, in lower case. */
  readonly rels: readonly string[];
  /** The link's parameters as they were written. */
  readonly parameters: string;
}

/**
 * Returns the links of Link headers, by the algorithm of RFC 8288, appendix B.2. `unread` is the text that is not a link. It uses the same
 * hand-written reader as challenges: http-link-header 1.1.4 loses `rel` after a parameter without a value, and throws at the empty elements
 * a list may have.
 */
export function linksOf(header: Header): { readonly links: Link[]; readonly unread: string } {
  const reader = new FieldReader(joined(header));
  const links: Link[] = [];
  let unread = '';
  for (reader.skip(true); !reader.done; reader.skip(true)) {
    // A stray ">" in the address does not end it. Only a ">" before a parameter, another link or the end does.
    const target = reader.take(/<[^<]*?>(?=[ \t]*(?:[;,]|$))/y);
    if (target === null) {
      unread += reader.take(/<?[^<]*/y) ?? '';
      continue;
    }
    const before = reader.rest;
    const rels = relsOf(reader);
    const parameters = before.slice(0, before.length - reader.rest.length).trimEnd();
    unread += reader.take(/[^,]*/y) ?? '';
    links.push({ href: target.slice(1, -1).trim(), rels, parameters });
  }
  return { links, unread };
}

/** Reads the parameters of one link. Of several `rel` parameters the first one counts (RFC 8288, section 3.3). */
function relsOf(reader: FieldReader): string[] {
  let rels: string[] | null = null;
  for (reader.skip(); reader.take(/;/y) !== null; reader.skip()) {
    reader.skip();
    const name = reader.take(/[^=;,\s"]*/y)?.toLowerCase();
    reader.skip();
    if (reader.take(/=/y) === null) continue;
    reader.skip();
    const value = reader.quoted() ?? reader.take(/[^;,]*/y) ?? '';
    // Some servers write 'next', in quotes that the RFC does not know.
    if (name === 'rel')
      rels ??= value
        .toLowerCase()
        .replace(/^'|'\s*$/g, '')
        .split(/\s+/);
  }
  return rels ?? [];
}

/** Why Keyturn does not ask for the next page. */
export type WhyNotFollowed =
  /** The link is unreadable, or is not a web address. */
  | 'unreadable'
  /** The link leads to another address, and not to this list. */
  | 'elsewhere'
  /** The link leads to another list. */
  | 'another-list'
  /** The link asks another question than Keyturn did. */
  | 'another-question'
  /** The link does not say where to continue. */
  | 'no-cursor'
  /** The link leads back to an earlier page. */
  | 'repeats';

/** What follows a page. This is the only way to learn of a next page, so that no caller takes "was not followed" for "there is no more". */
export type NextPage =
  | { readonly kind: 'end' }
  /** `search` goes to the org's own origin and the list's own path; `cursor` is its `after`. */
  | { readonly kind: 'next'; readonly search: string; readonly cursor: string }
  | { readonly kind: 'not-followed'; readonly why: WhyNotFollowed };

/** The question that a page answers. */
export interface AskedPage {
  readonly origin: string;
  readonly path: string;
  /** The query with its `?`, or empty. */
  readonly search: string;
}

/**
 * Returns what the Link headers of a page say about the next one. Keyturn never follows a link as it is. It only sends the link's query to
 * the org's own origin, and only when the link has the same list and the same question. An org on a custom domain may name its okta.com
 * host in the link.
 */
export function nextPage(header: Header, asked: AskedPage): NextPage {
  const { links, unread } = linksOf(header);
  const found = links.filter(({ rels }) => rels.includes('next')).map(({ href }) => toPage(href, asked));
  const lost = /next/i.test(unread) ? ({ kind: 'not-followed', why: 'unreadable' } as const) : null;
  return found.find(({ kind }) => kind === 'next') ?? found[0] ?? lost ?? { kind: 'end' };
}

function toPage(href: string, { origin, path, search }: AskedPage): NextPage {
  const no = (why: WhyNotFollowed): NextPage => ({ kind: 'not-followed', why });
  const here = new URL(`${path}${search}`, origin);
  const next = URL.parse(href, here.href);
  if (next === null || !/^https?:$/.test(next.protocol) || next.username !== '' || next.password !== '')
    return no('unreadable');
  const isOwn = next.origin === origin;
  if (next.pathname !== here.pathname) return no(isOwn ? 'another-list' : 'elsewhere');
  if (!sameQuestion(here.searchParams, next.searchParams, isOwn))
    return no(isOwn ? 'another-question' : 'elsewhere');
  const [cursor, ...more] = next.searchParams.getAll('after');
  return cursor === undefined || cursor === '' || more.length > 0
    ? no('no-cursor')
    : { kind: 'next', search: next.search, cursor };
}

/** The parameters that limit the contents of a list, even when the question has none of them. */
const narrowing = ['filter', 'q', 'search'];

/**
 * Returns whether a link continues the question. `since` may be missing, since it never appears with `after` (Okta, System Log API). The
 * page size is not part of the question, but a link of another host without it belongs to another query.
 */
function sameQuestion(asked: URLSearchParams, next: URLSearchParams, isOwn: boolean): boolean {
  if (!isOwn && asked.has('limit') && !next.has('limit')) return false;
  const free = ['after', 'since', 'limit'];
  const names = new Set([...asked.keys(), ...narrowing]);
  return [...names]
    .filter((name) => !free.includes(name))
    .every((name) => meaning(name, asked.getAll(name)) === meaning(name, next.getAll(name)));
}

function meaning(name: string, values: readonly string[]): string {
  const text = values
    .map((value) => value.trim().replace(/\s+/g, ' '))
    .filter((value) => value !== '')
    .join('\n');
  if (name === 'sortOrder') return (text || 'ASCENDING').toUpperCase();
  const at = name === 'until' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? text : String(at);
}
