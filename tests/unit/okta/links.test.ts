import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksOf, nextPage } from '../../../src/main/okta/links.ts';

const origin = 'https://id.acme.com';
const path = '/api/v1/logs';
const asked = { origin, path, search: '?limit=1000&sortOrder=ASCENDING&filter=a+eq+%22b%22' };
const url = `${origin}${path}${asked.search}&after=c1`;
const next = { kind: 'next', search: `${asked.search}&after=c1`, cursor: 'c1' };

describe('reads a Link header by RFC 8288', () => {
  it.each<[string, string | string[]]>([
    ['as Okta writes it', [`<${origin}${path}>; rel="self"`, `<${url}>; rel="next"`]],
    ['several in one header', `<${origin}${path}>; rel="self", <${url}>; rel="next"`],
    ['the next one first', `<${url}>; rel="next",<${origin}${path}>; rel="self"`],
    ['a quoted comma before rel', `<${url}>; title="a, b"; rel="next"`],
    ['a quoted semicolon before rel', `<${url}>; title="a; rel=x"; rel="next"`],
    ['quoted angle brackets before rel', `<${url}>; title="<x>, <y>"; rel="next"`],
    ['an escaped quote before rel', `<${url}>; title="a \\"b\\", c"; rel="next"`],
    ['two relations', `<${url}>; rel="next last"`],
    ['two relations, the other first', `<${url}>; rel="last  next"`],
    ['upper case', `<${url}>; REL="NEXT"`],
    ['no quotes', `<${url}>; rel=next`],
    ['single quotes, which some servers write', `<${url}>; rel='next'`],
    ['no spaces', `<${origin}${path}>;rel="self",<${url}>;rel="next"`],
    ['spaces and tabs everywhere', `\t<${url}> \t; rel = "next"\t, `],
    ['a parameter without a value before rel', `<${url}>; crossorigin; rel="next"`],
    ['an extended parameter', `<${url}>; title*=UTF-8''a%2C%20b; rel="next"; x=y`],
    ['a bad extended parameter', `<${url}>; title*=bad'; rel="next"`],
    ['empty elements of the list', `, ,<${url}>; rel="next",,`],
    ['empty parameters', `<${url}>;; rel="next";`],
    ['the first rel counts', `<${url}>; rel="next"; rel="self"`],
    ['an open quote at the end', `<${url}>; rel="next`],
    ['what is no link before it', `nonsense, <${url}>; rel="next"`],
    ['a link without an end before it', `<${origin}${path}, <${url}>; rel="next"`],
  ])('%s', (_name, header) => {
    expect(nextPage(header, asked)).toEqual(next);
  });

  it.each([
    ['a comma', 'c,1'],
    ['a semicolon', 'c;rel=x'],
    ['an angle bracket', 'c>1'],
    ['a quote', 'c"1'],
    ['percent signs', 'c%2C%3E1'],
  ])('reads an address with %s', (_name, cursor) => {
    const found = nextPage(`<${origin}${path}${asked.search}&after=${cursor}>; rel="next"`, asked);
    expect(found).toMatchObject({ kind: 'next', cursor: decodeURIComponent(cursor) });
  });

  it.each<[string, string | string[] | undefined]>([
    ['none', undefined],
    ['an empty one', ''],
    ['spaces', '  '],
    ['commas', ', ,'],
    ['no link', 'nonsense'],
    ['no relation', `<${url}>`],
    ['another relation', [`<${url}>; rel="self"`, `<${url}>; rel="prev"`]],
    ['a relation that begins alike', `<${url}>; rel="nextish"`],
    ['the word in another parameter', `<${url}>; title="next"; rel="self"`],
    ['the word in a quoted string', `<${url}>; title="; rel=\\"next\\""; rel="self"`],
    ['a second rel', `<${url}>; rel="self"; rel="next"`],
  ])('%s is the end', (_name, header) => {
    expect(nextPage(header, asked)).toEqual({ kind: 'end' });
  });

  it.each([
    ['an address without an end', `<${url}; rel="next"`],
    ['no angle brackets', `${url}; rel="next"`],
    ['a quote without an end', `<${url}>; title="x; rel="next"`],
  ])('%s is never taken for the end', (_name, header) => {
    expect(nextPage(header, asked)).toEqual({ kind: 'not-followed', why: 'unreadable' });
  });

  it('reads back what was written, whatever the other parameters hold', () => {
    const quoted = fc
      .string({ unit: fc.constantFrom(...'ab ,;<>="\\\'') })
      .map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`);
    const parameter = fc
      .tuple(fc.constantFrom('title', 'x', 'TYPE', 'hreflang'), quoted)
      .map((p) => p.join('='));
    const rels = fc.constantFrom('next', 'self', 'last');
    const link = fc.record({
      href: fc.webUrl({ withQueryParameters: true }),
      rels: fc.array(rels, { minLength: 1, maxLength: 3 }),
      before: fc.array(parameter, { maxLength: 3 }),
      name: fc.constantFrom('rel', 'REL', 'Rel'),
      gap: fc.constantFrom('', ' ', '\t '),
    });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 5 }), fc.boolean(), (links, apart) => {
        const written = links.map(({ href, rels: of, before, name, gap }) =>
          [`<${href}>`, ...before, `${name}="${of.join(' ')}"`].join(`${gap};${gap}`),
        );
        const read = linksOf(apart ? written : written.join(','));
        expect(read.unread).toBe('');
        expect(read.links.map(({ href, rels: of }) => ({ href, rels: of }))).toEqual(
          links.map(({ href, rels: of }) => ({ href, rels: of })),
        );
      }),
    );
  });

  it('never throws and never takes long', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>;,="\\ \tnextrel/?'), maxLength: 300 }), (text) => {
        nextPage(text, asked);
      }),
    );
    const started = performance.now();
    for (const text of ['<', '>', '<>;', '"', '\\', ' ', ',', '<a>;x="']) linksOf(text.repeat(16_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('a next page', () => {
  const of = (href: string, search = asked.search) =>
    nextPage(`<${href}>; rel="next"`, { origin, path, search });
  const query = `${asked.search}&after=c1`;

  it.each([
    ['of the own origin', `${origin}${path}${query}`],
    ['relative to the host', `${path}${query}`],
    ['relative to the path', query],
    ['relative to the scheme', `//id.acme.com${path}${query}`],
    ['in capitals', `HTTPS://ID.ACME.COM${path}${query}`],
    ['with the port that is meant anyway', `https://id.acme.com:443${path}${query}`],
    ['of another host, the same endpoint and question', `https://acme.okta.com${path}${query}`],
    ['of another port', `https://id.acme.com:8443${path}${query}`],
    ['of http', `http://id.acme.com${path}${query}`],
    ['of a host that looks alike', `https://id.acme.com.evil.example${path}${query}`],
    ['with a part that is never sent', `${origin}${path}${query}#x`],
  ])('that is %s is requested from the org’s own origin, with its query only', (_name, href) => {
    const found = of(href);
    expect(found).toEqual(next);
    expect(JSON.stringify(found)).not.toMatch(/evil|okta\.com|http/);
  });

  it.each([
    [
      'without since, which never stands beside after',
      '?since=2026-01-01T00:00:00Z&limit=5',
      '?limit=5&after=c1',
    ],
    ['with another limit of the org itself', '?limit=5000', '?limit=1000&after=c1'],
    [
      'with the end of time that was not asked for',
      '?limit=5',
      '?limit=5&until=2026-01-01T00:00:00Z&after=c1',
    ],
    [
      'with the end of time in another form',
      '?until=2026-01-01T00:00:00Z',
      '?until=2026-01-01T00:00:00.000Z&after=c1',
    ],
    ['without the order that is meant anyway', '?sortOrder=ASCENDING', '?after=c1'],
    ['with an empty filter', '?limit=5', '?q=&filter=&limit=5&after=c1'],
    ['in another order', '?filter=a&limit=5', '?after=c1&limit=5&filter=a'],
    ['after another page', '?limit=5&after=c0', '?limit=5&after=c1'],
  ])('%s', (_name, search, href) => {
    expect(of(`${origin}${path}${href}`, search)).toEqual({ kind: 'next', search: href, cursor: 'c1' });
  });

  it.each([
    ['another path', `${origin}/api/v1/users${query}`, 'another-list'],
    ['a path that leads elsewhere', `${origin}${path}/../users${query}`, 'another-list'],
    ['a longer path', `${origin}${path}/x${query}`, 'another-list'],
    ['another path of another host', `https://acme.okta.com/x${query}`, 'elsewhere'],
    ['another host and fewer filters', `https://acme.okta.com${path}?after=c1`, 'elsewhere'],
    [
      'another host and no limit',
      `https://acme.okta.com${path}${query.replace('limit=1000&', '')}`,
      'elsewhere',
    ],
    ['a filter less', `${origin}${path}?limit=1000&sortOrder=ASCENDING&after=c1`, 'another-question'],
    ['another filter', `${origin}${path}${query.replace('b', 'x')}`, 'another-question'],
    ['a second filter', `${origin}${path}${query}&filter=x`, 'another-question'],
    ['a search that was not asked for', `${origin}${path}${query}&q=x`, 'another-question'],
    ['the other order', `${origin}${path}${query.replace('ASC', 'DESC')}`, 'another-question'],
    ['no cursor', `${origin}${path}${asked.search}`, 'no-cursor'],
    ['an empty cursor', `${origin}${path}${asked.search}&after=`, 'no-cursor'],
    ['two cursors', `${origin}${path}${query}&after=c2`, 'no-cursor'],
    ['a user name', `https://a@id.acme.com${path}${query}`, 'unreadable'],
    ['a password', `https://:b@id.acme.com${path}${query}`, 'unreadable'],
    ['the own name as a user name', `https://id.acme.com@evil.example${path}${query}`, 'unreadable'],
    ['no address of the web', 'javascript:alert(1)', 'unreadable'],
    ['a file', `file://${path}${query}`, 'unreadable'],
    ['no address', 'https://[', 'unreadable'],
    ['nothing', '', 'no-cursor'],
  ])('with %s is not followed, and is no end', (_name, href, why) => {
    expect(of(href)).toEqual({ kind: 'not-followed', why });
  });

  it('may have another size when it is of another host', () => {
    const capped = query.replace('1000', '200');
    expect(of(`https://acme.okta.com${path}${capped}`)).toEqual({ ...next, search: capped });
  });

  it('that can be followed comes before one that cannot', () => {
    expect(nextPage([`<https://x.example/y>; rel="next"`, `<${url}>; rel="next"`], asked)).toEqual(next);
  });

  it('keeps the own path and the own query, whatever the link says', () => {
    const host = fc.constantFrom(
      '',
      origin,
      'http://id.acme.com',
      'https://acme.okta.com',
      'https://u@id.acme.com',
      '//x.example',
    );
    const where = fc.constantFrom(path, '/api/v1/users', `${path}/`, '', '/\\evil.example/');
    const pairs = fc.array(
      fc.tuple(fc.constantFrom('after', 'filter', 'limit', 'q', 'since'), fc.constantFrom('', 'a', 'b', '1')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(host, where, pairs, pairs, (at, to, before, after) => {
        const search = `?${new URLSearchParams(before.filter(([name]) => name !== 'after'))}`;
        const found = of(`${at}${to}?${new URLSearchParams(after)}`, search);
        expect(found.kind).not.toBe('end');
        if (found.kind !== 'next') return;
        const [sent, told] = [new URLSearchParams(search), new URLSearchParams(found.search)];
        for (const name of ['filter', 'q'])
          expect(told.getAll(name).filter(Boolean)).toEqual(sent.getAll(name).filter(Boolean));
        expect(told.getAll('after')).toEqual([found.cursor]);
        expect(found.search).toMatch(/^\?/);
      }),
    );
  });
});
