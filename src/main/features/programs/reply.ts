import { randomUUID } from 'node:crypto';
import { cut } from '../../../shared/clip.ts';
import { linksOf } from '../../okta/links.ts';
import type { Passed } from '../../okta/pass-on.ts';
import { words } from './words.ts';

/** The answer for a program. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/**
 * Returns a refusal in the form of Okta's errors, so that Okta's SDKs show its sentence. The code is Keyturn's own, so that nobody mistakes
 * it for an answer of Okta's.
 */
export function refusal(status: number, sentence: string, headers: Reply['headers'] = {}): Reply {
  const body = {
    errorCode: 'KEYTURN',
    errorSummary: words.reply.fromKeyturn(sentence),
    errorLink: 'KEYTURN',
    errorId: randomUUID(),
    errorCauses: [],
  };
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** The headers of an answer that go on to the program. Cookies do not, because a session of the org allows more than the call does. */
const handedOn = [
  'content-type',
  'date',
  'etag',
  'cache-control',
  'expires',
  'location',
  'retry-after',
  'x-okta-request-id',
  'x-rate-limit-limit',
  'x-rate-limit-remaining',
  'x-rate-limit-reset',
];

/**
 * Returns Okta's answer as the program sees it. Links to the org and to pages of the list lead through the door. It leaves out other links.
 */
export function handOn(
  answer: Extract<Passed, { status: number }>,
  origin: string,
  doorAddress: string,
): Reply {
  const headers: Record<string, string | string[]> = {};
  for (const name of handedOn) {
    const value = answer.headers[name];
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : [...value];
  }
  const links = throughDoor(answer.headers.link, origin, doorAddress);
  if (links.length > 0) headers.link = links;
  return { status: answer.status, headers, body: answer.body };
}

/** The relations of links from page to page of a list (RFC 8288, section 4.2). */
const pageRels = ['next', 'prev', 'previous', 'first', 'last', 'self'];

/**
 * Returns links as the program follows them. An org on a custom domain may name its okta.com host in links to pages. Those links also lead
 * through the door to the org's own origin, because a program that finds no next link thinks that the list is complete.
 */
function throughDoor(
  header: string | readonly string[] | undefined,
  origin: string,
  doorAddress: string,
): string[] {
  return linksOf(header).links.flatMap(({ href, rels, parameters }) => {
    const url = URL.parse(href, origin);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
      return [];
    const isPage = rels.some((rel) => pageRels.includes(rel)) && url.pathname.startsWith('/api/');
    return url.origin === origin || isPage
      ? [`<${doorAddress}${url.pathname}${url.search}>${parameters}`]
      : [];
  });
}

/** The headers of a program's call that go on to the org. Its own Authorization and cookies never do. */
const takenAlong = ['accept', 'accept-language', 'content-type', 'if-match', 'if-none-match', 'user-agent'];

/** Returns the headers of a program's call that go on to the org, each cut to 1000 characters. */
export function takenFrom(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    takenAlong.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, cut(value, 1000)]] : [];
    }),
  );
}
